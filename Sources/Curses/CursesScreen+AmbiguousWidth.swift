import CLinux
import CNcurses
package import Cells

extension CursesScreen {
    /// Shows a frame and asks the terminal how wide it draws an ambiguous character; the answer comes as
    /// `.ambiguousWidth`, soon, late or never.
    ///
    /// The character is drawn unseen, the cursor's column asked for, and the row painted again at once. It has to be the
    /// second row or one below: from the first, the answer could not be told from Shift and F3.
    package func presentAskingWidth(_ frame: Frame, theme: Theme) {
        let row = size.height
        guard !isClosed, words.speaksANSI, row >= 2, size.width >= 4, let save = TerminalWords.word("sc"),
            let restore = TerminalWords.word("rc")
        else { return present(frame, theme: theme) }
        define_key("\u{1B}[\(row);2R", KeySequences.narrowAnswer)
        define_key("\u{1B}[\(row);3R", KeySequences.wideAnswer)
        let question = save + Array("\u{1B}[8m\u{1B}[\(row);1H…\u{1B}[6n".utf8) + restore
        lianxi_guard_await_answer(true)
        painter.paint(frame, theme: theme, asking: question, inRow: row - 1)
    }
}
