import Cells
import Text
import WorkPlan

extension Canvas {
    /// Writes one line of text, and marks in what can be seen of it what somebody looks for.
    @discardableResult
    mutating func text(
        _ text: DisplayText, x: Int, y: Int, role: Role = .text, width: Int, marking query: Query?
    ) -> Int {
        self.text(
            text, x: x, y: y, role: role, width: width,
            highlight: query?.stretches(in: text.string, within: width) ?? [])
    }
}
