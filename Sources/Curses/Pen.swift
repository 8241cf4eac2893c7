import Cells

/// Writes for the terminal. It knows where the cursor stands and what the terminal writes with, so that nothing is sent
/// twice.
struct Pen {
    let words: TerminalWords
    /// What has been written and not yet been sent.
    private var bytes: [UInt8] = []
    /// What the terminal writes with, and where; nil while that is not known.
    private(set) var look: Look?
    private var place: Point?
    /// The words for colours that were used: making one takes 3,000 instructions.
    private var colorWords: [ColorName: [UInt8]] = [:]

    private struct ColorName: Hashable {
        var number: Int32
        var isBehind: Bool
    }

    init(_ words: TerminalWords) { self.words = words }

    /// To be called when something else may have written.
    mutating func forget() {
        look = nil
        place = nil
    }

    /// Takes what has been written, to be sent.
    mutating func finish() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// What moves nothing and colours nothing, or is followed by `forget`.
    mutating func add(_ words: [UInt8]) { bytes += words }

    mutating func move(to point: Point) {
        if point == place { return }
        bytes += words.place(point.x, point.y)
        place = point
    }

    mutating func write(_ glyph: Glyph, columns: Int) {
        write(code: glyph.base)
        if glyph.hasMarks { for mark in glyph.scalars.dropFirst() { write(code: mark.value) } }
        place?.x += columns
    }

    /// UTF-8, byte by byte: a tenth of the instructions of appending a view.
    private mutating func write(code: UInt32) {
        if code < 0x80 { return bytes.append(UInt8(truncatingIfNeeded: code)) }
        func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: code >> shift) & 0x3F }
        if code < 0x800 {
            bytes.append(0xC0 | UInt8(truncatingIfNeeded: code >> 6))
        } else {
            if code < 0x1_0000 {
                bytes.append(0xE0 | UInt8(truncatingIfNeeded: code >> 12))
            } else {
                bytes.append(0xF0 | UInt8(truncatingIfNeeded: code >> 18))
                bytes.append(tail(12))
            }
            bytes.append(tail(6))
        }
        bytes.append(tail(0))
    }

    /// Clears the whole screen in a look.
    mutating func clear(in look: Look) {
        wear(look)
        bytes += words.clear
        place = nil
    }

    /// Clears the rest of the row in a look.
    mutating func clearRest(in look: Look) {
        wear(look)
        bytes += words.clearRest ?? []
    }

    mutating func scroll(_ rows: ClosedRange<Int>, isUp: Bool, height: Int, in look: Look) {
        wear(look)
        bytes += words.scroll(rows, isUp: isUp, height: height)
        place = nil
    }

    mutating func wear(_ wanted: Look) {
        if wanted == look { return }
        var worn = look ?? takeOff()
        if worn.attributes != wanted.attributes {
            if !worn.attributes.isEmpty { worn = takeOff() }
            bytes += words.on(wanted.attributes)
        }
        if wanted.foreground < 0 && worn.foreground >= 0 || wanted.background < 0 && worn.background >= 0 {
            bytes += words.ownColors ?? []
            (worn.foreground, worn.background) = (-1, -1)
        }
        if wanted.foreground != worn.foreground { writeColor(wanted.foreground, isBehind: false) }
        if wanted.background != worn.background { writeColor(wanted.background, isBehind: true) }
        look = wanted
    }

    private mutating func takeOff() -> Look {
        bytes += words.plain
        return Look()
    }

    private mutating func writeColor(_ number: Int32, isBehind: Bool) {
        let name = ColorName(number: number, isBehind: isBehind)
        if let known = colorWords[name] { return bytes += known }
        let word = words.color(number, isBehind: isBehind)
        colorWords[name] = word
        bytes += word
    }
}
