import Synchronization
import Testing
import WorkPlan

@Suite struct SearchIndexTests {
    private func found(_ typed: String, _ index: SearchIndex?) throws -> [String] {
        var index = try #require(index)
        let plan = Sample.plan()
        return index.items(Query(typed, pinyin: PinyinTests.pinyin)).map { plan.tree[$0].id.text }
    }

    @Test("An edit that no search can find keeps the index, whole or half made, and what is found of the old plan")
    func unsearched() throws {
        let plan = Sample.plan()
        let later = Sample.plan("row-1") {
            $0.progress = [Progress(unit: nil, day: Sample.day("2024-01-01"), status: .underway(percent: 5))]
            $0.weight = 2
        }
        #expect(try found("企业", SearchIndex(plan).carried(to: later)) == ["row-1"])
        let begun = SearchIndex(beginning: plan, itemsAtOnce: 2, cellsInBlock: 1)
        #expect(!begun.isWhole)
        var carried = try #require(begun.carried(to: later))
        carried.goOn(items: .max)
        #expect(carried.isWhole)
        #expect(try found("企业", carried) == ["row-1"])
    }

    @Test("What has been taken in is found before the rest is, and what comes next is found on the way")
    func begun() throws {
        let plan = Sample.plan()
        let whole = try found("行业", SearchIndex(plan))
        var index = SearchIndex(beginning: plan, itemsAtOnce: 1, cellsInBlock: 1)
        var soFar: [String] = []
        while !index.isWhole {
            index.goOn(items: 1)
            let found = try found("行业", index)
            #expect(found.starts(with: soFar) && whole.starts(with: found))
            soFar = found
        }
        #expect(soFar == whole)
    }

    @Test("Blocks lie on the shelf from the first for which there is no room in memory")
    func shelved() throws {
        let shelf = Shelf()
        var index = SearchIndex(
            beginning: Sample.plan(), itemsAtOnce: 1, cellsInBlock: 1, cellsInMemory: 1, shelf: shelf)
        #expect(shelf.isEmpty)
        index.goOn(items: .max)
        #expect(!shelf.isEmpty)
        #expect(try found("企业", index) == found("企业", SearchIndex(Sample.plan())))
    }

    @Test("An edit of anything that can be found makes the index of no use")
    func searched() {
        let index = SearchIndex(Sample.plan())
        let edits: [(inout Item) -> Void] = [
            { $0.title = "另一件事" }, { $0.number = "9" }, { $0.assignments = [Assignment(unit: "x")] },
            { $0.notes = [Note(id: "n", day: Sample.day("2024-01-01"), text: "批注")] },
        ]
        for edit in edits { #expect(index.carried(to: Sample.plan("row-1", edit)) == nil) }
        var renamed = Sample.plan()
        renamed = renamed.applying([.unitName("a", Edit(was: "市甲局", becomes: "市戊局"))]).plan
        #expect(index.carried(to: renamed) == nil)
    }
}

/// A shelf in memory.
final class Shelf: SearchShelf {
    private let kept = Mutex<[UInt16]>([])
    private let room: Int
    private let isReadable: Bool

    /// - Parameter room: in cells.
    init(room: Int = .max, isReadable: Bool = true) {
        self.room = room
        self.isReadable = isReadable
    }

    var isEmpty: Bool { kept.withLock { $0.isEmpty } }

    func put(_ cells: [UInt16]) -> Range<Int>? {
        kept.withLock { kept in
            guard kept.count + cells.count <= room else { return nil }
            kept += cells
            return kept.count - cells.count..<kept.count
        }
    }

    func cells(_ place: Range<Int>) -> [UInt16] {
        kept.withLock { isReadable ? Array($0[place]) : Array($0[place].dropLast(9)) }
    }
}
