/// What shows frames and hands over keys: a terminal, or a stand-in of the tests.
package protocol Screen: AnyObject {
    /// The size in cells, as of the last `.resize` key.
    var size: Size { get }
    /// Shows a frame. Frames equal to the one shown before cost nothing.
    func present(_ frame: Frame, theme: Theme)
    /// The next waiting key, or nil when none waits. Never blocks.
    func nextKey() -> Key?
}
