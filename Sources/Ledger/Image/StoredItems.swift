import Glibc
import Synchronization
import WorkPlan

/// The items of an image, read piece by piece when they are looked at: a plan of 100,000 takes 20 MB and 60 ms to read, and
/// a screen shows 40 of them. Their extras are read only where somebody asks for them.
///
/// Keeps none of the items it has read: each of them holds it, for its extras, and none would ever go.
final class StoredItems: Sendable {
    /// Bytes among others that lie one after the other.
    struct Part {
        /// In bytes.
        var count: Int
        var seal: UInt64

        init(count: Int, seal: UInt64) {
            self.count = count
            self.seal = seal
        }

        init(_ bytes: [UInt8]) { self.init(count: bytes.count, seal: Image.seal(bytes)) }
    }

    /// A piece: its items, and their extras, which lie behind all items.
    struct Place {
        var items: Part
        var extras: Part
    }

    private let file: PieceFile
    private let places: [Place]
    /// Where each piece's items begin, and the last ones end; the same for the extras.
    private let itemOffsets: [Int], extrasOffsets: [Int]
    private let tables: ImageReader.Tables
    private let count: Int
    private let remade: @Sendable () -> ItemTree?
    private let rescue = Mutex<ItemTree?>(nil)
    /// The bytes of the extras that were looked at last; none where they are not those that were written.
    private let recentBytes = Mutex<(number: Int, bytes: [UInt8])>((-1, []))
    /// What was read of them, by position: an item in hand that kept its own would keep 4 KB.
    private let recentExtras = Recent<Item.Rare>(most: 128)

    /// - Parameters:
    ///   - count: of all items.
    ///   - remade: the tree as it can be made without this file; called where somebody has overwritten it after it was
    ///     found to be sound, and where extras are damaged.
    init(
        _ file: PieceFile, _ places: [Place], _ tables: ImageReader.Tables, count: Int,
        remade: @escaping @Sendable () -> ItemTree?
    ) {
        self.file = file
        self.places = places
        self.tables = tables
        self.count = count
        self.remade = remade
        itemOffsets = places.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.items.count) }
        extrasOffsets = places.reduce(into: [itemOffsets[places.count]]) {
            $0.append($0[$0.count - 1] + $1.extras.count)
        }
    }

    /// Whether everything is there, and the items of all pieces are as they were written.
    /// - Parameter wholly: whether their extras are, too.
    func isSound(wholly: Bool) -> Bool {
        file.count == extrasOffsets[places.count] && areSound(itemOffsets, \.items)
            && (!wholly || areSound(extrasOffsets, \.extras))
    }

    private func areSound(_ offsets: [Int], _ part: (Place) -> Part) -> Bool {
        var first = 0
        while first < places.count {
            // Some at once: as few calls as that, and as little memory.
            let start = offsets[first]
            var last = first + 1
            while last < places.count, offsets[last + 1] - start < 1 << 16 { last += 1 }
            let areSound = file.read(at: start, count: offsets[last] - start).withUnsafeBytes { bytes in
                bytes.count == offsets[last] - start
                    && (first..<last).allSatisfy { number in
                        let bytes = bytes[offsets[number] - start..<offsets[number + 1] - start]
                        return Image.seal(UnsafeRawBufferPointer(rebasing: bytes)) == part(places[number]).seal
                    }
            }
            guard areSound else { return false }
            first = last
        }
        return true
    }

    func piece(_ number: Int) -> [Item] {
        let positions = ItemTree.piece(number, of: count)
        let bytes = read(places[number].items, at: itemOffsets[number])
        return bytes.flatMap { read($0, number, positions) } ?? rescued(positions)
    }

    /// Nil where they are not those that were written.
    private func read(_ part: Part, at offset: Int) -> [UInt8]? {
        let bytes = file.read(at: offset, count: part.count)
        return Image.seal(bytes) == part.seal ? bytes : nil
    }

    private func read(_ bytes: [UInt8], _ number: Int, _ positions: Range<Int>) -> [Item]? {
        bytes.withUnsafeBytes { bytes in
            var reader = ImageReader(bytes, tables)
            var start = 0
            let items = positions.map { position in
                reader.item { count, isReworded in
                    defer { start += count }
                    let stretch = start..<start + count
                    return Item.Shelf(isReworded: isReworded) { self.extras(number, stretch, of: position) }
                }
            }
            return reader.isComplete && start == places[number].extras.count ? items : nil
        }
    }

    /// The extras of an item, from a stretch of those of its piece.
    private func extras(_ number: Int, _ stretch: Range<Int>, of position: Int) -> Item.Rare {
        recentExtras.value(position) { Item.Rare(read(number, stretch, of: position)) }
    }

    private func read(_ number: Int, _ stretch: Range<Int>, of position: Int) -> Item.Extras {
        let bytes = recentBytes.withLock { recent in
            if recent.number != number {
                recent = (number, read(places[number].extras, at: extrasOffsets[number]) ?? [])
            }
            return recent.bytes
        }
        let extras = bytes.withUnsafeBytes { bytes -> Item.Extras? in
            guard stretch.upperBound <= bytes.count else { return nil }
            var reader = ImageReader(UnsafeRawBufferPointer(rebasing: bytes[stretch]), tables)
            let extras = reader.extras()
            return reader.isComplete ? extras : nil
        }
        return extras ?? rescued(position..<position + 1)[0].extras ?? Item.Extras()
    }

    private static func giveUp() -> Never {
        let sentence = Array("lianxi：数据目录在程序运行时被移走或清空，读不下去了。已保存的修改都在移走的目录里。\n".utf8)
        _ = write(STDERR_FILENO, sentence, sentence.count)
        exit(EXIT_FAILURE)
    }

    /// Ends the program where there is nothing left to read.
    private func rescued(_ positions: Range<Int>) -> [Item] {
        let tree = rescue.withLock { known in
            if known == nil { known = remade() }
            return known
        }
        // Cache, base and journals gone under a running program: everything that was saved lies wherever they went.
        guard let tree, tree.count == count else { Self.giveUp() }
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
