import WorkPlan

/// What somebody may have meant who wrote a name that is not there.
enum Nearest {
    /// The names that hold what was written or are held by it, then those a few characters away, the nearest first.
    static func names(to word: String, among names: [String], most: Int = 3) -> [String] {
        let word = word.lowercased()
        let rated = names.compactMap { name -> (distance: Int, name: String)? in
            let other = name.lowercased()
            if !word.isEmpty, other.contains(word) || word.contains(other) { return (0, name) }
            let distance = distance(Array(word), Array(other))
            return distance <= max(1, min(word.count, other.count) / 2) ? (distance, name) : nil
        }
        var found: [String] = []
        for name in rated.sorted(by: { $0.distance < $1.distance }).map(\.name) where !found.contains(name) {
            found.append(name)
        }
        return Array(found.prefix(most))
    }

    /// 您要找的是不是：市科技局、市科协？ Or, where nothing comes near, what is said instead.
    static func question(_ word: String, among names: [String], otherwise: String) -> String {
        let near = self.names(to: word, among: names)
        return near.isEmpty ? otherwise : "您要找的是不是：\(near.joined(separator: "、"))？"
    }

    /// How many characters have to be put in, taken out or replaced.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (place, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (column, other) in right.enumerated() {
                let next = min(row[column + 1] + 1, row[column] + 1, diagonal + (character == other ? 0 : 1))
                diagonal = row[column + 1]
                row[column + 1] = next
            }
        }
        return row[right.count]
    }
}

extension Plan {
    /// A unit by any of its names; otherwise what comes nearest is named.
    func requireUnit(named name: String) throws(Complaint) -> Unit {
        if let unit = unit(named: name) { return unit }
        let near = Nearest.question(
            name, among: units.map(\.name), otherwise: "单位有：\(units.map(\.name).joined(separator: "、"))。")
        throw Complaint("没有“\(name)”这个单位。\(near)", status: .usage)
    }
}
