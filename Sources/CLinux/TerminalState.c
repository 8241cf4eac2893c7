#include "TerminalState.h"

#include <poll.h>
#include <sys/ioctl.h>

bool lianxi_terminal_size(int fd, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}

int lianxi_bytes_waiting(int fd) {
    int count;
    return ioctl(fd, FIONREAD, &count) == 0 && count > 0 ? count : 0;
}

bool lianxi_terminal_is_gone(int fd) {
    struct pollfd one = {.fd = fd, .events = POLLIN};
    return poll(&one, 1, 0) > 0 && (one.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}
