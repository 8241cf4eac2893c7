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
        var indexing = SearchIndexing(plan)
        #expect(indexing.goOn(items: 2) == nil)
        var carried = try #require(indexing.carried(to: later))
        #expect(try found("企业", carried.goOn(items: .max)) == ["row-1"])
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
