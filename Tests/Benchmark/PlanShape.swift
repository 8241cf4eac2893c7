import StrictJSON
import WorkPlan

/// A plan that is made up to be measured: how many nodes, and how they hang together.
struct PlanShape {
    enum Form {
        /// Six areas, as many tasks in each as subtasks in each task.
        case even
        /// Every task in one area, without subtasks.
        case oneArea
    }

    var name: String
    var nodes: Int
    var form = Form.even
    var titleLength = 18
    var units = 22
    /// Whether its subtasks have deadlines, reports and notes, and some of them indicators, as after two years of work.
    var isWorkedOn = false

    static func all(isLarge: Bool) -> [PlanShape] {
        let sizes = [
            PlanShape(name: "1e3", nodes: 1000), PlanShape(name: "1e4", nodes: 10_000),
            PlanShape(name: "1e5", nodes: 100_000),
        ]
        let shapes = [
            PlanShape(name: "1e5 in one area", nodes: 100_000, form: .oneArea),
            PlanShape(name: "1e4, titles of 200", nodes: 10_000, titleLength: 200),
            PlanShape(name: "1e4, 400 units", nodes: 10_000, units: 400),
            PlanShape(name: "1e4, worked on", nodes: 10_000, isWorkedOn: true),
        ]
        return sizes + (isLarge ? [PlanShape(name: "1e6", nodes: 1_000_000)] : []) + shapes
    }

    /// What the top row of the screen shows.
    static let title = "benchmark"

    /// The plan as a file; short, because a plan file has a largest size.
    func plan() -> [UInt8] {
        var writer = JSONWriter(.compact)
        writer.beginObject()
        let head = [
            ("id", "benchmark"), ("title", Self.title), ("shortTitle", Self.title), ("issuer", "市政府"),
            ("issued", "2022-09-29"), ("goal", "到2025年"),
        ]
        writer.member("format", "lianxi-plan")
        writer.key("schema")
        writer.integer(1)
        for (key, value) in head { writer.member(key, value) }
        writer.key("period")
        writer.object([("printed", "2022-2025年"), ("end", "2025-12-31")])
        writer.key("phases")
        writer.beginArray()
        writer.object([
            ("id", "p"), ("number", "（一）"), ("title", "实施阶段"), ("printed", "2022年至2025年"), ("start", "2022-10-01"),
            ("end", "2025-12-31"), ("text", "实施。"),
        ])
        writer.endArray()
        writer.key("units")
        writer.beginArray()
        for unit in 0..<units {
            writer.object([("id", "u\(unit)"), ("name", "市第\(unit)局"), ("short", "\(unit)局"), ("kind", "department")])
        }
        writer.endArray()
        writer.key("items")
        writer.beginArray()
        let subtasks = writeItems(&writer)
        writer.endArray()
        if isWorkedOn {
            writer.key("indicators")
            writer.beginArray()
            for subtask in subtasks where subtask % 10 == 0 { writer.indicator(subtask) }
            writer.endArray()
        }
        return writer.finish()
    }

    /// - Returns: the numbers of the subtasks.
    private func writeItems(_ writer: inout JSONWriter) -> [Int] {
        var number = 0
        var subtasks: [Int] = []
        for size in Self.shares(nodes, form == .even ? 6 : 1) {
            writer.beginItem("area", number, title(number))
            number += 1
            let tasks = form == .even ? Int(Double(size).squareRoot()) : size - 1
            for size in Self.shares(size - 1, tasks) {
                writer.beginItem("task", number, title(number))
                number += 1
                for _ in 1..<max(1, size) {
                    writer.beginItem("subtask", number, title(number), unit: number % units, percent: number % 101)
                    if isWorkedOn { writer.work(on: number, by: number % units, title(number)) }
                    subtasks.append(number)
                    number += 1
                    writer.endObject()
                }
                writer.endItem()
            }
            writer.endItem()
        }
        return subtasks
    }

    /// The same tree as `ncdu -f` reads it, with as many rows at its top as there are keys to be pressed.
    func export() -> [UInt8] {
        var text = #"[1,2,{"progname":"ncdu","progver":"1.18","timestamp":1760000000},[{"name":"/benchmark"}"#
        var number = 0
        for size in Self.shares(nodes, max(1, min(nodes / 20, 5000))) {
            text += #",[{"name":"\#(title(number))"}"#
            number += 1
            for _ in 1..<max(1, size) {
                text += #",{"name":"\#(title(number))","asize":\#(number * 7919 % 1_000_003)}"#
                number += 1
            }
            text += "]"
        }
        return Array((text + "]]\n").utf8)
    }

    /// A title with enough different words that they can be searched, and not twice the same.
    private func title(_ number: Int) -> String {
        let words = Self.words
        var title = ""
        var count = 0
        var turn = number
        while count < titleLength - 9 {
            let word = words[turn % words.count]
            title += word
            count += word.count
            turn = turn * 7 / 5 + 3
        }
        return title + "第\(number)项"
    }

    private static let words = [
        "专利", "商标", "地理标志", "开放许可", "质押融资", "保险", "证券化", "运营中心", "行政执法", "司法保护", "快速维权", "海外纠纷", "信用监管", "人才培养",
        "高校", "科研院所", "中小微企业", "导航", "预警", "布局", "评估", "交易", "托管", "宣传周", "试点", "示范", "推进", "建立", "完善", "开展", "制定",
        "落实",
    ]

    private static func shares(_ whole: Int, _ parts: Int) -> [Int] {
        (0..<max(1, parts)).map { (whole * ($0 + 1)) / max(1, parts) - (whole * $0) / max(1, parts) }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ key: String, _ value: String) {
        self.key(key)
        string(value)
    }

    fileprivate mutating func object(_ members: [(String, String)]) {
        beginObject()
        for (key, value) in members { member(key, value) }
        endObject()
    }

    fileprivate mutating func beginItem(
        _ level: String, _ number: Int, _ title: String, unit: Int? = nil, percent: Int = 0
    ) {
        beginObject()
        member("id", "i\(number)")
        member("level", level)
        member("title", title)
        if let unit {
            key("assignments")
            beginArray()
            object([("unit", "u\(unit)")])
            endArray()
            // Progress on a part of the rows keeps a hundred thousand of them within the largest plan file.
            guard percent % 4 == 0 else { return }
            key("progress")
            beginArray()
            beginObject()
            member("day", "2024-03-31")
            member("status", "underway")
            key("percent")
            integer(percent)
            endObject()
            endArray()
        } else {
            key("children")
            beginArray()
        }
    }

    /// What has been written about a subtask: its deadline was moved to a day of two years around 2026, and for eight
    /// quarters its unit has reported.
    fileprivate mutating func work(on number: Int, by unit: Int, _ title: String) {
        key("adjustments")
        beginArray()
        let day = Day(number: 20_300 + number % 730)
        object([("id", "a\(number)"), ("deadline", "\(day)"), ("basis", "联席会议"), ("decided", "2024-01-10")])
        endArray()
        key("reports")
        beginArray()
        for quarter in 0..<8 {
            let (year, part) = (2023 + quarter / 4, quarter % 4 + 1)
            object([
                ("unit", "u\(unit)"), ("period", "\(year)Q\(part)"),
                ("received", "\(year)-\(part < 4 ? "0" : "")\(part * 3)-28"),
                ("progress", "\(title)：完成立项和起草分工，赴外地学习做法，形成初稿。"), ("problems", "验收标准意见分歧较大，需再次会商。"),
                ("next", "抓紧吸收各单位意见，按程序提请审议。"),
            ])
        }
        endArray()
        key("notes")
        beginArray()
        object([("id", "n\(number)"), ("day", "2023-11-08"), ("text", "分头起草，实施细则先行。")])
        endArray()
    }

    fileprivate mutating func indicator(_ subtask: Int) {
        beginObject()
        for (key, value) in [
            ("id", "k\(subtask)"), ("item", "i\(subtask)"), ("title", "第\(subtask)项完成数"), ("printed", "完成300件"),
            ("unit", "件"),
        ] {
            member(key, value)
        }
        key("target")
        beginObject()
        member("kind", "atLeast")
        key("value")
        integer(300)
        endObject()
        key("readings")
        beginArray()
        for year in 2023...2025 {
            beginObject()
            member("day", "\(year)-12-31")
            key("value")
            integer(subtask % 300)
            endObject()
        }
        endArray()
        endObject()
    }

    fileprivate mutating func endItem() {
        endArray()
        endObject()
    }
}
