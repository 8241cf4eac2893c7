import Glibc
package import WorkPlan

extension Moment {
    /// Now, by this computer's clock and time zone, to the millisecond.
    package static func now() -> Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var parts = tm()
        var seconds = time.tv_sec
        localtime_r(&seconds, &parts)
        let offset = Int(parts.tm_gmtoff) / 60
        let year = Int(parts.tm_year) + 1900
        guard (1000...9999).contains(year) else { return .epoch }
        var text: [UInt8] = []
        text.reserveCapacity(29)
        text.append(year, digits: 4)
        text.append(Int(parts.tm_mon) + 1, digits: 2, after: "-")
        text.append(Int(parts.tm_mday), digits: 2, after: "-")
        text.append(Int(parts.tm_hour), digits: 2, after: "T")
        text.append(Int(parts.tm_min), digits: 2, after: ":")
        text.append(min(59, Int(parts.tm_sec)), digits: 2, after: ":")
        text.append(time.tv_nsec / 1_000_000, digits: 3, after: ".")
        text.append(abs(offset) / 60, digits: 2, after: offset < 0 ? "-" : "+")
        text.append(abs(offset) % 60, digits: 2, after: ":")
        return Moment(unchecked: String(decoding: text, as: UTF8.self))
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ number: Int, digits: Int, after sign: Unicode.Scalar? = nil) {
        if let sign { append(UInt8(ascii: sign)) }
        var unit = 1
        for _ in 1..<digits { unit *= 10 }
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(number / unit % 10))
            unit /= 10
        }
    }
}
