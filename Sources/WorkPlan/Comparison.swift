/// Two plans side by side, each judged on its own day: what came, went, moved and changed, and whose light turned.
package struct Comparison: Equatable, Sendable {
    /// The day each plan is judged on.
    package let from: Day
    package let to: Day
    /// Items in reading order, each with its indicators; what went stands below what it hung on. Then units, rules,
    /// meetings and decisions.
    package let rows: [Row]
    /// What the tree of the newer plan shows beside its items; nothing for items of which there is nothing to say.
    package let marks: [Identifier<Item>: Mark]

    package init(from old: Plan, on oldDay: Day, to new: Plan, on newDay: Day) {
        from = oldDay
        to = newDay
        var comparer = Comparer(Comparer.Side(old, oldDay), Comparer.Side(new, newDay))
        comparer.compareItems()
        comparer.compareUnits()
        comparer.compareRules()
        comparer.compareMeetings()
        rows = comparer.rows
        marks = comparer.marks
    }

    package var isEmpty: Bool { rows.isEmpty }

    package func count(_ kind: Row.Kind) -> Int { rows.count { $0.kind == kind } }

    /// 新增1，修改3，变灯2; empty where nothing differs.
    package var summary: String {
        Row.Kind.allCases.filter { count($0) > 0 }.map { "\($0.word)\(count($0))" }.joined(separator: "，")
    }

    /// One difference.
    package struct Row: Equatable, Sendable {
        /// Raw values are the words of exports.
        package enum Kind: String, CaseIterable, Sendable {
            case added, removed, moved, changed, turned

            package var word: String {
                switch self {
                case .added: "新增"
                case .removed: "去掉"
                case .moved: "移动"
                case .changed: "修改"
                case .turned: "变灯"
                }
            }
        }

        package enum Subject: Equatable, Sendable {
            case item(Identifier<Item>)
            case indicator(Identifier<Indicator>)
            case unit(Identifier<Unit>)
            case rules
            case meeting(Identifier<Meeting>)
            case decision(Identifier<Decision>)
        }

        package let subject: Subject
        /// The item to go to: itself, or what an indicator hangs on. May be gone from the newer plan.
        package let item: Identifier<Item>?
        /// 第15项
        package let name: String
        /// The subject's own words, where its name does not say them.
        package let title: String
        package let kind: Kind
        /// 进度, 期限 …; empty where the subject itself came, went or moved.
        package let field: String
        /// In words; nil where there was nothing.
        package let was: String?
        package let becomes: String?
        /// Only for `turned`: then `was` and `becomes` are the two reasons.
        package let turn: Turn?

        /// The difference as one line: 第15项进度 45%→50%.
        package var sentence: String {
            switch kind {
            case .added: "新增\(name)" + (title.isEmpty ? "" : " “\(title)”")
            case .removed: "去掉\(name)" + (title.isEmpty ? "" : " “\(title)”")
            case .moved: "\(name)从\(was ?? "")移到\(becomes ?? "")"
            case .changed: "\(name)\(field) \(was ?? "无")→\(becomes ?? "无")"
            case .turned:
                "\(name)亮灯 \(turn?.from.word ?? "")→\(turn?.to.word ?? "")：原为 \(was ?? "")；现为 \(becomes ?? "")"
            }
        }
    }

    /// A light that is another than before.
    package struct Turn: Equatable, Sendable {
        package let from: Light
        package let to: Light

        package init(from: Light, to: Light) {
            self.from = from
            self.to = to
        }

        package var isWorse: Bool { to.severity > from.severity }
    }

    /// What there is to say of one item of the newer plan.
    package struct Mark: Equatable, Sendable {
        package var isAdded = false
        package var isMoved = false
        /// A field of it, or of its indicators.
        package var isChanged = false
        package var turn: Turn?
        /// How many rows are about items below it, those that went among them.
        package var below = 0

        package init() {}

        /// The most telling word of it; empty where only something below it differs or its light turned.
        package var word: String {
            if isAdded { return Row.Kind.added.word }
            if isMoved { return Row.Kind.moved.word }
            return isChanged ? Row.Kind.changed.word : ""
        }
    }
}
