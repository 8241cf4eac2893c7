import CNcurses
package import Cells

extension CursesScreen {
    /// Shows the first frame. Where the screen has begun with just that, nothing is sent.
    /// - Parameter asks: whether the terminal is to say how wide it draws an ambiguous character; the answer comes as
    ///   `.ambiguousWidth`, soon, late or never.
    package func begin(_ frame: Frame, theme: Theme, asks: Bool) {
        if isClosed { return }
        painter = painter.unused
        let painting = painting(of: frame, theme: theme, asks: asks, by: &painter)
        if painting.asks {
            define_key("\u{1B}[\(size.height);2R", KeySequences.narrowAnswer)
            define_key("\u{1B}[\(size.height);3R", KeySequences.wideAnswer)
        }
        if painting != begun { painting.send() }
    }

    /// What a screen like this one has to begin with so that `begin` has nothing to send.
    package func painting(of frame: Frame, theme: Theme, asks: Bool) -> FirstPainting {
        var painter = painter.unused
        return painting(of: frame, theme: theme, asks: asks, by: &painter)
    }

    private func painting(
        of frame: Frame, theme: Theme, asks: Bool, by painter: inout FramePainter
    ) -> FirstPainting {
        painter.precede(with: words.brackets(pastes: true))
        let question = asks ? question(inRow: size.height) : nil
        let bytes =
            if let question {
                painter.bytes(painting: frame, theme: theme, asking: question, inRow: size.height - 1)
            } else {
                painter.bytes(painting: frame, theme: theme)
            }
        return FirstPainting(size: size, asks: question != nil, bytes: bytes)
    }

    /// How wide the terminal draws an ambiguous character: it is drawn unseen, and the cursor's column asked for. It has to
    /// be the second row or one below: from the first, the answer could not be told from Shift and F3. Nil where that
    /// cannot be asked.
    /// - Parameter row: counts from 1.
    private func question(inRow row: Int) -> [UInt8]? {
        guard words.speaksANSI, row >= 2, size.width >= 4, let save = TerminalWords.word("sc"),
            let restore = TerminalWords.word("rc")
        else { return nil }
        return save + Array("\u{1B}[8m\u{1B}[\(row);1H…\u{1B}[6n".utf8) + restore
    }
}
