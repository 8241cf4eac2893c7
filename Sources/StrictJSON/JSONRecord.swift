/// One value of a document: where it stands in the bytes and where the next value after its whole subtree stands in
/// the list of records. Records lie in the order of the source (a container before its children); 20 bytes each.
struct JSONRecord: Sendable {
    /// Offset of the opening quote of the value's key; 0 for elements and the root, which have none.
    var key: UInt32
    /// Offset of the value's first byte.
    var start: UInt32
    /// Offset behind the value's last byte.
    var end: UInt32
    /// Index of the first record that is not part of this value.
    var next: UInt32
    /// The kind in the three low bits, two flags, then the number of children.
    private var packed: UInt32

    private static let textEscapes: UInt32 = 1 << 3
    private static let keyEscapes: UInt32 = 1 << 4
    private static let countShift: UInt32 = 5

    /// - Parameters:
    ///   - key: the key's offset and whether it has escapes; nil for elements and the root.
    ///   - escapes: whether this is a string with escapes in it.
    init(_ kind: JSONKind, key: JSONToken?, start: Int, end: Int, next: Int, escapes: Bool = false) {
        self.key = UInt32(truncatingIfNeeded: key?.start ?? 0)
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
        packed = UInt32(kind.rawValue)
        if escapes { packed |= Self.textEscapes }
        if key?.escapes == true { packed |= Self.keyEscapes }
    }

    var kind: JSONKind { JSONKind(rawValue: UInt8(truncatingIfNeeded: packed & 7)) ?? .null }
    var textHasEscapes: Bool { packed & Self.textEscapes != 0 }
    var keyHasEscapes: Bool { packed & Self.keyEscapes != 0 }
    /// Elements of an array, members of an object.
    var count: Int { Int(packed >> Self.countShift) }

    /// The key of a member; meaningless for elements and the root.
    func keyToken(_ bytes: Span<UInt8>) -> JSONToken {
        let start = Int(key)
        return JSONToken(start: start, end: JSONText.end(from: start, bytes), escapes: keyHasEscapes)
    }

    /// Whether the key of a member is this one.
    func hasKey(_ wanted: Span<UInt8>, _ bytes: Span<UInt8>) -> Bool {
        guard mayHaveKey(wanted.count, bytes) else { return false }
        let end = Int(key) + wanted.count + 2
        let token = keyHasEscapes ? keyToken(bytes) : JSONToken(start: Int(key), end: end, escapes: false)
        return JSONText.equals(token, bytes, wanted)
    }

    /// Whether the key of a member may be one of so many bytes: has escapes, or a quote where its end would be. Decides
    /// most of the time.
    func mayHaveKey(_ count: Int, _ bytes: Span<UInt8>) -> Bool {
        let quote = Int(key) + count + 1
        return keyHasEscapes || quote < bytes.count && bytes[quote] == UInt8(ascii: "\"")
    }

    /// Completes a container. A document of at most 2^28 bytes has fewer than 2^27 children, which is what fits.
    mutating func close(end: Int, next: Int, count: Int) {
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
        packed |= UInt32(truncatingIfNeeded: count) << Self.countShift
    }
}

/// A string or key in the source, with its quotes.
struct JSONToken {
    var start: Int
    var end: Int
    var escapes: Bool
}
