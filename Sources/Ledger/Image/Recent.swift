import Synchronization

/// What was looked at last, each at the place that its number says, so that none is sought.
final class Recent<Value: Sendable>: Sendable {
    private let recent = Mutex<[(number: Int, value: Value)?]>(Array(repeating: nil, count: most))

    /// As many as a screen shows items from, several times over.
    private static var most: Int { 64 }

    /// - Parameter make: called where it is not among them.
    func value(_ number: Int, _ make: () -> Value) -> Value {
        let place = number % Self.most
        if let known = recent.withLock({ $0[place] }), known.number == number { return known.value }
        let value = make()
        recent.withLock { $0[place] = (number, value) }
        return value
    }
}
