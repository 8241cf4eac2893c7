/// 工作步骤: one phase of the plan. Phases may overlap, as printed.
package struct Phase: Equatable, Sendable {
    package let id: Identifier<Phase>
    /// As printed: （一）
    package var number: String
    package var title: String
    /// The period as printed: 2022年7月至9月
    package var printed: String
    package var start: Day
    /// The last day.
    package var end: Day
    package var text: String

    package init(
        id: Identifier<Phase>, number: String, title: String, printed: String, start: Day, end: Day, text: String
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.printed = printed
        self.start = start
        self.end = end
        self.text = text
    }

    package func contains(_ day: Day) -> Bool { day >= start && day <= end }
}

/// 保障措施: one safeguard of the plan, verbatim.
package struct Safeguard: Equatable, Sendable {
    package let id: Identifier<Safeguard>
    package var number: String
    package var title: String
    package var text: String

    package init(id: Identifier<Safeguard>, number: String, title: String, text: String) {
        self.id = id
        self.number = number
        self.title = title
        self.text = text
    }
}
