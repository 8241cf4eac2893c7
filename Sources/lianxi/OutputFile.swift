import Glibc

/// Files the program writes for the user, whole or not at all.
enum OutputFile {
    /// Writes a temporary file beside it, brings it to the disk, and only then gives it the name. What has the name
    /// already stays, unless it is to be replaced.
    static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Complaint) {
        if !replacing, TextFile.exists(path) { throw taken(path) }
        let temporary = "\(path).\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw refused(path, errno) }
        defer { unlink(temporary) }
        let isWritten = Self.write(bytes, descriptor) && fsync(descriptor) == 0
        let code = errno
        guard close(descriptor) == 0, isWritten else { throw refused(path, code) }
        if !replacing {
            // A link, unlike a rename, never takes a name from another file.
            if link(temporary, path) == 0 { return }
            if errno == EEXIST { throw taken(path) }
            guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else { throw refused(path, errno) }
        }
        guard rename(temporary, path) == 0 else { throw refused(path, errno) }
    }

    private static func write(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
    }

    private static func taken(_ path: String) -> Complaint {
        Complaint("文件 \(path) 已经存在，没有覆盖它。请换个文件名，或加 --force 覆盖。")
    }

    private static func refused(_ path: String, _ code: Int32) -> Complaint {
        let reason =
            switch code {
            case ENOENT: "没有这个目录"
            case ENOTDIR: "路径中有一段不是目录"
            case EACCES, EPERM, EROFS: "没有写入的权限"
            case ENOSPC, EDQUOT: "磁盘已满"
            case EISDIR: "这是一个目录"
            case ENAMETOOLONG: "文件名太长"
            default: "系统错误 \(code)"
            }
        return Complaint("写不了文件 \(path)：\(reason)。原有的文件没有改动。")
    }
}
