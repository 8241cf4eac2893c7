import Cells

/// The theme the screen wears. A user's own file is watched, and worn anew as it is saved.
struct Wardrobe {
    private(set) var theme: Theme
    /// What `--theme` takes for it.
    private(set) var name: String
    private var file: String?
    private var watch: DirectoryWatch?

    init(_ choice: ThemeChoice) {
        theme = choice.theme
        name = choice.name
        wear(choice)
    }

    /// Readable when the worn theme's file may have been saved; nil where there is none to watch.
    var descriptor: Int32? { watch?.descriptor }

    mutating func wear(_ choice: ThemeChoice) {
        theme = choice.theme
        name = choice.name
        file = choice.file
        watch?.close()
        watch = file.flatMap { DirectoryWatch(Self.directory(of: $0)) }
    }

    /// Reads the file again where it may have been saved: true where the theme has changed. The old one stays where there
    /// is a mistake in the new.
    mutating func refresh() throws(Complaint) -> Bool {
        guard let file, let watch, watch.drain() else { return false }
        let saved = try ThemeChoice.theme(TextFile.read(file, what: "主题文件"), file: file)
        defer { theme = saved }
        return saved != theme
    }

    private static func directory(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "." }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }
}
