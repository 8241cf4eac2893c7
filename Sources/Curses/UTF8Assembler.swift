/// Puts characters together from the bytes of keys, however many reads they come in.
struct UTF8Assembler {
    private var value: UInt32 = 0
    private var missing = 0
    private var least: UInt32 = 0

    /// The character a byte completes; nil while bytes are missing, and for bytes that are not UTF-8, which are
    /// dropped.
    mutating func character(adding byte: UInt8) -> Character? {
        switch byte {
        case 0x80..<0xC0:
            guard missing > 0 else { return nil }
            missing -= 1
            value = value << 6 | UInt32(byte & 0x3F)
            if missing > 0 { return nil }
            guard value >= least else { return nil }
        case 0xC0..<0xE0: return begin(UInt32(byte & 0x1F), missing: 1, least: 0x80)
        case 0xE0..<0xF0: return begin(UInt32(byte & 0x0F), missing: 2, least: 0x800)
        case 0xF0..<0xF8: return begin(UInt32(byte & 0x07), missing: 3, least: 0x1_0000)
        default:
            missing = 0
            guard byte < 0x80 else { return nil }
            value = UInt32(byte)
        }
        return Unicode.Scalar(value).map(Character.init)
    }

    private mutating func begin(_ bits: UInt32, missing count: Int, least smallest: UInt32) -> Character? {
        value = bits
        missing = count
        least = smallest
        return nil
    }
}
