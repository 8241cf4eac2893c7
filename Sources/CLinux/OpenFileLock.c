#define _GNU_SOURCE
#include "OpenFileLock.h"

#include <fcntl.h>
#include <unistd.h>

int lianxi_ofd_lock(int fd, enum lianxi_lock lock, bool wait) {
    static const short types[] = {F_UNLCK, F_WRLCK};
    struct flock whole = {.l_type = types[lock], .l_whence = SEEK_SET};
    return fcntl(fd, wait ? F_OFD_SETLKW : F_OFD_SETLK, &whole);
}
