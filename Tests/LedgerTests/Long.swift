import Foundation

/// The long tests: `LIANXI_LONG_TESTS=1 swift test`.
enum Long {
    static let isOn = ProcessInfo.processInfo.environment["LIANXI_LONG_TESTS"] == "1"

    /// How often a random test runs.
    static func count(_ short: Int, long: Int) -> Int { isOn ? long : short }
}
