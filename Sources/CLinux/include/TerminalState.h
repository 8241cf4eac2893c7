#ifndef LIANXI_TERMINAL_STATE_H
#define LIANXI_TERMINAL_STATE_H

#include <stdbool.h>

/// The size of a terminal in cells. False when it does not tell.
bool lianxi_terminal_size(int fd, int *rows, int *columns);

/// How many bytes wait to be read; 0 also when that cannot be told.
int lianxi_bytes_waiting(int fd);

/// Whether the other end of the terminal has been closed.
bool lianxi_terminal_is_gone(int fd);

#endif
