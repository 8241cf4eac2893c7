#ifndef LIANXI_SHA256_BLOCKS_H
#define LIANXI_SHA256_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has instructions for SHA-256.
bool lianxi_has_sha256(void);

/// Takes `count` blocks of 64 bytes into the eight words of a SHA-256 (FIPS 180-4). Only where the processor can.
void lianxi_sha256_blocks(uint32_t state[8], const uint8_t *bytes, size_t count);

#endif
