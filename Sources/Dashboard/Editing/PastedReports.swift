import Text
import WorkPlan

/// A table as spreadsheets put it on the clipboard: rows apart by line feeds, cells by tabs, cells with line feeds in
/// quotes. Columns are known by their headings, or by what stands in them.
struct PastedReports: Sendable {
    struct Row: Sendable {
        let position: ItemTree.Position
        let report: Report
        /// Whether a report is there already that this one would replace.
        let replaces: Bool
    }

    private(set) var matched: [Row] = []
    /// The rows that could not be matched, and why.
    private(set) var unmatched: [(row: String, reason: String)] = []
    let isTable: Bool

    private enum Column: CaseIterable {
        case number, unit, progress, problems, next, coordination

        var headings: [String] {
            switch self {
            case .number: ["序号", "编号"]
            case .unit: ["单位", "责任单位", "报送单位", "填报单位"]
            case .progress: ["进展情况", "进展", "工作落实情况", "完成情况"]
            case .problems: ["存在问题", "问题", "困难"]
            case .next: ["下一步打算", "下一步", "打算", "工作计划"]
            case .coordination: ["需协调", "是否需要协调", "需协调事项"]
            }
        }
    }

    init(_ text: String, period: Period, in plan: Plan, today: Day) {
        var table = Self.cells(text)
        isTable = table.contains { $0.count > 1 }
        guard isTable, let first = table.first else { return }
        var columns: [Column: Int] = [:]
        for column in Column.allCases {
            columns[column] = first.firstIndex { column.headings.contains($0) }
        }
        if columns.isEmpty {
            // Without headings the customary order: 序号、单位、进展、问题、打算.
            for (place, column) in Column.allCases.enumerated() where place < first.count { columns[column] = place }
        } else {
            table.removeFirst()
        }
        let numbers = plan.itemsByNumber
        var seen: Set<String> = []
        for cells in table where cells.contains(where: { !$0.isEmpty }) {
            func cell(_ column: Column) -> String {
                columns[column].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
            }
            let words = cells.filter { !$0.isEmpty }.joined(separator: " ")
            guard let id = plan.items(listed: cell(.number), known: numbers).found.first,
                let position = plan.tree.position(of: id)
            else {
                unmatched.append((words, "没有序号“\(cell(.number))”"))
                continue
            }
            guard let unit = plan.unit(named: cell(.unit)) else {
                unmatched.append((words, "没有单位“\(cell(.unit))”"))
                continue
            }
            let item = plan.tree[position]
            guard plan.isOn(item, unit.id) else {
                unmatched.append((words, "\(unit.name)不在第\(item.number)项的责任单位里"))
                continue
            }
            guard seen.insert("\(id) \(unit.id)").inserted else {
                unmatched.append((words, "同一项同一单位有两行，只取第一行"))
                continue
            }
            guard !(cell(.progress) + cell(.problems) + cell(.next)).isEmpty else {
                unmatched.append((words, "三栏都空着"))
                continue
            }
            let known = item.report(by: unit.id, for: period)
            let report = Report(
                unit: unit.id, period: period, progress: cell(.progress), problems: cell(.problems), next: cell(.next),
                needsCoordination: ["是", "需", "需协调", "√", "1", "有"].contains(cell(.coordination)),
                received: min(known?.received ?? today, today), isSignedOff: known?.isSignedOff ?? false)
            matched.append(Row(position: position, report: report, replaces: known != nil && known != report))
        }
    }

    /// The cells of a tab-separated table; a cell in quotes may hold tabs and line feeds, and two quotes for one.
    static func cells(_ text: String) -> [[String]] {
        var rows: [[String]] = [[]]
        var cell = ""
        var isQuoted = false
        var characters = Array(text)[...]
        func trimmed(_ cell: String) -> String {
            var view = Substring(cell)
            while view.first?.isWhitespace == true { view = view.dropFirst() }
            while view.last?.isWhitespace == true { view = view.dropLast() }
            return String(view)
        }
        while let character = characters.popFirst() {
            if isQuoted {
                if character != "\"" {
                    cell.append(character)
                } else if characters.first == "\"" {
                    characters.removeFirst()
                    cell.append("\"")
                } else {
                    isQuoted = false
                }
            } else if character == "\"", cell.isEmpty {
                isQuoted = true
            } else if character == "\t" {
                rows[rows.count - 1].append(trimmed(cell))
                cell = ""
            } else if character.isNewline {
                rows[rows.count - 1].append(trimmed(cell))
                cell = ""
                rows.append([])
            } else {
                cell.append(character)
            }
        }
        rows[rows.count - 1].append(trimmed(cell))
        return rows.filter { $0 != [""] }
    }
}
