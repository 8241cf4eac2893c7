/// What the argument parser says about a mistake, in Chinese. What is not known here stays as it is.
enum ArgumentMistake {
    static func inChinese(_ message: String) -> String {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return "参数有误。" + lines.map(line).joined(separator: "\n")
    }

    private static func line(_ line: String) -> String {
        if let error = rest(of: line, behind: "Error: ") { return sentence(error) }
        if let usage = rest(of: line, behind: "Usage: ") { return "用法：" + usage }
        if let help = rest(of: line, behind: "Help: ") { return "说明：" + help }
        if line.hasSuffix("for more information."), let command = quoted(line).first { return "  详见 \(command)" }
        return line
    }

    private static func sentence(_ error: String) -> String {
        let words = quoted(error)
        guard let first = words.first else { return error }
        let second = words.count > 1 ? words[1] : ""
        if error.hasPrefix("Unknown option") {
            return "没有“\(first)”这个选项。" + (second.isEmpty ? "" : "您要写的是不是：\(second)？")
        }
        if error.hasPrefix("Missing expected argument") { return "缺少“\(first)”。" }
        if error.hasPrefix("Missing value for") { return "“\(first)”后面缺少内容。" }
        if error.contains("nexpected argument") { return "多了“\(words.joined(separator: "”“"))”。" }
        if error.hasPrefix("The value"), error.contains("is invalid for") {
            let choices = words.dropFirst(2).joined(separator: "、")
            return "“\(second)”不能是“\(first)”。" + (choices.isEmpty ? "" : "可以写：\(choices)。")
        }
        return error
    }

    private static func rest(of line: String, behind opening: String) -> String? {
        line.hasPrefix(opening) ? String(line.dropFirst(opening.count)) : nil
    }

    /// What stands between single quotes.
    private static func quoted(_ text: String) -> [String] {
        let parts = text.split(separator: "'", omittingEmptySubsequences: false)
        return parts.enumerated().filter { !$0.offset.isMultiple(of: 2) && $0.offset < parts.count - 1 }
            .map { String($0.element) }
    }
}
