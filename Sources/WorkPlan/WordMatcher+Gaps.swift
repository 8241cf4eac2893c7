extension WordMatcher {
    /// How many characters may stand between two of the word's where a text holds only something like it.
    enum Gap: Int, Sendable {
        case near = 2
        case wide = 4
    }

    /// Whether the word's characters occur in their order, with at most `gap` others between two of them.
    @inline(__always)
    func occursLoosely(in text: Span<UInt16>, _ range: Range<Int>, gap: Gap) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
        let singles = singles.span
        let strides = strides.span
        let beginnings = beginnings.span
        let far: UInt64 = gap == .wide ? .max : 0
        // The states of matches whose last character lies so many characters back.
        var last: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
        for place in range {
            let character = Int(text[unchecked: place])
            let before = last.0 | last.1 | last.2 | last.3 | last.4
            guard before != 0 || beginnings[unchecked: character] else { continue }
            let same: UInt64 = character == Self.separator ? 0 : .max
            let next = Self.step(before | 1, character, singles, strides)
            if next & found != 0 { return true }
            last = (next & same, last.0 & same, last.1 & same, last.2 & same & far, last.3 & same & far)
        }
        return false
    }

    /// The characters of the first such match.
    func looseStretches(in text: Span<some Letter>, gap: Gap) -> [Range<Int>] {
        for start in 0..<text.count {
            var failed: Set<[UInt64]> = []
            guard let places = path(start, 1, in: text, gap: gap, &failed) else { continue }
            return places.reduce(into: []) { stretches, place in
                if let last = stretches.last, last.upperBound == place {
                    stretches[stretches.count - 1] = last.lowerBound..<place + 1
                } else {
                    stretches.append(place..<place + 1)
                }
            }
        }
        return []
    }

    /// The characters from `place` on that take what the states leave of the word. `place` itself is taken.
    private func path(
        _ place: Int, _ states: UInt64, in text: Span<some Letter>, gap: Gap, _ failed: inout Set<[UInt64]>
    ) -> [Int]? {
        let next = Self.step(states, Int(text[place]), singles.span, strides.span)
        if next & found != 0 { return [place] }
        guard next != 0, failed.insert([UInt64(place), next]).inserted else { return nil }
        for following in place + 1..<max(place + 1, min(text.count, place + gap.rawValue + 2)) {
            if let rest = path(following, next, in: text, gap: gap, &failed) { return [place] + rest }
        }
        return nil
    }
}
