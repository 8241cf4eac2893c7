/// The binary form of a snapshot, for the caches: read some ten times as fast as the JSON of `plan.json`. Never the only
/// place that anything stands in.
///
/// `lianxi image` and four times the layout in 16 bytes; the seal of the front and its length in eight each; the front:
/// cover, plan, and where the pieces lie; the pieces, 32 items each, and then their extras, each with a seal in the front.
enum Image {
    /// Raised with every change of what an image holds: one of another layout is not read. A test compares an image with
    /// one that was written down.
    static let layout: UInt8 = 10
    private static let name = Array("lianxi image".utf8)
    /// Four times the same, so that a damaged one is not taken for another program's.
    private static let head = name + Array(repeating: layout, count: 4)
    static let frontStart = head.count + 16

    /// The bytes of a file, be they all of it or the first `frontStart`.
    static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: name) }

    /// Whether it is one that an older or newer program wrote: not damaged, and of no use.
    static func isOfAnotherLayout(_ bytes: [UInt8]) -> Bool {
        let layouts = bytes.dropFirst(name.count).prefix(4)
        guard begins(bytes), layouts.count == 4, let first = layouts.first, first != layout else { return false }
        // Before the fourth it was written once, and zeros.
        return layouts.dropFirst().allSatisfy { $0 == (first < 4 ? 0 : first) }
    }

    /// What stands before a front.
    static func head(_ front: [UInt8], _ seal: UInt64) -> [UInt8] {
        head + littleEndian(seal, 8) + littleEndian(UInt64(front.count), 8)
    }

    /// The whole file of a front that has nothing behind it.
    static func file(_ front: [UInt8]) -> [UInt8] { head(front, seal(front)) + front }

    /// How long the front is that begins behind these bytes, and its seal; nil where they are none of an image.
    static func front(_ bytes: [UInt8]) -> (count: Int, seal: UInt64)? {
        guard bytes.count >= frontStart, bytes.starts(with: head) else { return nil }
        return bytes.withUnsafeBytes { bytes in
            let numbers = [head.count, head.count + 8].map {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
            }
            return (Int(truncatingIfNeeded: numbers[1]), numbers[0])
        }
    }

    /// The front of a file that has nothing behind it; nil where the bytes are not those that were written.
    static func onlyFront(_ file: [UInt8]) -> ArraySlice<UInt8>? {
        guard let (count, seal) = front(file), count == file.count - frontStart else { return nil }
        let front = file[frontStart...]
        return front.withUnsafeBytes { self.seal($0) } == seal ? front : nil
    }

    /// A checksum that no change within one word escapes, and of other damage one in 2⁶⁴. SHA-256 would take longer than
    /// all the rest of reading.
    static func seal(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { seal($0) } }

    /// Four hashes side by side, each of every fourth word: one after the other they would wait for each other's products.
    static func seal(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        func word(_ place: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
            let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            return product ^ product >> 32
        }
        var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (UInt64(bytes.count), 1, 2, 3)
        var place = 0
        while place + 32 <= bytes.count {
            first = mixed(first, word(place))
            second = mixed(second, word(place + 8))
            third = mixed(third, word(place + 16))
            fourth = mixed(fourth, word(place + 24))
            place += 32
        }
        var hash = mixed(mixed(mixed(first, second), third), fourth)
        while place + 8 <= bytes.count {
            hash = mixed(hash, word(place))
            place += 8
        }
        for byte in bytes[place...] { hash = mixed(hash, UInt64(byte)) }
        return hash
    }

    private static func littleEndian(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
