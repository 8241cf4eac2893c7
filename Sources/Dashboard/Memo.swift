import Synchronization
import WorkPlan

/// The last answer to a question that is asked on every key and whose inputs seldom change. Copies of a page share it,
/// and what it holds always follows from the inputs it was asked with.
///
/// `Equatable` is asked of the inputs only where they are compared: where a generic type itself asks for it, Swift looks
/// through all there is when the type is first made, 250,000 instructions of a start.
final class Memo<Inputs: Sendable, Output: Sendable>: Sendable {
    private let last = Mutex<(inputs: Inputs, output: Output)?>(nil)
}

extension Memo where Inputs: Equatable {
    func callAsFunction(_ inputs: Inputs, _ make: () -> Output) -> Output {
        if let known = last.withLock({ $0?.inputs == inputs ? $0?.output : nil }) { return known }
        let made = make()
        last.withLock { $0 = (inputs, made) }
        return made
    }
}

/// What is worked out when it is first asked for, and once.
final class Once<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    /// Nil as long as nobody has asked.
    var known: Value? { made.withLock { $0 } }

    func callAsFunction(_ make: () -> Value) -> Value {
        if let known { return known }
        let value = make()
        made.withLock { $0 = value }
        return value
    }
}

/// One state of all that pages see besides their own, and what was worked out for it. Equal only to itself.
final class Revision: Equatable, Sendable {
    let kept = Once<Kept>()
    let sums = Once<MatrixSums>()

    static func == (left: Revision, right: Revision) -> Bool { left === right }
}
