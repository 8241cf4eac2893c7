#include "WideCharacterWidth.h"

#include <stdint.h>
#include <wchar.h>

static int ambiguous = 1;

int lianxi_ambiguous_width(void) { return ambiguous; }

void lianxi_set_ambiguous_width(int columns) { ambiguous = columns == 2 ? 2 : 1; }

// Written in Swift, in the room Curses; weak, so that what does not use that room links too.
__attribute__((weak)) int lianxi_columns(uint32_t code, int ambiguous);

/// Takes the place of libc's, also for a shared libncursesw. It stands here because Swift's functions have protected
/// visibility, and the linker gold exports no such symbol to the libraries of a program.
int wcwidth(wchar_t character) {
    return lianxi_columns ? lianxi_columns((uint32_t)character, ambiguous) : character != 0;
}
