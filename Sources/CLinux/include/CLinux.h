// Linux calls that Swift's Glibc module lacks, and the crash guard. One header for each thing; each is
// implemented in the C file of the same name, because the GNU names behind them need _GNU_SOURCE.
#ifndef LIANXI_CLINUX_H
#define LIANXI_CLINUX_H

#include "LargeBlocks.h"
#include "LastByte.h"
#include "OpenBeneath.h"
#include "OpenFileLock.h"
#include "SHA256Blocks.h"
#include "SignalDescriptor.h"
#include "StartWriting.h"
#include "TerminalGuard.h"
#include "TerminalState.h"

#endif
