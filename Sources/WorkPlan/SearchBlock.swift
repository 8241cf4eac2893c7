/// Some documents of an index that lie one after the other, with their texts folded, as numbers of the alphabet: as much
/// as is read at once.
struct SearchBlock: Sendable {
    /// How many documents stand before it.
    let first: Int
    private(set) var documents: [SearchDocument] = []
    /// Every text with a separator before it. Half the width of a scalar, because the texts are most of an index.
    private(set) var text: [UInt16] = []
    /// Where each text's separator is, and behind the last the end of `text`.
    private var starts: [Int32] = [0]
    /// The place of each document's first text among all texts, with one more at the end.
    private var firstTexts: [Int32] = [0]
    private var marks: [CharacterMarks] = []
    /// The units of each document by their places; `firstUnits` as `firstTexts`.
    private var units: [Int32] = []
    private var firstUnits: [Int32] = [0]

    init(first: Int) {
        self.first = first
    }

    /// Takes in a further document.
    /// - Parameter units: the places of those on it.
    mutating func append(_ document: SearchDocument, _ texts: [String], units: [Int] = [], _ letters: inout Letters) {
        var marks = CharacterMarks()
        for string in texts {
            text.append(UInt16(WordMatcher.separator))
            letters.append(string, to: &text, &marks)
            starts.append(Int32(text.count))
        }
        documents.append(document)
        firstTexts.append(Int32(starts.count - 1))
        self.marks.append(marks)
        for unit in units { self.units.append(Int32(unit)) }
        firstUnits.append(Int32(self.units.count))
    }

    /// The numbers of its documents among all.
    var numbers: Range<Int> { first..<first + documents.count }

    // Documents are named by their places in the block.

    /// The places of a document's texts; those shown first come first.
    func texts(_ document: Int) -> Range<Int> { Int(firstTexts[document])..<Int(firstTexts[document + 1]) }

    /// Where a text lies in `text`, without its separator.
    func range(ofText place: Int) -> Range<Int> { Int(starts[place]) + 1..<Int(starts[place + 1]) }

    /// All of a document's text.
    func range(_ document: Int) -> Range<Int> {
        Int(starts[Int(firstTexts[document])])..<Int(starts[Int(firstTexts[document + 1])])
    }

    /// Where its names or own words end, and what belongs to it begins.
    func endOfNames(_ document: Int) -> Int {
        Int(starts[texts(document).prefix(documents[document].names).endIndex])
    }

    /// The places of the units on the item that a document stands for; none for anything else.
    func units(_ document: Int) -> ArraySlice<Int32> {
        units[Int(firstUnits[document])..<Int(firstUnits[document + 1])]
    }

    /// Whether a document may hold a word, or something like it.
    func mayHold(_ document: Int, _ word: WordMatcher) -> Bool { marks[document].meets(all: word.marks.span) }
}

extension SearchBlock {
    /// As it lies in this machine's memory, to be put on a shelf.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        put(documents, behind: &bytes)
        put(text, behind: &bytes)
        put(starts, behind: &bytes)
        put(firstTexts, behind: &bytes)
        put(marks, behind: &bytes)
        put(units, behind: &bytes)
        put(firstUnits, behind: &bytes)
        return bytes
    }

    private func put<Element: BitwiseCopyable>(_ elements: [Element], behind bytes: inout [UInt8]) {
        withUnsafeBytes(of: elements.count) { bytes.append(contentsOf: $0) }
        elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    /// From the bytes of such a block; nil where they are not all there.
    init?(first: Int, bytes: [UInt8]) {
        self.first = first
        var rest = bytes[...]
        guard let documents: [SearchDocument] = Self.take(from: &rest), let text: [UInt16] = Self.take(from: &rest),
            let starts: [Int32] = Self.take(from: &rest), let firstTexts: [Int32] = Self.take(from: &rest),
            let marks: [CharacterMarks] = Self.take(from: &rest), let units: [Int32] = Self.take(from: &rest),
            let firstUnits: [Int32] = Self.take(from: &rest)
        else { return nil }
        self.documents = documents
        self.text = text
        self.starts = starts
        self.firstTexts = firstTexts
        self.marks = marks
        self.units = units
        self.firstUnits = firstUnits
    }

    private static func take<Element: BitwiseCopyable>(from rest: inout ArraySlice<UInt8>) -> [Element]? {
        rest.withUnsafeBytes { source -> (elements: [Element], size: Int)? in
            let head = MemoryLayout<Int>.size
            guard source.count >= head else { return nil }
            let count = source.loadUnaligned(as: Int.self)
            let size = count * MemoryLayout<Element>.stride
            guard source.count >= head + size else { return nil }
            let elements = [Element](unsafeUninitializedCapacity: count) { buffer, filled in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[head..<head + size]))
                filled = count
            }
            return (elements, head + size)
        }.map { taken in
            rest = rest.dropFirst(taken.size)
            return taken.elements
        }
    }
}

/// Where the blocks of a large index lie, so that they take no memory.
package protocol SearchShelf: Sendable {
    /// Nil where there is no room.
    func put(_ bytes: [UInt8]) -> Range<Int>?
    /// What was put there; fewer bytes where it cannot be read.
    func bytes(_ place: Range<Int>) -> [UInt8]
}
