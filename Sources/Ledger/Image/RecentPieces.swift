import Synchronization

/// The pieces that were looked at last, each at the place that its number says, so that none is sought.
final class RecentPieces<Element: Sendable>: Sendable {
    private let recent = Mutex<[(number: Int, elements: [Element])]>(Array(repeating: (-1, []), count: most))

    /// As many as a screen shows items from, several times over.
    private static var most: Int { 64 }

    /// - Parameter make: called where it is not one of them.
    func piece(_ number: Int, _ make: () -> [Element]) -> [Element] {
        let place = number % Self.most
        let known = recent.withLock { $0[place].number == number ? $0[place].elements : [] }
        guard known.isEmpty else { return known }
        let elements = make()
        recent.withLock { $0[place] = (number, elements) }
        return elements
    }
}
