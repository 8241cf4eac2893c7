/// Why the terminal cannot be used. Nothing has been drawn when one of these is thrown.
package enum CursesError: Error, Equatable {
    /// Standard input or standard output is not a terminal.
    case notATerminal
    /// There is no description of the terminal that `TERM` names. The name is as found, nil when it is not set.
    case unknownTerminal(name: String?)
    /// The terminal cannot move its cursor, which `TERM=dumb` says of itself.
    case cannotMoveCursor(name: String?)
    /// The kernel refused a descriptor for signals; the number is errno.
    case noSignalDescriptor(errno: Int32)
}
