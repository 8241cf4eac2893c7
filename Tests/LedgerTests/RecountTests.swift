import Foundation
import Testing

/// Counts the published plan anew from the bare JSON and from the published text: neither the reader nor the model takes
/// part.
struct RecountTests {
    private let top: [String: Any]

    init() throws {
        top = try #require(try JSONSerialization.jsonObject(with: Data(Assets.plan)) as? [String: Any])
    }

    private func list(_ key: String, of object: [String: Any]) -> [[String: Any]] {
        object[key] as? [[String: Any]] ?? []
    }
    private var areas: [[String: Any]] { list("items", of: top) }
    private var tasks: [[String: Any]] { areas.flatMap { list("children", of: $0) } }
    private var rows: [[String: Any]] { tasks.flatMap { list("children", of: $0) } }
    private var members: [String] {
        list("units", of: top).flatMap { $0["kind"] as? String == "collective" ? $0["members"] as? [String] ?? [] : [] }
    }

    private func units(of row: [String: Any]) -> [String] {
        list("assignments", of: row).compactMap { $0["unit"] as? String }
    }

    private func unfolded(_ units: [String]) -> [String] {
        let collectives = Set(list("units", of: top).filter { $0["members"] != nil }.compactMap { $0["id"] as? String })
        return units.flatMap { collectives.contains($0) ? members : [$0] }
    }

    @Test func treeHasTheShapeOfTheTable() {
        #expect(areas.count == 6)
        #expect(tasks.count == 16)
        #expect(rows.count == 30)
        let perArea = areas.map { list("children", of: $0).flatMap { list("children", of: $0) }.count }
        #expect(perArea == [3, 3, 10, 9, 4, 1])
        #expect(rows.compactMap { $0["number"] as? String } == (1...30).map(String.init))
    }

    @Test func unitsAreCountedOnceAndUnfolded() {
        let printed = list("units", of: top).filter { $0["printed"] as? Bool == true }
        #expect(printed.count == 17)
        #expect(Set(rows.flatMap(units)).count == 17)
        #expect(rows.flatMap(units).count == 68)
        #expect(rows.flatMap { unfolded(units(of: $0)) }.count == 98)
        #expect(Set(rows.flatMap { unfolded(units(of: $0)) }).count == 22)
        #expect(members.count == 7)
    }

    @Test func sentencesAreCoveredAsTheAnalysisSays() {
        let all = list("paragraphs", of: top).flatMap { list("sentences", of: $0) }.compactMap { $0["id"] as? String }
        let covered = Set(rows.flatMap { $0["sentences"] as? [String] ?? [] })
        #expect(all.count == 43)
        #expect(Set(all).count == 43)
        #expect(covered.isSubset(of: all))
        #expect(covered.count == 28)
        #expect(
            all.filter { !covered.contains($0) } == [
                "1.1-1", "1.2-1", "1.3-1", "2.2-2", "3.1-4", "3.2-3", "4.1-1", "4.1-6", "4.2-3", "4.2-4", "4.3-2",
                "5.2-1", "5.3-1", "5.3-3", "6.0-2",
            ])
    }

    @Test func everySentenceStandsInThePublishedText() {
        let text = Assets.source.filter { !$0.isWhitespace }
        for sentence in list("paragraphs", of: top).flatMap({ list("sentences", of: $0) }) {
            let words = (sentence["text"] as? String ?? "?").filter { !$0.isWhitespace }
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func unitCellsSplitIntoTheUnitsOfTheRow() {
        let names = Dictionary(
            uniqueKeysWithValues: list("units", of: top).map {
                ($0["id"] as? String ?? "", $0["name"] as? String ?? "")
            })
        for row in rows {
            // The one name with a separator inside is taken out first.
            let collective = "各县（市、区）政府"
            let cell = (row["unitsPrinted"] as? String ?? "").replacingOccurrences(of: collective, with: "C")
            let parts = cell.split(whereSeparator: { $0 == "、" || $0 == "，" }).map {
                $0 == "C" ? collective : String($0)
            }
            #expect(units(of: row).map { names[$0] ?? "?" } == parts)
        }
    }

    /// The table's cells, character by character; an empty cell of the first columns is merged with the one above.
    @Test func fiveColumnsOfThirtyRowsAreThoseOfTheTable() throws {
        var published = Self.table(Assets.source)
        #expect(published.count == 31)
        #expect(published.removeFirst() == (top["source"] as? [String: Any])?["tableHeadings"] as? [String])
        for place in published.indices.dropFirst() {
            for column in 1...2 where published[place][column].isEmpty {
                published[place][column] = published[place - 1][column]
            }
        }
        var ours: [[String]] = []
        for area in areas {
            for task in list("children", of: area) {
                for row in list("children", of: task) {
                    ours.append(
                        [row["number"], area["title"], task["title"], row["title"], row["unitsPrinted"]]
                            .map { $0 as? String ?? "?" })
                }
            }
        }
        #expect(ours == published)
    }

    /// Blocks of five lines that begin with a tab, from the heading to the last row.
    private static func table(_ text: String) -> [[String]] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(of: "\t序号") else { return [] }
        var rows: [[String]] = []
        var place = start
        while place + 4 < lines.count, lines[place].hasPrefix("\t"), rows.count < 31 {
            rows.append(lines[place..<place + 5].map { String($0.dropFirst()) })
            place += 5
            while place < lines.count, lines[place].isEmpty { place += 1 }
        }
        return rows
    }
}
