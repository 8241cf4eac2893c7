#define _GNU_SOURCE
#include "SignalDescriptor.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

static const int wanted[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
enum { WANTED = sizeof wanted / sizeof *wanted };

static sigset_t wanted_set(void) {
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < WANTED; i++) {
        struct sigaction now;
        if (sigaction(wanted[i], NULL, &now) == 0 && now.sa_handler == SIG_IGN) continue;
        sigaddset(&set, wanted[i]);
    }
    return set;
}

int lianxi_signal_descriptor(void) {
    sigset_t set = wanted_set();
    if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
    int descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (descriptor < 0) sigprocmask(SIG_UNBLOCK, &set, NULL);
    return descriptor;
}

int lianxi_next_signal(int descriptor) {
    struct signalfd_siginfo info;
    return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

void lianxi_close_signal_descriptor(int descriptor) {
    sigset_t set = wanted_set();
    close(descriptor);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static void let_act(int signal) {
    struct sigaction act = {.sa_handler = SIG_DFL};
    sigset_t set;
    sigaction(signal, &act, NULL);
    sigemptyset(&set);
    sigaddset(&set, signal);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

void lianxi_die_by_signal(int signal) {
    let_act(signal);
    raise(signal);
    // Only a signal that does not kill by default comes here.
    _exit(128 + signal);
}

void lianxi_stop_group(void) {
    struct sigaction now;
    if (sigaction(SIGTSTP, NULL, &now) == 0 && now.sa_handler == SIG_IGN) return;
    let_act(SIGTSTP);
    kill(0, SIGTSTP);

    sigset_t stop, resumed;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    sigprocmask(SIG_BLOCK, &stop, NULL);
    // This SIGCONT has been answered by returning: it must not come up on the descriptor as news.
    sigemptyset(&resumed);
    sigaddset(&resumed, SIGCONT);
    sigtimedwait(&resumed, NULL, &(struct timespec){0});
}
