#define _GNU_SOURCE
#include "StartWriting.h"

#include <fcntl.h>

void lianxi_start_writing(int fd) { sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE); }
