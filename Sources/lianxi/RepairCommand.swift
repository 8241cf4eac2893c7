import ArgumentParser
import Ledger
import Text

struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair", abstract: "把数据目录里损坏的内容移到一边（只移动，不删除），并说明移了什么")

    @OptionGroup var options: PlanOptions

    func run() throws {
        try options.requireNow("修复的是现在的数据")
        guard !options.readOnly else {
            throw Complaint(
                "repair 要移动损坏的内容，--read-only 却说不改动任何文件。请去掉 --read-only；只想核对，请用 lianxi check。", status: .usage)
        }
        let place = try PlanSource(options.request, creating: false).ledger.directory
        let moves = try Self.trying { () throws(LedgerError) in
            try Ledger.repair(at: place, author: Environment.author(asked: options.author).name)
        }
        try Output.lines(moves.isEmpty ? [DisplayText("没有需要移开的内容。")] : moves.map { DisplayText($0.sentence) })
        guard try Self.trying({ () throws(LedgerError) in try Ledger.check(at: place).isSound }) else {
            throw Complaint("仍有问题是移动解决不了的；运行 lianxi check 查看。", status: .data)
        }
    }

    private static func trying<Result>(_ body: () throws(LedgerError) -> Result) throws(Complaint) -> Result {
        do throws(LedgerError) {
            return try body()
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
    }
}
