import Cells
import Testing
import WorkPlan

@testable import Dashboard

/// What the pages of a unit and of its part of an item say.
struct PartPageTests {
    private func lines(_ page: any Page, of plan: Plan) throws -> [String] {
        let size = Size(width: 100, height: 50)
        let briefing = Briefing(
            plan: plan, today: try #require(Day("2024-03-31")), author: "张三", readOnly: nil, place: "测试")
        var canvas = Canvas(size: size, glyphs: .narrow)
        _ = page.draw(&canvas, Situation(briefing: briefing, area: size, glyphs: .narrow))
        return canvas.frame.lines
    }

    @Test func barOfAPartIsThatOfItsStatus() throws {
        var plan = try Robot.jiaxing()
        let position = try #require(plan.tree.position(of: "row-15"))
        func bar(_ status: Status) throws -> String {
            let day = try #require(Day("2024-03-01"))
            plan = plan.applying([plan.setting(status: status, of: plan.tree[position], unit: "kjj", on: day)]).plan
            let line = try lines(PartPage(item: "row-15", unit: "kjj"), of: plan).first { $0.hasPrefix(" 2024-03-01") }
            return String(try #require(line).dropFirst(13).prefix(10))
        }
        let full = String(repeating: "█", count: 10)
        #expect(try bar(.completed(try #require(Day("2024-02-29")))) == full)
        #expect(try bar(.struckOff(try #require(Day("2024-02-29")), evidence: "文件")) == full)
        #expect(try bar(.underway(percent: 50)) == "█████·····")
        let none = try bar(.notStarted)
        #expect(none == String(repeating: "·", count: 10))
        #expect(try bar(.underway(percent: nil)) != none)
    }

    @Test func newNameIsSaidWithItsDayAndWhatIsKnownOfIt() throws {
        var plan = try Robot.jiaxing()
        let known = try #require(plan.units.first { !$0.renames.isEmpty })
        #expect(known.generalKnowledge.contains("renames"))
        let line = "\(known.renames[0].from)年起 \(known.renames[0].name)（通识，请核对）"
        #expect(try lines(UnitPage(unit: known.id), of: plan).contains { $0.contains(line) })
        let unit = try #require(plan.unit("kjj"))
        #expect(!unit.generalKnowledge.contains("renames"))
        plan = plan.applying([plan.renaming(unit, to: "新名称", from: "2024-03-01")]).plan
        let said = try #require(try lines(UnitPage(unit: unit.id), of: plan).first { $0.contains("新名称") })
        #expect(said.contains("2024-03-01起 新名称") && !said.contains("通识"))
    }
}
