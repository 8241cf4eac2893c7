import Foundation
import Testing

/// The figures of the pages, reckoned once more from `show --format json` by another hand.
@Suite struct RecountedPagesTests {
    private typealias Object = [String: Any]

    private static let lights = [("green", "●"), ("yellow", "▲"), ("red", "■"), ("grey", "○")]

    private func number(_ object: Object, _ key: String) -> Int { object[key] as? Int ?? 0 }

    private func text(_ object: Object, _ key: String) -> String { object[key] as? String ?? "" }

    private func subtasks(below items: [Object]) -> [Object] {
        items.flatMap { item in
            item["level"] as? String == "subtask" ? [item] : subtasks(below: item["children"] as? [Object] ?? [])
        }
    }

    private func count(_ light: String, _ rows: [Object]) -> Int { rows.count { text($0, "light") == light } }

    /// The weighted mean of what is known, 0…100, and how many are.
    private func percent(_ rows: [Object]) -> (mean: Double?, known: Int) {
        let known = rows.filter { $0["percent"] is Double && text($0, "light") != "none" }
        let weights = known.map { $0["weight"] as? Double ?? 0 }
        let sum = zip(known, weights).reduce(0) { $0 + max(0, min(100, $1.0["percent"] as? Double ?? 0)) * $1.1 }
        return (weights.isEmpty ? nil : sum / weights.reduce(0, +), known.count)
    }

    /// Where there is no percent: whether nobody reported, or nobody gave a figure.
    private func whole(_ percent: Double?, of rows: [Object]) -> String {
        let unknown = rows.allSatisfy { text($0, "status") == "notReported" } ? "未报" : "无数"
        return percent.map { "\(Int($0.rounded()))%" } ?? unknown
    }

    /// The words of the first line that begins with a word, up to the line between two panes.
    private func words(of name: String, at place: Int = 0, _ page: [String]) throws -> [String] {
        let lines = page.map { $0.prefix { $0 != "│" }.split(separator: " ").map(String.init) }
        return try #require(lines.first { $0.indices.contains(place) && $0[place] == name }, "\(name)")
    }

    @Test("What overview, outline, units, reports and indicators of the demonstration show adds up from the JSON")
    func pages() throws {
        let program = try Program()
        defer { program.clean() }
        let ledger = program.home.path + "/demo"
        #expect(try program.run("demo", "--make-only", "--ledger", ledger).status == 0)
        let place = ["--ledger", ledger, "--today", "2024-03-31"]
        func page(_ title: String) throws -> [String] {
            let outcome = try program.run(["screenshot", title, "--format", "txt", "--size", "200x140"] + place)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        let json = try program.run(["show", "--format", "json"] + place).output
        let plan = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? Object)
        let areas = try #require(plan["items"] as? [Object])
        let rows = subtasks(below: areas)
        #expect(rows.count == 32)
        try overview(areas, rows, page("总览").joined(separator: "\n"))
        try outline(rows, page("任务"))
        try units(plan, rows, page("单位"))
        try reports(plan, page("报送").joined(separator: "\n"))
        try indicators(areas, page("指标"))
    }

    private func overview(_ areas: [Object], _ rows: [Object], _ page: String) throws {
        let counts = zip(["绿", "黄", "红", "灰"], Self.lights).map { "\($1.1)\($0) \(count($1.0, rows))" }
        #expect(page.contains("共\(rows.count)项    " + counts.joined(separator: "　")))
        let (mean, known) = percent(rows)
        let tenths = String(format: "%.1f", try #require(mean))
        #expect(page.contains("\(tenths)%（\(rows.count)项中\(known)项有数）"))
        for area in areas {
            let below = subtasks(below: [area])
            let mean = whole(percent(below).mean, of: below)
            let figures = [mean, "\(below.count)项"] + Self.lights.map { "\($1)\(count($0, below))" }
            let line = try #require(page.split(separator: "\n").first { $0.contains(text(area, "title")) })
            let words = line.split(separator: " ").joined(separator: " ")
            #expect(words.contains(figures.joined(separator: " ")), "\(text(area, "title"))")
        }
    }

    private func outline(_ rows: [Object], _ page: [String]) throws {
        for row in rows where row["children"] == nil {
            let words = try words(of: text(row, "number"), page)
            #expect(words.contains(whole(row["percent"] as? Double, of: [row])), "\(words)")
            #expect(words.contains { $0.hasPrefix(text(row, "deadline")) }, "\(words)")
        }
    }

    private func units(_ plan: Object, _ rows: [Object], _ page: [String]) throws {
        let units = try #require(plan["units"] as? [Object])
        for unit in units {
            let members = unit["members"] as? [String] ?? []
            let mine = rows.filter { (unit["subtasks"] as? [String] ?? []).contains(text($0, "number")) }
            let figures = try words(of: text(unit, "name"), page).dropFirst().map { Int($0) ?? -1 }
            #expect(figures.prefix(5) == ([mine.count] + Self.lights.map { count($0.0, mine) })[...])
            let last = mine.flatMap { $0["reports"] as? [Object] ?? [] }
                .filter { ([text(unit, "id")] + members).contains(text($0, "unit")) }.map { text($0, "received") }.max()
            #expect(try words(of: text(unit, "name"), page).last == last ?? "未报")
            guard members.isEmpty else { continue }
            let due = (unit["reporting"] as? [Object] ?? []).first { text($0, "period") == text(plan, "duePeriod") }
            #expect(figures[5] == due?["missing"] as? Int ?? 0, "\(text(unit, "name"))")
        }
    }

    private func reports(_ plan: Object, _ page: String) throws {
        let cells = (plan["units"] as? [Object] ?? []).flatMap { $0["reporting"] as? [Object] ?? [] }
            .filter { text($0, "period") == "2024Q1" }
        let owed = cells.reduce(0) { $0 + number($1, "owed") }
        let late = cells.reduce(0) { $0 + number($1, "late") }
        let came = cells.reduce(late) { $0 + number($1, "onTime") }
        #expect(page.contains("2024年第1季度　应报 \(owed)　已报 \(came)（其中迟报 \(late)）　未报 \(owed - came)"))
    }

    private func indicators(_ areas: [Object], _ page: [String]) throws {
        func below(_ items: [Object]) -> [Object] {
            items.flatMap { ($0["indicators"] as? [Object] ?? []) + below($0["children"] as? [Object] ?? []) }
        }
        let all = below(areas)
        #expect(all.count == 13)
        for indicator in all where ["至少", "超", "全覆盖"].contains(text(indicator, "kind")) {
            let title = text(indicator, "title")
            let line = try #require(page.first { $0.contains(" \(title) ") }, "\(title)")
            let goal = try #require(indicator["goal"] as? Double)
            let latest = try #require(indicator["latest"] as? Double)
            #expect(line.contains(String(format: "%.1f%%", latest / goal * 100)), "\(title)")
            let from = try Date(text(indicator, "start") + "T00:00:00Z", strategy: .iso8601)
            let to = try Date(text(indicator, "deadline") + "T00:00:00Z", strategy: .iso8601)
            let today = try Date("2024-03-31T00:00:00Z", strategy: .iso8601)
            let expected = today.timeIntervalSince(from) / to.timeIntervalSince(from) * 100
            #expect(line.contains(String(format: "%+.1f ", latest / goal * 100 - expected)), "\(title)")
            guard latest < goal else { continue }
            let months = to.timeIntervalSince(today) / 86400 / 30.4375
            #expect(line.contains(" +\(Int(((goal - latest) / months).rounded(.up))) "), "\(title)")
        }
    }
}
