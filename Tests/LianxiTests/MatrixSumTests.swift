import Foundation
import Testing

/// What `show --format json` says, added up by another hand than the matrix.
@Suite struct MatrixSumTests {
    private typealias Object = [String: Any]

    private func subtasks(_ items: [Object]) -> [Object] {
        items.flatMap { item in
            item["level"] as? String == "subtask" ? [item] : subtasks(item["children"] as? [Object] ?? [])
        }
    }

    @Test("Rows and columns of the JSON add up to 68 marks folded and 98 unfolded, also unit by unit")
    func sums() throws {
        let program = try Program()
        defer { program.clean() }
        let text = try program.run("show", "--format", "json", "--today", "2024-03-31").output
        let plan = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
        let rows = subtasks(plan["items"] as? [Object] ?? [])
        #expect(rows.count == 30)
        var folded = 0
        var columns: [String: Int] = [:]
        for row in rows {
            for part in row["units"] as? [Object] ?? [] {
                folded += 1
                let members = part["members"] as? [Object] ?? []
                for unit in members.isEmpty ? [part] : members {
                    columns[try #require(unit["id"] as? String), default: 0] += 1
                }
            }
        }
        #expect(folded == 68)
        #expect(columns.values.reduce(0, +) == 98)
        #expect(columns.count == 22)
        for unit in plan["units"] as? [Object] ?? [] where unit["kind"] as? String != "collective" {
            let id = try #require(unit["id"] as? String)
            #expect((unit["subtasks"] as? [Any])?.count == columns[id], "\(id)")
            // Six quarters were due by 31 March 2024 and nothing came.
            let owed = (unit["reporting"] as? [Object] ?? []).compactMap { $0["missing"] as? Int }.reduce(0, +)
            #expect(owed == 6 * (columns[id] ?? 0), "\(id)")
        }
    }

    @Test("A unit's own part is told apart from what it has from the item")
    func parts() throws {
        let program = try Program()
        defer { program.clean() }
        for arguments in [["15", "progress=52"], ["15", "progress=20", "--unit", "市科技局"]] {
            #expect(try program.run(["set"] + arguments + ["--today", "2024-03-31"]).status == 0)
        }
        let text = try program.run("show", "15", "--format", "json", "--today", "2024-03-31").output
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
        let parts = try #require((json["item"] as? Object)?["units"] as? [Object])
        #expect(parts.map { $0["light"] as? String } == ["green", "yellow", "green"])
        #expect(parts.map { $0["ownLight"] as? Bool } == [false, true, false])
        #expect(parts.map { $0["percent"] as? Double } == [nil, 20, nil])
    }
}
