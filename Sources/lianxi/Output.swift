import Glibc
import Ledger
import StrictJSON
import Text
import WorkPlan

/// Standard output and standard error. Text from files passes through `DisplayText` first, so that none of it can
/// steer the terminal.
enum Output {
    /// Writes lines; a line feed follows each.
    static func lines(_ lines: [DisplayText], to descriptor: Int32 = STDOUT_FILENO) throws(Complaint) {
        try bytes(lines.flatMap { Array($0.string.utf8) + [UInt8(ascii: "\n")] }, to: descriptor)
    }

    /// What the user should know besides, on standard error. What cannot be said there can be said nowhere.
    static func remarks(_ sentences: [String]) {
        try? lines(sentences.map { DisplayText($0) }, to: STDERR_FILENO)
    }

    /// An entry that has just been saved.
    static func saved(_ entry: Entry, _ plan: Plan, _ format: OutputFormat) throws(Complaint) {
        try afterSaving { () throws(Complaint) in
            switch format {
            case .text: try lines([DisplayText("已保存 \(entry.id.text.prefix(8))：\(entry.sentences(in: plan))")])
            case .json:
                var writer = JSONWriter(.indented)
                writer.object { $0.members(of: entry, in: plan) }
                try bytes(writer.finish())
            }
        }
    }

    /// Says what was done of an edit that is on the disk. Where that cannot be said, nobody shall take it for lost and
    /// make it again.
    static func afterSaving(_ say: () throws(Complaint) -> Void) throws(Complaint) {
        do throws(Complaint) {
            try say()
        } catch {
            throw Complaint("修改已保存，但\(error.sentence)", status: error.status)
        }
    }

    /// Several lines of raw text, such as a help text: made displayable line by line.
    static func text(_ text: String, to descriptor: Int32 = STDOUT_FILENO) throws(Complaint) {
        try lines(DisplayText.paragraphs(of: text), to: descriptor)
    }

    /// All of the bytes, or as many as the reader at the other end of a pipe wants. Whatever else stops them is told: the
    /// file they go to would pass for whole.
    static func bytes(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) throws(Complaint) {
        let code = WholeFile.write(bytes, to: descriptor)
        guard code == 0 || code == EPIPE else {
            throw Complaint("没有输出完：\(SystemError.words(code))。已输出的部分不完整。")
        }
    }
}
