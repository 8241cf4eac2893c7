import Cells
import Curses
import Dashboard
import Ledger
import Text
import WorkPlan

/// The loop that carries messages to the desk and effects into the world: one thread, asleep until something happens.
struct Session {
    private var source: PlanSource
    /// Nil where no ledger is on the disk.
    private let watch: LedgerWatch?
    private let request: Request
    private let screen: CursesScreen
    private let theme: Theme
    private var app: App
    private var today: Day

    static func run(_ source: PlanSource, request: Request, theme: Theme) throws {
        let events = try TerminalEvents()
        let screen = try CursesScreen(colors: Environment.value("NO_COLOR") == nil ? .automatic : .none)
        defer { screen.close() }
        let glyphs = request.glyphs ?? theme.glyphs.map { GlyphSet($0) }
        var session = Session(source, request: request, screen: screen, theme: theme, glyphs: glyphs)
        session.present()
        if glyphs == nil { screen.requestAmbiguousWidth() }
        session.loop(events)
        screen.close()
        // The plan as it stands, for the next opening: without it the tail of the history is read again.
        session.source.ledger.tidy(always: true)
    }

    private init(
        _ source: PlanSource, request: Request, screen: CursesScreen, theme: Theme, glyphs: GlyphSet?
    ) {
        self.source = source
        watch = source.isUnsaved ? nil : LedgerWatch(source.ledger)
        self.request = request
        self.screen = screen
        self.theme = theme
        today = request.today ?? Environment.today
        let glyphs = glyphs ?? .narrow
        screen.ambiguousWidth = glyphs.ambiguous
        app = App(Self.briefing(source, today: today), size: screen.size, glyphs: glyphs)
        if let greeting = source.greeting { _ = app.handle(.notice(greeting)) }
    }

    private static func briefing(_ source: PlanSource, today: Day) -> Briefing {
        // A history that cannot be read is told by the ledger's notices and by `check`.
        let recent = (try? source.ledger.recent(recentChanges)) ?? []
        return Briefing(
            plan: source.plan, today: today, author: Environment.author, readOnly: source.readOnly,
            place: source.place,
            recent: recent.map { entry in
                RecentChange(
                    at: entry.moment.minute, by: entry.author, sentence: entry.sentences(in: source.plan))
            })
    }

    /// How many of the newest edits the overview shows.
    private static let recentChanges = 8

    private mutating func loop(_ events: borrowing TerminalEvents) {
        // What was appended between opening the ledger and watching it counts as news too.
        var mayHaveNews = true
        while true {
            var isStale = turnDay()
            if mayHaveNews, hasNews() { isStale = true }
            // All waiting keys are answered before painting, so that a held key never queues frames.
            while let key = screen.nextKey() {
                guard answer(key) else { return }
                isStale = true
            }
            if isStale { present() }
            let midnight = request.today == nil ? Environment.untilMidnight : nil
            let wakeup = events.wait(
                for: [watch?.descriptor].compactMap { $0 },
                timeout: [midnight, watch?.interval.map(Int.init)].compactMap { $0 }.min())
            mayHaveNews = !wakeup.readable.isEmpty || watch?.interval != nil
            for signal in wakeup.signals { answer(signal) }
            if screen.isGone || (wakeup.isHungUp && !wakeup.hasInput) { return }
        }
    }

    private func present() {
        screen.present(app.draw(), theme: theme)
    }

    /// False when the user leaves.
    private mutating func answer(_ key: Key) -> Bool {
        switch key {
        case .resize: return carryOut(app.handle(.resized(screen.size)))
        case .ambiguousWidth(let columns):
            let glyphs: GlyphSet = columns == 2 ? .wideSafe : .narrow
            screen.ambiguousWidth = glyphs.ambiguous
            return carryOut(app.handle(.glyphs(glyphs)))
        default: return carryOut(app.handle(.key(key)))
        }
    }

    private func carryOut(_ effects: [Effect]) -> Bool {
        for effect in effects {
            switch effect {
            case .quit: return false
            case .suspend: screen.suspend()
            case .mouse(let isOn): screen.mouseEnabled = isOn
            case .repaint: screen.resume()
            }
        }
        return true
    }

    private func answer(_ signal: TerminalSignal) {
        switch signal {
        case .windowChanged: screen.windowChanged()
        case .continued: screen.resume()
        case .stop: screen.suspend()
        case .end(let number):
            screen.close()
            TerminalEvents.die(bySignal: number)
        }
    }

    /// Reads what others appended to the ledger; the pages keep cursor, folds and scroll.
    private mutating func hasNews() -> Bool {
        guard let watch else { return false }
        watch.drain()
        do throws(LedgerError) {
            guard try !source.ledger.refresh().isEmpty else { return false }
            _ = app.handle(.briefed(Self.briefing(source, today: today)))
        } catch {
            _ = app.handle(.notice(error.sentence))
        }
        return true
    }

    /// At midnight today is another day, and with it every light. False on every other occasion.
    private mutating func turnDay() -> Bool {
        guard request.today == nil, Environment.today != today else { return false }
        today = Environment.today
        _ = app.handle(.briefed(Self.briefing(source, today: today)))
        return true
    }
}
