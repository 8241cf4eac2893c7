import ArgumentParser
import Ledger
import Text

struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair", abstract: "把数据目录里损坏的内容移到一边（只移动，不删除），并说明移了什么")

    @OptionGroup var options: PlanOptions

    func run() throws {
        try options.requireNow("修复的是现在的数据")
        let place = try PlanSource(options.request, creating: false).place
        do throws(LedgerError) {
            let moves = try Ledger.repair(at: place, author: Environment.author)
            Output.lines(moves.isEmpty ? [DisplayText("没有需要移开的内容。")] : moves.map { DisplayText($0.sentence) })
            guard try Ledger.check(at: place).isSound else {
                throw LedgerError.readOnly(.damaged(file: place))
            }
        } catch {
            if case .readOnly(.damaged) = error {
                throw Complaint("仍有问题是移动解决不了的；运行 lianxi check 查看。", status: .data)
            }
            throw Complaint(error.sentence, status: .data)
        }
    }
}
