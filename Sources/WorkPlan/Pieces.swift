/// An array in pieces. A copy of which an element is changed shares all pieces but that element's, so that a change costs the
/// same in a plan of thirty items and of a hundred thousand, and what changed between two copies is found without looking
/// at what did not. Pieces that nobody has altered may lie elsewhere, and are read when they are looked at.
package struct Pieces<Element: Sendable>: RandomAccessCollection, Sendable {
    /// All as long as the first says, but the last. Empty where a piece lies in the store.
    private var pieces: [[Element]] = []
    package private(set) var count = 0
    private let store: Store?

    private static var length: Int { 32 }

    /// How many pieces so many elements are.
    static func pieces(of count: Int) -> Int { (count + length - 1) / length }

    /// The places of a piece, by its number, where there are so many elements in all.
    static func piece(_ number: Int, of count: Int) -> Range<Int> {
        number * length..<Swift.min((number + 1) * length, count)
    }

    package init() { store = nil }

    package init(_ elements: [Element]) {
        store = nil
        count = elements.count
        pieces = (0..<Self.pieces(of: elements.count)).map { Array(elements[Self.piece($0, of: elements.count)]) }
    }

    /// - Parameter make: called for each place, one after the other.
    init(count: Int, _ make: (Int) -> Element) {
        store = nil
        self.count = count
        pieces = (0..<Self.pieces(of: count)).map { Self.piece($0, of: count).map(make) }
    }

    /// As many elements as lie in a store.
    init(_ store: Store, count: Int) {
        self.store = store
        self.count = count
        pieces = Array(repeating: [], count: Self.pieces(of: count))
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(_ place: Int) -> Element {
        _read {
            let (number, inside) = place.quotientAndRemainder(dividingBy: Self.length)
            if pieces[number].isEmpty { yield piece(number)[inside] } else { yield pieces[number][inside] }
        }
        _modify {
            load(place / Self.length)
            yield &pieces[place / Self.length][place % Self.length]
        }
    }

    private func piece(_ number: Int, isPassing: Bool = false) -> [Element] {
        let piece = pieces[number]
        return piece.isEmpty ? store?.piece(number, isPassing) ?? piece : piece
    }

    /// Takes a piece out of the store, to be altered.
    private mutating func load(_ number: Int) {
        if pieces[number].isEmpty { pieces[number] = piece(number) }
    }

    mutating func append(_ element: consuming Element) {
        if count == pieces.count * Self.length {
            pieces.append([])
            pieces[pieces.count - 1].reserveCapacity(Self.length)
        } else {
            load(pieces.count - 1)
        }
        pieces[pieces.count - 1].append(element)
        count += 1
    }

    // Elements are looked at where they lie: a copy of one counts the references to all that it holds.

    func with<Result>(_ place: Int, _ body: (Element) -> Result) -> Result {
        let piece = piece(place / Self.length)
        let span = piece.span
        return body(span[place % Self.length])
    }

    /// Those of a stretch, with their places. One closure for all: making one for each takes copies of all that it uses, a
    /// quarter of the time that going through a large plan takes.
    func each(in places: Range<Int>, _ body: (Int, Element) -> Void) {
        guard let first = places.first, let last = places.last else { return }
        for number in first / Self.length...last / Self.length {
            let piece = piece(number, isPassing: true)
            let span = piece.span
            for place in places.clamped(to: number * Self.length..<(number + 1) * Self.length) {
                body(place, span[place % Self.length])
            }
        }
    }

    /// All of them, with their places, as long as `body` is true of them.
    func each(_ body: (Int, Element) -> Bool) {
        for number in pieces.indices {
            let piece = piece(number, isPassing: true)
            let span = piece.span
            for place in span.indices {
                guard body(number * Self.length + place, span[place]) else { return }
            }
        }
    }

    /// The places of the elements that `holds` is true of: all of them, or the first few.
    func places(where holds: (Element) -> Bool, enough: Int = .max) -> [Int] {
        var found: [Int] = []
        each { place, element in
            if holds(element) { found.append(place) }
            return found.count < enough
        }
        return found
    }
}

extension Pieces: Equatable where Element: Equatable {
    package static func == (left: Pieces, right: Pieces) -> Bool {
        left.count == right.count
            && left.pieces.indices.allSatisfy { left.shares($0, with: right) || left.piece($0) == right.piece($0) }
    }

    /// The places at which two of the same count differ.
    func differences(from other: Pieces) -> [Int] {
        var found: [Int] = []
        for number in pieces.indices where !shares(number, with: other) {
            let (piece, old) = (piece(number), other.piece(number))
            guard piece != old else { continue }
            for place in piece.indices where piece[place] != old[place] { found.append(number * Self.length + place) }
        }
        return found
    }

    /// Whether a piece lies in the same store for both.
    private func shares(_ number: Int, with other: Pieces) -> Bool {
        pieces[number].isEmpty && other.pieces[number].isEmpty && store === other.store
    }
}

extension Pieces {
    /// Where pieces lie that are read when they are looked at.
    final class Store: Sendable {
        /// The elements of the piece with a number, always the same; and whether somebody goes through all of them, so that
        /// there is no use in keeping this one.
        let piece: @Sendable (Int, Bool) -> [Element]

        init(piece: @escaping @Sendable (Int, Bool) -> [Element]) { self.piece = piece }
    }
}
