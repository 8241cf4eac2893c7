/// Where one item stands on a day: its light with the reason, its figures, and the counts below it.
package struct Standing: Equatable, Sendable {
    package var light: Light
    package var reason: LightReason
    /// The item's own status; nil where nothing was reported, and for areas and tasks, which store none.
    package var status: Status?
    /// Percent; nil where no figure is known. May exceed 100.
    package var actual: Double?
    /// 序时进度 in percent.
    package var expected: Double?
    package var deadline: Deadline?
    /// What it counts as among the subtasks.
    let counts: Counts

    /// The subtasks at or below the item.
    package var tally: Tally {
        var tally = Tally()
        count(in: &tally)
        return tally
    }

    func count(in tally: inout Tally) {
        switch counts {
        case .below(let sum): tally.add(sum.tally)
        case .nothing: break
        case .itself(let weight): tally.add(light: light, status: status, actual: actual, weight: weight)
        }
    }

    /// Only parents hold a tally, and by reference: it is as large as all the rest of a standing, of which a large plan has
    /// 100,000.
    enum Counts: Equatable, Sendable {
        case itself(weight: Double)
        case below(Sum)
        /// A milestone.
        case nothing
    }

    final class Sum: Equatable, Sendable {
        let tally: Tally

        init(_ tally: Tally) { self.tally = tally }

        static func == (left: Sum, right: Sum) -> Bool { left.tally == right.tally }
    }

    /// Percentage points behind 序时进度; nil where one of the two is unknown.
    package var pointsBehind: Double? {
        guard let expected, let actual else { return nil }
        return expected - actual
    }
}

/// Counts over subtasks. *Not reported* has a count of its own and never enters a percent as zero.
package struct Tally: Equatable, Sendable {
    package private(set) var total = 0
    /// How many have each light and each status: a lane for every case. (Dictionaries here were most of the time it took
    /// to judge a plan.)
    private var lights = SIMD8<Int32>()
    private var statuses = SIMD8<Int32>()
    private var weight = 0.0
    private var weightedProgress = 0.0
    /// How many subtasks have a figure that enters `percent`.
    package private(set) var known = 0

    package init() {}

    package func count(_ light: Light) -> Int { Int(lights[light.severity]) }
    package func count(_ category: Status.Category) -> Int { Int(statuses[category.lane]) }

    /// The weighted mean of the subtasks whose progress is known, 0…100; nil when none is.
    package var percent: Double? { weight > 0 ? weightedProgress / weight : nil }

    package var worst: Light {
        Light.allCases.reduce(Light.none) { count($1) > 0 ? $0.worse($1) : $0 }
    }

    mutating func add(light: Light, status: Status?, actual: Double?, weight itemWeight: Double) {
        total += 1
        lights[light.severity] += 1
        statuses[(status?.category ?? .notReported).lane] += 1
        if let actual, light != .none, itemWeight > 0 {
            known += 1
            weight += itemWeight
            weightedProgress += itemWeight * max(0, min(100, actual))
        }
    }

    mutating func add(_ other: Tally) {
        total += other.total
        lights &+= other.lights
        statuses &+= other.statuses
        known += other.known
        weight += other.weight
        weightedProgress += other.weightedProgress
    }
}

/// The standing of every item of a plan on one day.
package struct Standings: Equatable, Sendable {
    package let today: Day
    /// From the last item of the plan's tree to the first: the order they are found in.
    private var fromLast = Pieces<Standing>()
    /// Over all subtasks of the plan.
    package private(set) var whole = Tally()

    /// In one pass from the leaves up.
    package init(_ plan: Plan, on today: Day) {
        self.today = today
        let judge = Judge(plan: plan, today: today)
        fromLast.reserveCapacity(plan.tree.count)
        for position in plan.tree.items.indices.reversed() {
            fromLast.append(standing(of: position, in: plan, judge))
        }
        sumUp(plan.tree)
    }

    /// Where it is known how an earlier plan stood: if nothing but items was altered since, only these are judged, and what
    /// stands above them.
    package init(_ plan: Plan, on today: Day, after earlier: Standings, of old: Plan) {
        guard today == earlier.today, let altered = plan.itemsAltered(since: old) else {
            self.init(plan, on: today)
            return
        }
        self = earlier
        let judge = Judge(plan: plan, today: today)
        for position in Set(altered.flatMap { plan.tree.ancestors(of: $0) + [$0] }).sorted(by: >) {
            fromLast[fromLast.count - 1 - position] = standing(of: position, in: plan, judge)
        }
        sumUp(plan.tree)
    }

    private func standing(of position: ItemTree.Position, in plan: Plan, _ judge: Judge) -> Standing {
        let last = plan.tree.count - 1
        let below = plan.tree.children(of: position).lazy.map { last - $0 }
        return plan.tree.items.with(position) { item in
            item.level < .subtask
                ? judge.parent(below, fromLast) : judge.leaf(item, milestones: below.map { fromLast[$0] })
        }
    }

    private mutating func sumUp(_ tree: ItemTree) {
        whole = Tally()
        for area in tree.roots { whole.add(self[area].tally) }
    }

    package subscript(_ position: ItemTree.Position) -> Standing { fromLast[fromLast.count - 1 - position] }
}
