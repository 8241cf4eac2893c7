package import Text

/// The pages of the desk. A new page is its file and its line here.
package enum Pages {
    /// The tabs, in the order of their number keys. A page is made when it is first looked at.
    static let tabs: [(title: DisplayText, make: @Sendable () -> any Page)] = [
        ("总览", { OverviewPage() }),
        ("任务", { OutlinePage() }),
        ("矩阵", { MatrixPage() }),
        ("单位", { UnitsPage() }),
        ("指标", { IndicatorsPage() }),
        ("时序", { TimelinePage() }),
        ("变更", { HistoryPage() }),
        ("报送", { ReportsPage() }),
        ("会议", { MeetingsPage() }),
    ]
    /// Where finding happens.
    static let outline = 1

    /// Every page with its commands, as the help page and the README list them.
    package static var listings: [(title: DisplayText, commands: [CommandListing])] {
        App.listed.map { ($0.title, $0.commands.map(CommandListing.init)) } + [
            ("总览、事项、一个单位、一个指标、亮灯", OverviewPage.commands.map(CommandListing.init)),
            ("任务", OutlinePage.commands.map(CommandListing.init)),
            ("矩阵", MatrixPage.commands.map(CommandListing.init)),
            ("单位、指标、时序", UnitsPage.walking.map(CommandListing.init)),
            ("单位", UnitsPage.own.map(CommandListing.init)),
            ("一个单位", UnitPage.own.map(CommandListing.init)),
            ("指标", IndicatorsPage.own.map(CommandListing.init)),
            ("时序", TimelinePage.own.map(CommandListing.init)),
            ("变更", HistoryPage.own.map(CommandListing.init)),
            ("一次修改", EntryPage.own.map(CommandListing.init)),
            ("报送", ReportsPage.own.map(CommandListing.init)),
            ("会议", MeetingsPage.own.map(CommandListing.init)),
            ("对比", ComparisonPage.own.map(CommandListing.init)),
            ("冲突", ConflictsPage.own.map(CommandListing.init)),
            ("放映", PresentingPage.commands.map(CommandListing.init) + [PresentingPage.alsoListed]),
        ]
    }
}
