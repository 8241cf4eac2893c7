/// The identifiers of a plan's items as they lie in a file, one after the other.
package struct ItemNames: Equatable, Sendable {
    package private(set) var text: [UInt8] = []
    /// Where each ends in the text, in bytes.
    package private(set) var ends: [Int32] = []

    package init() {}

    package init(_ tree: ItemTree) {
        for position in tree.positions {
            tree.items.with(position) { text += Array($0.id.text.utf8) }
            ends.append(Int32(text.count))
        }
    }

    /// Nil where the text ends elsewhere.
    package init?(text: [UInt8], ends: [Int32]) {
        var last: Int32 = 0
        for end in ends {
            guard end >= last else { return nil }
            last = end
        }
        guard Int(last) == text.count else { return nil }
        self.text = text
        self.ends = ends
    }

    var count: Int { ends.count }

    func isCalled(_ id: String, _ position: ItemTree.Position) -> Bool {
        let start = position == 0 ? 0 : Int(ends[position - 1])
        return text[start..<Int(ends[position])].elementsEqual(id.utf8)
    }
}
