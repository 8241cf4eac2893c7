import Dashboard
import StrictJSON
import WorkPlan

/// The filters that were given a name: `$XDG_CONFIG_HOME/lianxi/filters`, a line each, name and filter apart by a tab.
enum FilterFile {
    /// Lines that are not understood are passed over: they may be a newer program's.
    static func read() -> [NamedFilter] {
        guard let file = try? Paths.setting("filters"), let bytes = try? TextFile.read(file, what: "筛选") else {
            return []
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            let sides = line.split(separator: "\t", maxSplits: 1)
            guard sides.count == 2, let filter = try? Filter(String(sides[1])) else { return nil }
            return NamedFilter(name: String(sides[0]), filter: filter)
        }
    }

    static func write(_ filters: [NamedFilter]) throws(Complaint) {
        let lines = filters.map { "\($0.name.filter { $0 != "\t" && !$0.isNewline })\t\($0.filter.line)\n" }
        try TextFile.write(Array(lines.joined().utf8), to: Paths.setting("filters"), what: "筛选")
    }
}
