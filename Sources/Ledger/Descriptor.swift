import CLinux
import Glibc

/// An open file; closed when it goes out of scope.
struct Descriptor: ~Copyable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Closing is somebody else's business from now on.
    consuming func release() -> Int32 {
        let number = number
        discard self
        return number
    }

    func status() throws(Errno) -> stat { try Self.status(number) }

    func read(at offset: Int, count: Int) throws(Errno) -> [UInt8] {
        try Self.read(number, at: offset, count: count)
    }

    static func status(_ number: Int32) throws(Errno) -> stat {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw Errno.last }
        return status
    }

    /// Reads up to `count` bytes from an offset; fewer only at the end of the file. `ENOMEM` where there is no room for
    /// them.
    static func read(_ number: Int32, at offset: Int, count: Int) throws(Errno) -> [UInt8] {
        try values(number, at: offset, count: count)
    }

    /// As `read`, but so many values from an offset in bytes.
    static func values<Value: BitwiseCopyable>(_ number: Int32, at offset: Int, count: Int) throws(Errno) -> [Value] {
        let size = max(0, count) * MemoryLayout<Value>.stride
        guard Memory.hasRoom(forFile: size) else { throw Errno(code: ENOMEM) }
        var failure: Errno?
        let values = [Value](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            var done = 0
            while done < size {
                let got = pread(number, bytes.baseAddress.map { $0 + done }, size - done, off_t(offset + done))
                if got > 0 {
                    done += got
                } else if got == 0 {
                    break
                } else if errno != EINTR {
                    failure = Errno.last
                    break
                }
            }
            filled = done / MemoryLayout<Value>.stride
        }
        if let failure { throw failure }
        return values
    }

    /// Writes everything at the end of a file opened with `O_APPEND`, or where the descriptor stands.
    /// - Parameter offset: where to write instead, in bytes; the descriptor stays where it stands.
    func write(_ values: [some BitwiseCopyable], at offset: Int? = nil) throws(Errno) {
        let size = values.withUnsafeBytes(\.count)
        var done = 0
        while done < size {
            let wrote = values.withUnsafeBytes { bytes in
                let rest = bytes.baseAddress.map { $0 + done }
                return offset.map { pwrite(number, rest, size - done, off_t($0 + done)) }
                    ?? Glibc.write(number, rest, size - done)
            }
            if wrote > 0 {
                done += wrote
            } else if wrote == 0 {
                throw Errno(code: ENOSPC)
            } else if errno != EINTR {
                throw Errno.last
            }
        }
    }

    /// Sends what was written on its way; `syncData` then waits for less, if there is something else to do until then.
    func startWriting() { lianxi_start_writing(number) }

    /// Not retried on an error: after a failed fsync the kernel may have dropped the pages (ATC'20).
    func syncData() throws(Errno) {
        while fdatasync(number) != 0 {
            guard errno == EINTR else { throw Errno.last }
        }
    }

    func sync() throws(Errno) {
        while fsync(number) != 0 {
            guard errno == EINTR else { throw Errno.last }
        }
    }

    func truncate(to length: Int) throws(Errno) {
        while ftruncate(number, off_t(length)) != 0 {
            guard errno == EINTR else { throw Errno.last }
        }
    }
}

/// Open files that are read side by side; closed together.
struct OpenFiles: ~Copyable {
    private(set) var numbers: [Int32] = []

    mutating func add(_ descriptor: consuming Descriptor) -> Int32 {
        let number = descriptor.release()
        numbers.append(number)
        return number
    }

    deinit {
        for number in numbers { close(number) }
    }
}

/// The number the kernel left behind.
struct Errno: Error, Equatable {
    let code: Int32

    static var last: Errno { Errno(code: errno) }
}
