import Glibc

/// The plan file a new ledger starts from.
package struct Seed: Sendable {
    let bytes: [UInt8]
    /// The SHA-256 of the bytes as lower-case hexadecimal digits, where the caller has it at hand. A base that equals the
    /// seed then need not be hashed: that was a sixth of the time to the first frame.
    let knownHash: String?

    package init(_ bytes: [UInt8], knownHash: String? = nil) {
        self.bytes = bytes
        self.knownHash = knownHash
    }

    /// Whether a file's bytes are these. (`==` compares them one by one.)
    func holds(_ file: [UInt8]) -> Bool {
        file.count == bytes.count
            && file.withUnsafeBytes { file in
                bytes.withUnsafeBytes { bytes in
                    guard let one = file.baseAddress, let other = bytes.baseAddress else { return true }
                    return memcmp(one, other, file.count) == 0
                }
            }
    }

    var hash: String { knownHash ?? Hexadecimal.encode(SHA256.digest(bytes)) }
}
