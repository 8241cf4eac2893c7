import Glibc
import Ledger

/// Files the user names on the command line.
enum TextFile {
    /// The bytes of a regular file, at most as many as a plan file may have.
    static func read(_ path: String, what: String) throws(Complaint) -> [UInt8] {
        // O_NONBLOCK: a pipe without a writer must not hold the program.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Complaint("打不开\(what) \(path)：\(reason(errno))。", status: .data)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Complaint("\(what) \(path) 不是普通文件。", status: .data)
        }
        let limit = PlanFile.mostBytes
        guard status.st_size <= limit else {
            throw Complaint("\(what) \(path) 有 \(status.st_size) 字节，超过 \(limit) 字节，没有读取。", status: .data)
        }
        guard Memory.hasRoom(forFile: Int(status.st_size)) else {
            throw Complaint("\(what) \(path) 有 \(status.st_size) 字节，内存不够，没有读取。", status: .data)
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw Complaint("读不出\(what) \(path)：\(reason(errno))。", status: .data)
            }
            done += count
        }
        bytes.removeLast(bytes.count - done)
        return bytes
    }

    /// Puts a file in its place, whole or not at all, and makes the directories above it that are missing.
    static func write(_ bytes: [UInt8], to path: String, what: String) throws(Complaint) {
        for place in path.indices.dropFirst() where path[place] == "/" { mkdir(String(path[..<place]), 0o700) }
        let code = WholeFile.put(bytes, at: path, mode: 0o600, replacing: true)
        guard code == 0 else { throw Complaint("写不下\(what) \(path)：\(reason(code))。", status: .failure) }
    }

    /// The names in a directory, in no order; none where it cannot be read.
    static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "没有这个文件"
        case EISDIR: "这是一个目录"
        default: SystemError.words(code)
        }
    }
}
