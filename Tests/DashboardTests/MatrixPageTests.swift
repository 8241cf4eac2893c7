import Cells
import Testing
import Text
import WorkPlan

@testable import Dashboard

@Suite struct MatrixPageTests {
    /// The Jiaxing plan with a few parts reported.
    private func reported() throws -> Plan {
        var plan = try Robot.jiaxing()
        let day = try #require(Day("2024-03-20"))
        func report(_ item: Identifier<Item>, _ entries: [(Identifier<Unit>?, Double)]) throws {
            let position = try #require(plan.tree.position(of: item))
            plan.tree[position].progress = entries.map {
                Progress(unit: $0.0, day: day, status: .underway(percent: $0.1))
            }
        }
        try report("row-15", [(nil, 52), ("kjj", 20), ("jyj", 80)])
        try report("row-2", [(nil, 90), ("haining", 88), ("nanhu", 10), ("pinghu", 95)])
        return plan
    }

    private func cells(_ frame: Frame, _ surface: Surface) -> [Point] {
        return (0..<frame.size.height).flatMap { y in
            (0..<frame.size.width).compactMap { x in frame[x, y].surface == surface ? Point(x: x, y: y) : nil }
        }
    }

    private func text(_ robot: Robot, row: Int, columns: Range<Int>) -> String {
        let cells = robot.frame.row(row).dropFirst(columns.lowerBound).prefix(columns.count)
        return String(String.UnicodeScalarView(cells.filter { $0.span != .tail }.flatMap(\.glyph.scalars)))
    }

    /// What stands between blanks and group lines.
    private func words(_ line: String) -> [String] {
        line.split { " │".contains($0) }.map(String.init)
    }

    // MARK: What is to be seen

    @Test("68 marks folded, 98 unfolded, with the sums that the published table gives")
    func sums() throws {
        var robot = try Robot(width: 120, height: 60)
        try robot.press("3w")
        func numbers(_ label: String) throws -> [Int] {
            words(try #require(robot.lines.first { $0.contains(label) })).compactMap { Int($0) }
        }
        // 市监, 9 departments, 4 judicial, 2 stationed, the counties together, 桐乡, and the whole.
        #expect(try numbers("合计") == [30, 1, 2, 4, 3, 3, 3, 1, 1, 3, 2, 3, 4, 1, 1, 5, 1, 68])
        #expect(robot.lines[5..<35].joined().count { $0 == "◆" } == 68)
        let ends = robot.lines[5..<35].compactMap { line in line.split(separator: " ").last.flatMap { Int($0) } }
        #expect(ends.reduce(0, +) == 68)
        try robot.press("z")
        #expect(try numbers("合计").last == 98)
        #expect(robot.lines[5..<35].joined().count { "◆◈".contains($0) } == 98)
        #expect(try numbers("合计").count == 23)
    }

    @Test("Flat, all 30 rows and 22 columns are on one screen of 100×40, with headings, sums, legend and words")
    func flat() throws {
        var robot = try Robot(width: 100, height: 40)
        try robot.press("3wz")
        for number in 1...30 {
            #expect(text(robot, row: 4 + number, columns: 5..<8).hasPrefix("\(number)"))
            #expect(text(robot, row: 4 + number, columns: 29..<100).contains("◆"))
        }
        let headings = (0..<100).map { x in (3...4).map { text(robot, row: $0, columns: x..<x + 1) }.joined() }
        for unit in try Robot.jiaxing().reportingUnits { #expect(headings.contains(unit.short), "\(unit.short)") }
        #expect(robot.lines[35].contains("合计"))
        #expect(robot.lines[36].contains("◆责任"))
        #expect(robot.lines[37].contains("市市场监管局 · 第1项 · 责任（第1位）"))
        #expect(robot.lines[38].contains("制定专利导航项目实施细则"))
        #expect(!robot.lines[1].contains("下有"))
    }

    @Test("A light of the unit's own is filled, one from the item hollow; folded counties tell how many were heard")
    func lights() throws {
        var robot = try Robot(reported(), width: 100, height: 40)
        try robot.press("3wo")
        let fifteenth = try #require(robot.lines.first { $0.contains("15 高校科研院所") })
        #expect(fifteenth.filter { "●◎▲△■□○◐".contains($0) } == "◎▲●●")
        let second = try #require(robot.lines.first { $0.contains("2  支持各地争创") })
        #expect(second.contains("■3/7"))
        try robot.press("z")
        let unfolded = try #require(robot.lines.first { $0.contains("2  支持各地争创") })
        #expect(unfolded.filter { "●◎▲△■□○◐".contains($0) } == "◎◎■◎◎●◎●●")
    }

    @Test("The line below tells the cell in words")
    func words() throws {
        var robot = try Robot(reported(), width: 100, height: 40)
        try robot.press("3wojjjjjjjjjjjjjjlll")
        #expect(robot.screen.contains("市科技局 · 第15项 · 责任（第2位） · 本单位部分：黄 进行中 20%（2024-03-20）"))
        try robot.press("h")
        #expect(robot.screen.contains("市经信局 · 第15项 · 不是责任单位"))
    }

    @Test("A folded row sums its cells")
    func folded() throws {
        var robot = try Robot(reported(), width: 100, height: 40)
        try robot.press("3<lt>")
        let third = try #require(robot.lines.first { $0.contains("三 优化知识产权") })
        #expect(words(third).compactMap { Int($0) } == [10, 3, 3, 3, 3, 1, 1, 1, 1, 26])
        try robot.press("o")
        #expect(robot.lines.contains { $0.contains("三 优化知识产权") && $0.contains("▲1") && $0.contains("○9") })
        try robot.press("<tab>")
        #expect(robot.lines.contains { $0.contains("夯实知识产权强市建设基础") })
    }

    @Test("Reporting, unit by period: what came, what came late, what did not come")
    func reporting() throws {
        var plan = try Robot.jiaxing()
        let position = try #require(plan.tree.position(of: "row-28"))
        plan.tree[position].reports = try [("2022Q4", "2023-01-10"), ("2023Q1", "2023-04-20")].map { period, day in
            Report(
                unit: "rsj", period: try #require(Period(period)), progress: "", problems: "", next: "",
                needsCoordination: false, received: try #require(Day(day)), isSignedOff: false)
        }
        var robot = try Robot(plan, width: 100, height: 40)
        try robot.press("3ooo")
        let line = try #require(robot.lines.first { $0.contains("市人力社保局") })
        #expect(words(line).dropFirst() == ["未", "✓", "迟1", "未", "未", "未", "4"])
        #expect(robot.screen.contains("市市场监管局 · 2023年第4季度 · 未报：应报30项，未报30"))
    }

    @Test("Area by unit: how many, and the worst light")
    func summary() throws {
        var robot = try Robot(reported(), width: 120, height: 40)
        try robot.press("3oooo")
        let first = try #require(robot.lines.first { $0.contains("一 完善知识产权制度") })
        #expect(first.contains("○ 3") && first.contains("■ 1"))
        try robot.press("<enter>")
        #expect(robot.lines.contains { $0.contains("推动完善知识产权政策制定") })
        try robot.press("<esc>")
        #expect(!robot.lines.contains { $0.contains("推动完善知识产权政策制定") })
    }

    // MARK: Walking

    @Test("The crosshair marks the row and the column of the cursor, and both stay in sight at every size")
    func crosshair() throws {
        for (width, height) in [(40, 10), (64, 18), (80, 24), (100, 40), (120, 36), (240, 67)] {
            for mode in ["", "o", "oo", "ooo", "oooo", "z", "wz"] {
                var robot = try Robot(width: width, height: height)
                try robot.press("3" + mode)
                for keys in ["", "jjjll", "G$", "k^", "<pgup>hh", "g<pgdn>lllllllllll"] {
                    try robot.press(keys)
                    let frame = robot.frame
                    let selected = cells(frame, .selected)
                    #expect(!selected.isEmpty, "\(width)×\(height) \(mode) \(keys)")
                    let cursor = try #require(selected.max { ($0.y, $0.x) < ($1.y, $1.x) })
                    let around = cells(frame, .crosshair)
                    #expect(around.contains { $0.y == cursor.y } || around.contains { $0.x == cursor.x })
                }
            }
        }
    }

    @Test("Headings and titles stay where they are while the cells scroll")
    func frozen() throws {
        var robot = try Robot(width: 64, height: 18)
        try robot.press("3>")
        #expect(robot.lines[3].contains("市"))
        try robot.press("G$")
        #expect(robot.selected.contains("30 开展"))
        #expect(robot.lines[3].hasSuffix("合") && robot.lines[3].contains("桐"))
        #expect(robot.lines[2].contains("县") && robot.lines[4].contains("‹"))
        #expect(robot.lines[4].contains("↑"))
        try robot.press("g^")
        #expect(robot.lines[2].contains("›"))
        #expect(robot.lines[4].contains("↓") && !robot.lines[4].contains("↑"))
        #expect(robot.selected.contains("一 完善"))
    }

    @Test("Enter opens the unit's part of the item, and Esc returns to the same cell")
    func part() throws {
        var robot = try Robot(reported(), width: 100, height: 40)
        try robot.press("3wojjjjjjjjjjjjjjlll")
        let before = robot.frame
        try robot.press("<enter>")
        #expect(robot.lines[1].contains("第15项 市科技局"))
        for words in ["进行中 20%", "本单位进度", "没有报送过", "专利转让许可次数", "应达 47.4%，实际 20.0%"] {
            #expect(robot.screen.contains(words), "\(words)")
        }
        try robot.press("<esc>")
        #expect(robot.frame == before)
        try robot.press("^h<enter>")
        #expect(robot.screen.contains("市教育局、市科技局、市市场监管局"))
        try robot.press("<esc>glk<enter>")
        #expect(robot.screen.contains("承担30项"))
    }

    @Test("A blank cell says why it does not open; a folded row's cell lists the unit's rows")
    func blank() throws {
        var robot = try Robot(width: 100, height: 40)
        try robot.press("3wl<enter>")
        #expect(robot.notice.contains("市发展改革委不在第1项的责任单位中"))
        try robot.press("w<lt>jj^lll<enter>")
        #expect(robot.screen.contains("领域三中承担 3 项"))
    }

    @Test("The cursor stays on its item and unit through modes, folds and arrangements")
    func staying() throws {
        var robot = try Robot(width: 100, height: 40)
        try robot.press("3jjjj$")
        let words = "桐乡市 · 第"
        #expect(robot.screen.contains(words))
        for keys in ["w", "w", "o", "o", "O", "O", "O", "z", "z", "ooo", "oo"] {
            try robot.press(keys)
            #expect(robot.screen.contains(words), "\(keys)")
        }
        try robot.press("[[")
        #expect(robot.screen.contains("桐乡市 · 领域一"))
    }

    @Test("Selecting a cell names the part, a title the item, a heading the unit")
    func selection() throws {
        let robot = try Robot(width: 100, height: 40)
        let situation = robot.app.situation
        var page = MatrixPage()
        page.isFlat = true
        #expect(page.selection(situation) == .part("row-1", "scjgj"))
        page.moveRow(1, situation)
        page.moveColumn(-1, situation)
        #expect(page.selection(situation) == .item("row-2"))
        page.isOnTitle = false
        page.isOnHeading = true
        #expect(page.selection(situation) == .unit("scjgj"))
        // What is folded away is stood for by the row that hides it, a member by its collective unit.
        page = MatrixPage()
        page.item = "row-30"
        page.unit = "haining"
        #expect(page.selection(situation) == .part("row-30", "xianshiqu"))
        page.folded = Outline.folds(situation.plan.tree, downTo: .area)
        page.isUnfolded = true
        #expect(page.selection(situation) == .part("area-6", "haining"))
        page.mode = .reporting
        #expect(page.selection(situation) == .unit("haining"))
    }

    @Test("A click selects a cell, a second one opens it; the wheel scrolls")
    func mouse() throws {
        var robot = try Robot(width: 100, height: 40)
        try robot.press("3w")
        let line = try #require(robot.lines.firstIndex { $0.contains("15 高校科研院所") })
        let frame = robot.frame
        let x = try #require((40..<100).first { frame[$0, line].glyph == Glyph("◆") && $0 > 50 })
        try robot.press("<click \(x),\(line)>")
        #expect(robot.screen.contains("第15项 · 责任"))
        try robot.press("<click \(x),\(line)>")
        #expect(robot.lines[1].contains("第15项 市"))
        try robot.press("<esc><wheel-down 50,20>")
        #expect(robot.screen.contains("第18项"))
    }

    @Test("What is found is marked in the titles")
    func finding() throws {
        var robot = try Robot(width: 100, height: 40)
        try robot.press("/开放许可<enter>3<enter><esc>")
        var page = MatrixPage()
        page.find(Query("海外"), robot.app.situation)
        #expect(page.selection(robot.app.situation) != MatrixPage().selection(robot.app.situation))
        #expect(page.query == Query("海外"))
    }

    // MARK: Every screen

    @Test(
        "Every mode at every size: no torn wide character, no ambiguous mark in the wide-safe set",
        arguments: [(20, 5), (40, 10), (64, 18), (80, 24), (100, 40), (120, 36), (240, 67)])
    func everySize(_ size: (Int, Int)) throws {
        for glyphs in [GlyphSet.narrow, .wideSafe] {
            for way in ["3", "3o", "3oo", "3ooo", "3oooo", "3z", "3owz", "3x", "3ox", "3<lt>o", "3wlo<enter>"] {
                var robot = try Robot(reported(), width: size.0, height: size.1, glyphs: glyphs)
                try robot.press(way)
                let frame = robot.frame
                #expect(frame.size == Size(width: size.0, height: size.1))
                for y in 0..<frame.size.height {
                    let row = Array(frame.row(y))
                    for (x, cell) in row.enumerated() {
                        let next = x + 1 < row.count ? row[x + 1].span : nil
                        #expect((cell.span == .wide) == (next == .tail), "\(way) \(size) \(x),\(y)")
                    }
                }
                guard glyphs == .wideSafe else { continue }
                // The tab line draws the arrow of the way here; titles hold quotation marks of their own.
                let marks = frame.lines.dropFirst(2).joined().filter { "●◎▲△■□○◐◆◇◈★│…▾▸↑↓‹›".contains($0) }
                #expect(marks.isEmpty, "\(way) \(marks)")
            }
        }
    }

    @Test("The legend explains every mark that the cells show")
    func legend() throws {
        var robot = try Robot(reported(), width: 120, height: 40)
        try robot.press("3wz")
        for mode in ["", "o"] {
            try robot.press(mode)
            let marks = Set(robot.lines[5..<35].joined().filter { "●◎▲△■□○◐–◆◇◈★".contains($0) })
            let legend = try #require(robot.lines.first { $0.contains("随") && $0.contains(marks.first ?? " ") })
            for mark in marks { #expect(legend.contains(mark), "\(mark)") }
        }
        robot.resize(64, 18)
        try robot.press("X")
        #expect(robot.screen.contains("图例（X 关闭）"))
        #expect(robot.screen.contains("本单位所报"))
        try robot.press("X")
        #expect(!robot.screen.contains("图例（X 关闭）"))
    }

    @Test("An empty plan and a plan without units are drawn and walked")
    func empty() throws {
        for plan in [Plan.empty] {
            var robot = try Robot(plan, width: 80, height: 24)
            try robot.press("3jjllkkhh<tab>[]<lt>><pgdn>G$^gwzOox<enter>ooo<enter>")
            #expect(robot.lines[1].contains("3矩阵"))
        }
    }
}
