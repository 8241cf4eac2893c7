/// A unit on an item, in printed order.
package struct Assignment: Equatable, Sendable {
    /// Raw values are the words of plan files.
    package enum Role: String, CaseIterable, Sendable {
        case responsible, lead, support

        package var word: String {
            switch self {
            case .responsible: "责任"
            case .lead: "牵头"
            case .support: "配合"
            }
        }
    }

    package var unit: Identifier<Unit>
    package var role: Role

    package init(unit: Identifier<Unit>, role: Role = .responsible) {
        self.unit = unit
        self.role = role
    }
}
