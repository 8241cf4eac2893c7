import WorkPlan

extension Story {
    /// 季度报送: what every unit writes about every row, on time, late or not at all, and how far its own part is.
    mutating func tellReports() {
        for (index, quarter) in Self.quarters.enumerated().dropFirst() {
            for row in rows where owesReports(row.item, for: quarter) {
                for unit in row.units {
                    guard let received = delivery(of: unit, on: row.item, index) else { continue }
                    tellReport(unit, row.item, index, received, sharesRow: row.units.count > 1)
                }
            }
        }
    }

    /// A row that came early to its end is not reported on any more; those of the summer of 2024 are until the summing up.
    private func owesReports(_ item: Identifier<Item>, for quarter: Period) -> Bool {
        guard let index = Self.quarters.firstIndex(of: quarter), index >= AddedRow.firstQuarter(of: item) else {
            return false
        }
        guard let closed = RowCourse.of(item)?.closed else { return true }
        return closed >= quarter.start || closed > Day(2024, 3, 31)
    }

    /// The day a report comes in; nil where it never does.
    private mutating func delivery(of unit: Identifier<Unit>, on item: Identifier<Item>, _ index: Int) -> Day? {
        let end = Self.quarters[index].end
        let due = end.adding(days: 10)
        // The last reports are wanted before the end of the summing up.
        guard end < Self.end else {
            return random.happens(58) ? WorkingDay.random(in: Day(2025, 6, 16)...Day(2025, 6, 27), using: &random) : nil
        }
        // Nobody answers for rows 10 and 28 over the winter of 2023.
        if let course = RowCourse.of(item), course.silent.contains(index) {
            guard index > 5 else { return nil }
            return WorkingDay.random(in: Day(2024, 5, 13)...Day(2024, 5, 22), using: &random)
        }
        // 市教育局 does not think that rows 11 and 12 are its own.
        if unit == "jyj", item == "row-11" || item == "row-12" {
            return [2, 6].contains(index) ? WorkingDay.from(due.adding(days: 4)) : nil
        }
        if unit == "haiyan" {
            return WorkingDay.random(in: due.adding(days: 5)...due.adding(days: 14), using: &random)
        }
        let chance = Int.random(in: 0..<100, using: &random)
        if chance < 3 { return nil }
        if chance < 8 { return WorkingDay.random(in: due.adding(days: 1)...due.adding(days: 6), using: &random) }
        return WorkingDay.random(in: end.adding(days: 2)...due, using: &random)
    }

    private mutating func tellReport(
        _ unit: Identifier<Unit>, _ item: Identifier<Item>, _ index: Int, _ received: Day, sharesRow: Bool
    ) {
        guard let prose = RowProse.all[item], let named = plan.unit(unit) else { return }
        let quarter = Self.quarters[index]
        let isClosed = RowCourse.of(item)?.closed.map { $0 < quarter.start } ?? false
        let salt = Cast.officers.firstIndex { $0.unit == unit } ?? 0
        let words = RowProse.Words(quarter: index, salt: salt, county: County.of(unit))
        let hasProblem = !isClosed && random.happens(48)
        let problem = hasProblem ? prose.problem(quarter: index, words) : "暂无突出问题。"
        let report = Report(
            unit: unit, period: quarter,
            progress: prose.progress(of: unit, quarter: index, isClosed: isClosed, words), problems: problem,
            next: isClosed ? "做好资料归档和成效总结，配合编制试点城市工作总结报告。" : prose.next(quarter: index, words),
            needsCoordination: problem.contains("协调") || (hasProblem && random.happens(5)), received: received,
            isSignedOff: random.happens(90))
        var changes: [Change] = [.report(item, unit: unit, period: quarter, Edit(was: nil, becomes: report))]
        let part = sharesRow && !isClosed ? status(of: unit, on: item, index) : nil
        let isCollective = County.of(unit) != nil
        if let part, !isCollective { changes.append(part) }
        let isFiledByClerk = isCollective && random.happens(40)
        let minute = officeMinute()
        tell(
            Scene(
                received, minute: minute, by: isFiledByClerk ? clerk() : Cast.author(named, on: received), changes,
                note: isFiledByClerk ? "收到纸质材料，代为录入" : received > quarter.end.adding(days: 10) ? "逾期报送" : nil))
        // Counties say how far they are in a second step.
        if let part, isCollective {
            tell(Scene(received, minute: minute + 3, by: Cast.author(named, on: received), [part]))
        }
    }

    /// How far a unit says its own part of a row is.
    private func status(of unit: Identifier<Unit>, on item: Identifier<Item>, _ index: Int) -> Change? {
        let quarter = Self.quarters[index]
        guard let course = RowCourse.of(item), !course.silent.contains(index), let percent = course.percent(in: index)
        else { return nil }
        let lead = County.of(unit)?.lead ?? Double((Cast.officers.firstIndex { $0.unit == unit } ?? 0) % 5) * 3 - 6
        var status = Status.underway(percent: max(2, min(98, percent + (lead * percent / 80).rounded())))
        if let closed = course.closed, closed <= quarter.end { status = .completed(closed) }
        return .progress(item, unit: unit, day: quarter.end, Edit(was: nil, becomes: status))
    }
}
