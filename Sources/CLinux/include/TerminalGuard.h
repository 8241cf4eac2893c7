#ifndef LIANXI_TERMINAL_GUARD_H
#define LIANXI_TERMINAL_GUARD_H

#include <stdbool.h>
#include <stddef.h>

/// Gives the terminal back as it was found when the process dies by a crash, a signal or `exit`.
///
/// Arm before curses starts, so that the settings saved are the user's and curses leaves our handlers alone, and once
/// more after it. Saves the settings of `fd` on the first call only. SIGPIPE and SIGXFSZ are ignored from here on;
/// SIGTSTP and SIGWINCH do nothing by themselves: they are read from the signal descriptor.
/// Returns 0, or -1 with errno when `fd` is no terminal.
int lianxi_guard_arm(int fd);

/// The bytes that undo what was switched on, as the terminal's description spells them; at most 256 are taken.
/// Until it is called, xterm's sequences stand in.
void lianxi_guard_set_farewell(const char *bytes, size_t count);

/// Whether the terminal has been asked something and has not answered yet. It is given half a second.
void lianxi_guard_await_answer(bool awaited);

/// Reads up to an answer that is still to come, typing before it included: to be called before the terminal is given
/// back, for the shell would take the answer for the beginning of the next command line.
void lianxi_guard_swallow_answer(void);

/// Hands the signals back to their default actions: the terminal has been given back.
void lianxi_guard_disarm(void);

#endif
