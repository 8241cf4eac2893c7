/// The user's name as git knows it, read from git's own files without running git.
enum GitConfig {
    /// `user.name` of `~/.gitconfig`, else of `$XDG_CONFIG_HOME/git/config`; nil where neither says it.
    static var userName: String? {
        for file in Paths.gitConfigs {
            guard TextFile.exists(file), let bytes = try? TextFile.read(file, what: "git 配置") else { continue }
            if let name = userName(in: String(decoding: bytes, as: UTF8.self)) { return name }
        }
        return nil
    }

    /// The last `name` of the sections `[user]`.
    static func userName(in text: String) -> String? {
        var isUser = false
        var name: String?
        for line in text.split(whereSeparator: \.isNewline) {
            let line = trimmed(line)
            if line.hasPrefix("[") {
                isUser = line.prefix { $0 != "]" }.dropFirst().lowercased() == "user"
            } else if isUser, let equals = line.firstIndex(of: "="), trimmed(line[..<equals]).lowercased() == "name" {
                name = value(trimmed(line[line.index(after: equals)...]))
            }
        }
        return name
    }

    /// A value without its quotes, escapes and comment.
    private static func value(_ text: Substring) -> String {
        var value = ""
        var isQuoted = false
        var isEscaped = false
        for character in text {
            if isEscaped {
                value.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if !isQuoted, character == "#" || character == ";" {
                break
            } else {
                value.append(character)
            }
        }
        return String(trimmed(Substring(value)))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
