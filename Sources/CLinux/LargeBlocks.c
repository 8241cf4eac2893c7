#define _GNU_SOURCE
#include "LargeBlocks.h"

#include <malloc.h>

void lianxi_give_large_blocks_back(void) { mallopt(M_MMAP_THRESHOLD, 256 << 10); }
