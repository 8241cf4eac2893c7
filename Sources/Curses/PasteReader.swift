import CLinux
import Glibc

/// Reads a bracketed paste straight from the terminal, up to its end mark and not one byte further.
struct PasteReader {
    /// The most bytes a paste may have; the rest is dropped.
    static let limit = 1 << 20
    /// How long a paste may pause before it counts as broken off, in milliseconds. The end mark was lost then, and
    /// what comes next is typed.
    static let patience = 2000

    private static let endMark = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []
    /// How many bytes of the end mark the last bytes read are.
    private var matched = 0
    private var lastRead = Self.now

    /// The pasted text, once it is whole or broken off; nil while more is to come. Never blocks.
    mutating func text(from fd: Int32) -> String? {
        var waiting = Int(lianxi_bytes_waiting(fd))
        if waiting > 0 {
            if Self.now - lastRead > Self.patience { return text }
            lastRead = Self.now
        }
        var buffer: [UInt8] = [0, 0, 0, 0, 0, 0]
        while waiting > 0 {
            // Asking for no more than the end mark still lacks leaves the keys behind it to ncurses.
            let count = read(fd, &buffer, min(waiting, Self.endMark.count - matched))
            guard count > 0 else { return nil }
            waiting -= count
            for byte in buffer.prefix(count) { take(byte) }
            if matched == Self.endMark.count { return text }
        }
        return nil
    }

    mutating func take(_ byte: UInt8) {
        if byte == Self.endMark[matched] {
            matched += 1
        } else {
            keep(Self.endMark.prefix(matched))
            matched = byte == Self.endMark[0] ? 1 : 0
            if matched == 0 { keep([byte]) }
        }
    }

    private mutating func keep(_ more: some Collection<UInt8>) {
        bytes.append(contentsOf: more.prefix(Self.limit - bytes.count))
    }

    /// The text so far, its line ends as `\n`: terminals send what Enter sends.
    var text: String {
        var whole = bytes[...]
        if whole.count == Self.limit {
            // A character cut in half by the limit goes.
            while let last = whole.last, last & 0xC0 == 0x80 { whole.removeLast() }
            if let last = whole.last, last >= 0xC0 { whole.removeLast() }
        }
        var text = ""
        var afterReturn = false
        for scalar in String(decoding: whole, as: UTF8.self).unicodeScalars {
            if scalar == "\r" || scalar != "\n" || !afterReturn {
                text.unicodeScalars.append(scalar == "\r" ? "\n" : scalar)
            }
            afterReturn = scalar == "\r"
        }
        return text
    }

    /// Milliseconds on a clock that nobody sets.
    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
