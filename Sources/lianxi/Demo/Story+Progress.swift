import WorkPlan

extension Story {
    /// 形象进度: what the secretariat judges of every row after each quarter, and how rows end.
    mutating func tellProgress() {
        for course in RowCourse.all {
            for (index, quarter) in Self.quarters.enumerated() where index >= AddedRow.firstQuarter(of: course.item) - 1
            {
                let isAdded = AddedRow.firstQuarter(of: course.item) > 1
                guard !isAdded || index >= AddedRow.firstQuarter(of: course.item) else { continue }
                if let closed = course.closed, closed <= quarter.end { break }
                guard !course.silent.contains(index), !isStruckOff(course.item, on: quarter.end) else { continue }
                tell(
                    Scene(
                        index == 0 ? Day(2022, 10, 11) : compilingDay(index), minute: officeMinute(), by: clerk(),
                        [
                            .progress(
                                course.item, unit: nil, day: quarter.end,
                                Edit(
                                    was: nil,
                                    becomes: index == 0 ? .notStarted : .underway(percent: course.percent(in: index))))
                        ], note: index == 0 ? nil : "据\(quarter.word)报送研判"))
            }
            tellEnding(of: course)
        }
        strikeOffTooEarly()
    }

    private mutating func tellEnding(of course: RowCourse) {
        switch course.ending {
        case .open: break
        case .completed(let day):
            tell(
                Scene(
                    WorkingDay.from(day), minute: officeMinute(), by: clerk(),
                    [.progress(course.item, unit: nil, day: day, Edit(was: nil, becomes: .completed(day)))],
                    note: "责任单位主要领导审签，办公室核实后办结"))
        case .struckOff(let day, let place): strikeOff(course.item, day, place, note: "佐证齐全，审核同意销号")
        }
    }

    private mutating func strikeOff(_ item: Identifier<Item>, _ day: Day, _ place: String, note: String) {
        var changes: [Change] = [
            .progress(item, unit: nil, day: day, Edit(was: nil, becomes: .struckOff(day, evidence: place)))
        ]
        if day <= Day(2024, 3, 31) {
            let evidence = Evidence(id: Identifier("evidence-\(item)-\(day)"), place: place, about: "销号佐证材料")
            changes.append(.evidence(item, evidence.id, Edit(was: nil, becomes: Placed(evidence, at: 99))))
        }
        tell(Scene(day, minute: officeMinute(), by: clerk(), changes, note: note))
    }

    /// Row 12 is struck off in the summer of 2023; the second meeting opens it again.
    private mutating func strikeOffTooEarly() {
        strikeOff("row-12", Day(2023, 7, 14), "佐证/2023Q2/第12项/线上办理开通通知及截图.pdf", note: "线上办理已开通，申请销号，审核同意")
    }

    private func isStruckOff(_ item: Identifier<Item>, on day: Day) -> Bool {
        item == "row-12" && day >= Day(2023, 7, 14) && day < Day(2023, 11, 23)
    }
}
