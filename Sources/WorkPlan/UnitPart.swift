/// A unit's part of an item: in which role, how far, and under which light.
package struct UnitPart: Equatable, Sendable {
    package let unit: Identifier<Unit>
    package let role: Assignment.Role
    /// The place among the units of the row as printed, from 1.
    package let order: Int
    /// The collective unit as whose member the unit is on the item; nil where the row names the unit itself.
    package let collective: Identifier<Unit>?
    /// What the unit last said of its own part.
    package internal(set) var own: Progress?
    /// The light of the part: the unit's own where it reported one, else that of the whole item. Of a collective unit the
    /// worst among its members.
    package internal(set) var light: Light
    /// Whether the unit's own report lit the light; false for one inherited from the item.
    package internal(set) var isOwn = false
    /// Why the unit's own light is lit; nil for inherited lights and for collective units.
    package internal(set) var reason: LightReason?
    /// What the unit itself reported, 0…100; of a collective unit the mean of what is known. Nil where nothing is.
    package internal(set) var percent: Double?
    /// The parts of a collective unit's members, in their order; empty for every other unit.
    package internal(set) var members: [UnitPart] = []
    /// Whether the unit has said anything about the item: a status of its part, or a report.
    package internal(set) var isHeard = false

    /// How many of a collective unit's members have said anything.
    package var heard: Int { members.count { $0.isHeard } }
}

extension Item {
    /// Whether a unit has said anything about the item by a day.
    package func hasHeard(from unit: Identifier<Unit>, on today: Day) -> Bool {
        progress.contains { $0.unit == unit && $0.day <= today }
            || reports.contains { $0.unit == unit && $0.received <= today }
    }

    /// Whether any unit has said anything of its own: else every part is as the item.
    var hasParts: Bool {
        progress.contains { $0.unit != nil } || !reports.isEmpty
    }
}

extension Status {
    /// 0…100; nil where no figure was given, and for work that was given up.
    package var percent: Double? {
        switch self {
        case .completed, .struckOff: 100
        case .underway(let percent): percent
        case .notStarted: 0
        case .terminated: nil
        }
    }
}
