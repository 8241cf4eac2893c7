package import Cells
package import WorkPlan

/// All a page may know of the world: the plan, the day of the arithmetic, and who is at the keyboard.
package struct Briefing: Sendable {
    package let plan: Plan
    /// 数据截止日: the day of the arithmetic, which `--today` sets.
    package let today: Day
    package let standings: Standings
    /// Who edits; shown in the title line. Empty where nobody does.
    package let author: String
    /// Why edits are refused, as a sentence; nil where they are not.
    package let readOnly: String?
    /// Where the plan was read from: a directory, or words for the plan inside the program.
    package let place: String
    /// The newest edits first, as many as the overview may show.
    package let recent: [RecentChange]

    package init(
        plan: Plan, today: Day, author: String, readOnly: String?, place: String, recent: [RecentChange] = []
    ) {
        self.plan = plan
        self.today = today
        self.author = author
        self.readOnly = readOnly
        self.place = place
        self.recent = recent
        standings = Standings(plan, on: today)
    }
}

/// One line about an edit: when (as written in the history), who, what.
package struct RecentChange: Sendable {
    package var at: String
    package var by: String
    package var sentence: String

    package init(at: String, by: String, sentence: String) {
        self.at = at
        self.by = by
        self.sentence = sentence
    }
}

/// What a page needs to answer a key besides its own state: the briefing, the room it has, and how it is drawn.
package struct Situation: Sendable {
    package let briefing: Briefing
    /// The cells between the tab line and the key bar.
    package let area: Size
    package let glyphs: GlyphSet

    package var plan: Plan { briefing.plan }
    package var standings: Standings { briefing.standings }
}
