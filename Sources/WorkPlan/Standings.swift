/// The standing of every item of a plan on one day.
///
/// What an item hands up to those above it is kept; all else is judged again whenever it is looked at, in less than a
/// microsecond. Whole standings of 100,000 items took 17 MB, a quarter of all that such a plan took.
package struct Standings: Sendable {
    private var judge: Judge
    /// From the last item of the plan's tree to the first: the order they are found in.
    private var fromLast = Pieces<Share>()
    /// Over all subtasks of the plan.
    package private(set) var whole = Tally()

    package var today: Day { judge.today }

    /// In one pass from the leaves up.
    package init(_ plan: Plan, on today: Day) {
        judge = Judge(plan: plan, today: today)
        fromLast.reserveCapacity(plan.tree.count)
        for position in plan.tree.items.indices.reversed() { fromLast.append(share(of: position)) }
        sumUp()
    }

    /// Where it is known how an earlier plan stood: if nothing but items was altered since, only these are judged, and what
    /// stands above them.
    package init(_ plan: Plan, on today: Day, after earlier: Standings, of old: Plan) {
        guard today == earlier.today, let altered = plan.itemsAltered(since: old) else {
            self.init(plan, on: today)
            return
        }
        self = earlier
        judge = Judge(plan: plan, today: today)
        for position in Set(altered.flatMap { plan.tree.ancestors(of: $0) + [$0] }).sorted(by: >) {
            fromLast[place(of: position)] = share(of: position)
        }
        sumUp()
    }

    private mutating func sumUp() {
        whole = Tally()
        for area in judge.plan.tree.roots { share(at: area).add(to: &whole) }
    }

    package subscript(_ position: ItemTree.Position) -> Standing {
        if case .parent(let sum) = share(at: position) { return sum.standing }
        return leaf(position)
    }

    /// Known without judging anything.
    package func light(of position: ItemTree.Position) -> Light { share(at: position).light }

    /// The deadline of what is not closed. Known without judging anything.
    package func openDeadline(of position: ItemTree.Position) -> Day? {
        let share = share(at: position)
        return share.isClosed ? nil : share.deadline
    }

    private func leaf(_ position: ItemTree.Position) -> Standing {
        judge.plan.tree.items.with(position) { judge.leaf($0, milestones: milestones(of: position)) }
    }

    func milestones(of position: ItemTree.Position) -> Milestones {
        var milestones = Milestones()
        eachChild(of: position) { milestones.add($0) }
        return milestones
    }

    private func share(of position: ItemTree.Position) -> Share {
        let (level, weight) = judge.plan.tree.items.with(position) { ($0.level, $0.weight) }
        switch level {
        case .area, .task:
            var tally = Tally()
            var last: Day?
            eachChild(of: position) { child in
                child.add(to: &tally)
                if let day = child.deadline { last = max(last ?? day, day) }
            }
            return .parent(Share.Sum(tally: tally, last: last))
        case .subtask: return .subtask(Share.Leaf(leaf(position)), weight: weight)
        case .milestone: return .milestone(Share.Leaf(leaf(position)))
        }
    }

    private func eachChild(of position: ItemTree.Position, _ body: (Share) -> Void) {
        let tree = judge.plan.tree
        var child = position + 1
        while child < tree.end(of: position) {
            body(share(at: child))
            child = tree.end(of: child)
        }
    }

    private func share(at position: ItemTree.Position) -> Share { fromLast[place(of: position)] }

    private func place(of position: ItemTree.Position) -> Int { judge.plan.tree.count - 1 - position }
}

/// How many milestones hang on an item, and how many of them are done.
struct Milestones {
    private(set) var total = 0
    private(set) var done = 0

    fileprivate mutating func add(_ share: Share) {
        guard case .milestone(let leaf) = share else { return }
        total += 1
        if leaf.light == .green, share.isClosed { done += 1 }
    }
}

/// What an item hands up to those above it.
private enum Share {
    case milestone(Leaf)
    case subtask(Leaf, weight: Double)
    case parent(Sum)

    var light: Light {
        switch self {
        case .milestone(let leaf), .subtask(let leaf, _): leaf.light
        case .parent(let sum): sum.tally.worst
        }
    }

    var isClosed: Bool {
        switch self {
        case .milestone(let leaf), .subtask(let leaf, _): leaf.status.isClosed
        case .parent: false
        }
    }

    var deadline: Day? {
        switch self {
        case .milestone(let leaf), .subtask(let leaf, _): leaf.deadline
        case .parent(let sum): sum.last
        }
    }

    func add(to tally: inout Tally) {
        switch self {
        case .milestone: break
        case .subtask(let leaf, let weight):
            tally.add(light: leaf.light, status: leaf.status, actual: leaf.actual, weight: weight)
        case .parent(let sum): tally.add(sum.tally)
        }
    }

    /// Packed: there are as many as items.
    struct Leaf {
        let light: Light
        let status: Status.Category
        private let deadlineNumber: Int32
        private let percent: Double

        init(_ standing: Standing) {
            light = standing.light
            status = standing.status?.category ?? .notReported
            deadlineNumber = standing.deadline.map { Int32(clamping: $0.day.number) } ?? .min
            percent = standing.actual ?? .nan
        }

        var deadline: Day? { deadlineNumber == .min ? nil : Day(number: Int(deadlineNumber)) }
        var actual: Double? { percent.isNaN ? nil : percent }
    }

    /// A parent's, by reference: it is larger than all others, and few items are parents.
    final class Sum: Sendable {
        let tally: Tally
        /// The latest deadline below.
        let last: Day?

        init(tally: Tally, last: Day?) {
            self.tally = tally
            self.last = last
        }

        var standing: Standing {
            let worst = tally.worst
            return Standing(
                light: worst, reason: .worstBelow(worst, count: tally.count(worst)), status: nil, actual: tally.percent,
                expected: nil, deadline: last.map { Deadline(day: $0, origin: .below) }, tally: tally)
        }
    }
}
