/// The binary form of a snapshot, for the caches: read some ten times as fast as the JSON of `plan.json`. Never the only
/// place that anything stands in.
///
/// `lianxi image` in 16 bytes, the seal in eight; then what the seal is of: the layout, the cover as JSON, the plan.
enum Image {
    /// Raised with every change of what an image holds: one of another layout is not read. A test compares an image with
    /// one that was written down.
    static let layout = 2
    private static let head = Array("lianxi image\0\0\0\0".utf8)
    static let bodyStart = head.count + 8

    static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: head) }

    /// The whole file around a body.
    static func file(_ body: [UInt8]) -> [UInt8] {
        let seal = body.withUnsafeBytes { Self.seal($0) }
        return head + (0..<8).map { UInt8(truncatingIfNeeded: seal >> ($0 * 8)) } + body
    }

    /// A reader of the body; nil where the bytes are not those that were written.
    static func reader(_ file: UnsafeRawBufferPointer) -> ImageReader? {
        guard file.count >= bodyStart, file.starts(with: head) else { return nil }
        let body = UnsafeRawBufferPointer(rebasing: file[bodyStart...])
        let written = UInt64(littleEndian: file.loadUnaligned(fromByteOffset: head.count, as: UInt64.self))
        return seal(body) == written ? ImageReader(body) : nil
    }

    /// Whether it is one that an older or newer program wrote: not damaged, and of no use.
    static func isOfAnotherLayout(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { file in
            guard var reader = reader(file) else { return false }
            return reader.count() != layout
        }
    }

    /// A checksum that no change within one word escapes, and of other damage one in 2⁶⁴. SHA-256 would take longer than
    /// all the rest of reading.
    private static func seal(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash = UInt64(bytes.count)
        func add(_ word: UInt64) {
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        let whole = bytes.count & ~7
        for place in stride(from: 0, to: whole, by: 8) {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
        }
        for byte in bytes[whole...] { add(UInt64(byte)) }
        return hash
    }
}
