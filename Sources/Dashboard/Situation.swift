package import Cells
package import WorkPlan

/// What a page needs to answer a key besides its own state: the briefing, the room it has, how it is drawn, and what the
/// desk knows beyond the briefing.
package struct Situation: Sendable {
    package let briefing: Briefing
    /// The cells between the tab line and the key bar.
    package let area: Size
    package let glyphs: GlyphSet
    /// The rows marked for an edit of many at once.
    var marked: Set<Identifier<Item>> = []
    /// Who of the others has just changed an item.
    var news: [Identifier<Item>: String] = [:]
    /// The answers to what pages asked.
    var answers: [Inquiry: Answer] = [:]
    /// What the tree's rows are compared with; nil where nothing is.
    var comparison: Comparison?

    package init(briefing: Briefing, area: Size, glyphs: GlyphSet) {
        self.briefing = briefing
        self.area = area
        self.glyphs = glyphs
    }

    package var plan: Plan { briefing.plan }
    package var standings: Standings { briefing.standings }
    package var today: Day { briefing.today }

    /// The same world in another room.
    func within(_ area: Size) -> Situation {
        var situation = Situation(briefing: briefing, area: area, glyphs: glyphs)
        situation.marked = marked
        situation.news = news
        situation.answers = answers
        situation.comparison = comparison
        return situation
    }

    /// A name for something new; `number` tells several of one edit apart.
    func freshName<Subject>(_ number: Int = 0) -> Identifier<Subject> {
        Identifier(number == 0 ? briefing.freshName : "\(briefing.freshName)-\(number)")
    }
}
