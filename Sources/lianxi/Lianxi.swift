import ArgumentParser
import Glibc
import Text

/// The program: the dashboard opens at once, without waking the argument parser.
@main
enum Lianxi {
    static func main() {
        do {
            if let request = Request(plain: CommandLine.arguments.dropFirst()) {
                try DashboardCommand.open(request)
            } else {
                var command = try Root.parseAsRoot(PointInTime.shielding(CommandLine.arguments.dropFirst()))
                try command.run()
            }
        } catch let complaint as Complaint {
            Output.lines([DisplayText("lianxi：" + complaint.sentence)], to: STDERR_FILENO)
            exit(complaint.status.rawValue)
        } catch {
            let status = Root.exitCode(for: error)
            if status.isSuccess {
                Output.text(Root.fullMessage(for: error))
            } else {
                Output.text("lianxi：" + ArgumentMistake.inChinese(Root.fullMessage(for: error)), to: STDERR_FILENO)
            }
            exit(status.rawValue)
        }
    }
}

/// What the command line understands.
struct Root: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lianxi", abstract: "联席：联席会议办公室用的工作方案看板",
        discussion: "不写子命令时打开看板。", version: "0.1.0",
        subcommands: [
            DashboardCommand.self, ShowCommand.self, FindCommand.self, SetCommand.self, ReportCommand.self,
            UndoCommand.self, RedoCommand.self, LogCommand.self, DiffCommand.self, ExportCommand.self,
            ScreenshotCommand.self,
            CheckCommand.self, DoctorCommand.self, RepairCommand.self, DemoCommand.self,
        ],
        defaultSubcommand: DashboardCommand.self)
}
