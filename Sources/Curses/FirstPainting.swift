import CLinux
package import Cells

/// What a terminal is sent for the first frame of a session. Kept for the next session in the same terminal, it is on the
/// screen before frame and theme are ready: to read and paint them took 1.8 of the 2.7 million instructions before it.
package struct FirstPainting: Equatable {
    package let size: Size
    /// Whether the terminal is asked how wide it draws an ambiguous character.
    let asks: Bool
    let bytes: [UInt8]

    func send() {
        if asks { lianxi_guard_await_answer(true) }
        TerminalOutput.send(bytes)
    }
}

// In bytes: two each for width and height, the lower one first; one for the question; what is sent.
extension FirstPainting {
    package var packed: [UInt8] {
        [size.width, size.height].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
            + [asks ? 1 : 0] + bytes
    }

    /// Nil for bytes that are no painting.
    package init?(packed: ArraySlice<UInt8>) {
        let head = Array(packed.prefix(5))
        guard head.count == 5, head[4] <= 1 else { return nil }
        size = Size(width: Int(head[0]) | Int(head[1]) << 8, height: Int(head[2]) | Int(head[3]) << 8)
        asks = head[4] == 1
        bytes = Array(packed.dropFirst(5))
    }
}
