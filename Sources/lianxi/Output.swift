import Glibc
import StrictJSON
import Text
import WorkPlan

/// Standard output and standard error. Text from files passes through `DisplayText` first, so that none of it can
/// steer the terminal.
enum Output {
    /// Writes lines; a line feed follows each.
    static func lines(_ lines: [DisplayText], to descriptor: Int32 = STDOUT_FILENO) {
        bytes(lines.flatMap { Array($0.string.utf8) + [UInt8(ascii: "\n")] }, to: descriptor)
    }

    /// An entry that has just been saved.
    static func saved(_ entry: Entry, _ plan: Plan, _ format: OutputFormat) {
        switch format {
        case .text: lines([DisplayText("已保存 \(entry.id.text.prefix(8))：\(entry.sentences(in: plan))")])
        case .json:
            var writer = JSONWriter(.indented)
            writer.object { $0.members(of: entry, in: plan) }
            bytes(writer.finish())
        }
    }

    /// Several lines of raw text, such as a help text: made displayable line by line.
    static func text(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
        lines(DisplayText.paragraphs(of: text), to: descriptor)
    }

    /// All of the bytes, or as many as the reader at the other end of a pipe wants.
    static func bytes(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let written = write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if written > 0 {
                    done += written
                } else if errno != EINTR {
                    return
                }
            }
        }
    }
}
