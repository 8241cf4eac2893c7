import StrictJSON
import WorkPlan

// What stands around the tree and what was recorded on it: phases, rules, meetings, reports, days that come again.
extension PlanJSON {
    func frame(_ writer: inout JSONWriter) {
        writer.member("periodEnd", "\(plan.periodEnd)")
        writer.member(
            "phases",
            array: { list in
                for phase in plan.phases {
                    list.object { writer in
                        writer.member("id", phase.id.text)
                        writer.member("title", phase.title)
                        writer.member("start", "\(phase.start)")
                        writer.member("end", "\(phase.end)")
                    }
                }
            })
        let (light, reporting) = (plan.rules.light, plan.rules.reporting)
        writer.member(
            "rules",
            object: { writer in
                writer.member("yellow", light.yellow)
                writer.member("red", light.red)
                writer.member("dueSoon", light.dueSoon)
                writer.member("reportingCycle", reporting.cycle.rawValue)
                writer.member("reportingDueDay", reporting.dueDay)
            })
        writer.member("duePeriod", "\(plan.duePeriod(on: standings.today))")
    }

    func meeting(_ meeting: Meeting, _ writer: inout JSONWriter) {
        writer.member("id", meeting.id.text)
        writer.member("name", meeting.name)
        writer.member("day", "\(meeting.day)")
        writer.member("open", meeting.isOpen)
        let decisions = plan.decisions.filter { $0.meeting == meeting.id }
        writer.member("decisions", array: { for found in decisions { $0.object { decision(found, &$0) } } })
    }

    private func decision(_ decision: Decision, _ writer: inout JSONWriter) {
        writer.member("id", decision.id.text)
        writer.member("text", decision.text)
        writer.member("unit", decision.unit.text)
        writer.member("deadline", ifPresent: decision.deadline.map { "\($0)" })
        writer.member("status", (decision.status?.category ?? .notReported).rawValue)
        if let percent = decision.status?.percent { writer.member("percent", percent) }
        writer.member("items", array: { for item in decision.items { $0.string(item.text) } })
    }

    /// 4·26 and its like: the first such day from today on, null where it is announced year by year.
    func recurrences(of item: Item, _ writer: inout JSONWriter) {
        guard !item.recurrences.isEmpty else { return }
        writer.member(
            "recurrences",
            array: { list in
                for recurrence in item.recurrences {
                    list.object { writer in
                        writer.member("name", recurrence.name)
                        writer.key("next")
                        if let day = recurrence.next(from: standings.today) {
                            writer.string("\(day)")
                        } else {
                            writer.null()
                        }
                    }
                }
            })
    }

    /// The reports received by today.
    func reports(on item: Item, _ writer: inout JSONWriter) {
        let received = item.reports.filter { $0.received <= standings.today }
        guard !received.isEmpty else { return }
        writer.member("reports", array: { for found in received { $0.object { report(found, &$0) } } })
    }

    private func report(_ report: Report, _ writer: inout JSONWriter) {
        writer.member("unit", report.unit.text)
        writer.member("period", "\(report.period)")
        writer.member("received", "\(report.received)")
        writer.member("late", report.isLate(plan.rules.reporting))
        writer.member("signedOff", report.isSignedOff)
        writer.member("needsCoordination", report.needsCoordination)
        writer.member("progress", report.progress)
        writer.member("problems", report.problems)
        writer.member("next", report.next)
    }
}
