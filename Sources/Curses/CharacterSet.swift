import Glibc

/// The charset that ncurses writes in.
enum CharacterSet {
    /// Sets the locale's character type so that ncurses writes UTF-8: the environment's, else `C.UTF-8`.
    ///
    /// Only the character type: numbers, dates and the order of words are ours, not the locale's.
    static func useUTF8() throws(CursesError) {
        setlocale(LC_CTYPE, "")
        let found = name
        if found == "UTF-8" { return }
        if setlocale(LC_CTYPE, "C.UTF-8") != nil, name == "UTF-8" { return }
        throw .noUTF8(charset: found)
    }

    private static var name: String { String(cString: nl_langinfo(Int32(CODESET))) }
}
