extension JSONReader {
    /// The way to where reading stopped: through the open containers, and into the child being read if there is one.
    func path(_ bytes: Span<UInt8>) -> JSONPath {
        var path = JSONPath.root
        for (depth, frame) in frames.enumerated() {
            let isInnermost = depth + 1 == frames.count
            if isInnermost, !isInsideChild { break }
            if !frame.isObject {
                path.components.append(.index(frame.count - 1))
            } else if isInnermost, let key {
                path.components.append(.key(JSONText.string(key, bytes)))
            } else if !isInnermost {
                let child = records[frames[depth + 1].record]
                path.components.append(.key(JSONText.string(child.keyToken(bytes), bytes)))
            }
        }
        return path
    }
}
