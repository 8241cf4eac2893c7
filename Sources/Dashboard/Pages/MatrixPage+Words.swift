import Cells
import Text
import WorkPlan

extension MatrixPage {
    /// What the words below the matrix are made from.
    struct StatusInputs: Equatable {
        let grid: GridInputs
        let cursor: Cursor
        let lines: Int
        let width: Int
    }

    /// What the cursor stood on when it rested last, in words, and under it the row's title in full.
    func status(_ grid: Grid, _ lines: Int, _ situation: Situation) -> [DisplayText] {
        let page = atRest
        let inputs = StatusInputs(
            grid: inputs(situation), cursor: page.cursor, lines: lines, width: situation.area.width)
        return statuses(inputs) { page.makeStatus(grid, lines, situation) }
    }

    private func makeStatus(_ grid: Grid, _ lines: Int, _ situation: Situation) -> [DisplayText] {
        let row = row(grid, situation)
        let column = column(grid)
        guard grid.rowCount > 0, grid.headings.indices.contains(column) else { return ["没有责任单位"] }
        if let table = grid.table {
            let words = words(grid.units[row], table, column, situation.glyphs)
            return Array([words, DisplayText(Self.rule(grid.reporting))].prefix(lines))
        }
        let position = grid.rows.rows[row].position
        let place = grid.matrix.columns[column]
        let name = DisplayText(situation.plan.name(of: position))
        let words: [DisplayText]
        if isOnHeading {
            words = [DisplayText(place.unit.name), Self.words(place.sum, situation.glyphs)]
        } else if isOnTitle {
            words = [name, light(of: position, situation)]
        } else {
            words = [DisplayText(place.unit.name), name] + cell(position, column, grid, situation)
        }
        let title = DisplayText(situation.plan.tree[position].wording)
        let separator = " " + situation.glyphs.bullet + " "
        let line = words.joined(separator: separator)
        if lines > 1 { return [line, title] }
        // On one line the title follows where enough of it can be read.
        let room = situation.area.width - line.columns(situation.glyphs.ambiguous)
        return [room >= 24 ? line + separator + title : line]
    }

    private func light(of position: ItemTree.Position, _ situation: Situation) -> DisplayText {
        DisplayText(situation.standings[position].reason.sentence)
    }

    private func cell(
        _ position: ItemTree.Position, _ column: Int, _ grid: Grid, _ situation: Situation
    ) -> [DisplayText] {
        let plan = situation.plan
        guard plan.tree.level(of: position) == .subtask else {
            let sum = grid.matrix.sum(of: position, at: column)
            return [sum.marks == 0 ? "没有责任" : Self.words(sum, situation.glyphs)]
        }
        guard let part = grid.matrix.cells(of: position).first(where: { $0.column == column })?.part else {
            return ["不是责任单位"]
        }
        return [part.roleInWords(plan), part.inWords(situation.standings[position])]
    }

    /// 4项：黄1　灰3
    private static func words(_ sum: CellSum, _ glyphs: GlyphSet) -> DisplayText {
        let lights = (Light.reported + [.none]).filter { sum.count($0) > 0 }
            .map { glyphs.lightInWords($0) + DisplayText("\(sum.count($0))") }
        let percent = sum.percent.map { "　所报平均 \(Figure.points($0))%（\(sum.known)项）" } ?? ""
        return DisplayText("\(sum.marks)项 ") + lights.joined(separator: " ") + DisplayText(percent)
    }

    /// 市科技局 · 2024年第1季度 · 缺报：应报4项，按时2，迟报1，未报1
    private func words(_ unit: Unit, _ table: ReportingTable, _ column: Int, _ glyphs: GlyphSet) -> DisplayText {
        let period = table.periods[column]
        let cell = table[unit.id, column]
        var words: [String] = []
        if !isOnHeading { words.append(unit.name) }
        if !isOnTitle { words.append(period.word) }
        if isOnTitle || isOnHeading {
            let missing =
                isOnTitle
                ? table.cells(of: unit.id).reduce(0) { $0 + $1.missing }
                : table.missing(column)
            words.append("未报 \(missing) 项次")
        } else if cell.owed == 0 {
            words.append("不需报")
        } else {
            let counts = [("按时", cell.onTime), ("迟报", cell.late), ("未报", cell.missing)]
                .filter { $0.1 > 0 }.map { "，\($0.0)\($0.1)" }
            words.append("\(cell.state?.word ?? "未到期")：应报\(cell.owed)项\(counts.joined())")
        }
        return words.map { DisplayText($0) }.joined(separator: " " + glyphs.bullet + " ")
    }

    private static func rule(_ reporting: Rules.Reporting) -> String {
        "\(reporting.cycle.word)报送，期满后 \(reporting.dueDay) 日内为按时"
    }
}

extension UnitPart {
    /// 责任, 责任（各县（市、区）政府成员）
    func roleInWords(_ plan: Plan) -> DisplayText {
        guard let collective = collective.flatMap(plan.unit) else { return DisplayText("\(role.word)（第\(order)位）") }
        return DisplayText("\(role.word)（\(collective.name)成员）")
    }

    /// 本单位部分：黄 45%（2024-03-31）, or 随事项：灰 未报.
    func inWords(_ standing: Standing) -> DisplayText {
        if !members.isEmpty {
            let mean = percent.map { "，平均 \(Figure.points($0))%" } ?? ""
            return DisplayText("\(heard)/\(members.count)已报，最重\(light.word)\(isOwn ? "" : "（随事项）")\(mean)")
        }
        guard let own else {
            let percent = standing.actual.map { " \(Figure.points($0))%" } ?? ""
            return DisplayText("随事项：\(light.word) \(standing.status?.word ?? "未报")\(percent)")
        }
        return DisplayText("本单位部分：\(light.word) \(own.status.inShort)（\(own.day)）")
    }
}

extension Status {
    /// 进行中 45%
    var inShort: String {
        if case .underway(let percent?) = self { return "\(word) \(Figure.number(percent))%" }
        return word
    }
}
