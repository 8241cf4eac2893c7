// Everything a handler touches here is preallocated and async-signal-safe: the program may be out of stack or in
// the middle of malloc when it runs.
#define _GNU_SOURCE
#include "TerminalGuard.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static const int guarded[] = {SIGSEGV, SIGBUS,  SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGXCPU,
                              SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM};
enum { GUARDED = sizeof guarded / sizeof *guarded };

struct farewell {
    size_t count;
    char bytes[256];
};

#define XTERM_FAREWELL "\033[?2004l\033[?1006l\033[?1002l\033[?1000l\033[m\033[?25h\033[?1049l\033[?1l\033>"

static struct farewell farewells[2] = {{sizeof XTERM_FAREWELL - 1, XTERM_FAREWELL}};
static _Atomic(struct farewell *) farewell = &farewells[0];

static struct termios saved;
static int terminal = -1;
static atomic_int armed;
// 64 KiB: the kernel's frame alone takes 11 KiB where the processor has AVX-512 and AMX.
static char handler_stack[64 * 1024] __attribute__((aligned(16)));

enum { ANSWER_MILLISECONDS = 500 };
static _Atomic long long answer_deadline;

static long long milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

void lianxi_guard_await_answer(bool awaited) {
    atomic_store(&answer_deadline, awaited ? milliseconds() + ANSWER_MILLISECONDS : 0);
}

void lianxi_guard_swallow_answer(void) {
    struct pollfd typed = {.fd = STDIN_FILENO, .events = POLLIN};
    long long rest;
    bool in_sequence = false;
    char byte;
    while ((rest = atomic_load(&answer_deadline) - milliseconds()) > 0) {
        if (poll(&typed, 1, (int)rest) <= 0 || read(typed.fd, &byte, 1) != 1) break;
        if (in_sequence && byte == 'R') break;
        in_sequence = byte == '\033' || (in_sequence && (byte == '[' || byte == ';' || (byte >= '0' && byte <= '9')));
    }
    atomic_store(&answer_deadline, 0);
}

static void give_back(void) {
    if (!atomic_exchange(&armed, 0)) return;
    const struct farewell *words = atomic_load(&farewell);
    struct pollfd ready = {.fd = terminal, .events = POLLOUT};
    size_t sent = 0;
    // A terminal that takes no more bytes (a dead connection) must not keep the process alive.
    while (sent < words->count && poll(&ready, 1, 200) > 0) {
        ssize_t count = write(terminal, words->bytes + sent, words->count - sent);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        sent += (size_t)count;
    }
    lianxi_guard_swallow_answer();
    // Waiting for output to drain could block; input nobody will read is dropped, so that the shell does not get it.
    tcsetattr(terminal, TCSANOW, &saved);
    tcflush(terminal, TCIFLUSH);
}

// What the parent had ignored (nohup) stays ignored.
static void catch_signal(int signal, const struct sigaction *act) {
    struct sigaction now;
    if (sigaction(signal, NULL, &now) == 0 && now.sa_handler == SIG_IGN) return;
    sigaction(signal, act, NULL);
}

static void act_by_default(int signal) { catch_signal(signal, &(struct sigaction){.sa_handler = SIG_DFL}); }

static void leave_to_the_loop(int signal) { (void)signal; }

static void die(int signal) {
    give_back();
    act_by_default(signal);
    // Blocked while this handler runs, it stays pending until the next line, and is then the cause of death.
    raise(signal);
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, signal);
    sigprocmask(SIG_UNBLOCK, &one, NULL);
}

int lianxi_guard_arm(int fd) {
    if (terminal != fd) {
        static bool registered;
        if (tcgetattr(fd, &saved) != 0) return -1;
        terminal = fd;
        if (!registered) registered = atexit(give_back) == 0;
    }
    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);

    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &ignore, NULL);
    sigaction(SIGXFSZ, &ignore, NULL);
    // Curses catches these two if it finds them at their default, and would then fiddle with SIGTSTP at each paint.
    catch_signal(SIGTSTP, &(struct sigaction){.sa_handler = leave_to_the_loop, .sa_flags = SA_RESTART});
    catch_signal(SIGWINCH, &(struct sigaction){.sa_handler = leave_to_the_loop, .sa_flags = SA_RESTART});

    struct sigaction act = {.sa_handler = die, .sa_flags = SA_ONSTACK};
    // Nothing may interrupt it, and writing from the background must not stop it (SIGTTOU).
    sigfillset(&act.sa_mask);
    for (int i = 0; i < GUARDED; i++) catch_signal(guarded[i], &act);
    atomic_store(&armed, 1);
    return 0;
}

void lianxi_guard_set_farewell(const char *bytes, size_t count) {
    // The handler reads the one in force while the other is being written.
    struct farewell *next = atomic_load(&farewell) == &farewells[0] ? &farewells[1] : &farewells[0];
    next->count = count < sizeof next->bytes ? count : sizeof next->bytes;
    memcpy(next->bytes, bytes, next->count);
    atomic_store(&farewell, next);
}

void lianxi_guard_disarm(void) {
    atomic_store(&armed, 0);
    for (int i = 0; i < GUARDED; i++) act_by_default(guarded[i]);
    act_by_default(SIGTSTP);
    act_by_default(SIGWINCH);
}
