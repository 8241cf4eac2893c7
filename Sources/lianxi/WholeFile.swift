import Glibc
import Ledger

/// Puts files in place whole or not at all.
enum WholeFile {
    /// Makes a temporary file beside the place, writes all of it, brings it to the disk, and only then gives it the name.
    /// - Parameters:
    ///   - mode: what a new file may be used by, less what the umask takes.
    ///   - replacing: false leaves what has the name already.
    /// - Returns: the kernel's error, `EEXIST` where the name is taken; 0 where the file has the name.
    static func put(_ bytes: [UInt8], at path: String, mode: mode_t, replacing: Bool) -> Int32 {
        // A name nobody else makes: a file that a killed process left behind is in nobody's way.
        let temporary = "\(path).\(Ledger.freshName()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { return errno }
        defer { unlink(temporary) }
        var code = write(bytes, to: descriptor)
        if code == 0, fsync(descriptor) != 0 { code = errno }
        if close(descriptor) != 0, code == 0 { code = errno }
        guard code == 0 else { return code }
        if !replacing {
            // A link, unlike a rename, never takes a name from another file.
            if link(temporary, path) == 0 { return 0 }
            // Some file systems have no links.
            guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else { return errno }
            guard access(path, F_OK) != 0 else { return EEXIST }
        }
        return rename(temporary, path) == 0 ? 0 : errno
    }

    /// Writes all of the bytes, in as many pieces as the kernel takes them.
    /// - Returns: the kernel's error; 0 where all were written.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return count < 0 ? errno : EIO }
                done += count
            }
            return 0
        }
    }
}
