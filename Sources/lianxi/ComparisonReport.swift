import StrictJSON
import WorkPlan

/// Two points of the history side by side, for people and for programs.
struct ComparisonReport {
    private let from: PointInTime.View
    private let to: PointInTime.View
    private let comparison: Comparison

    init(_ from: PointInTime.View, _ to: PointInTime.View) {
        self.from = from
        self.to = to
        comparison = Comparison(from: from.plan, on: from.day, to: to.plan, on: to.day)
    }

    private var summary: String { comparison.isEmpty ? "没有不同。" : comparison.summary }

    /// The rows under the name of what they are about.
    var text: [String] {
        var lines = ["从 \(from.words)", "到 \(to.words)", summary]
        var name: String?
        for row in comparison.rows {
            if row.name != name {
                lines += ["", row.name.isEmpty ? "规则" : row.name + (row.title.isEmpty ? "" : " \(row.title)")]
                name = row.name
            }
            lines += Self.lines(row).map { "  " + $0 }
        }
        return lines
    }

    private static func lines(_ row: Comparison.Row) -> [String] {
        switch row.kind {
        case .added: ["新增"]
        case .removed: ["去掉"]
        case .moved: ["移动：\(row.was ?? "")→\(row.becomes ?? "")"]
        case .changed:
            [
                "\(row.field.hasPrefix("·") ? String(row.field.dropFirst()) : row.field)：\(row.was ?? "无")→\(row.becomes ?? "无")"
            ]
        case .turned:
            ["亮灯：\(row.lights)", "  原为 \(row.was ?? "")", "  现为 \(row.becomes ?? "")"]
        }
    }

    /// A table that other programs turn into paper.
    var markdown: [String] {
        var lines = ["# 对比：\(from.words)至\(to.words)", "", summary]
        guard !comparison.isEmpty else { return lines }
        lines += ["", "| 对象 | 类别 | 项目 | 原来 | 现在 |", "| --- | --- | --- | --- | --- |"]
        for row in comparison.rows {
            let field = row.turn == nil ? row.field : "\(row.field) \(row.lights)"
            let subject = row.name.isEmpty ? "规则" : row.name + (row.title.isEmpty ? "" : " \(row.title)")
            let cells = [subject, row.kind.word, field, row.was ?? "", row.becomes ?? ""].map(Self.cell)
            lines.append("| \(cells.joined(separator: " | ")) |")
        }
        return lines
    }

    private static func cell(_ text: String) -> String {
        String(text.flatMap { $0.isNewline ? "<br>" : "\\`*_|<[".contains($0) ? "\\\($0)" : String($0) })
    }

    var json: [UInt8] {
        var writer = JSONWriter(.indented)
        writer.object { writer in
            for (key, view) in [("from", from), ("to", to)] {
                writer.member(
                    key,
                    object: { writer in
                        writer.member("point", view.words)
                        writer.member("day", "\(view.day)")
                    })
            }
            writer.member(
                "counts",
                object: { writer in
                    for kind in Comparison.Row.Kind.allCases { writer.member(kind.rawValue, comparison.count(kind)) }
                })
            writer.member("rows", array: { list in for row in comparison.rows { list.object { $0.members(of: row) } } })
        }
        return writer.finish()
    }
}

extension JSONWriter {
    fileprivate mutating func members(of row: Comparison.Row) {
        member("subject", row.subject.words.kind)
        member("id", ifPresent: row.subject.words.id)
        member("item", ifPresent: row.item?.text)
        member("name", row.name)
        member("title", ifPresent: row.title.isEmpty ? nil : row.title)
        member("kind", row.kind.rawValue)
        member("field", ifPresent: row.field.isEmpty ? nil : row.field)
        member("was", ifPresent: row.was)
        member("becomes", ifPresent: row.becomes)
        member("lightWas", ifPresent: row.turn?.from.rawValue)
        member("lightBecomes", ifPresent: row.turn?.to.rawValue)
        member("sentence", row.sentence)
    }
}

extension Comparison.Row {
    /// 绿→黄
    fileprivate var lights: String { turn.map { "\($0.from.word)→\($0.to.word)" } ?? "" }
}

extension Comparison.Row.Subject {
    fileprivate var words: (kind: String, id: String?) {
        switch self {
        case .item(let id): ("item", id.text)
        case .indicator(let id): ("indicator", id.text)
        case .unit(let id): ("unit", id.text)
        case .rules: ("rules", nil)
        case .meeting(let id): ("meeting", id.text)
        case .decision(let id): ("decision", id.text)
        }
    }
}
