/// How much a document may ask of the reader. Whatever goes beyond a limit is refused as soon as it is seen, so that
/// a hostile file costs a few milliseconds and no memory to speak of.
package struct JSONLimits: Equatable, Sendable {
    /// How many arrays and objects may stand inside each other; the outermost one is depth 1.
    package var depth: Int
    /// Members of one object.
    package var keysPerObject: Int
    /// Bytes of one string or key as written in the source: between its quotes, escapes not decoded.
    package var stringBytes: Int
    /// Bytes of the whole document. Never more than `JSONLimits.mostBytes`, whatever is asked for.
    package var bytes: Int
    /// Bytes of one number as written in the source.
    package var numberBytes: Int

    /// Values of the whole document; each costs a record of 20 bytes.
    package var values: Int

    /// 256 MiB: what the reader's 32-bit records can address.
    package static let mostBytes = 1 << 28

    package static let standard = JSONLimits()

    package init(
        depth: Int = 64, keysPerObject: Int = 65_536, stringBytes: Int = 1 << 20, bytes: Int = mostBytes,
        numberBytes: Int = 64, values: Int = .max
    ) {
        self.depth = depth
        self.keysPerObject = keysPerObject
        self.stringBytes = stringBytes
        self.bytes = bytes
        self.numberBytes = numberBytes
        self.values = values
    }
}
