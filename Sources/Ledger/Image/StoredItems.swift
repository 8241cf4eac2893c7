import Glibc
import Synchronization
import WorkPlan

/// The items of an image, read piece by piece when they are looked at: a plan of 100,000 takes 20 MB and 60 ms to read, and
/// a screen shows 40 of them.
final class StoredItems: Sendable {
    /// A piece among those that lie one after the other.
    struct Place {
        /// In bytes.
        var count: Int
        var seal: UInt64
    }

    private let file: PieceFile
    private let places: [Place]
    /// Where each piece begins, and the last one ends.
    private let offsets: [Int]
    private let tables: ImageReader.Tables
    private let count: Int
    private let remade: @Sendable () -> ItemTree?
    private let rescue = Mutex<ItemTree?>(nil)
    /// The pieces that were looked at last, each at the place that its number says, so that none is sought.
    private let recent = Mutex<[(number: Int, items: [Item])]>(Array(repeating: (-1, []), count: mostRecent))

    /// As many as a screen shows items from, several times over.
    private static let mostRecent = 64

    /// - Parameters:
    ///   - count: of all items.
    ///   - remade: the tree as it can be made without this file; called where somebody has overwritten it after it was
    ///     found to be sound.
    init(
        _ file: PieceFile, _ places: [Place], _ tables: ImageReader.Tables, count: Int,
        remade: @escaping @Sendable () -> ItemTree?
    ) {
        self.file = file
        self.places = places
        self.tables = tables
        self.count = count
        self.remade = remade
        offsets = places.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    }

    /// Whether all pieces are as they were written.
    var isSound: Bool {
        file.count == offsets[places.count]
            && stride(from: 0, to: places.count, by: Self.piecesAtOnce).allSatisfy { first in
                areSound(first..<min(first + Self.piecesAtOnce, places.count))
            }
    }

    /// Some 200 KB, as small a part of the memory that a plan takes as calls are of the time.
    private static let piecesAtOnce = 64

    private func areSound(_ pieces: Range<Int>) -> Bool {
        let (start, end) = (offsets[pieces.lowerBound], offsets[pieces.upperBound])
        return file.read(at: start, count: end - start).withUnsafeBytes { bytes in
            bytes.count == end - start
                && pieces.allSatisfy { number in
                    let piece = bytes[offsets[number] - start..<offsets[number + 1] - start]
                    return Image.seal(UnsafeRawBufferPointer(rebasing: piece)) == places[number].seal
                }
        }
    }

    func piece(_ number: Int) -> [Item] {
        let place = number % Self.mostRecent
        let known = recent.withLock { $0[place].number == number ? $0[place].items : [] }
        guard known.isEmpty else { return known }
        let start = number * ItemTree.pieceLength
        let positions = start..<min(start + ItemTree.pieceLength, count)
        let items = bytes(number).flatMap { read($0, positions.count) } ?? rescued(positions)
        recent.withLock { $0[place] = (number, items) }
        return items
    }

    /// Nil where they are not those that were written.
    private func bytes(_ number: Int) -> [UInt8]? {
        let bytes = file.read(at: offsets[number], count: places[number].count)
        return Image.seal(bytes) == places[number].seal ? bytes : nil
    }

    private func read(_ bytes: [UInt8], _ count: Int) -> [Item]? {
        bytes.withUnsafeBytes { bytes in
            var reader = ImageReader(bytes, tables)
            let items = (0..<count).map { _ in reader.item() }
            return reader.isComplete ? items : nil
        }
    }

    private func rescued(_ positions: Range<Int>) -> [Item] {
        let tree = rescue.withLock { known in
            if known == nil { known = remade() }
            return known
        }
        // Cache, base and journals gone under a running program: everything that was saved lies wherever they went.
        guard let tree, tree.count == count else { exit(EXIT_FAILURE) }
        return positions.map { tree[$0] }
    }
}

/// What lies behind the front of an image, in a file that stays open: whoever writes a new image leaves this one as it is.
final class PieceFile: Sendable {
    private let descriptor: Descriptor
    private let start: Int
    /// In bytes.
    let count: Int

    init(_ descriptor: consuming Descriptor, from start: Int, count: Int) {
        self.descriptor = descriptor
        self.start = start
        self.count = count
    }

    /// Fewer bytes where the file has become shorter, none where it cannot be read.
    func read(at offset: Int, count: Int) -> [UInt8] {
        (try? descriptor.read(at: start + offset, count: count)) ?? []
    }
}
