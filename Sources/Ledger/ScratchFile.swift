import Glibc
import Synchronization
import WorkPlan

/// Room on the disk for what would take much memory and is of use to this process only: a file in the ledger that has
/// no name, and is gone with the process.
package final class ScratchFile: SearchShelf {
    private let descriptor: Descriptor
    private let end = Mutex(0)

    /// Nil where there can be none: in a directory that cannot be written to.
    package init?(at path: String) {
        guard let directory = try? Directory(path: path), (try? directory.makeCaches()) != nil,
            let opened = try? directory.makeNameless()
        else { return nil }
        descriptor = opened
    }

    /// Where the cells lie from now on; nil where the disk is full.
    package func put(_ cells: [UInt16]) -> Range<Int>? {
        end.withLock { end in
            guard (try? descriptor.write(cells, at: end * 2)) != nil else { return nil }
            end += cells.count
            return end - cells.count..<end
        }
    }

    package func cells(_ place: Range<Int>) -> [UInt16] {
        (try? Descriptor.values(descriptor.number, at: place.lowerBound * 2, count: place.count)) ?? []
    }
}
