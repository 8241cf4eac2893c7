// The least that a program with ncurses does: what every first frame is measured against.
#include <curses.h>
#include <locale.h>

int main(void) {
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    addstr("hello");
    refresh();
    getch();
    endwin();
    return 0;
}
