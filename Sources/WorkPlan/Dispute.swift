/// One slot that two or more people or replicas changed without knowing of each other.
package struct Dispute: Equatable, Sendable {
    package struct Side: Equatable, Sendable {
        package var author: String
        package var moment: Moment
        package var change: Change

        package init(author: String, moment: Moment, change: Change) {
            self.author = author
            self.moment = moment
            self.change = change
        }
    }

    package var slot: Change.Slot
    /// In the order of the history: the plan shows the last one.
    package var sides: [Side]

    package init(slot: Change.Slot, sides: [Side]) {
        self.slot = slot
        self.sides = sides
    }
}
