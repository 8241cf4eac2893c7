import WorkPlan

/// What the items of an image hand up, read piece by piece when it is looked at: four bytes an item instead of 24, and a
/// start looks at few of 100,000.
final class StoredShares: Sendable {
    private let bytes: [UInt8]
    /// Where each piece ends, in bytes.
    private let ends: [Int32]
    private let levels: [Level]
    private let day: Day
    private let sums: Int
    private let recent = RecentPieces<Share>()
    private let lights = Light.allCases, statuses = Status.Category.allCases

    /// Reads what `ImageWriter.shares` wrote. Nil where that are no pieces of as many items.
    /// - Parameter sums: how many there are.
    init?(_ reader: inout ImageReader, _ levels: [Level], on day: Day, sums: Int) {
        ends = reader.words()
        bytes = Array(reader.data())
        self.levels = levels
        self.day = day
        self.sums = sums
        guard ends.count == (levels.count + ItemTree.pieceLength - 1) / ItemTree.pieceLength,
            zip([0] + ends, ends).allSatisfy({ $0 <= $1 }), Int(ends.last ?? 0) == bytes.count
        else { return nil }
    }

    func piece(_ number: Int) -> [Share] {
        recent.piece(number) {
            let start = number * ItemTree.pieceLength
            let bytes = bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
            return bytes.withUnsafeBytes { bytes in
                var reader = ImageReader(bytes)
                let end = min(start + ItemTree.pieceLength, levels.count)
                return levels[start..<end].map { share($0, &reader) }
            }
        }
    }

    /// Where the bytes are none that the writer wrote, nothing is known of the item.
    private func share(_ level: Level, _ reader: inout ImageReader) -> Share {
        guard level >= .subtask else {
            let packed = reader.integer(in: 0...Packed.sum | 7)
            let sum = packed & Packed.sum != 0 ? reader.integer(in: 0...Int(Int32.max)) : sums
            return Share(parent: level, light: light(packed & 7), sum: sum < sums ? sum : nil)
        }
        let packed = reader.integer(in: 0...Packed.most)
        let status = packed & 7
        return Share(
            level: level, light: light(packed >> 3 & 7), status: status < statuses.count ? statuses[status] : .notReported,
            recurs: packed & Packed.recurs != 0, deadline: packed & Packed.deadline != 0 ? reader.day() : nil,
            actual: packed & Packed.actual != 0 ? reader.number() : nil,
            lastDay: packed & Packed.lastDay != 0
                ? day.adding(days: reader.integer(in: 0...Packed.mostDays)) : Day(number: Int(Int32.max)))
    }

    private func light(_ severity: Int) -> Light { severity < lights.count ? lights[severity] : .none }
}

/// What stands above light and status, or above the light of an area or a task, in the number that a share begins with.
private enum Packed {
    static let recurs = 64, deadline = 128, actual = 256, lastDay = 512
    static let most = 1023
    static let sum = 8
    /// What lies further off than this many days is taken for never.
    static let mostDays = 1 << 24
}

extension ImageWriter {
    mutating func shares(of standings: Standings) {
        var ends: [Int32] = []
        let pieces = apart { writer in
            for position in standings.plan.tree.positions {
                writer.share(standings.share(of: position), since: standings.today)
                let isLast = position + 1 == standings.plan.tree.count
                if isLast || (position + 1).isMultiple(of: ItemTree.pieceLength) {
                    ends.append(Int32(writer.bytes.count))
                }
            }
        }
        words(ends)
        data(pieces)
    }

    private mutating func share(_ share: Share, since today: Day) {
        guard share.level >= .subtask else {
            integer(share.light.severity | (share.sum == nil ? 0 : Packed.sum))
            if let sum = share.sum { integer(sum) }
            return
        }
        let days = today.days(to: share.lastDay)
        let isLasting = days > Packed.mostDays
        var packed = share.light.severity << 3 | share.status.lane
        if share.recurs { packed |= Packed.recurs }
        if share.deadline != nil { packed |= Packed.deadline }
        if share.actual != nil { packed |= Packed.actual }
        if !isLasting { packed |= Packed.lastDay }
        integer(packed)
        if let deadline = share.deadline { day(deadline) }
        if let actual = share.actual { number(actual) }
        if !isLasting { integer(days) }
    }
}
