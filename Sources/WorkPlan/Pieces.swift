/// An array in pieces. A copy of which an element is changed shares all pieces but that element's, so that a change costs the
/// same in a plan of thirty items and of a hundred thousand, and what changed between two copies is found without looking
/// at what did not.
package struct Pieces<Element: Sendable>: RandomAccessCollection, Sendable {
    /// All as long as the first says, but the last.
    private var pieces: [[Element]] = []
    package private(set) var count = 0

    private static var length: Int { 32 }

    package init() {}

    package init(_ elements: some Sequence<Element>) {
        for element in elements { append(element) }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(_ place: Int) -> Element {
        _read { yield pieces[place / Self.length][place % Self.length] }
        _modify { yield &pieces[place / Self.length][place % Self.length] }
    }

    mutating func append(_ element: consuming Element) {
        if count == pieces.count * Self.length {
            pieces.append([])
            pieces[pieces.count - 1].reserveCapacity(Self.length)
        }
        pieces[pieces.count - 1].append(element)
        count += 1
    }

    mutating func reserveCapacity(_ count: Int) { pieces.reserveCapacity(count / Self.length + 1) }

    // Elements are looked at where they lie: a copy of one counts the references to all that it holds.

    func with<Result>(_ place: Int, _ body: (Element) -> Result) -> Result {
        let piece = pieces[place / Self.length]
        let span = piece.span
        return body(span[place % Self.length])
    }

    /// The places of the elements that `holds` is true of: all of them, or the first few.
    func places(where holds: (Element) -> Bool, enough: Int = .max) -> [Int] {
        var found: [Int] = []
        for (number, piece) in pieces.enumerated() {
            let span = piece.span
            for place in span.indices where holds(span[place]) {
                found.append(number * Self.length + place)
                if found.count == enough { return found }
            }
        }
        return found
    }
}

extension Pieces: Equatable where Element: Equatable {
    /// The places at which two of the same count differ.
    func differences(from other: Pieces) -> [Int] {
        var found: [Int] = []
        for (number, (piece, old)) in zip(pieces, other.pieces).enumerated() where piece != old {
            for place in piece.indices where piece[place] != old[place] { found.append(number * Self.length + place) }
        }
        return found
    }
}
