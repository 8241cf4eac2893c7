/// A government work plan as a value: what was published, what the secretariat added, and what was reported since.
package struct Plan: Equatable, Sendable {
    /// What the cover of the published paper says, verbatim.
    package struct Source: Equatable, Sendable {
        package var notice = ""
        package var addressees = ""
        package var copies = ""
        package var publicity = ""
        package var approval = ""
        package var basis: [String] = []
        package var preamble = ""
        package var tableTitle = ""
        package var tableHeadings: [String] = []

        package init() {}
    }

    package let id: Identifier<Plan>
    package var title: String
    /// For the title line of the screen.
    package var shortTitle: String
    package var issuer: String
    package var issued: Day
    /// As printed: 2022-2025年
    package var period: String
    /// The last day of the plan's period.
    package var periodEnd: Day
    package var source = Source()
    package var goal: String
    package var rules = Rules()
    package var phases: [Phase] = []
    package var safeguards: [Safeguard] = []
    package var paragraphs: [Paragraph] = []
    package var tree = ItemTree()
    package var indicators: [Indicator] = []
    package var deliverables: [Deliverable] = []
    package var discrepancies: [Discrepancy] = []
    package var meetings: [Meeting] = []
    package var decisions: [Decision] = []

    package private(set) var units: [Unit] = []
    private var unitPlaces: [String: Int] = [:]

    package init(
        id: Identifier<Plan>, title: String, shortTitle: String, issuer: String, issued: Day, period: String,
        periodEnd: Day, goal: String
    ) {
        self.id = id
        self.title = title
        self.shortTitle = shortTitle
        self.issuer = issuer
        self.issued = issued
        self.period = period
        self.periodEnd = periodEnd
        self.goal = goal
    }

    /// A plan without anything in it, to begin from.
    package static var empty: Plan {
        Plan(
            id: "empty", title: "", shortTitle: "", issuer: "", issued: Day(number: 0), period: "",
            periodEnd: Day(number: 0), goal: "")
    }

    /// False, and nothing added, when the identifier is taken.
    package mutating func add(_ unit: Unit) -> Bool {
        guard unitPlaces[unit.id.text] == nil else { return false }
        unitPlaces[unit.id.text] = units.count
        units.append(unit)
        return true
    }

    package func unit(_ id: Identifier<Unit>) -> Unit? {
        place(of: id).map { units[$0] }
    }

    /// Where a unit stands among the units.
    func place(of unit: Identifier<Unit>) -> Int? { unitPlaces[unit.text] }

    /// Alters a unit in place; nil where there is none.
    mutating func update<Result>(_ id: Identifier<Unit>, _ body: (inout Unit) -> Result) -> Result? {
        unitPlaces[id.text].map { body(&units[$0]) }
    }

    /// Alters the list of units as a whole.
    mutating func updateUnits<Result>(_ body: (inout [Unit]) -> Result) -> Result {
        let result = body(&units)
        unitPlaces = Dictionary(zip(units.map(\.id.text), units.indices)) { first, _ in first }
        return result
    }
}

/// 联席会议, or a meeting of its liaison officers.
package struct Meeting: Equatable, Sendable {
    package let id: Identifier<Meeting>
    package var name: String
    package var day: Day
    package var attendees: String
    /// Whether it is still going on: what is committed meanwhile was decided there.
    package var isOpen: Bool

    package init(id: Identifier<Meeting>, name: String, day: Day, attendees: String, isOpen: Bool = false) {
        self.id = id
        self.name = name
        self.day = day
        self.attendees = attendees
        self.isOpen = isOpen
    }
}

/// 议定事项: what a meeting decided, tracked like a subtask.
package struct Decision: Equatable, Sendable {
    package let id: Identifier<Decision>
    package var meeting: Identifier<Meeting>
    package var text: String
    package var unit: Identifier<Unit>
    package var deadline: Day?
    package var items: [Identifier<Item>]
    package var status: Status?

    package init(
        id: Identifier<Decision>, meeting: Identifier<Meeting>, text: String, unit: Identifier<Unit>, deadline: Day?,
        items: [Identifier<Item>], status: Status?
    ) {
        self.id = id
        self.meeting = meeting
        self.text = text
        self.unit = unit
        self.deadline = deadline
        self.items = items
        self.status = status
    }
}
