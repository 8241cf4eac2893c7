package import Cells
import Text
package import WorkPlan

/// What a page needs to answer a key besides its own state: the briefing, the room it has, how it is drawn, and what the
/// desk knows beyond the briefing.
package struct Situation: Sendable {
    package let briefing: Briefing
    /// The cells between the tab line and the key bar.
    package private(set) var area: Size
    package let glyphs: GlyphSet
    /// The rows marked for an edit of many at once.
    var marked: Set<Identifier<Item>> = []
    /// Who of the others has just changed an item.
    var news: [Identifier<Item>: String] = [:]
    /// The answers to what pages asked.
    var answers: [Inquiry: Answer] = [:]
    /// What the cursor stands on, where that has been found out already: a page of text lays itself out for it.
    var cursor: Link??
    /// What a search found, in reading order.
    var hits: Positions = []
    /// Whether there is more to be found: the index is still being made.
    var isStillFinding = false
    /// Which items lists show; empty for all.
    var filter = Filter()
    /// Another one whenever any of this changes, but for the area.
    let revision: Revision
    /// What the tree's rows are compared with; nil where nothing is.
    var comparison: Comparison?

    package init(briefing: Briefing, area: Size, glyphs: GlyphSet) {
        self.init(briefing: briefing, area: area, glyphs: glyphs, Revision())
    }

    init(briefing: Briefing, area: Size, glyphs: GlyphSet, _ revision: Revision) {
        self.briefing = briefing
        self.area = area
        self.glyphs = glyphs
        self.revision = revision
    }

    package var plan: Plan { briefing.plan }
    package var standings: Standings { briefing.standings }
    package var today: Day { briefing.today }

    /// The same world in another room.
    func within(_ area: Size) -> Situation {
        var situation = self
        situation.area = area
        return situation
    }

    /// What the filter leaves of the tree; nil without a filter.
    var kept: Kept? {
        guard !filter.isEmpty else { return nil }
        return revision.kept {
            let changed = changed
            return Kept(plan.tree) { filter.holds($0, plan, standings, changed: changed) }
        }
    }

    /// What units come to in all that the filter leaves.
    var sums: MatrixSums {
        kept.map { kept in revision.sums { MatrixSums(plan, standings, kept) } } ?? briefing.sums
    }

    /// The items with an edit since the filter's day.
    private var changed: Set<Identifier<Item>> {
        guard let inquiry = filter.inquiry, case .comparison(let comparison)? = answers[inquiry] else { return [] }
        return Set(
            comparison.marks.lazy.filter { $0.value.isChanged || $0.value.isAdded || $0.value.isMoved }.map(\.key))
    }

    /// 筛选：黄灯或红灯（9/30 项）; empty without a filter.
    var filterInWords: DisplayText {
        guard let kept else { return "" }
        return DisplayText("筛选：\(filter.words(in: plan))（\(kept.subtasks)/\(kept.allSubtasks) 项）")
    }

    /// Whether a query named an item by its 序号: then nothing else is meant, also where a text holds the digits.
    func isNumbered(_ query: Query) -> Bool {
        query.number != nil && hits.first.map { plan.tree[$0].number } == query.number
    }
}

extension Filter {
    /// What has to be known to tell what was changed since a day.
    var inquiry: Inquiry? {
        changedSince.map { .comparison(from: .day($0.adding(days: -1)), to: .now) }
    }
}
