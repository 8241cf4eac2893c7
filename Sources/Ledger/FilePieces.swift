/// A file that is written piece by piece, so that it is nowhere in memory as a whole. Nobody who writes is interrupted: what
/// went wrong first is thrown by `finish`.
final class FilePieces {
    private let descriptor: Descriptor
    private var waiting: [UInt8] = []
    private var failure: Errno?
    /// Bytes so far.
    private(set) var count = 0
    /// Bytes that go to the disk at once.
    private static let size = 1 << 16

    /// - Parameter descriptor: of an empty file.
    init(_ descriptor: consuming Descriptor) {
        self.descriptor = descriptor
    }

    func add(_ bytes: [UInt8]) {
        count += bytes.count
        if waiting.isEmpty, bytes.count >= Self.size { return send(bytes) }
        waiting += bytes
        if waiting.count >= Self.size { flush() }
    }

    /// All of another file, which must have been opened for reading too.
    func add(_ other: FilePieces) {
        other.flush()
        failure = failure ?? other.failure
        for start in stride(from: 0, to: other.count, by: Self.size) where failure == nil {
            do throws(Errno) {
                add(try other.descriptor.read(at: start, count: min(Self.size, other.count - start)))
            } catch {
                failure = error
            }
        }
    }

    func finish(durably: Bool) throws(Errno) {
        flush()
        if let failure { throw failure }
        if durably { try descriptor.sync() }
    }

    private func flush() {
        send(waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    private func send(_ bytes: [UInt8]) {
        guard failure == nil else { return }
        do throws(Errno) { try descriptor.write(bytes) } catch { failure = error }
    }
}
