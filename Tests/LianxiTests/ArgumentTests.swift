import ArgumentParser
import Testing
import WorkPlan

@testable import lianxi

@Suite struct ArgumentTests {
    @Test(
        "Plain arguments ask for the same as the argument parser understands by them",
        arguments: [
            [], ["dashboard"], ["--read-only"], ["--ledger", "/a b", "--today", "2024-03-31"],
            ["dashboard", "--plan", "方案.json", "--author", "张三", "--theme", "light", "--read-only"],
        ])
    func plain(_ arguments: [String]) throws {
        let plain = try #require(Request(plain: arguments))
        let parsed = try #require(try Root.parseAsRoot(arguments) as? DashboardCommand)
        var request = parsed.options.request
        request.theme = parsed.screen.theme
        request.glyphs = parsed.screen.glyphs?.glyphs
        #expect("\(plain)" == "\(request)")
    }

    @Test(
        "Everything else is left to the argument parser",
        arguments: [
            ["show"], ["--help"], ["--today", "31.3.2024"], ["--today"], ["--ledger", "a", "--ledger", "b"],
            ["--ledger=a"], ["--author", "--read-only"], ["dashboard", "dashboard"], ["--as-of", "2024-01-01"],
            ["--theme", ""],
        ])
    func others(_ arguments: [String]) {
        #expect(Request(plain: arguments) == nil)
    }
}
