extension Comparer {
    // MARK: Indicators

    mutating func compareIndicators(of item: Identifier<Item>, _ indicators: Indicators) {
        let topic = self.topic
        let was = indicators.old[item] ?? []
        let becomes = indicators.new[item] ?? []
        guard was != becomes || old.day != new.day else { return }
        let before = Dictionary(was.map { ($0.id, $0) }) { first, _ in first }
        for indicator in becomes {
            self.topic = Topic(subject: .indicator(indicator.id), item: item, name: "指标“\(indicator.title)”")
            if let was = before[indicator.id] {
                compareIndicator(was, indicator)
            } else {
                add(.added, becomes: indicator.targetInWords)
            }
        }
        let known = Set(becomes.map(\.id))
        for indicator in was where !known.contains(indicator.id) {
            self.topic = Topic(subject: .indicator(indicator.id), item: item, name: "指标“\(indicator.title)”")
            add(.removed, was: indicator.targetInWords)
        }
        self.topic = topic
    }

    private mutating func compareIndicator(_ was: Indicator, _ indicator: Indicator) {
        compareFigures(
            "读数", was.readings.map { ($0.unit, $0.day, $0.value) },
            indicator.readings.map { ($0.unit, $0.day, $0.value) }
        ) { $0.map(Figure.number) ?? "未报" }
        compare("基数", was.baseline, indicator.baseline) { $0.map(Figure.number) }
        compare("名称", was.title, indicator.title)
        var rest = was
        rest.readings = indicator.readings
        rest.baseline = indicator.baseline
        rest.title = indicator.title
        if rest != indicator { add(.changed, "其他内容", was: was.targetInWords, becomes: indicator.targetInWords) }
    }

    // MARK: Units

    mutating func compareUnits() {
        compareElements(old.plan.units, new.plan.units, by: \.id) { comparer, was, becomes in
            guard let unit = becomes ?? was else { return }
            comparer.topic = Topic(subject: .unit(unit.id), name: unit.name)
            switch (was, becomes) {
            case (nil, _?): comparer.add(.added, becomes: unit.kind.word)
            case (_?, nil): comparer.add(.removed, was: unit.kind.word)
            case (let was?, let becomes?): comparer.compareUnit(was, becomes)
            case (nil, nil): break
            }
        }
    }

    private mutating func compareUnit(_ was: Unit, _ unit: Unit) {
        compare("名称", was.name, unit.name)
        compare("简称", was.short, unit.short)
        compare("别名", was.aliases, unit.aliases) { $0.isEmpty ? nil : $0.joined(separator: "、") }
        let plans = (old.plan, new.plan)
        if was.members != unit.members {
            add(.changed, "成员", was: plans.0.names(was.members), becomes: plans.1.names(unit.members))
        }
        compareElements(was.renames, unit.renames, by: \.from) {
            $0.add(.changed, "自\(($2 ?? $1)?.from ?? "")起更名", was: $1?.name.quoted, becomes: $2?.name.quoted)
        }
        compareElements(was.contacts, unit.contacts, by: \.name) {
            $0.add(.changed, "联络员\(($2 ?? $1)?.name ?? "")", was: $1?.words, becomes: $2?.words)
        }
        var rest = was
        rest.name = unit.name
        rest.short = unit.short
        rest.aliases = unit.aliases
        rest.members = unit.members
        rest.renames = unit.renames
        rest.contacts = unit.contacts
        if rest != unit { add(.changed, "其他内容", was: was.kind.word, becomes: unit.kind.word) }
    }

    // MARK: Rules

    mutating func compareRules() {
        topic = Topic(subject: .rules, name: "")
        let was = old.plan.rules
        let rules = new.plan.rules
        guard was != rules else { return }
        compare("牵头规则", was.lead, rules.lead) { $0.word }
        compare("亮灯规则", was.light, rules.light) {
            "黄 \(Figure.number($0.yellow)) 点、红 \(Figure.number($0.red)) 点、到期前 \($0.dueSoon) 天"
        }
        compare("报送规则", was.reporting, rules.reporting) { "\($0.cycle.word)，期后 \($0.dueDay) 日" }
        if was.deadlinePhase != rules.deadlinePhase {
            add(
                .changed, "默认期限", was: old.plan.deadlinePhase.map { "\($0.title)结束" },
                becomes: new.plan.deadlinePhase.map { "\($0.title)结束" })
        }
        compareElements(was.printedDeadlines, rules.printedDeadlines, by: \.phrase) {
            $0.add(.changed, "“\(($2 ?? $1)?.phrase ?? "")”的期限", was: $1?.day.description, becomes: $2?.day.description)
        }
    }

    // MARK: Meetings

    mutating func compareMeetings() {
        compareElements(old.plan.meetings, new.plan.meetings, by: \.id) { comparer, was, becomes in
            guard let meeting = becomes ?? was else { return }
            comparer.topic = Topic(subject: .meeting(meeting.id), name: "会议 \(meeting.day) \(meeting.name)")
            guard let was else { return comparer.add(.added, becomes: meeting.attendees) }
            guard let becomes else { return comparer.add(.removed, was: meeting.attendees) }
            comparer.compare("名称", was.name, becomes.name)
            comparer.compare("日期", was.day, becomes.day) { "\($0)" }
            comparer.compare("参会", was.attendees, becomes.attendees)
            comparer.compare("状态", was.isOpen, becomes.isOpen) { $0 ? "开会中" : "已结束" }
        }
        compareElements(old.plan.decisions, new.plan.decisions, by: \.id) { comparer, was, becomes in
            guard let decision = becomes ?? was else { return }
            comparer.topic = Topic(subject: .decision(decision.id), name: "议定事项", title: decision.text)
            guard let was else { return comparer.add(.added, becomes: comparer.new.plan.name(decision.unit)) }
            guard let becomes else { return comparer.add(.removed, was: comparer.old.plan.name(decision.unit)) }
            comparer.topic.name += decision.text.quoted
            comparer.compareDecision(was, becomes)
        }
    }

    private mutating func compareDecision(_ was: Decision, _ decision: Decision) {
        compare("内容", was.text, decision.text)
        let plans = (old.plan, new.plan)
        if was.unit != decision.unit {
            add(.changed, "责任单位", was: plans.0.name(was.unit), becomes: plans.1.name(decision.unit))
        }
        compare("期限", was.deadline, decision.deadline) { $0?.description }
        compare("状态", was.status, decision.status) { Change.words($0) }
        if was.items != decision.items {
            add(
                .changed, "对应事项", was: was.items.map { plans.0.name($0) }.joined(separator: "、"),
                becomes: decision.items.map { plans.1.name($0) }.joined(separator: "、"))
        }
    }
}

extension Contact {
    fileprivate var words: String { role + telephone }
}

extension Plan {
    fileprivate func names(_ units: [Identifier<Unit>]) -> String {
        units.map { name($0) }.joined(separator: "、")
    }
}
