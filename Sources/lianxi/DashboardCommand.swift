import ArgumentParser
import Cells
import Curses
import Dashboard
import Text
import WorkPlan

struct DashboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "dashboard", abstract: "打开看板（不写子命令时就是它）")

    @OptionGroup var options: PlanOptions
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        var request = options.request
        request.theme = screen.theme
        request.glyphs = screen.glyphs?.glyphs
        try Self.open(request)
    }

    /// Opens the dashboard and comes back when the user leaves it.
    static func open(_ request: Request) throws {
        do {
            try Session.run(request)
        } catch let error as CursesError {
            throw Complaint(error)
        }
    }
}

extension Complaint {
    /// Why the terminal cannot be used, and what to do.
    init(_ error: CursesError) {
        let sentence =
            switch error {
            case .notATerminal: "看板要在终端里打开：标准输入或标准输出不是终端。要输出文字，请用 lianxi show。"
            case .unknownTerminal(nil): "不知道这是什么终端：环境变量 TERM 没有设置。请设置它，如 export TERM=xterm-256color。"
            case .unknownTerminal(let name?): "不认识终端“\(name)”。请设置环境变量 TERM，如 export TERM=xterm-256color。"
            case .cannotMoveCursor(let name): "终端“\(name ?? "")”不能移动光标，打不开看板。要输出文字，请用 lianxi show。"
            case .noSignalDescriptor(let code): "系统不给信号描述符（错误 \(code)），打不开看板。"
            }
        self.init(sentence, status: .terminal)
    }
}
