import Synchronization

/// What the copies of a ledger share from one use to the next. Whoever takes the content out has it alone and puts it
/// back; who finds the drawer empty makes his own. So two copies on two threads never use the same thing.
final class Drawer<Content: ~Copyable & Sendable>: Sendable {
    private let content = Mutex<Content?>(nil)

    func take() -> Content? {
        content.withLock { $0.take() }
    }

    func put(_ content: consuming Content) {
        var content: Content? = content
        self.content.withLock { swap(&$0, &content) }
    }
}
