import Glibc

/// Who edits, as the history will name them.
enum Author {
    /// The answer to 您是？, kept for the next time: nil where nobody has answered.
    static var remembered: String? {
        guard let file = try? Paths.setting("author"), let bytes = try? TextFile.read(file, what: "署名") else {
            return nil
        }
        return cleaned(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    /// Keeps an answer: one line in `$XDG_CONFIG_HOME/lianxi/author`. Where that cannot be written, it is asked again
    /// next time.
    static func remember(_ name: String) {
        guard let name = cleaned(name), let file = try? Paths.setting("author") else { return }
        try? TextFile.write(Array((name + "\n").utf8), to: file, what: "署名")
    }

    /// Whether a name says who somebody is: `root` or `user` does not.
    static func isPerson(_ name: String) -> Bool {
        !["root", "user", "admin", "administrator", "guest", "nobody", "ubuntu", "debian"].contains(name.lowercased())
            && !name.hasPrefix("uid ")
    }

    /// Without blanks around it and control characters in it, at most 40 characters; nil where nothing is left.
    static func cleaned(_ name: String) -> String? {
        let scalars = name.unicodeScalars.filter { $0.value >= 32 && !(127..<160).contains($0.value) }
        var kept = Substring(String(String.UnicodeScalarView(scalars)))
        while let first = kept.first, first.isWhitespace { kept.removeFirst() }
        while let last = kept.last, last.isWhitespace { kept.removeLast() }
        return kept.isEmpty ? nil : String(kept.prefix(40))
    }
}

extension Environment {
    /// What was asked for with `--author`, else the first that names a person of `$LIANXI_AUTHOR`, the remembered answer,
    /// git's user name and the login, else the login. (The full name in the system's user list is out of a static
    /// program's reach.)
    static func author(asked: String? = nil) -> (name: String, isPerson: Bool) {
        if let name = asked.flatMap(Author.cleaned) { return (name, Author.isPerson(name)) }
        for source in [{ value("LIANXI_AUTHOR") }, { Author.remembered }, { GitConfig.userName }, { login }] {
            if let name = source().flatMap(Author.cleaned), Author.isPerson(name) { return (name, true) }
        }
        let name = value("LIANXI_AUTHOR").flatMap(Author.cleaned) ?? login
        return (name, Author.isPerson(name))
    }

    private static var login: String { value("LOGNAME") ?? value("USER") ?? "uid \(getuid())" }
}
