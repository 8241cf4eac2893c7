import Synchronization

/// What was looked at last, each at the place that its number says, so that none is sought.
final class Recent<Value: Sendable>: Sendable {
    private let recent: Mutex<[(number: Int, value: Value)?]>
    private let most: Int

    /// - Parameter most: how many are kept; a screen shows up to a hundred items, of as many pieces.
    init(most: Int) {
        self.most = most
        recent = Mutex(Array(repeating: nil, count: most))
    }

    /// - Parameter make: called where it is not among them.
    func value(_ number: Int, _ make: () -> Value) -> Value {
        let place = number % most
        if let known = recent.withLock({ $0[place] }), known.number == number { return known.value }
        let value = make()
        recent.withLock { $0[place] = (number, value) }
        return value
    }
}
