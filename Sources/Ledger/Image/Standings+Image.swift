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
            let day = reader.day()
            let weights = Dictionary(reader.list { ($0.integer(), $0.number(in: 0...1_000_000)) }) { $1 }
            let sums = reader.list { $0.sum() }
            let shares = StoredShares(&reader, plan.tree.levels, on: day, sums: sums.count)
            guard let shares, reader.isComplete else { return nil }
            return Standings(plan, on: day, weights: weights, sums: sums) { shares.piece($0, isPassing: $1) }
        }
    }

    func keep(image seal: UInt64, _ directory: borrowing Directory) throws(LedgerError) {
        var writer = ImageWriter()
        writer.word(seal)
        writer.day(today)
        writer.list(weights.sorted { $0.key < $1.key }) { writer, weight in
            writer.integer(weight.key)
            writer.number(weight.value)
        }
        writer.list(Array(sums)) { $0.sum($1) }
        writer.shares(of: self)
        try directory.replace(Self.file, with: Image.file(writer.bytes))
    }
}

extension ImageWriter {
    fileprivate mutating func sum(_ sum: Standings.Sum) {
        let tally = sum.tally
        for light in Light.allCases { integer(tally.count(light)) }
        for status in Status.Category.allCases { integer(tally.count(status)) }
        integer(tally.known)
        number(tally.weight)
        number(tally.weightedProgress)
        optional(sum.last) { $0.day($1) }
    }
}

extension ImageReader {
    fileprivate mutating func sum() -> Standings.Sum {
        let lights = Light.allCases.map { _ in natural() }
        let statuses = Status.Category.allCases.map { _ in natural() }
        let (known, weight) = (natural(), number(in: 0...1e18))
        // A little more than is possible, because they were rounded.
        let progress = number(in: 0...101 * weight)
        let tally = Tally(
            lights: lights, statuses: statuses, known: known, weight: weight, weightedProgress: progress)
        return Standings.Sum(tally: tally, last: optional { $0.day() })
    }
}
