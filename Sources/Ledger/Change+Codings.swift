import StrictJSON
import WorkPlan

// The codings of what stands in the slots of changes: the same members as in a plan file, less what the slot says.

extension ValueCoding where Value == Report? {
    static func report(_ unit: Identifier<Unit>, _ period: Period) -> ValueCoding {
        ValueCoding<Report>(
            members: { $0.members(of: $1) },
            read: { object throws(JSONError) in try Report(unit: unit, period: period, object) }
        ).optional
    }
}

extension ValueCoding where Value == Placed<Adjustment>? {
    static func adjustment(_ id: Identifier<Adjustment>) -> ValueCoding {
        ValueCoding<Adjustment>(
            members: { $0.members(of: $1) }, read: { object throws(JSONError) in try Adjustment(id, object) }
        ).placed
    }
}

extension ValueCoding where Value == Placed<Rewording>? {
    static func rewording(_ id: Identifier<Rewording>) -> ValueCoding {
        ValueCoding<Rewording>(
            members: { $0.members(of: $1) }, read: { object throws(JSONError) in try Rewording(id, object) }
        ).placed
    }
}

extension ValueCoding where Value == Placed<Note>? {
    static func note(_ id: Identifier<Note>) -> ValueCoding {
        ValueCoding<Note>(
            members: { $0.members(of: $1) }, read: { object throws(JSONError) in try Note(id, object) }
        ).placed
    }
}

extension ValueCoding where Value == Placed<Evidence>? {
    static func evidence(_ id: Identifier<Evidence>) -> ValueCoding {
        ValueCoding<Evidence>(
            members: { $0.members(of: $1) }, read: { object throws(JSONError) in try Evidence(id, object) }
        ).placed
    }
}

extension ValueCoding where Value == LightOverride? {
    static var lightOverride: ValueCoding {
        ValueCoding<LightOverride>(
            members: { $0.members(of: $1) }, read: { object throws(JSONError) in try LightOverride(object) }
        ).optional
    }
}

extension ValueCoding where Value == ItemPlace {
    static var itemPlace: ValueCoding {
        ValueCoding(
            members: { writer, place in
                writer.member("parent", place.parent.text)
                writer.member("place", place.place)
            },
            read: { object throws(JSONError) in
                ItemPlace(
                    under: try object.identifier("parent"),
                    at: try object.required("place").integer(in: 0...1_000_000))
            })
    }
}

extension ValueCoding where Value == PlacedItem? {
    static var placedItem: ValueCoding {
        ValueCoding<PlacedItem>(
            members: { writer, placed in
                writer.member("parent", placed.parent.text)
                writer.member("place", placed.place)
                writer.member("value") { $0.members(of: placed.item) }
            },
            read: { object throws(JSONError) in
                PlacedItem(
                    try Item(try object.required("value").object()), under: try object.identifier("parent"),
                    at: try object.required("place").integer(in: 0...1_000_000))
            }
        ).optional
    }
}

extension ValueCoding where Value == Unit {
    static var unit: ValueCoding {
        ValueCoding(members: { $0.members(of: $1) }, read: { object throws(JSONError) in try Unit(object) })
    }
}

extension ValueCoding where Value == Contact {
    static var contact: ValueCoding {
        ValueCoding(members: { $0.members(of: $1) }, read: { object throws(JSONError) in try Contact(object) })
    }
}

extension ValueCoding where Value == Rules.LightThresholds {
    static var lightThresholds: ValueCoding {
        ValueCoding(
            members: { $0.members(of: $1) },
            read: { object throws(JSONError) in try Rules.LightThresholds(object) })
    }
}

extension ValueCoding where Value == Rules.Reporting {
    static var reporting: ValueCoding {
        ValueCoding(
            members: { $0.members(of: $1) }, read: { object throws(JSONError) in try Rules.Reporting(object) })
    }
}

extension ValueCoding where Value == Placed<Meeting>? {
    static func meeting(_ id: Identifier<Meeting>) -> ValueCoding {
        ValueCoding<Meeting>(
            members: { $0.members(of: $1) }, read: { object throws(JSONError) in try Meeting(id, object) }
        ).placed
    }
}

extension ValueCoding where Value == Placed<Decision>? {
    static func decision(_ id: Identifier<Decision>) -> ValueCoding {
        ValueCoding<Decision>(
            members: { $0.members(of: $1) }, read: { object throws(JSONError) in try Decision(id, object) }
        ).placed
    }
}
