/// The way from a document's root to one of its values; prints as `subtasks[14].units[2]`.
package struct JSONPath: Equatable, Sendable, CustomStringConvertible {
    package enum Component: Equatable, Sendable {
        /// A member of an object, by its decoded key.
        case key(String)
        /// An element of an array, counted from 0.
        case index(Int)
    }

    package var components: [Component]

    package static let root = JSONPath([])

    package init(_ components: [Component]) {
        self.components = components
    }

    package var isRoot: Bool { components.isEmpty }

    /// Keys that are ASCII identifiers stand as they are, all others as a JSON string in brackets (`["进展"].day`).
    /// The root prints as `$`.
    package var description: String {
        guard !isRoot else { return "$" }
        var text = ""
        for component in components {
            switch component {
            case .index(let index): text += "[\(index)]"
            case .key(let key) where Self.isIdentifier(key): text += text.isEmpty ? key : "." + key
            case .key(let key): text += "[" + Self.quoted(key) + "]"
            }
        }
        return text
    }

    private static func isIdentifier(_ key: String) -> Bool {
        guard let first = key.utf8.first, !isDigit(first) else { return false }
        return key.utf8.allSatisfy { byte in
            isDigit(byte) || byte == UInt8(ascii: "_")
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func quoted(_ key: String) -> String {
        var writer = JSONWriter(.compact)
        writer.string(key)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Key by their bytes: Swift's `==` would call é composed and é decomposed the same key.
    package static func == (left: JSONPath, right: JSONPath) -> Bool {
        left.components.elementsEqual(right.components) { left, right in
            switch (left, right) {
            case (.key(let left), .key(let right)): left.utf8.elementsEqual(right.utf8)
            case (.index(let left), .index(let right)): left == right
            default: false
            }
        }
    }
}
