import ArgumentParser
import StrictJSON
import Text

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "检查终端、字宽、颜色、区域和数据目录能不能用，给出该设置什么")

    @Option(help: "text 或 json")
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func run() throws {
        let checkup = Checkup(options.request)
        switch format {
        case .text: try Output.lines(Self.lines(checkup).map { DisplayText($0) })
        case .json: try Output.bytes(Self.json(checkup))
        }
        guard checkup.isUsable else { throw Complaint("现在还用不了看板，先解决上面标着“不行”的。", status: .failure) }
    }

    private static func lines(_ checkup: Checkup) -> [String] {
        let settings = checkup.settings
        return checkup.findings.map { "\(padded($0.verdict.rawValue, to: 6))\(padded($0.name, to: 8))\($0.words)" }
            + [""] + Checkup.rulers + [""]
            + (settings.isEmpty ? ["不用另外设置。"] : ["可以这样设置（写进 ~/.profile，下次登录也有效）："] + settings.map { "  " + $0 })
    }

    private static func padded(_ text: String, to columns: Int) -> String {
        let width = DisplayText(text).columns(.narrow)
        return text + String(repeating: " ", count: max(0, columns - width))
    }

    private static func json(_ checkup: Checkup) -> [UInt8] {
        var writer = JSONWriter(.indented)
        writer.object { writer in
            writer.member("usable", checkup.isUsable)
            writer.member(
                "checks",
                array: { list in
                    for finding in checkup.findings {
                        list.object { writer in
                            writer.member("name", finding.name)
                            writer.member("verdict", finding.verdict.rawValue)
                            writer.member("words", finding.words)
                            writer.member("setting", ifPresent: finding.setting)
                        }
                    }
                })
            writer.member("settings", array: { list in for line in checkup.settings { list.string(line) } })
        }
        return writer.finish()
    }
}
