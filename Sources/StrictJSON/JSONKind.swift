/// The six kinds of JSON value (RFC 8259, section 3).
package enum JSONKind: UInt8, Equatable, Sendable {
    case object, array, string, number, bool, null
}
