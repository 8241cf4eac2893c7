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
            guard reader.word() == seal, let standings = reader.standings(of: plan), reader.isComplete else {
                return nil
            }
            return standings
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
    static let recurs = 64, deadline = 128, actual = 256, weight = 512
    static let most = 1023
}

extension ImageWriter {
    fileprivate mutating func standings(_ standings: Standings) {
        day(standings.today)
        for position in standings.plan.tree.positions {
            share(standings.share(of: position), standings.weight(of: position))
        }
    }

    private mutating func share(_ share: Share, _ weight: Double) {
        guard share.level >= .subtask else { return }
        var packed = share.light.severity << 3 | share.status.lane
        if share.recurs { packed |= Packed.recurs }
        if share.deadline != nil { packed |= Packed.deadline }
        if share.actual != nil { packed |= Packed.actual }
        if weight != 1 { packed |= Packed.weight }
        integer(packed)
        if let deadline = share.deadline { day(deadline) }
        if let actual = share.actual { number(actual) }
        if weight != 1 { number(weight) }
    }
}

extension ImageReader {
    /// Nil where they are not of this plan.
    fileprivate mutating func standings(of plan: Plan) -> Standings? {
        let (lights, statuses) = (Light.allCases, Status.Category.allCases)
        let day = day()
        var shares: [Share] = []
        shares.reserveCapacity(plan.tree.count)
        var weights: [ItemTree.Position: Double] = [:]
        for position in plan.tree.positions {
            let level = plan.tree.level(of: position)
            guard level >= .subtask else {
                shares.append(Share(parent: level))
                continue
            }
            let packed = integer(in: 0...Packed.most)
            let (light, status) = (packed >> 3 & 7, packed & 7)
            guard light < lights.count, status < statuses.count else {
                fail()
                return nil
            }
            shares.append(
                Share(
                    level: level, light: lights[light], status: statuses[status], recurs: packed & Packed.recurs != 0,
                    deadline: packed & Packed.deadline != 0 ? self.day() : nil,
                    actual: packed & Packed.actual != 0 ? number() : nil))
            if packed & Packed.weight != 0 { weights[position] = number() }
        }
        return Standings(plan, on: day, shares: shares, weights: weights)
    }
}
