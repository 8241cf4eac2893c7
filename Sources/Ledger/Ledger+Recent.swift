import Glibc
package import WorkPlan

extension Ledger {
    /// The newest entries, newest first. Reads the ends of the journals only.
    package func recent(_ count: Int) throws(LedgerError) -> [Entry] {
        try recentLines(count).map(\.entry)
    }

    func recentLines(_ count: Int) throws(LedgerError) -> [JournalLine] {
        guard let store, count > 0 else { return [] }
        let directory = try openDirectory(store)
        var lines: [JournalLine] = []
        for (replica, journal) in fold.cover.journals {
            lines += try Self.lastLines(count, of: replica, before: journal.bytes, directory)
        }
        lines.sort { $1.order < $0.order }
        var recent: [JournalLine] = []
        for line in lines where recent.count < count && recent.last?.order != line.order { recent.append(line) }
        return recent
    }

    /// The last sound lines of a journal, read in growing pieces from the end. Fewer where more than half are damaged.
    static func lastLines(
        _ count: Int, of replica: String, before end: Int, _ directory: borrowing Directory
    ) throws(LedgerError) -> [JournalLine] {
        let path = JournalFile.path(replica)
        var piece = 4096 * max(1, count / 8)
        do throws(Errno) {
            let file = try directory.openFile(path, O_RDONLY)
            while true {
                let start = max(0, end - piece)
                let bytes = try file.read(at: start, count: end - start)
                var parts = bytes.split(separator: UInt8(ascii: "\n"))
                if start > 0, !parts.isEmpty { parts.removeFirst() }
                // What is damaged at the end is no reason to give fewer.
                let sound = parts.lazy.reversed().compactMap { try? JournalLine($0, file: path, number: 1) }
                let lines = Array(sound.prefix(count))
                if lines.count == count || start == 0 || parts.count >= count * 2 { return lines.reversed() }
                piece *= 4
            }
        } catch {
            throw .system(.read, path: directory.name(path), errno: error.code)
        }
    }
}
