#ifndef LIANXI_SIGNAL_DESCRIPTOR_H
#define LIANXI_SIGNAL_DESCRIPTOR_H

/// Blocks WINCH, CONT, TSTP, TERM, HUP, INT and QUIT in this thread and returns a non-blocking descriptor on which
/// they arrive; -1 with errno. A signal the parent told us to ignore (nohup) stays ignored. Children inherit the
/// mask: posix_spawn has to be given an empty one.
int lianxi_signal_descriptor(void);

/// The next signal waiting on the descriptor; 0 when none waits.
int lianxi_next_signal(int descriptor);

/// Lets the blocked signals act again and closes the descriptor.
void lianxi_close_signal_descriptor(int descriptor);

/// Ends this process by the default action of a signal, so that whoever waits for it sees the true cause.
_Noreturn void lianxi_die_by_signal(int signal);

/// Stops this process group as Ctrl-Z in a shell does and returns after SIGCONT, which it consumes. Returns at once
/// where nobody could continue the group (the kernel then drops the stop), or where the parent had SIGTSTP ignored.
void lianxi_stop_group(void);

#endif
