#ifndef LIANXI_START_WRITING_H
#define LIANXI_START_WRITING_H

/// Sends what is in the cache for the file `fd` on its way to the disk, and waits for nothing (`sync_file_range`). Promises
/// nothing either: only `fdatasync` says that it arrived, and whether it failed.
void lianxi_start_writing(int fd);

#endif
