/// A key of an open object, with a hash of its decoded bytes.
struct JSONKeyMark {
    var hash: UInt64
    var start: UInt32
    var end: UInt32
    var escapes: Bool

    var token: JSONToken { JSONToken(start: Int(start), end: Int(end), escapes: escapes) }
}

extension JSONReader {
    /// Objects up to this many keys are checked pair by pair.
    private static let pairwiseKeys = 16

    /// Reads a key and its colon, up to the first byte of the value.
    mutating func readKey(_ bytes: Span<UInt8>, isFirst: Bool) throws(Failure) {
        guard peek(bytes) == UInt8(ascii: "\"") else {
            throw unexpected(bytes, expected: isFirst ? .keyOrBrace : .key)
        }
        let firstKey = frames.last?.firstKey ?? 0
        guard keys.count - firstKey < limits.keysPerObject else {
            throw failure(.tooManyKeys(limit: limits.keysPerObject))
        }
        let token = try readString(bytes)
        keys.append(
            JSONKeyMark(
                hash: hash(token, bytes), start: UInt32(truncatingIfNeeded: token.start),
                end: UInt32(truncatingIfNeeded: token.end), escapes: token.escapes))
        skipBlanks(bytes)
        guard peek(bytes) == UInt8(ascii: ":") else { throw unexpected(bytes, expected: .colon) }
        position += 1
        skipBlanks(bytes)
        key = token
    }

    /// Forgets the keys from `firstKey` on, which are those of the object being closed; throws at the first that is
    /// there a second time. Keys are compared as decoded bytes.
    mutating func refuseDuplicateKeys(from firstKey: Int, _ bytes: Span<UInt8>) throws(Failure) {
        let duplicate =
            keys.count - firstKey <= Self.pairwiseKeys
            ? duplicateAmongFew(from: firstKey, bytes) : duplicateAmongMany(from: firstKey, bytes)
        if let duplicate {
            let key = JSONText.string(duplicate.token, bytes)
            throw failure(.duplicateKey(key), at: Int(duplicate.start))
        }
        keys.removeLast(keys.count - firstKey)
    }

    private func duplicateAmongFew(from firstKey: Int, _ bytes: Span<UInt8>) -> JSONKeyMark? {
        var later = firstKey + 1
        while later < keys.count {
            for earlier in firstKey..<later where keys[earlier].hash == keys[later].hash {
                if JSONText.decoded(keys[earlier].token, bytes) == JSONText.decoded(keys[later].token, bytes) {
                    return keys[later]
                }
            }
            later += 1
        }
        return nil
    }

    /// Sorts by hash; only keys of equal hash are compared, in a set with the standard library's seeded hashes: a file
    /// made to collide in ours stays far from quadratic.
    private func duplicateAmongMany(from firstKey: Int, _ bytes: Span<UInt8>) -> JSONKeyMark? {
        let sorted = keys[firstKey...].sorted { ($0.hash, $0.start) < ($1.hash, $1.start) }
        var first: JSONKeyMark?
        var seen: Set<[UInt8]> = []
        for index in 1..<max(1, sorted.count) where sorted[index].hash == sorted[index - 1].hash {
            if index < 2 || sorted[index - 2].hash != sorted[index].hash {
                seen = [JSONText.decoded(sorted[index - 1].token, bytes)]
            }
            let isNew = seen.insert(JSONText.decoded(sorted[index].token, bytes)).inserted
            if !isNew, sorted[index].start < first?.start ?? .max { first = sorted[index] }
        }
        return first
    }

    private func hash(_ token: JSONToken, _ bytes: Span<UInt8>) -> UInt64 {
        guard token.escapes else { return hash(bytes.extracting(token.start + 1..<token.end - 1)) }
        return hash(JSONText.decoded(token, bytes).span)
    }

    private func hash(_ bytes: Span<UInt8>) -> UInt64 {
        let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
        let raw = bytes.bytes
        var hash = UInt64(truncatingIfNeeded: bytes.count)
        var index = 0
        while index + 8 <= bytes.count {
            let word = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            hash = (hash ^ word) &* factor
            hash ^= hash >> 32
            index += 8
        }
        var tail: UInt64 = 0
        while index < bytes.count {
            tail = tail << 8 | UInt64(bytes[index])
            index += 1
        }
        hash = (hash ^ tail) &* factor
        return hash ^ hash >> 32
    }
}
