import Glibc

extension Environment {
    /// Who edits, as the history will name them: `$LIANXI_AUTHOR`, else the login. (The full name in the system's user
    /// list is out of a static program's reach.)
    static var author: String {
        value("LIANXI_AUTHOR") ?? value("LOGNAME") ?? value("USER") ?? "uid \(getuid())"
    }
}
