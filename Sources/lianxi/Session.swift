import Cells
import Curses
import Dashboard
import Glibc
import Ledger
import Text
import WorkPlan

/// The loop that carries messages to the desk and effects into the world: one thread, asleep until something happens.
struct Session {
    private var clerk: Clerk
    /// Nil where no ledger is on the disk.
    private var watch: LedgerWatch?
    let request: Request
    private let screen: CursesScreen
    var wardrobe: Wardrobe
    var app: App
    /// When what is to be done next without a key, in milliseconds of the world's clock.
    private var alarms: [Alarm: Int] = [:]
    /// When others were last heard of.
    private var heardAt = Int.min / 2
    /// Milliseconds from then to the frame that showed it.
    private var hearingTook = 0

    static func run(_ request: Request) throws {
        let today = request.today ?? Environment.today
        let author = Environment.author(asked: request.author)
        var request = request
        request.author = author.name
        let events: TerminalEvents, screen: CursesScreen, theme: ThemeChoice, clerk: Clerk
        if let kept = FirstFrame(request, author, today)?.kept {
            // A ledger that was opened before and has not changed since is no reason to wait.
            events = try TerminalEvents()
            screen = try openScreen(showing: kept)
            // The terminal may be waiting for this processor, and would show nothing until the plan is read.
            sched_yield()
            theme = try ThemeChoice(asked: request.theme)
            clerk = try openClerk(request, today)
        } else {
            // Everything that can be refused is refused before the terminal is touched and before a directory is made.
            try CursesScreen.check()
            theme = try ThemeChoice(asked: request.theme)
            clerk = try openClerk(request, today)
            events = try TerminalEvents()
            screen = try openScreen()
        }
        defer { screen.close() }
        let (glyphs, asks) = Self.glyphs(request, theme)
        screen.ambiguousWidth = glyphs.ambiguous
        var session = Session(clerk, request: request, screen: screen, theme: theme, glyphs: glyphs)
        screen.begin(session.app.draw(), theme: theme.theme, asks: asks)
        if request.theme != nil, !request.isReadOnly { theme.remember() }
        let ending = session.loop(events)
        screen.close()
        session.prepareNextStart()
        if let ending { TerminalEvents.die(bySignal: ending) }
    }

    private static func openClerk(_ request: Request, _ today: Day) throws -> Clerk {
        var clerk = Clerk(try PlanSource(request, creating: true), today: today)
        if let point = request.asOf { try clerk.go(to: point) }
        return clerk
    }

    /// The glyphs to begin with, and whether the terminal is to say which ones it needs.
    private static func glyphs(_ request: Request, _ theme: ThemeChoice) -> (glyphs: GlyphSet, asks: Bool) {
        let wanted = request.glyphs ?? theme.theme.glyphs.map { GlyphSet($0) }
        return (wanted ?? GlyphMemory.remembered ?? .narrow, wanted == nil)
    }

    private static func openScreen(showing painting: FirstPainting? = nil) throws(CursesError) -> CursesScreen {
        try CursesScreen(colors: Environment.value("NO_COLOR") == nil ? .automatic : .none, showing: painting)
    }

    private init(
        _ clerk: Clerk, request: Request, screen: CursesScreen, theme: ThemeChoice, glyphs: GlyphSet
    ) {
        self.clerk = clerk
        let source = clerk.source
        watch = source.isUnsaved ? nil : LedgerWatch(source.ledger)
        self.request = request
        self.screen = screen
        wardrobe = Wardrobe(theme)
        let place = source.isUnsaved || request.isReadOnly ? nil : source.ledger.directory
        app = App(self.clerk.brief(), size: screen.size, glyphs: glyphs) { place.flatMap { ScratchFile(at: $0) } }
        if let greeting = source.greeting ?? theme.mistake { _ = app.handle(.notice(greeting)) }
    }

    /// Writes the plan as it stands, without which the tail of the history would be read again, and draws what will be
    /// seen first.
    private mutating func prepareNextStart() {
        clerk.past = nil
        let briefing = clerk.brief()
        clerk.source.ledger.tidy(always: true, standings: briefing.standings)
        // What is kept still and of this size is what would be painted.
        guard let first = FirstFrame(request, clerk.source.author, clerk.today), first.kept?.size != screen.size,
            let theme = try? ThemeChoice(asked: request.theme), theme.mistake == nil
        else { return }
        let (glyphs, asks) = Self.glyphs(request, theme)
        screen.ambiguousWidth = glyphs.ambiguous
        let next = App(briefing, size: screen.size, glyphs: glyphs)
        first.keep(screen.painting(of: next.draw(), theme: theme.theme, asks: asks), with: clerk.source.ledger)
    }

    /// - Returns: the signal that ended it; nil where the user left, or the terminal is gone.
    private mutating func loop(_ events: borrowing TerminalEvents) -> Int32? {
        // What was appended between opening the ledger and watching it counts as news too.
        alarms[.news] = Environment.milliseconds
        while true {
            var isStale = turnDay()
            let hasHeard = rings(.news) && hasNews()
            if hasHeard { isStale = true }
            if hasNewLook() { isStale = true }
            // All waiting keys are answered before painting, so that a held key never queues frames.
            while let key = screen.nextKey() {
                guard answer(key) else { return nil }
                isStale = true
                alarms[.settle] = app.isUnsettled ? Environment.milliseconds + Self.settledAfter : nil
                alarms[.chores] = app.hasChores ? Environment.milliseconds + 1 : nil
            }
            if rings(.settle) {
                _ = app.handle(.settled)
                isStale = true
            }
            if rings(.chores), app.hasChores {
                _ = app.handle(.idle)
                alarms[.chores] = Environment.milliseconds
                isStale = isStale || !app.hasChores
            }
            if rings(.rest) {
                guard carryOut(app.handle(.rested)) else { return nil }
                isStale = true
            }
            // The desk has no clock: while it presents, it is told how late it is.
            if app.isPresenting {
                _ = app.handle(.tick(Environment.uptime))
                isStale = isStale || app.showsTime
            }
            if isStale { present() }
            if hasHeard { hearingTook = Environment.milliseconds - heardAt }
            let news = alarms[.news] == nil ? watch?.descriptor : nil
            let wakeup = events.wait(
                for: [news, wardrobe.descriptor].compactMap { $0 }, timeout: untilNextAlarm)
            if let news, wakeup.readable.contains(news) {
                alarms[.news] = max(Environment.milliseconds, heardAt + newsEvery)
            }
            for signal in wakeup.signals {
                if let ending = answer(signal) { return ending }
            }
            if screen.isGone || (wakeup.isHungUp && !wakeup.hasInput) { return nil }
        }
    }

    // MARK: Times

    /// What the loop does at a time of its own.
    private enum Alarm {
        /// Read what others appended.
        case news
        /// The cursor rests.
        case settle
        /// The marks of what others did go.
        case rest
        /// What is being typed for can be prepared.
        case chores
    }

    /// Whether an alarm is due; it rings once.
    private mutating func rings(_ alarm: Alarm) -> Bool {
        guard let due = alarms[alarm], due <= Environment.milliseconds else { return false }
        alarms[alarm] = nil
        return true
    }

    /// Milliseconds until something is to be done without a key; nil for never.
    private var untilNextAlarm: Int? {
        let now = Environment.milliseconds
        let times =
            alarms.values.map { max(0, $0 - now) } + (app.showsTime ? [1000] : [])
            + (request.today == nil ? [Environment.untilMidnight] : [])
        return times.min()
    }

    /// Milliseconds without a key or news after which the marks of what others did go.
    private static let restAfter = 8000
    /// Milliseconds without a key after which the cursor counts as resting: longer than a held key takes to come again,
    /// shorter than anybody reads. A preview is two thirds of the bytes of a key in the tree.
    private static let settledAfter = 50
    /// Milliseconds after news during which nothing is prepared: for the next plan it is of no use.
    private static let quietAfter = 1000
    /// Milliseconds between two looks at what others write: the first is shown at once, a stream of a thousand entries a
    /// second five times a second. Where a plan is so large that a look takes long, less often: never more than a tenth of
    /// the time.
    private var newsEvery: Int { min(2000, max(200, 10 * hearingTook)) }

    private func present() {
        screen.present(app.draw(), theme: wardrobe.theme)
    }

    /// False when the user leaves.
    private mutating func answer(_ key: Key) -> Bool {
        switch key {
        case .resize: return carryOut(app.handle(.resized(screen.size)))
        case .ambiguousWidth(let columns):
            let glyphs: GlyphSet = columns == 2 ? .wideSafe : .narrow
            screen.ambiguousWidth = glyphs.ambiguous
            if !request.isReadOnly { GlyphMemory.remember(glyphs) }
            return carryOut(app.handle(.glyphs(glyphs)))
        default: return carryOut(app.handle(.key(key)))
        }
    }

    private mutating func carryOut(_ effects: [Effect]) -> Bool {
        for effect in effects {
            switch effect {
            case .copy(let text): screen.copy(text)
            case .commit, .undo, .redo, .introduce, .keepFilter, .inquire, .travel, .step:
                guard carryOut(clerk.reply(to: effect).flatMap { app.handle($0) }) else { return false }
            case .quit: return false
            case .suspend: screen.suspend()
            case .mouse(let isOn): screen.mouseEnabled = isOn
            case .repaint: screen.resume()
            case .chooseTheme, .previewTheme, .keepTheme, .screenshot:
                guard carryOut(dress(for: effect).flatMap { app.handle($0) }) else { return false }
            }
        }
        return true
    }

    /// - Returns: the signal itself where it ends the session.
    private func answer(_ signal: TerminalSignal) -> Int32? {
        switch signal {
        case .windowChanged: screen.windowChanged()
        case .continued: screen.resume()
        case .stop: screen.suspend()
        case .end(let number): return number
        }
        return nil
    }

    /// Reads what others appended to the ledger; the pages keep cursor, folds and scroll.
    private mutating func hasNews() -> Bool {
        guard watch != nil else { return false }
        heardAt = Environment.milliseconds
        watch?.drain()
        if let interval = watch?.interval { alarms[.news] = heardAt + Int(interval) }
        do throws(LedgerError) {
            let news = try clerk.source.ledger.refresh()
            guard !news.isEmpty else { return false }
            clerk.look()
            alarms[.rest] = heardAt + Self.restAfter
            alarms[.chores] = heardAt + Self.quietAfter
            return carryOut(brief() + app.handle(.heard(news)))
        } catch {
            _ = app.handle(.notice(error.sentence))
        }
        return true
    }

    /// At midnight today is another day, and with it every light. False on every other occasion.
    private mutating func turnDay() -> Bool {
        guard request.today == nil, Environment.today != clerk.today else { return false }
        clerk.today = Environment.today
        clerk.look()
        return carryOut(brief())
    }

    /// Tells the desk how things stand now.
    private mutating func brief() -> [Effect] { app.handle(.briefed(clerk.brief())) }
}
