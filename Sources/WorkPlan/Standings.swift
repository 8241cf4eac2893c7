/// The standing of every item of a plan on one day.
///
/// What an item hands up to those above it is kept; all else is judged again whenever it is looked at, in less than a
/// microsecond. Whole standings of 100,000 items took 17 MB, a quarter of all that such a plan took.
package struct Standings: Sendable {
    private var judge: Judge
    private var shares = Pieces<Share>()
    /// Of the subtasks that do not weigh 1.
    package private(set) var weights: [ItemTree.Position: Double] = [:]
    /// Of the areas and tasks with something below them, at the places that their shares say.
    package private(set) var sums = Pieces<Sum>()
    /// Over all subtasks of the plan.
    package private(set) var whole = Tally()

    package var plan: Plan { judge.plan }
    package var today: Day { judge.today }

    /// In one pass from the leaves up.
    package init(_ plan: Plan, on today: Day) {
        let judge = Judge(plan: plan, today: today)
        self.judge = judge
        shares = Pieces(count: plan.tree.count) { Share(parent: plan.tree.level(of: $0)) }
        for position in plan.tree.positions.reversed() { update(position, judge) }
        sumUpAreas()
    }

    /// From what an earlier run found out about this plan on this day.
    /// - Parameters:
    ///   - weights: of the subtasks that do not weigh 1.
    ///   - sums: as `sums` gave them.
    ///   - shares: gives those of a piece of the tree's, by its number, always the same. Asked for each share that is
    ///     looked at: it remembers what it gave last, unless somebody is only passing.
    package init(
        _ plan: Plan, on today: Day, weights: [ItemTree.Position: Double], sums: [Sum],
        shares: @escaping @Sendable (_ number: Int, _ isPassing: Bool) -> [Share]
    ) {
        judge = Judge(plan: plan, today: today)
        self.shares = Pieces(Pieces.Store(piece: shares), count: plan.tree.count)
        self.weights = weights
        self.sums = Pieces(sums)
        sumUpAreas()
    }

    /// Where it is known how an earlier plan stood, on the same day or on one before: if nothing but items was altered
    /// since, only these are judged, those that the days between may have changed, and what stands above them.
    package init(_ plan: Plan, on today: Day, after earlier: Standings) {
        guard today >= earlier.today, var stale = plan.itemsAltered(since: earlier.plan) else {
            self.init(plan, on: today)
            return
        }
        self = earlier
        let judge = Judge(plan: plan, today: today, after: earlier.judge)
        self.judge = judge
        if today > earlier.today { stale += shares.places { $0.lastDay < today } }
        for position in Set(stale.flatMap { plan.tree.ancestors(of: $0) + [$0] }).sorted(by: >) {
            update(position, judge)
        }
        sumUpAreas()
    }

    /// Finds out anew what an item hands up, where it is known of those below it.
    /// - Parameter judge: its own; asked for because a copy of one for each item is a tenth of judging them.
    private mutating func update(_ position: ItemTree.Position, _ judge: Judge) {
        let tree = judge.plan.tree
        guard tree.level(of: position) >= .subtask else { return sumUp(position) }
        tree.items.with(position) { item in
            let standing = judge.leaf(item, milestones: milestones(of: position))
            shares[position] = Share(item, standing, lastDay: judge.lastDay(of: item, standing))
            weights[position] = item.weight == 1 ? nil : item.weight
        }
    }

    private mutating func sumUp(_ position: ItemTree.Position) {
        let end = plan.tree.end(of: position)
        guard position + 1 < end else { return }
        var sum = Sum()
        var child = position + 1
        while child < end {
            add(child, to: &sum)
            child = plan.tree.end(of: child)
        }
        let place = shares[position].sum ?? sums.count
        if place == sums.count { sums.append(sum) } else { sums[place] = sum }
        shares[position] = Share(parent: shares[position].level, light: sum.tally.worst, sum: place)
    }

    private mutating func sumUpAreas() {
        var sum = Sum()
        for area in plan.tree.roots { add(area, to: &sum) }
        whole = sum.tally
    }

    private func add(_ position: ItemTree.Position, to sum: inout Sum) {
        let share = shares[position]
        switch share.level {
        case .area, .task:
            guard let place = share.sum else { return }
            sum.add(sums[place].last)
            sum.tally.add(sums[place].tally)
        case .subtask:
            sum.add(share.deadline)
            sum.tally.add(
                light: share.light, status: share.status, actual: share.actual,
                weight: weights.isEmpty ? 1 : weights[position] ?? 1)
        case .milestone: sum.add(share.deadline)
        }
    }

    func milestones(of position: ItemTree.Position) -> Milestones {
        var milestones = Milestones()
        for child in plan.tree.children(of: position) { milestones.add(shares[child]) }
        return milestones
    }

    package subscript(_ position: ItemTree.Position) -> Standing {
        let share = shares[position]
        guard share.level < .subtask else {
            return plan.tree.items.with(position) { standing(of: $0, at: position) }
        }
        return (share.sum.map { sums[$0] } ?? Sum()).standing
    }

    /// Of a subtask or a milestone that is in hand.
    func standing(of leaf: Item, at position: ItemTree.Position) -> Standing {
        judge.leaf(leaf, milestones: milestones(of: position))
    }

    // MARK: Known without looking at items

    package func share(of position: ItemTree.Position) -> Share { shares[position] }

    package func light(of position: ItemTree.Position) -> Light { shares[position].light }

    /// The subtasks that are not closed with their deadlines, in reading order.
    package func eachOpenDeadline(_ body: (ItemTree.Position, Day) -> Void) {
        shares.each { position, share in
            if share.level == .subtask, let day = share.openDeadline { body(position, day) }
            return true
        }
    }

    /// The deadline of what is not closed.
    package func openDeadline(of position: ItemTree.Position) -> Day? {
        let share = shares[position]
        guard share.level < .subtask else { return share.openDeadline }
        return share.sum.flatMap { sums[$0].last }
    }
}

/// How many milestones hang on an item, and how many of them are done.
struct Milestones {
    private(set) var total = 0
    private(set) var done = 0

    fileprivate mutating func add(_ share: Share) {
        guard share.level == .milestone else { return }
        total += 1
        if share.light == .green, share.isClosed { done += 1 }
    }
}
