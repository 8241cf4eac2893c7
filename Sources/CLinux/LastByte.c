#define _GNU_SOURCE
#include "LastByte.h"

#include <string.h>

long lianxi_last_byte(const void *bytes, int byte, size_t count) {
    const char *found = memrchr(bytes, byte, count);
    return found ? found - (const char *)bytes : -1;
}
