#ifndef LIANXI_OPEN_BENEATH_H
#define LIANXI_OPEN_BENEATH_H

#include <sys/types.h>

/// Opens `path` below `directory`, following no symbolic link and never leaving that directory (`openat2` with
/// `RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS`). `O_CLOEXEC` is added. `mode` counts only with `O_CREAT`.
/// Returns a descriptor, or -1 with errno: EXDEV left the directory, ELOOP met a link, ENOSYS before Linux 5.6, EPERM in
/// some containers.
int lianxi_open_beneath(int directory, const char *path, int flags, mode_t mode);

#endif
