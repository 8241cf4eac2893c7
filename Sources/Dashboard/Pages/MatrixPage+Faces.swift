import Cells
import Text
import WorkPlan

extension MatrixPage {
    /// What a cell shows: at most a mark and a number, left to right.
    struct Face {
        var pieces: [(text: DisplayText, role: Role)] = []

        init(_ pieces: (text: DisplayText, role: Role)...) {
            self.pieces = pieces
        }

        func columns(_ glyphs: GlyphSet) -> Int { pieces.reduce(0) { $0 + $1.text.columns(glyphs.ambiguous) } }
    }

    // MARK: Cells

    func face(_ part: UnitPart, _ width: Int, _ glyphs: GlyphSet) -> Face {
        switch mode {
        case .responsibility:
            let order = part.order <= 9 ? "\(part.order)" : "+"
            return Face((glyphs.mark(part), part.role == .lead ? .heading : .text), (DisplayText(order), .dim))
        case .progress:
            guard let percent = part.percent else { return Face((glyphs.bullet.padded(width), .dim)) }
            return Face((Self.percent(percent, width), .text))
        case .light, .reporting, .summary:
            let mark = glyphs.mark(part.light, isOwn: part.isOwn)
            guard !part.members.isEmpty else { return Face((mark, part.light.role)) }
            return Face((mark, part.light.role), (DisplayText("\(part.heard)/\(part.members.count)"), .text))
        }
    }

    /// A folded row, or an area in the summary.
    func face(_ sum: CellSum, _ width: Int, _ glyphs: GlyphSet) -> Face {
        let mark = glyphs.mark(sum.worst, isOwn: sum.isWorstOwn)
        switch mode {
        case .responsibility, .reporting: return count(sum.marks, width)
        case .progress:
            guard let percent = sum.percent else { return Face((glyphs.bullet.padded(width), .dim)) }
            return Face((Self.percent(percent, width), .text))
        case .light:
            let worst = sum.count(sum.worst)
            let number = worst < Self.powers[width - 1] ? "\(worst)" : "+"
            return Face((mark, sum.worst.role), (DisplayText(number), .text))
        case .summary:
            return Face((mark, sum.worst.role), (Self.number(sum.marks, width - 1), .text))
        }
    }

    func face(_ cell: ReportingTable.Cell, _ glyphs: GlyphSet) -> Face {
        switch cell.state {
        case nil: Face()
        case .onTime: Face((glyphs.check, .lightGreen))
        case .late: Face(("迟", .lightYellow), (DisplayText("\(min(99, cell.late))"), .text))
        case .partial: Face(("缺", .lightYellow), (DisplayText("\(min(99, cell.missing))"), .text))
        case .missing: Face(("未", .lightRed))
        }
    }

    // MARK: Sums

    /// The end of an item's row: its units, its own light, or its own progress.
    func sum(of position: ItemTree.Position, marks: Int, _ situation: Situation) -> Face {
        let standing = situation.standings[position]
        switch mode {
        case .responsibility, .reporting, .summary: return count(marks, 4)
        case .light: return Face((situation.glyphs.lightInWords(standing.light), standing.light.role))
        case .progress:
            let percent = standing.actual.map { "\(Int(min(999, $0).rounded()))%" }
            return Face((DisplayText(percent ?? (standing.status == nil ? "未报" : "无数")), percent == nil ? .dim : .text))
        }
    }

    /// The end of a unit's row: the reports that did not come.
    func sum(_ cells: [ReportingTable.Cell]) -> Face {
        count(cells.reduce(0) { $0 + $1.missing }, 4)
    }

    /// The foot of a unit's column.
    func sum(below sum: CellSum, _ width: Int) -> Face {
        switch mode {
        case .responsibility, .reporting, .summary: count(sum.marks, width)
        case .light: count(sum.behind, width)
        case .progress:
            sum.percent.map { Face((Self.percent($0, width), .text)) } ?? Face((DisplayText("-").padded(width), .dim))
        }
    }

    var sumLabel: DisplayText {
        switch mode {
        case .responsibility, .summary: "合计"
        case .light: "黄、红"
        case .progress: "平均"
        case .reporting: "未报"
        }
    }

    /// The heading of the sums at the right, one character a row.
    var sumHeading: String {
        switch mode {
        case .responsibility, .summary: "合计"
        case .light, .progress: "全项"
        case .reporting: "未报"
        }
    }

    // MARK: Numbers

    func count(_ number: Int, _ width: Int) -> Face {
        Face((Self.number(number, width), number == 0 ? .dim : .text))
    }

    private static let powers = [1, 10, 100, 1000, 10_000]

    /// Digits at the right of a cell; where they do not fit, the order of magnitude.
    private static func number(_ number: Int, _ width: Int) -> DisplayText {
        if number < powers[min(width, powers.count - 1)] { return DisplayText(String(number)).padded(width) }
        return DisplayText(number >= 10_000 ? "万" : number >= 1000 ? "千" : "百").padded(width)
    }

    /// 35, or 满 for what is full and does not fit.
    private static func percent(_ percent: Double, _ width: Int) -> DisplayText {
        if percent >= 100 { return ("满" as DisplayText).padded(width) }
        return DisplayText(String(Int(max(0, min(99, percent.rounded()))))).padded(width)
    }
}

extension DisplayText {
    /// Blanks before a short text, so that it ends at the right of `width` columns.
    fileprivate func padded(_ width: Int) -> DisplayText {
        DisplayText(" ").repeated(width - columns(.narrow)) + self
    }
}

extension GlyphSet {
    /// A part's light: filled where the unit's own report lit it, hollow where it is the item's.
    func mark(_ light: Light, isOwn: Bool) -> DisplayText {
        switch light {
        case .none: lightNone
        case .green: isOwn ? lightGreen : hollowGreen
        case .yellow: isOwn ? lightYellow : hollowYellow
        case .red: isOwn ? lightRed : hollowRed
        case .grey: isOwn ? ownGrey : lightGrey
        }
    }

    func mark(_ part: UnitPart) -> DisplayText {
        if part.collective != nil { return roleMember }
        return switch part.role {
        case .lead: roleLead
        case .responsible: roleResponsible
        case .support: roleSupport
        }
    }
}
