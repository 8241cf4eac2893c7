import Foundation
import StrictJSON
import Testing
import WorkPlan

@testable import Ledger

/// Every mistake of a plan file is said at the value that makes it.
struct PlanMistakeTests {
    /// What is replaced in the small plan, what by, and where and how the error says so.
    @Test(arguments: [
        ("\"unit\":\"u2\"", "\"unit\":\"u9\"", "items[0].children[0].children[0].assignments[1].unit", "不在 units 里"),
        ("\"id\":\"u2\"", "\"id\":\"u1\"", "units[1].id", "已经出现过"),
        ("\"id\":\"row-2\"", "\"id\":\"row-1\"", "items[0].children[0].children[1].id", "已经出现过"),
        ("\"level\":\"task\"", "\"level\":\"area\"", "items[0].children[0].level", "工作领域不能放在工作领域下面"),
        ("\"level\":\"task\"", "\"level\":\"milestone\"", "items[0].children[0].children", "节点下面不能再有下级"),
        ("\"level\":\"area\"", "\"level\":\"subtask\"", "items[0].level", "最上层"),
        ("\"level\":\"area\"", "\"level\":\"field\"", "items[0].level", "不在可用的词里"),
        ("2022-01-01\",\"p", "2022-02-30\",\"p", "issued", "不是日历上的一天"),
        ("\"phase\":\"p1\"", "\"phase\":\"p9\"", "rules.deadlines.phase", "不在 phases 里"),
        ("\"goal\":\"目标\",", "", "$", "缺少字段“goal”"),
        ("\"goal\":\"目标\"", "\"goal\":7", "goal", "应是带引号的文字"),
        ("\"goal\":\"目标\"", "\"goal\":\"目标\",\"extra\":1", "extra", "不认识的字段"),
        ("\"kind\":\"department\"", "\"kind\":\"collective\",\"members\":[\"u1\"]", "units[0].members[0]", "循环"),
        ("\"kind\":\"department\"", "\"kind\":\"department\",\"members\":[\"u2\"]", "units[0].members", "只有集体单位"),
        ("\"schema\":1", "\"schema\":2", "schema", "第 2 版"),
        ("lianxi-plan", "lianxi-theme", "format", "不是联席的方案文件"),
        ("\"end\":\"2025-06-30\"", "\"end\":\"2021-06-30\"", "phases[0].end", "早于开始日"),
        ("\"title\":\"事项3\"", "\"title\":\"\"", "items[0].children[0].children[2].title", "不能为空"),
    ])
    func mistakeIsSaidWhereItIs(_ right: String, _ wrong: String, _ path: String, _ words: String) throws {
        let text = String(decoding: SmallPlan.bytes, as: UTF8.self)
        let place = try #require(text.range(of: right))
        let bytes = Array(text.replacingCharacters(in: place, with: wrong).utf8)
        let error = #expect(throws: JSONError.self) { try PlanFile.read(bytes, file: "小.json") }
        #expect(error?.path.description == path)
        let sentence = error?.sentence ?? ""
        #expect(sentence.hasPrefix("小.json 第"))
        #expect(sentence.contains(words), "\(sentence)")
    }

    @Test func circleThroughAnotherUnitIsFound() throws {
        let text = String(decoding: SmallPlan.bytes, as: UTF8.self)
            .replacingOccurrences(
                of: "\"short\":\"甲\",\"kind\":\"department\"",
                with: "\"short\":\"甲\",\"kind\":\"collective\",\"members\":[\"u2\"]"
            )
            .replacingOccurrences(
                of: "\"short\":\"乙\",\"kind\":\"department\"",
                with: "\"short\":\"乙\",\"kind\":\"collective\",\"members\":[\"u1\"]")
        let error = #expect(throws: JSONError.self) { try PlanFile.read(Array(text.utf8), file: "x") }
        #expect(error?.sentence.contains("循环") == true)
    }
}
