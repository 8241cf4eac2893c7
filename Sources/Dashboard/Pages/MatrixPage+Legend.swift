import Cells
import Text
import WorkPlan

extension MatrixPage {
    /// A mark and what it means.
    private typealias Meaning = (mark: DisplayText, role: Role, words: DisplayText)

    /// Every mark of the mode, the most frequent first.
    private func meanings(_ glyphs: GlyphSet) -> [Meaning] {
        switch mode {
        case .responsibility:
            [
                (glyphs.roleResponsible, .text, "责任"), (glyphs.roleLead, .heading, "牵头"),
                (glyphs.roleSupport, .text, "配合"), (glyphs.roleMember, .text, "随各县"),
                ("1", .dim, "印发次序"), ("10", .text, "收起行的项数"),
            ]
        case .light:
            lights(glyphs) + [("3", .text, "收起行最重灯的项数"), ("5/7", .text, "已报/应报")]
        case .progress:
            [
                ("35", .text, "本单位所报%"), ("满", .text, "100%"), (glyphs.bullet, .dim, "本单位未报"),
                ("全项", .dim, "整个事项的进度"),
            ]
        case .reporting:
            [
                (glyphs.check, .lightGreen, "已报"), ("迟3", .lightYellow, "迟报3项"), ("缺2", .lightYellow, "缺2项"),
                ("未", .lightRed, "未报"), ("空白", .dim, "未到期或不需报"),
            ]
        case .summary:
            [("10", .text, "项数")] + lights(glyphs)
        }
    }

    private func lights(_ glyphs: GlyphSet) -> [Meaning] {
        let own = Light.reported.map { glyphs.mark($0, isOwn: true) }
        let hollow = Light.reported.map { glyphs.mark($0, isOwn: false) }
        var meanings: [Meaning] = Light.reported.enumerated().map { place, light in
            (own[place] + hollow[place], light.role, DisplayText(light.word))
        }
        meanings.append((own[0], .text, "本单位所报"))
        meanings.append((hollow[0], .text, "随事项"))
        meanings.append((glyphs.lightNone, .lightNone, "终止"))
        return meanings
    }

    /// One line under the cells; what does not fit is in the box that the key opens.
    func drawLegend(_ canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        let meanings = meanings(glyphs)
        let widths = meanings.map { ($0.mark + $0.words).columns(glyphs.ambiguous) + 2 }
        let isWhole = widths.reduce(1, +) <= canvas.width
        let hint: DisplayText = "X图例"
        let room = canvas.width - (isWhole ? 0 : hint.columns(glyphs.ambiguous) + 1)
        var x = 1
        for (meaning, width) in zip(meanings, widths) {
            guard x + width - 2 < room else { break }
            let next = canvas.text(meaning.mark, x: x, y: 0, role: meaning.role)
            canvas.text(meaning.words, x: next, y: 0, role: .dim)
            x += width
        }
        if !isWhole { canvas.right(hint, y: 0, end: canvas.width - 1, role: .keybarKey) }
    }

    /// Every mark on a line of its own, over the cells.
    func drawLegendBox(_ layout: Layout, _ canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        let meanings = meanings(glyphs) + [(glyphs.vertical, .rule, "分组；竖排的是单位简称")]
        let width = min(canvas.width, 30)
        let height = min(canvas.height, meanings.count + 1)
        let box = Rect(
            x: canvas.width - width, y: max(0, min(layout.headerHeight, canvas.height - height)), width: width,
            height: height)
        canvas.fill(box, surface: .prompt)
        canvas.within(box) { canvas in
            canvas.rule(y: 0, label: "图例（X 关闭）")
            for (row, meaning) in meanings.enumerated() {
                canvas.text(meaning.mark, x: 2, y: row + 1, role: meaning.role)
                canvas.text(meaning.words, x: 8, y: row + 1)
            }
        }
    }
}
