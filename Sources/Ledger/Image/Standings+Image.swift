import Glibc
import WorkPlan

/// How the plan of an image stood on the last day it was judged: a file beside the image, because it is another one every
/// day.
extension Standings {
    private static let file = "\(Snapshot.cacheFolder)/standings.image"

    /// Nil where there is none, or one of another image.
    static func kept(of plan: Plan, image seal: UInt64, _ directory: borrowing Directory) -> Standings? {
        guard let bytes = try? directory.read(file, most: PlanFile.mostBytes), let front = Image.onlyFront(bytes) else {
            return nil
        }
        return front.withUnsafeBytes { bytes in
            var reader = ImageReader(bytes)
            guard reader.word() == seal else { return nil }
            let standings = reader.standings(of: plan)
            return reader.isComplete ? standings : nil
        }
    }

    func keep(image seal: UInt64, _ directory: borrowing Directory) throws(LedgerError) {
        var writer = ImageWriter()
        writer.word(seal)
        writer.standings(self)
        try directory.replace(Self.file, with: Image.file(writer.bytes))
    }
}

/// What stands above light and status in the number that a share begins with.
private enum Packed {
    static let recurs = 64, deadline = 128, actual = 256, weight = 512, lastDay = 1024
    static let most = 2047
    /// What lies further off than this many days is taken for never.
    static let mostDays = 1 << 24
}

extension ImageWriter {
    fileprivate mutating func standings(_ standings: Standings) {
        day(standings.today)
        for position in standings.plan.tree.positions {
            let share = standings.share(of: position)
            guard share.level >= .subtask else { continue }
            let days = standings.today.days(to: standings.lastDay(of: position))
            self.share(share, standings.weight(of: position), lasting: days <= Packed.mostDays ? days : nil)
        }
    }

    /// - Parameter days: nil where only an edit changes it.
    private mutating func share(_ share: Share, _ weight: Double, lasting days: Int?) {
        var packed = share.light.severity << 3 | share.status.lane
        if share.recurs { packed |= Packed.recurs }
        if share.deadline != nil { packed |= Packed.deadline }
        if share.actual != nil { packed |= Packed.actual }
        if weight != 1 { packed |= Packed.weight }
        if days != nil { packed |= Packed.lastDay }
        integer(packed)
        if let deadline = share.deadline { day(deadline) }
        if let actual = share.actual { number(actual) }
        if weight != 1 { number(weight) }
        if let days { integer(days) }
    }
}

extension ImageReader {
    fileprivate mutating func standings(of plan: Plan) -> Standings {
        let (lights, statuses) = (Light.allCases, Status.Category.allCases)
        let day = day()
        let never = Day(number: Int(Int32.max))
        return Standings(plan, on: day) { level in
            let packed = integer(in: 0...Packed.most)
            let (light, status) = (packed >> 3 & 7, packed & 7)
            guard light < lights.count, status < statuses.count else {
                fail()
                return (Share(parent: level), never, 1)
            }
            let share = Share(
                level: level, light: lights[light], status: statuses[status], recurs: packed & Packed.recurs != 0,
                deadline: packed & Packed.deadline != 0 ? self.day() : nil,
                actual: packed & Packed.actual != 0 ? number() : nil)
            let weight = packed & Packed.weight != 0 ? number() : 1
            let isLasting = packed & Packed.lastDay == 0
            return (share, isLasting ? never : day.adding(days: integer(in: 0...Packed.mostDays)), weight)
        }
    }
}
