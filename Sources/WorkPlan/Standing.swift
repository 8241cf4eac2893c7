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
    /// The subtasks at or below the item.
    package var tally: Tally

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
    package private(set) var weight = 0.0
    /// In percent times weight, of those that `weight` is of.
    package private(set) var weightedProgress = 0.0
    /// How many subtasks have a figure that enters `percent`.
    package private(set) var known = 0

    package init() {}

    /// What these add up to.
    /// - Parameters:
    ///   - lights: in the order of all cases, as many.
    ///   - statuses: so as well.
    package init(lights: [Int], statuses: [Int], known: Int, weight: Double, weightedProgress: Double) {
        for (light, count) in zip(Light.allCases, lights) { self.lights[light.severity] = Int32(clamping: count) }
        for (status, count) in zip(Status.Category.allCases, statuses) {
            self.statuses[status.lane] = Int32(clamping: count)
        }
        total = lights.reduce(0, &+)
        self.known = known
        self.weight = weight
        self.weightedProgress = weightedProgress
    }

    package func count(_ light: Light) -> Int { Int(lights[light.severity]) }
    package func count(_ category: Status.Category) -> Int { Int(statuses[category.lane]) }

    /// The weighted mean of the subtasks whose progress is known, 0…100; nil when none is.
    package var percent: Double? { weight > 0 ? weightedProgress / weight : nil }

    package var worst: Light {
        Light.allCases.reduce(Light.none) { count($1) > 0 ? $0.worse($1) : $0 }
    }

    mutating func add(light: Light, status: Status.Category, actual: Double?, weight itemWeight: Double) {
        total += 1
        lights[light.severity] += 1
        statuses[status.lane] += 1
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
