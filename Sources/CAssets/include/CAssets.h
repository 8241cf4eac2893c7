#ifndef LIANXI_CASSETS_H
#define LIANXI_CASSETS_H

#include <stddef.h>

/// A file of `Data/` or `Themes/`, compiled into the program.
struct lianxi_asset {
    /// Its path in the repository: `Themes/dark.json`.
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

/// The number of files, and the file at a place below it.
size_t lianxi_asset_count(void);
struct lianxi_asset lianxi_asset_at(size_t place);

#endif
