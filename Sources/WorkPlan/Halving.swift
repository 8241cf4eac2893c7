extension RandomAccessCollection where Index == Int {
    /// The index from which on something holds of all elements, of which it holds of none before; the end where of none.
    /// Found by halving.
    @inlinable
    package func index(fromWhich holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
