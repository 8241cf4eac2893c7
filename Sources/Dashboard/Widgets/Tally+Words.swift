import Cells
import Text
import WorkPlan

extension Tally {
    /// ●绿 6　▲黄 3　■红 1　○灰 20: every light, so that the counts add up to the total.
    func lightsInWords(_ glyphs: GlyphSet) -> DisplayText {
        let shown = Light.reported + (count(.none) > 0 ? [.none] : [])
        return shown.map { glyphs.lightInWords($0) + DisplayText(" \(count($0))") }.joined(separator: "　")
    }

    /// 未报 20　未启动 0　进行中 9 …
    var statusesInWords: DisplayText {
        let shown = Status.Category.allCases.filter { count($0) > 0 || $0 != .terminated }
        return DisplayText(shown.map { "\($0.word) \(count($0))" }.joined(separator: "　"))
    }

    /// 64%, 未报, or 无数 where something was reported, but no figure.
    var percentInWords: DisplayText {
        DisplayText(percent.map { "\(Int($0.rounded()))%" } ?? (count(.notReported) == total ? "未报" : "无数"))
    }
}
