import CNcurses
import Cells

extension CursesScreen {
    /// Asks the terminal how wide it draws an ambiguous character; the answer comes as `.ambiguousWidth`, soon, late
    /// or never. To be called after the first frame, which stays as it is.
    ///
    /// The character is drawn unseen, the cursor's column asked for, and the row painted again at once. It has to be the
    /// second row or one below: from the first, the answer could not be told from Shift and F3.
    package func requestAmbiguousWidth() {
        let row = size.height
        guard !isClosed, words.speaksANSI, row >= 2, size.width >= 4 else { return }
        guard let save = TerminalWords.word("sc"), let restore = TerminalWords.word("rc") else { return }
        define_key("\u{1B}[\(row);2R", KeySequences.narrowAnswer)
        define_key("\u{1B}[\(row);3R", KeySequences.wideAnswer)
        TerminalOutput.send(save + Array("\u{1B}[8m\u{1B}[\(row);1H…\u{1B}[6n".utf8) + restore)
        painter.repaint(row: row - 1)
    }
}
