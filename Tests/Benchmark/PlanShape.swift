import StrictJSON

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

    static func all(isLarge: Bool) -> [PlanShape] {
        let sizes = [
            PlanShape(name: "1e3", nodes: 1000), PlanShape(name: "1e4", nodes: 10_000),
            PlanShape(name: "1e5", nodes: 100_000),
        ]
        let shapes = [
            PlanShape(name: "1e5 in one area", nodes: 100_000, form: .oneArea),
            PlanShape(name: "1e4, titles of 200", nodes: 10_000, titleLength: 200),
            PlanShape(name: "1e4, 400 units", nodes: 10_000, units: 400),
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
        writeItems(&writer)
        return writer.finish()
    }

    private func writeItems(_ writer: inout JSONWriter) {
        var number = 0
        for size in Self.shares(nodes, form == .even ? 6 : 1) {
            writer.beginItem("area", number, title(number))
            number += 1
            let tasks = form == .even ? Int(Double(size).squareRoot()) : size - 1
            for size in Self.shares(size - 1, tasks) {
                writer.beginItem("task", number, title(number))
                number += 1
                for _ in 1..<max(1, size) {
                    writer.beginItem("subtask", number, title(number), unit: number % units, percent: number % 101)
                    number += 1
                    writer.endObject()
                }
                writer.endItem()
            }
            writer.endItem()
        }
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

    fileprivate mutating func endItem() {
        endArray()
        endObject()
    }
}
