#ifndef LIANXI_OPEN_FILE_LOCK_H
#define LIANXI_OPEN_FILE_LOCK_H

#include <stdbool.h>

enum lianxi_lock { LIANXI_UNLOCK = 0, LIANXI_LOCK_EXCLUSIVE = 1 };

/// Takes, changes or gives up the lock that belongs to the open file `fd` stands for (`F_OFD_SETLK`), over the whole
/// file. The kernel frees it when the last descriptor of that open file is closed, also after kill -9.
/// With `wait` it blocks until the lock is free (EINTR possible). Returns 0, or -1 with errno: EAGAIN another holds it.
int lianxi_ofd_lock(int fd, enum lianxi_lock lock, bool wait);

#endif
