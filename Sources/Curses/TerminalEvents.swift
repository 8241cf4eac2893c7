import CLinux
import Glibc

/// A signal that concerns the terminal, read in the loop instead of breaking into it.
package enum TerminalSignal: Hashable, Sendable {
    /// SIGWINCH.
    case windowChanged
    /// SIGCONT: another program may have used the terminal meanwhile.
    case continued
    /// SIGTSTP from outside; Ctrl-Z comes as a key.
    case stop
    /// SIGTERM, SIGHUP, SIGINT or SIGQUIT: close the screen, then `TerminalEvents.die(bySignal:)`.
    case end(signal: Int32)
}

/// What ended a wait; all false and empty when the time was up.
package struct Wakeup: Sendable {
    /// Keys wait: call `nextKey` until nil.
    package var hasInput = false
    /// The terminal has been closed: nothing more will come, leave.
    package var isHungUp = false
    /// The signals that came, in order.
    package var signals: [TerminalSignal] = []
    /// Those of the other descriptors that can be read, or are broken.
    package var readable: [Int32] = []
}

/// The one place where the program waits: for keys, for signals, and for other descriptors. It blocks the signals it
/// reads as long as it lives, so make it before the screen; children must be started with an empty signal mask.
package struct TerminalEvents: ~Copyable {
    private let signals: Int32

    package init() throws(CursesError) {
        signals = lianxi_signal_descriptor()
        if signals < 0 { throw .noSignalDescriptor(errno: errno) }
    }

    deinit { lianxi_close_signal_descriptor(signals) }

    /// Waits without using the processor until something happens or `milliseconds` have gone by; nil waits forever.
    package func wait(for others: [Int32] = [], timeout milliseconds: Int? = nil) -> Wakeup {
        var watched = ([STDIN_FILENO, signals] + others).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let limit = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
        var wakeup = Wakeup()
        guard poll(&watched, nfds_t(watched.count), limit) > 0 else { return wakeup }

        let broken = Int16(POLLHUP | POLLERR | POLLNVAL)
        wakeup.hasInput = watched[0].revents & Int16(POLLIN) != 0
        wakeup.isHungUp = watched[0].revents & broken != 0
        if watched[1].revents != 0 { wakeup.signals = waitingSignals() }
        wakeup.readable = watched.dropFirst(2).filter { $0.revents != 0 }.map(\.fd)
        return wakeup
    }

    private func waitingSignals() -> [TerminalSignal] {
        var found: [TerminalSignal] = []
        while case let signal = lianxi_next_signal(signals), signal != 0 { found.append(Self.meaning(of: signal)) }
        return found
    }

    private static func meaning(of signal: Int32) -> TerminalSignal {
        switch signal {
        case SIGWINCH: .windowChanged
        case SIGCONT: .continued
        case SIGTSTP: .stop
        default: .end(signal: signal)
        }
    }

    /// Ends the process as the signal would have, so that its parent sees the true cause.
    package static func die(bySignal signal: Int32) -> Never { lianxi_die_by_signal(signal) }
}
