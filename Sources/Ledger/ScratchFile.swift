import Glibc
import Synchronization
import WorkPlan

/// Room on the disk for what would take much memory and is of use to this process only: a file in the ledger's cache that
/// has no name, and is gone with the process.
package final class ScratchFile: SearchShelf {
    private let descriptor: Descriptor
    private let end = Mutex(0)

    /// Nil where there can be none: on a file system without such files, in a directory that cannot be written to.
    package init?(at path: String) {
        guard let directory = try? Directory(path: path), (try? directory.makeFolder(Snapshot.cacheFolder)) != nil,
            let opened = try? directory.openNameless(in: Snapshot.cacheFolder)
        else { return nil }
        descriptor = opened
    }

    /// Where the bytes lie from now on; nil where the disk is full.
    package func put(_ bytes: [UInt8]) -> Range<Int>? {
        end.withLock { end in
            guard (try? descriptor.write(bytes, at: end)) != nil else { return nil }
            end += bytes.count
            return end - bytes.count..<end
        }
    }

    package func bytes(_ place: Range<Int>) -> [UInt8] {
        (try? descriptor.read(at: place.lowerBound, count: place.count)) ?? []
    }
}
