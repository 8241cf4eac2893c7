// The one place that includes <curses.h>, with what Swift cannot import of it: its macros, and its globals, which
// Swift 6 refuses as shared mutable state.
#ifndef LIANXI_CNCURSES_SHIM_H
#define LIANXI_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stdint.h>

/// A screen on standard input and output for the terminal that TERM names; NULL where its description is missing.
static inline SCREEN *lianxi_newterm(void) { return newterm(NULL, stdout, stdin); }

/// A capability as the bytes to send; NULL when the terminal has none of that name.
static inline const char *lianxi_capability(const char *name) {
    const char *value = tigetstr(name);
    return value == (const char *)-1 ? NULL : value;
}

// From <term.h>, whose macros would take names such as `lines` and `columns` from every file that imports this.
extern int setupterm(const char *terminal, int descriptor, int *result);
extern char *tiparm(const char *capability, ...);

/// A capability with its two numbers filled in, good until the next call; NULL for none.
static inline const char *lianxi_fill_in(const char *capability, int first, int second) {
    return capability ? tiparm(capability, first, second) : NULL;
}

/// Whether there is a description of a terminal; NULL is the one that TERM names. Reads it and touches nothing.
static inline bool lianxi_knows_terminal(const char *name) {
    int result;
    return setupterm(name, 1, &result) == OK;
}

static const mmask_t lianxi_mouse_press = BUTTON1_PRESSED;
static const mmask_t lianxi_mouse_wheel_up = BUTTON4_PRESSED;
static const mmask_t lianxi_mouse_wheel_down = BUTTON5_PRESSED;

#endif
