#define _GNU_SOURCE
#include "OpenBeneath.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/// The same, one component after the other, for kernels before 5.6 and sandboxes that do not know the call.
static int open_by_steps(int directory, const char *path, int flags, mode_t mode) {
    char name[PATH_MAX];
    int here = directory;
    for (;;) {
        size_t length = strcspn(path, "/");
        if (length == 0 || (length == 2 && memcmp(path, "..", 2) == 0)) {
            errno = EXDEV;
            break;
        }
        if (length >= sizeof name) {
            errno = ENAMETOOLONG;
            break;
        }
        memcpy(name, path, length);
        name[length] = 0;
        int is_last = path[length] == 0;
        int step = is_last ? flags : O_PATH | O_DIRECTORY;
        int next = openat(here, name, step | O_NOFOLLOW | O_CLOEXEC, mode);
        if (here != directory) close(here);
        if (next < 0 || is_last) return next;
        here = next;
        path += length + 1;
    }
    int reason = errno;
    if (here != directory) close(here);
    errno = reason;
    return -1;
}

int lianxi_open_beneath(int directory, const char *path, int flags, mode_t mode) {
    struct open_how how = {
        .flags = (unsigned)flags | O_CLOEXEC,
        // The kernel refuses a mode that O_CREAT does not ask for.
        .mode = flags & O_CREAT ? mode : 0,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS,
    };
    int descriptor = (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
    if (descriptor < 0 && errno == ENOSYS) return open_by_steps(directory, path, flags, mode);
    return descriptor;
}

int lianxi_open_nameless(int directory, const char *folder) {
    int descriptor = lianxi_open_beneath(directory, folder, O_TMPFILE | O_RDWR | O_EXCL, 0);
    // Before Linux 3.11, for which O_TMPFILE is the opening of a folder.
    if (descriptor < 0 && errno == EISDIR) errno = EOPNOTSUPP;
    return descriptor;
}
