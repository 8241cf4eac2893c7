/// Some documents of an index that lie one after the other, with their texts folded, as numbers of the alphabet: as much
/// as is read at once.
struct SearchBlock: Sendable {
    /// How many documents stand before it.
    let first: Int
    /// All of it in one array, so that what lies on a shelf is read in one piece and searched where it lies: how long the
    /// columns are, the columns, and the texts, half the width of a scalar because they are most of an index.
    let cells: [UInt16]
    let count: Int
    private let columns: Columns

    static let empty = SearchBlock(Maker(), first: 0)

    init(_ made: Maker, first: Int) {
        self.first = first
        (cells, columns) = (made.cells, made.columns)
        count = columns.documents
    }

    /// Nil where that is no block.
    init?(first: Int, cells: [UInt16]) {
        guard let columns = Columns(cells) else { return nil }
        self.first = first
        self.cells = cells
        self.columns = columns
        count = columns.documents
        guard number(columns.start, columns.texts) == cells.count else { return nil }
    }

    /// The numbers of its documents among all.
    var numbers: Range<Int> { first..<first + count }

    // Documents are named by their places in the block.

    func document(_ place: Int) -> SearchDocument { value(columns.document, place) }

    /// The places of a document's texts; those shown first come first.
    func texts(_ document: Int) -> Range<Int> {
        number(columns.firstText, document)..<number(columns.firstText, document + 1)
    }

    /// Where a text lies in `cells`, without the separator before it.
    func range(ofText place: Int) -> Range<Int> {
        number(columns.start, place) + 1..<number(columns.start, place + 1)
    }

    /// All of a document's text.
    @inline(__always)
    func range(_ document: Int) -> Range<Int> {
        let texts = texts(document)
        return number(columns.start, texts.lowerBound)..<number(columns.start, texts.upperBound)
    }

    /// Where its names or own words end, and what belongs to it begins.
    func endOfNames(_ document: Int) -> Int {
        number(columns.start, texts(document).prefix(self.document(document).names).endIndex)
    }

    /// Whether one of these units is on the item that a document stands for.
    func isHeld(_ document: Int, byUnits units: [Bool]) -> Bool {
        let places = number(columns.firstUnit, document)..<number(columns.firstUnit, document + 1)
        return places.contains { units[number(columns.unit, $0)] }
    }

    /// Whether a document may hold a word, or something like it.
    @inline(__always)
    func mayHold(_ document: Int, _ word: WordMatcher) -> Bool {
        let marks: CharacterMarks = value(columns.marks, document)
        return marks.meets(all: word.marks.span)
    }

    // MARK: Cells

    @inline(__always)
    private func number(_ column: Int, _ place: Int) -> Int {
        let number: Int32 = value(column, place)
        return Int(number)
    }

    @inline(__always)
    private func value<Value: BitwiseCopyable>(_ column: Int, _ place: Int) -> Value {
        let size = MemoryLayout<Value>.stride
        return cells.span.bytes.unsafeLoadUnaligned(fromByteOffset: 2 * column + size * place, as: Value.self)
    }

    /// Where the columns begin in the cells.
    fileprivate struct Columns {
        /// How many.
        let documents: Int
        let texts: Int
        let marks: Int
        let document: Int
        /// The place of each document's first text among all texts, with one more at the end; `firstUnit` likewise.
        let firstText: Int
        let firstUnit: Int
        /// Where each text's separator is, and behind the last the end of the cells.
        let start: Int
        /// The units of each document by their places in the plan.
        let unit: Int
        let text: Int

        init(documents: Int, texts: Int, units: Int) {
            func cells<Value>(_ count: Int, _: Value.Type) -> Int { count * MemoryLayout<Value>.stride / 2 }
            self.documents = documents
            self.texts = texts
            marks = cells(3, Int32.self)
            document = marks + cells(documents, CharacterMarks.self)
            firstText = document + cells(documents, SearchDocument.self)
            firstUnit = firstText + cells(documents + 1, Int32.self)
            start = firstUnit + cells(documents + 1, Int32.self)
            unit = start + cells(texts + 1, Int32.self)
            text = unit + cells(units, Int32.self)
        }

        init?(_ cells: [UInt16]) {
            guard cells.count >= 6 else { return nil }
            let counts = (0..<3).map { Int(cells[2 * $0]) | Int(cells[2 * $0 + 1]) << 16 }
            self.init(documents: counts[0], texts: counts[1], units: counts[2])
            guard text <= cells.count else { return nil }
        }
    }
}

extension SearchBlock {
    /// A block while documents are taken in.
    struct Maker {
        private var documents: [SearchDocument] = []
        private var text: [UInt16] = []
        private var starts: [Int32] = [0]
        private var firstTexts: [Int32] = [0]
        private var marks: [CharacterMarks] = []
        private var units: [Int32] = []
        private var firstUnits: [Int32] = [0]

        /// Takes in a further document.
        /// - Parameter units: the places of those on it.
        mutating func append(
            _ document: SearchDocument, _ texts: [String], units: [Int] = [], _ letters: inout Letters
        ) {
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

        fileprivate var columns: Columns {
            Columns(documents: documents.count, texts: starts.count - 1, units: units.count)
        }

        /// How many cells it comes to.
        var cellCount: Int { columns.text + text.count }

        /// As the columns are.
        var cells: [UInt16] {
            let columns = columns
            var cells: [UInt16] = []
            cells.reserveCapacity(cellCount)
            put([documents.count, starts.count - 1, units.count].map { Int32($0) }, behind: &cells)
            put(marks, behind: &cells)
            put(documents, behind: &cells)
            put(firstTexts, behind: &cells)
            put(firstUnits, behind: &cells)
            put(starts.map { $0 + Int32(columns.text) }, behind: &cells)
            put(units, behind: &cells)
            cells += text
            return cells
        }

        private func put<Value: BitwiseCopyable>(_ values: [Value], behind cells: inout [UInt16]) {
            values.withUnsafeBytes { cells.append(contentsOf: $0.bindMemory(to: UInt16.self)) }
        }
    }
}

/// Where the blocks of a large index lie, so that they take no memory.
package protocol SearchShelf: Sendable {
    /// Nil where there is no room.
    func put(_ cells: [UInt16]) -> Range<Int>?
    /// What was put there; fewer where it cannot be read.
    func cells(_ place: Range<Int>) -> [UInt16]
}
