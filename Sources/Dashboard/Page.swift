import Cells
import Text
import WorkPlan

/// One page of the desk: state of looking (cursor, folds, scroll), never a copy of the plan.
protocol Page: Sendable {
    static var commands: [Command<Self>] { get }

    /// Carries out what a key stands for on the page; nil where the page has no use for it.
    mutating func press(_ key: Key, _ situation: Situation) -> Response?

    /// Whether it lists what the desk's filter keeps.
    var isFiltered: Bool { get }

    /// Whether the page has the whole screen: no title, tabs and key bar, and none of the desk's own commands.
    var isFullScreen: Bool { get }

    /// Where the reader is, for the tab line of pages opened over a tab: 第15项.
    func heading(_ situation: Situation) -> DisplayText

    /// Draws into the canvas's bounds, which are `situation.area` large. Returns a remark for the right end of the tab
    /// line: how much is out of sight, how many matches there are.
    func draw(_ canvas: inout Canvas, _ situation: Situation) -> DisplayText

    /// A click at a place of the page, in its own coordinates.
    mutating func click(_ point: Point, _ situation: Situation) -> Response

    /// The wheel, in rows: negative is up.
    mutating func wheel(_ rows: Int, _ situation: Situation)

    /// What is being looked for: matches are marked.
    mutating func find(_ query: Query?, _ situation: Situation)

    /// What the page wants to know besides the briefing.
    func inquiry(_ situation: Situation) -> Inquiry?

    /// Whether something waits to be drawn until the cursor rests.
    var isUnsettled: Bool { get }

    /// The cursor rests.
    mutating func settle()

    /// What the cursor stood on when it rested last.
    func settled(_ situation: Situation) -> Link?

    /// Text pasted; nil where the page has no use for it.
    mutating func paste(_ text: String, _ situation: Situation) -> Response?

    /// What the cursor stands on: what an edit would be about. Nil where there is nothing to edit.
    func selection(_ situation: Situation) -> Link?
}

extension Page {
    mutating func press(_ key: Key, _ situation: Situation) -> Response? { run(key, situation) }

    var isFiltered: Bool { false }

    var isFullScreen: Bool { false }

    /// Carries out the command bound to a key; nil where none is.
    mutating func run(_ key: Key, _ situation: Situation) -> Response? {
        guard let command = Self.commands.first(where: { $0.keys.contains(key) }) else { return nil }
        if let reason = command.unavailable(self, situation) { return .notice(reason) }
        return command.run(&self, situation)
    }

    /// Runs a command of the page by its name; nil where it has none of that name.
    mutating func run(_ name: String, _ situation: Situation) -> Response? {
        guard let command = Self.commands.first(where: { $0.name == name }) else { return nil }
        if let reason = command.unavailable(self, situation) { return .notice(reason) }
        return command.run(&self, situation)
    }

    /// Whether a key is the page's own.
    func binds(_ key: Key) -> Bool { Self.commands.contains { $0.keys.contains(key) } }

    /// Every command of the page, with what stands in its way.
    func listings(_ situation: Situation) -> [CommandListing] {
        Self.commands.map { command in
            var listing = CommandListing(command)
            listing.reason = command.unavailable(self, situation)
            return listing
        }
    }

    /// The commands for the key bar, with those left out that cannot be done now.
    func offered(_ situation: Situation) -> [CommandListing] {
        Self.commands.filter { !$0.label.isEmpty && $0.unavailable(self, situation) == nil }.map(CommandListing.init)
    }

    func find(_ query: Query?, _ situation: Situation) {}

    func inquiry(_ situation: Situation) -> Inquiry? { nil }

    var isUnsettled: Bool { false }

    mutating func settle() {}

    func settled(_ situation: Situation) -> Link? { selection(situation) }

    mutating func paste(_ text: String, _ situation: Situation) -> Response? { nil }

    func selection(_ situation: Situation) -> Link? { nil }
}
