import WorkPlan

extension Story {
    /// 联络员 of every unit, those who hand over, and the units that get new names.
    mutating func tellUnits() {
        for (place, officer) in Cast.officers.enumerated() {
            let contact = Contact(name: officer.name, role: officer.role, telephone: Cast.telephone(place))
            tell(
                Scene(
                    place < 12 ? Day(2022, 9, 30) : Day(2022, 10, 8), minute: 9 * 60 + place * 6,
                    by: Cast.clerk(place / 12),
                    [.contact(officer.unit, name: officer.name, Edit(was: nil, becomes: Placed(contact, at: 0)))],
                    note: "据各单位报送的联络员名单"))
        }
        for successor in Cast.successors {
            guard let place = Cast.officers.firstIndex(where: { $0.unit == successor.unit }) else { continue }
            let contact = Contact(name: successor.name, role: successor.role, telephone: Cast.telephone(place))
            let old = Cast.officers[place].name
            tell(
                Scene(
                    successor.from, minute: 9 * 60 + 20, by: Cast.clerk(place),
                    [
                        .contact(successor.unit, name: old, Edit(was: nil, becomes: nil)),
                        .contact(successor.unit, name: contact.name, Edit(was: nil, becomes: Placed(contact, at: 0))),
                    ], note: "原联络员\(old)岗位调整，由\(contact.name)接任"))
        }
        for rename in Cast.renames {
            tell(
                Scene(
                    WorkingDay.from(rename.from.adding(days: 3)), minute: 10 * 60 + 5, by: Cast.clerk(1),
                    // The plan's own file knows the year only.
                    [
                        .unitRename(rename.unit, from: "2023", Edit(was: nil, becomes: nil)),
                        .unitRename(
                            rename.unit, from: rename.from.description,
                            Edit(was: nil, becomes: Placed(rename.name, at: 0))),
                    ], note: "机构改革更名，\(rename.from.inWords)挂牌；此前的记录仍用原名"))
        }
    }
}
