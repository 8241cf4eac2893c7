/// A body that answers for items: a department, a court, a county, or a collective of counties.
package struct Unit: Equatable, Sendable {
    /// Under which heading a unit is listed. Raw values are the words of plan files.
    package enum Kind: String, CaseIterable, Sendable {
        case department, judicial, stationed, county, collective

        package var word: String {
            switch self {
            case .department: "市级部门"
            case .judicial: "政法机关"
            case .stationed: "驻市单位"
            case .county: "县（市、区）"
            case .collective: "集体单位"
            }
        }
    }

    /// A name the unit takes on later; `from` is a year or a day as the file writes it.
    package struct Rename: Equatable, Sendable {
        package var from: String
        package var name: String

        package init(from: String, name: String) {
            self.from = from
            self.name = name
        }
    }

    package let id: Identifier<Unit>
    /// As printed in the plan.
    package var name: String
    /// Two to four characters, for column headings.
    package var short: String
    package var aliases: [String] = []
    package var kind: Kind
    /// Whether the plan prints this unit; members of a collective unit need not be printed.
    package var isPrinted = true
    /// The units a collective unit stands for, in their customary order; empty for every other unit.
    package var members: [Identifier<Unit>] = []
    package var renames: [Rename] = []
    /// The fields that are general knowledge and not in the source, by their names in the file.
    package var generalKnowledge: [String] = []
    package var contacts: [Contact] = []

    package init(id: Identifier<Unit>, name: String, short: String, kind: Kind) {
        self.id = id
        self.name = name
        self.short = short
        self.kind = kind
    }

    package var isCollective: Bool { kind == .collective }
}

/// 联络员: who answers the telephone in a unit.
package struct Contact: Equatable, Sendable {
    package var name: String
    package var role: String
    package var telephone: String

    package init(name: String, role: String, telephone: String) {
        self.name = name
        self.role = role
        self.telephone = telephone
    }
}
