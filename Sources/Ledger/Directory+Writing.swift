import CLinux
import Glibc

extension Directory {
    /// What new files and folders may be used by: nobody but their owner, unless the directory's group may write.
    private func modes() throws(Errno) -> (file: mode_t, folder: mode_t) {
        let mode = try open(".", O_RDONLY | O_DIRECTORY).status().st_mode
        return mode & S_IWGRP == 0 ? (0o600, 0o700) : (0o660, 0o770 | mode & S_ISGID)
    }

    /// Makes a folder if there is none.
    func makeFolder(_ folder: String) throws(LedgerError) {
        do throws(Errno) {
            let parts = folder.split(separator: "/").map(String.init)
            let parent = try open(parts.count > 1 ? parts[0] : ".", O_RDONLY | O_DIRECTORY)
            let mode = try modes().folder
            if mkdirat(parent.number, parts.last ?? folder, mode) == 0 {
                let made = try open(folder, O_RDONLY | O_DIRECTORY)
                guard fchmod(made.number, mode) == 0 else { throw Errno.last }
                try parent.sync()
            } else {
                guard errno == EEXIST else { throw Errno.last }
                // What exists has to be a folder, and not a link to one.
                _ = try open(folder, O_RDONLY | O_DIRECTORY)
            }
        } catch {
            throw .system(.create, path: name(folder), errno: error.code)
        }
    }

    /// Opens a file for reading and writing, making it if need be. `flags` may hold `O_APPEND`.
    func openOrMake(_ file: String, _ flags: Int32 = 0) throws(Errno) -> Descriptor {
        do {
            return try openFile(file, O_RDWR | flags)
        } catch {
            guard error.code == ENOENT else { throw error }
        }
        let mode = try modes().file
        let made = try openFile(file, O_RDWR | O_CREAT | flags, mode: mode)
        guard fchmod(made.number, mode) == 0 else { throw Errno.last }
        return made
    }

    /// Makes a file that is not there yet.
    func makeFile(_ file: String) throws(Errno) -> Descriptor {
        let mode = try modes().file
        let made = try openFile(file, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
        guard fchmod(made.number, mode) == 0 else { throw Errno.last }
        return made
    }

    /// Makes a file without a name, to be read and written, that is gone as soon as it is closed.
    func makeNameless() throws(Errno) -> Descriptor {
        let name = Self.temporary()
        defer { remove(name) }
        return try openOrMake(name)
    }

    /// Puts a whole file in place, or leaves what was there: a temporary file, fsync, rename, fsync of the folder.
    /// - Parameter durably: false for what may be lost with the power: then nobody waits for the disk.
    func replace(_ file: String, with bytes: [UInt8], durably: Bool = true) throws(LedgerError) {
        try replace(file, durably: durably) { $0.add(bytes) }
    }

    /// The same with a file that is made piece by piece.
    /// - Returns: what `body` returns.
    func replace<Result>(
        _ file: String, durably: Bool = true, _ body: (FilePieces) throws(Errno) -> Result
    ) throws(LedgerError) -> Result {
        let temporary = Self.temporary()
        do throws(Errno) {
            let pieces = FilePieces(try makeFile(temporary))
            do throws(Errno) {
                let result = try body(pieces)
                try pieces.finish(durably: durably)
                try rename(temporary, to: file, durably: durably)
                return result
            } catch {
                remove(temporary)
                throw error
            }
        } catch {
            throw .system(.write, path: name(file), errno: error.code)
        }
    }

    /// Takes away what writers that were killed left half written, a day ago or longer.
    func sweepTemporaries() {
        let yesterday = time(nil) - 86_400
        for name in (try? list(Self.temporaries)) ?? [] {
            let file = "\(Self.temporaries)/\(name)"
            if let status = status(of: file), status.st_mtim.tv_sec < yesterday { remove(file) }
        }
    }

    static let temporaries = ".local/tmp"

    private static func temporary() -> String { "\(temporaries)/\(Random.name())" }

    /// Makes what a clone comes without: room for caches, and for what is half written.
    func makeCaches() throws(LedgerError) {
        for folder in [".local", Self.temporaries, Snapshot.cacheFolder] { try makeFolder(folder) }
    }

    /// Renames within the ledger and makes the new name lasting.
    func rename(_ old: String, to new: String, durably: Bool = true) throws(Errno) {
        let (oldFolder, oldName) = Self.split(old)
        let (newFolder, newName) = Self.split(new)
        let from = try open(oldFolder, O_RDONLY | O_DIRECTORY)
        let into = try open(newFolder, O_RDONLY | O_DIRECTORY)
        guard renameat(from.number, oldName, into.number, newName) == 0 else { throw Errno.last }
        if durably { try into.sync() }
    }

    /// Takes away a file of our own making; says nothing if it cannot.
    func remove(_ file: String) {
        let (folder, name) = Self.split(file)
        guard let opened = try? open(folder, O_RDONLY | O_DIRECTORY) else { return }
        unlinkat(opened.number, name, 0)
    }

    func syncFolder(_ folder: String) throws(Errno) {
        try open(folder, O_RDONLY | O_DIRECTORY).sync()
    }

    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }
}

/// Names that nobody else makes.
enum Random {
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// Base32 letters: 5 bits each, twelve of one number, which is a system call.
    static func name(length: Int = 10) -> String {
        var name: [UInt8] = []
        var bits: UInt64 = 0
        while name.count < length {
            if name.count.isMultiple(of: 12) { bits = .random(in: 0 ... .max) }
            name.append(letters[Int(bits & 31)])
            bits >>= 5
        }
        return String(decoding: name, as: UTF8.self)
    }
}
