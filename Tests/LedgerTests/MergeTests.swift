import Testing
import WorkPlan

@testable import Ledger

/// Replicas that know of each other only what they were told, and an account of who knew what that owes nothing to the
/// program.
private struct World {
    struct Replica {
        var name: String
        /// The lines it has, in the order in which they came; per other replica always the first so many.
        var lines: [JournalLine] = []
        var known: [String: Int] = [:]
        var fold: Fold
    }

    var replicas: [Replica]
    /// For every line, the lines that its writer had, directly or through others.
    var past: [EntryHash: Set<EntryHash>] = [:]
    let base = SmallPlan.plan
    let link = EntryHash(of: [])

    init(_ count: Int) {
        let fold = Fold(base: SmallPlan.plan, hash: "", tracksConflicts: true)
        replicas = (0..<count).map { Replica(name: "rep\($0)", fold: fold) }
    }

    /// A line by one replica, as `Ledger.commit` makes it.
    mutating func write(_ place: Int, using random: inout SplitMix) {
        var own = replicas[place]
        let change = Changes.random(in: own.fold.plan, using: &random)
        guard own.fold.plan.applying([change]).mismatches.isEmpty else { return }
        let others = own.fold.cover.replicas.filter { $0.key != own.name }.mapValues(\.sequence)
        let before = own.fold.cover.replicas[own.name]
        var line = JournalLine(
            replica: own.name, sequence: (before?.sequence ?? 0) + 1,
            lamport: (own.fold.cover.last?.lamport ?? 0) + 1, seen: others == before?.seen ?? [:] ? nil : others,
            previous: before?.hash ?? link, hash: link,
            entry: Entry(id: "", moment: .epoch, author: own.name, changes: [change]))
        _ = line.seal()
        past[line.hash] = Set(own.lines.map(\.hash))
        own.lines.append(line)
        _ = own.fold.add(line)
        own.known[own.name] = line.sequence
        replicas[place] = own
    }

    /// Some of what one replica has goes to another: of each writer a stretch without gaps, mixed with repetitions.
    mutating func send(_ from: Int, _ to: Int, using random: inout SplitMix) {
        guard from != to else { return }
        var taker = replicas[to]
        let news = replicas[from].lines.filter { $0.sequence > taker.known[$0.replica, default: 0] }
        guard !news.isEmpty else { return }
        taker.lines += news
        for line in news { taker.known[line.replica] = max(taker.known[line.replica, default: 0], line.sequence) }
        var isInOrder = true
        for line in news.sorted(by: { $0.order < $1.order }) where taker.fold.add(line) == .outOfOrder {
            isInOrder = false
        }
        if !isInOrder { taker.fold = folded(taker.lines, repeating: Bool.random(using: &random)) }
        replicas[to] = taker
    }

    func folded(_ lines: [JournalLine], repeating: Bool) -> Fold {
        var fold = Fold(base: base, hash: "", tracksConflicts: true)
        for line in (repeating ? lines + lines.prefix(5) : lines).sorted(by: { $0.order < $1.order }) {
            _ = fold.add(line)
        }
        return fold
    }

    /// The slots that are contested, from the account: changes that no later change of the slot knew of, and that leave
    /// different values.
    func contested() -> Set<Change.Slot> {
        var all: [Change.Slot: [(EntryHash, Change)]] = [:]
        for line in replicas[0].lines.sorted(by: { $0.order < $1.order }) {
            for change in line.entry.changes { all[change.slot, default: []].append((line.hash, change)) }
        }
        return Set(
            all.compactMap { slot, changes in
                let open = changes.filter { hash, _ in !changes.contains { past[$0.0]?.contains(hash) == true } }
                return open.contains { !$0.1.agrees(with: open[0].1) } ? slot : nil
            })
    }
}

struct MergeTests {
    @Test(arguments: [Long.count(200, long: 10_000)])
    func replicasAgreeAndEveryConflictIsListed(_ runs: Int) {
        var conflicts = 0
        for run in 0..<runs {
            var random = SplitMix(UInt64(run))
            var world = World(Int.random(in: 2...4, using: &random))
            let all = world.replicas.indices
            for _ in 0..<Int.random(in: 5...30, using: &random) {
                let place = Int.random(in: all, using: &random)
                if Int.random(in: 0..<4, using: &random) > 0 {
                    world.write(place, using: &random)
                } else {
                    world.send(place, Int.random(in: all, using: &random), using: &random)
                }
            }
            // Everybody hears of everything, in some order.
            for _ in 0..<2 {
                for from in all.shuffled(using: &random) { for to in all { world.send(from, to, using: &random) } }
            }
            let first = world.replicas[0].fold
            for replica in world.replicas {
                let agrees = replica.fold.plan == first.plan && replica.fold.conflicts == first.conflicts
                #expect(agrees, "run \(run)")
            }
            let again = world.folded(world.replicas[0].lines.shuffled(using: &random), repeating: true)
            let isSame = again.plan == first.plan
            #expect(isSame, "run \(run)")
            // Removals may be contested by edits of other slots; those are listed besides.
            let listed = Set(first.conflicts.map(\.slot))
            #expect(world.contested().isSubset(of: listed), "run \(run)")
            #expect(listed.subtracting(world.contested()).allSatisfy { $0.field == "item" }, "run \(run)")
            conflicts += listed.count
        }
        #expect(conflicts > runs / 10)
    }

    @Test func editBeatsARemovalThatDidNotKnowOfIt() throws {
        for isEditFirst in [false, true] {
            var world = World(2)
            var random = SplitMix(1)
            let added = Change.item(
                "m1", Edit(was: nil, becomes: Changes.milestone("m1", "节点", in: world.base, under: "row-1")))
            world.commit(0, added)
            world.send(0, 1, using: &random)
            let position = try #require(world.replicas[0].fold.plan.tree.position(of: "m1"))
            let placed = world.replicas[0].fold.plan.placed(position)
            if isEditFirst { world.commit(1, .weight("row-2", Edit(was: 1, becomes: 2))) }
            world.commit(0, .item("m1", Edit(was: placed, becomes: nil)))
            world.commit(1, .title("m1", Edit(was: "节点", becomes: "改名")))
            world.send(0, 1, using: &random)
            world.send(1, 0, using: &random)
            for replica in world.replicas {
                let position = try #require(replica.fold.plan.tree.position(of: "m1"))
                #expect(replica.fold.plan.tree[position].title == "改名")
                #expect(replica.fold.conflicts.map(\.slot.field) == ["item"])
            }
            // Whoever has seen both settles it.
            world.commit(0, .title("m1", Edit(was: "改名", becomes: "定名")))
            #expect(world.replicas[0].fold.conflicts.isEmpty)
        }
    }
}

extension World {
    mutating func commit(_ place: Int, _ change: Change) {
        var own = replicas[place]
        let before = own.fold.cover.replicas[own.name]
        var line = JournalLine(
            replica: own.name, sequence: (before?.sequence ?? 0) + 1,
            lamport: (own.fold.cover.last?.lamport ?? 0) + 1,
            seen: own.fold.cover.replicas.filter { $0.key != own.name }.mapValues(\.sequence),
            previous: before?.hash ?? link, hash: link,
            entry: Entry(id: "", moment: .epoch, author: own.name, changes: [change]))
        _ = line.seal()
        own.lines.append(line)
        own.known[own.name] = line.sequence
        _ = own.fold.add(line)
        replicas[place] = own
    }
}
