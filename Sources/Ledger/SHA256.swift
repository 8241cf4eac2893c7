import CLinux

/// SHA-256 (FIPS 180-4), tested with NIST's vectors; C takes its blocks. Of our own: `libmd` would be one more system
/// library for the static program, and swift-crypto was measured at 200 s of build and 20 MB.
struct SHA256 {
    private var state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
    )
    /// The bytes that do not fill a block yet.
    private var rest: [UInt8] = []
    private var length: UInt64 = 0
    private let byProcessor: Bool

    /// - Parameter byProcessor: whether the processor may do what it has instructions for.
    init(byProcessor: Bool = true) {
        self.byProcessor = byProcessor
        rest.reserveCapacity(128)
    }

    /// The 32 bytes of the digest.
    static func digest(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finish()
    }

    mutating func update(_ bytes: some Collection<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { update($0) }
        if done == nil { Array(bytes).withUnsafeBufferPointer { update($0) } }
    }

    private mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        length &+= UInt64(bytes.count)
        var start = 0
        if !rest.isEmpty {
            start = min(64 - rest.count, bytes.count)
            rest.append(contentsOf: bytes[..<start])
            guard rest.count == 64 else { return }
            let block = rest
            block.withUnsafeBufferPointer { compress($0[...]) }
            rest.removeAll(keepingCapacity: true)
        }
        let end = bytes.count - (bytes.count - start) % 64
        compress(bytes[start..<end])
        rest.append(contentsOf: bytes[end...])
    }

    mutating func finish() -> [UInt8] {
        let words = finishWords()
        return (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 4] >> UInt32(24 - $0 % 4 * 8)) }
    }

    /// The digest as eight words.
    mutating func finishWords() -> InlineArray<8, UInt32> {
        let bits = length &* 8
        rest.append(0x80)
        rest.append(contentsOf: repeatElement(0, count: ((rest.count <= 56 ? 56 : 120) - rest.count)))
        for shift in stride(from: 56, through: 0, by: -8) {
            rest.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        let blocks = rest
        blocks.withUnsafeBufferPointer { compress($0[...]) }
        return [state.0, state.1, state.2, state.3, state.4, state.5, state.6, state.7]
    }

    /// - Parameter blocks: of 64 bytes each.
    private mutating func compress(_ blocks: Slice<UnsafeBufferPointer<UInt8>>) {
        let bytes = UnsafeBufferPointer(rebasing: blocks)
        withUnsafeMutableBytes(of: &state) {
            lianxi_sha256_blocks(
                $0.baseAddress?.assumingMemoryBound(to: UInt32.self), bytes.baseAddress, bytes.count / 64, byProcessor)
        }
    }
}
