import Glibc
import WorkPlan

/// What the program takes from its surroundings.
enum Environment {
    /// A variable's value; nil where it is unset or empty.
    static func value(_ name: String) -> String? {
        guard let found = getenv(name) else { return nil }
        let value = String(cString: found)
        return value.isEmpty ? nil : value
    }

    /// Today by this machine's clock and time zone.
    static var today: Day {
        let now = localTime
        return Day(year: Int(now.tm_year) + 1900, month: Int(now.tm_mon) + 1, day: Int(now.tm_mday)) ?? Day(number: 0)
    }

    /// Milliseconds until the day changes, at least one second.
    static var untilMidnight: Int {
        let now = localTime
        let gone = (Int(now.tm_hour) * 60 + Int(now.tm_min)) * 60 + Int(now.tm_sec)
        return max(1, 86_400 - gone) * 1000
    }

    /// Seconds of a clock that nobody sets.
    static var uptime: Int { milliseconds / 1000 }

    /// Milliseconds of the same clock.
    static var milliseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    private static var localTime: tm {
        var seconds = time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return parts
    }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
