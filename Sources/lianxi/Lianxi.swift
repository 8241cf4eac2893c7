import ArgumentParser
import CLinux
import Glibc

/// The program: the dashboard opens at once, without waking the argument parser.
@main
enum Lianxi {
    static func main() {
        do {
            try run()
        } catch let complaint as Complaint {
            Output.remarks(["lianxi：" + complaint.sentence])
            exit(complaint.status.rawValue)
        } catch {
            let mistake = "lianxi：" + ArgumentMistake.inChinese(Root.fullMessage(for: error))
            try? Output.text(mistake, to: STDERR_FILENO)
            exit(Root.exitCode(for: error).rawValue)
        }
    }

    private static func run() throws {
        // Of 100,000 items everything opened holds half a megabyte less.
        lianxi_give_large_blocks_back()
        if let request = Request(plain: CommandLine.arguments.dropFirst()) { return try DashboardCommand.open(request) }
        do {
            var command = try Root.parseAsRoot(PointInTime.shielding(CommandLine.arguments.dropFirst()))
            try command.run()
        } catch let error where Root.exitCode(for: error).isSuccess {
            // `--help` and the like come as errors.
            try Output.text(Root.fullMessage(for: error))
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
