#ifndef LIANXI_LARGE_BLOCKS_H
#define LIANXI_LARGE_BLOCKS_H

/// From now on whatever is allocated in blocks of 256 KB and more goes back to the system when it is freed. By itself
/// malloc takes the first large block that is freed for a sign that more will follow, and keeps them all.
void lianxi_give_large_blocks_back(void);

#endif
