import Glibc

/// What the kernel says about a process that runs.
struct WatchedProcess {
    let number: pid_t

    /// Nanoseconds on a processor so far.
    var time: UInt64 { words("schedstat").first.flatMap { UInt64($0) } ?? 0 }

    /// The most memory it ever held, in MB.
    var peak: Double {
        let line = text("status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Double($0.split(whereSeparator: \.isWhitespace)[1]) }.map { $0 / 1024 } ?? 0
    }

    /// Whether it runs or waits for a disk; neither of which ends without an answer.
    var isBusy: Bool {
        // The name before the state stands in parentheses and may hold anything.
        let state = text("stat").split(separator: ")").last?.drop { $0 == " " }.first
        return state == "R" || state == "D"
    }

    private func words(_ name: String) -> [Substring] { text(name).split(whereSeparator: \.isWhitespace) }

    private func text(_ name: String) -> String {
        String(decoding: File.read("/proc/\(number)/\(name)") ?? [], as: UTF8.self)
    }
}

/// Nanoseconds on a clock that nobody sets.
func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// Milliseconds since a moment of that clock.
func milliseconds(since start: UInt64, until end: UInt64 = now()) -> Double { Double(end - start) / 1e6 }
