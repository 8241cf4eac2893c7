#ifndef LIANXI_WIDE_CHARACTER_WIDTH_H
#define LIANXI_WIDE_CHARACTER_WIDTH_H

/// The columns this process's terminal gives an ambiguous-width character: 1 until set. The one global variable
/// of the program, because ncurses asks `wcwidth`, which has no argument for it.
int lianxi_ambiguous_width(void);
void lianxi_set_ambiguous_width(int columns);

#endif
