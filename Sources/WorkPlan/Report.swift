/// A unit's report on an item for a period: the three standard blanks, and whether leaders must coordinate.
package struct Report: Equatable, Sendable {
    package var unit: Identifier<Unit>
    package var period: Period
    /// 进展情况
    package var progress: String
    /// 存在问题
    package var problems: String
    /// 下一步打算
    package var next: String
    /// 需协调
    package var needsCoordination: Bool
    package var received: Day
    /// 主要领导已审
    package var isSignedOff: Bool

    package init(
        unit: Identifier<Unit>, period: Period, progress: String, problems: String, next: String,
        needsCoordination: Bool, received: Day, isSignedOff: Bool
    ) {
        self.unit = unit
        self.period = period
        self.progress = progress
        self.problems = problems
        self.next = next
        self.needsCoordination = needsCoordination
        self.received = received
        self.isSignedOff = isSignedOff
    }
}

/// 佐证材料: where it lies and what it shows. Never opened or executed.
package struct Evidence: Equatable, Sendable {
    package let id: Identifier<Evidence>
    package var place: String
    package var about: String

    package init(id: Identifier<Evidence>, place: String, about: String) {
        self.id = id
        self.place = place
        self.about = about
    }
}

/// 备注: a remark of the secretariat on an item.
package struct Note: Equatable, Sendable {
    package let id: Identifier<Note>
    package var day: Day
    package var text: String

    package init(id: Identifier<Note>, day: Day, text: String) {
        self.id = id
        self.day = day
        self.text = text
    }
}
