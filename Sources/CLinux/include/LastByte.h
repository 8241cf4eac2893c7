#ifndef LIANXI_LAST_BYTE_H
#define LIANXI_LAST_BYTE_H

#include <stddef.h>

/// The offset of the last `byte` among the first `count` bytes (`memrchr`); -1 where there is none.
long lianxi_last_byte(const void *bytes, int byte, size_t count);

#endif
