import Cells
import Text
import WorkPlan

extension SlideBuilder {
    /// Large figures side by side, each with what it counts below it; where there is no room for them, as text.
    mutating func figures(_ figures: [(figure: String, caption: DisplayText, role: Role)]) {
        let glyphs = self.glyphs
        let width = self.width
        let drawn = frame.figures.map { scale in figures.map { LargeFigure($0.figure, scale, glyphs) } } ?? []
        guard !figures.isEmpty, drawn.count == figures.count, drawn.allSatisfy({ $0 != nil }) else {
            let words = figures.map { $0.caption + DisplayText(" \($0.figure)") }.joined(separator: "　")
            return block { $0.paragraph(words, role: .heading) }
        }
        let wide = zip(figures, drawn).map { max($0.caption.columns(glyphs.ambiguous), $1?.columns ?? 0) }
        var start = 0
        while start < figures.count {
            // As many as fit beside each other, spread evenly.
            var end = start + 1
            var taken = wide[start]
            while end < figures.count, taken + 3 + wide[end] <= width {
                taken += 3 + wide[end]
                end += 1
            }
            let gap = end - start > 1 ? min(9, 3 + (width - taken) / (end - start - 1)) : 0
            let places = (start..<end).map { number in
                (x: wide[start..<number].reduce(0) { $0 + $1 + gap }, number: number)
            }
            let rows = drawn[start]?.rows.count ?? 0
            block { builder in
                for row in 0..<rows {
                    builder.line(
                        places.compactMap { place in
                            drawn[place.number].map { (place.x, .text($0.rows[row], figures[place.number].role)) }
                        })
                }
                builder.line(places.map { ($0.x, .text(figures[$0.number].caption, figures[$0.number].role)) })
            }
            start = end
        }
    }

    /// Lines in the middle of the slide, of about the same length.
    mutating func centered(_ text: DisplayText, role: Role = .text, apart: Bool = true) {
        let ambiguous = glyphs.ambiguous
        let width = self.width
        let count = text.lines(width: width, ambiguous: ambiguous).count
        let narrowest = (8...max(8, width)).first { text.lines(width: $0, ambiguous: ambiguous).count <= count }
        block(apart: apart) { builder in
            for line in text.lines(width: min(width, narrowest ?? width), ambiguous: ambiguous) {
                builder.line([((width - line.columns(ambiguous)) / 2, .text(line, role))])
            }
        }
    }
}

extension SheetBuilder {
    /// Light, number and wording, wrapped beside them: how an item is named on every slide.
    mutating func named(
        _ light: Light, _ number: String, _ wording: String, role: Role = .heading, link: Link, tail: String = ""
    ) {
        let number = DisplayText(number)
        let indent = 4 + max(3, number.columns(glyphs.ambiguous) + 1)
        let parts = DisplayText(wording + tail).lines(width: max(2, width - indent), ambiguous: glyphs.ambiguous)
        for (row, part) in parts.enumerated() {
            let marks: [(Int, Sheet.Piece)] =
                row == 0
                ? [(0, .text(glyphs.lightInWords(light), light.role)), (4, .text(number, .number))] : []
            line(marks + [(indent, .text(part, role))], link: link)
        }
    }

    /// A label and what was written under it, paragraph by paragraph; nothing where nothing was written.
    mutating func written(_ label: DisplayText, _ raw: String, role: Role = .text, link: Link? = nil) {
        for (number, text) in DisplayText.paragraphs(of: raw).filter({ !$0.isEmpty }).enumerated() {
            entry(number == 0 ? label : "", text, role: role, indent: 8, link: link)
        }
    }
}

extension LightReason {
    /// The reason as it may be shown on the wall: why a light was set by hand is the office's own business.
    var publicSentence: String {
        if case .override(let override, _) = self { return "人工定灯，有效至 \(override.until) → \(override.light.word)" }
        return sentence
    }
}

extension Tally {
    /// 绿6 黄3 红1 灰0: the lights counted in words.
    var lightWords: String {
        (Light.reported + (count(.none) > 0 ? [.none] : [])).map { "\($0.word)\(count($0))" }.joined(separator: " ")
    }
}

extension Item {
    /// What each unit reported last, up to a day, the newest first.
    func newestReports(on today: Day) -> [Report] {
        var newest: [Identifier<Unit>: Report] = [:]
        for report in reports where report.received <= today {
            if newest[report.unit].map({ $0.period <= report.period }) ?? true { newest[report.unit] = report }
        }
        return reports.filter { newest[$0.unit] == $0 }
            .enumerated().sorted { ($1.element.period, $0.offset) < ($0.element.period, $1.offset) }.map(\.element)
    }
}
