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
    private let recent = Recent<[Share]>(most: 64)
    private let lights = Light.allCases, statuses = Status.Category.allCases

    /// Reads what `ImageWriter.shares` wrote. Nil where that are no pieces of as many items.
    /// - Parameter sums: how many there are.
    init?(_ reader: inout ImageReader, _ levels: [Level], on day: Day, sums: Int) {
        ends = reader.words()
        bytes = Array(reader.data())
        self.levels = levels
        self.day = day
        self.sums = sums
        guard ends.count == ItemTree.pieces(of: levels.count),
            zip([0] + ends, ends).allSatisfy({ $0 <= $1 }), Int(ends.last ?? 0) == bytes.count
        else { return nil }
    }

    func piece(_ number: Int, isPassing: Bool) -> [Share] {
        isPassing ? read(number) : recent.value(number) { read(number) }
    }

    private func read(_ number: Int) -> [Share] {
        let bytes = bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
        return bytes.withUnsafeBytes { bytes in
            var reader = ImageReader(bytes)
            let positions = ItemTree.piece(number, of: levels.count)
            var shares: [Share] = []
            shares.reserveCapacity(positions.count)
            for position in positions { shares.append(share(levels[position], &reader)) }
            return shares
        }
    }

    /// Where the bytes are none that the writer wrote, nothing is known of the item.
    private func share(_ level: Level, _ reader: inout ImageReader) -> Share {
        let packed = reader.integer(in: 0...Packed.most)
        let light = packed & 7 < lights.count ? lights[packed & 7] : .none
        switch level {
        case .area, .task:
            let sum = packed & Packed.sum != 0 ? reader.natural() : sums
            return Share(parent: level, light: light, sum: sum < sums ? sum : nil)
        case .subtask, .milestone:
            let status = packed >> 3 & 7
            return Share(
                level: level, light: light, status: status < statuses.count ? statuses[status] : .notReported,
                recurs: packed & Packed.recurs != 0,
                deadline: packed & Packed.deadline != 0 ? reader.day(near: day) : nil,
                actual: packed & Packed.actual != 0 ? reader.number() : nil,
                lastDay: packed & Packed.lastDay != 0 ? reader.day(near: day) : Day(number: Int(Int32.max)))
        }
    }
}

/// What stands in the number that a share begins with, above its light: of an area or a task whether there is a sum, of
/// anything else its status and what follows.
private enum Packed {
    static let sum = 8, recurs = 64, deadline = 128, actual = 256, lastDay = 512
    static let most = 1023
    /// What lies further off than this many days is taken for never.
    static let mostDays = 1 << 24
}

extension ImageWriter {
    mutating func shares(of standings: Standings) {
        var ends: [Int32] = []
        let count = standings.plan.tree.count
        let pieces = apart { writer in
            for number in 0..<ItemTree.pieces(of: count) {
                for position in ItemTree.piece(number, of: count) {
                    writer.share(standings.share(of: position), standings.today)
                }
                ends.append(Int32(writer.bytes.count))
            }
        }
        words(ends)
        data(pieces)
    }

    private mutating func share(_ share: Share, _ today: Day) {
        let isLasting = today.days(to: share.lastDay) > Packed.mostDays
        var packed = share.light.severity
        if share.sum != nil { packed |= Packed.sum }
        if share.level >= .subtask {
            packed |= share.status.lane << 3
            if share.recurs { packed |= Packed.recurs }
            if share.deadline != nil { packed |= Packed.deadline }
            if share.actual != nil { packed |= Packed.actual }
            if !isLasting { packed |= Packed.lastDay }
        }
        integer(packed)
        if let sum = share.sum { integer(sum) }
        if let deadline = share.deadline { day(deadline, near: today) }
        if let actual = share.actual { number(actual) }
        if !isLasting { day(share.lastDay, near: today) }
    }

    /// In fewer bytes than another one.
    private mutating func day(_ value: Day, near today: Day) { integer(today.days(to: value)) }
}

extension ImageReader {
    fileprivate mutating func day(near today: Day) -> Day {
        today.adding(days: integer(in: -Int(Int32.max)...Int(Int32.max)))
    }
}
