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

static inline WINDOW *lianxi_stdscr(void) { return stdscr; }
static inline WINDOW *lianxi_curscr(void) { return curscr; }
static inline int lianxi_colors(void) { return COLORS; }
static inline int lianxi_color_pairs(void) { return COLOR_PAIRS; }

/// A capability as the bytes to send; NULL when the terminal has none of that name.
static inline const char *lianxi_capability(const char *name) {
    const char *value = tigetstr(name);
    return value == (const char *)-1 ? NULL : value;
}

// From <term.h>, whose macros would take names such as `lines` and `columns` from every file that imports this.
extern int setupterm(const char *terminal, int descriptor, int *result);

/// Whether there is a description of the terminal that TERM names. Reads it and touches nothing.
static inline bool lianxi_knows_terminal(void) {
    int result;
    return setupterm(NULL, 1, &result) == OK;
}

/// Whether colour numbers are red, green and blue themselves, eight bits each.
static inline bool lianxi_has_direct_color(void) {
    return COLORS >= 1 << 24 && (tigetflag("RGB") > 0 || tigetnum("RGB") == 8);
}

static const attr_t lianxi_bold = A_BOLD;
static const attr_t lianxi_dim = A_DIM;
static const attr_t lianxi_italic = A_ITALIC;
static const attr_t lianxi_underline = A_UNDERLINE;
static const attr_t lianxi_reverse = A_REVERSE;

/// Fills one cell: a base character, two marks (0 for none), attributes and colour pair. As `setcchar` does, without
/// its measuring.
static inline void lianxi_fill(cchar_t *cell, uint32_t base, uint32_t mark1, uint32_t mark2, attr_t attributes, int pair) {
    cell->chars[0] = (wchar_t)base;
    cell->chars[1] = (wchar_t)mark1;
    cell->chars[2] = (wchar_t)mark2;
    cell->chars[3] = 0;
    cell->chars[4] = 0;
    cell->attr = attributes | ((attr_t)COLOR_PAIR(pair < 256 ? pair : 255) & A_COLOR);
    cell->ext_color = pair;
}

static const mmask_t lianxi_mouse_press = BUTTON1_PRESSED;
static const mmask_t lianxi_mouse_wheel_up = BUTTON4_PRESSED;
static const mmask_t lianxi_mouse_wheel_down = BUTTON5_PRESSED;

#endif
