import Glibc
import StrictJSON
import WorkPlan

extension Snapshot {
    /// Where the image of the newest snapshot lies.
    static let imageFile = "\(cacheFolder)/plan.image"

    /// Writes the file of its binary form. What lies behind the front is known before it, and waits on the disk.
    /// - Returns: the seal of the front.
    @discardableResult
    func writeImage(to file: FilePieces, _ directory: borrowing Directory) throws(Errno) -> UInt64 {
        let pieces = FilePieces(try directory.makeNameless()), extras = FilePieces(try directory.makeNameless())
        var cover = JSONWriter(.compact)
        cover.object { $0.members(of: self.cover) }
        var writer = ImageWriter()
        writer.data(cover.finish())
        let rest = writer.apart { writer in
            writer.plan(plan)
            writer.tree(plan.tree, pieces: pieces, extras: extras)
        }
        writer.tables(before: rest)
        let seal = Image.seal(writer.bytes)
        file.add(Image.head(writer.bytes, seal))
        file.add(writer.bytes)
        file.add(pieces)
        file.add(extras)
        return seal
    }

    /// - Parameters:
    ///   - file: stays open as long as anybody has the plan.
    ///   - head: its first `Image.frontStart` bytes.
    ///   - directory: the ledger's, for the case that the file is overwritten meanwhile, or its extras are damaged.
    ///   - wholly: whether the extras are looked at.
    /// - Returns: nil where it is not what was written.
    init?(image file: consuming Descriptor, head: [UInt8], size: Int, in directory: String, wholly: Bool) {
        let most = size - Image.frontStart
        guard let (count, seal) = Image.front(head), count >= 0, count <= most,
            let front = try? file.read(at: Image.frontStart, count: count), Image.seal(front) == seal
        else { return nil }
        let pieces = PieceFile(file, from: Image.frontStart + count, count: most - count)
        self.init(front, pieces, directory, wholly: wholly)
        self.seal = seal
    }

    private init?(_ front: [UInt8], _ pieces: PieceFile, _ directory: String, wholly: Bool) {
        var cover: Cover?
        let plan = front.withUnsafeBytes { bytes -> Plan? in
            var reader = ImageReader(bytes)
            cover = Self.cover(Array(reader.data()))
            guard let cover else { return nil }
            reader.readTables()
            var plan = reader.plan()
            plan.tree = reader.tree(pieces, wholly: wholly) { Loading.plan(covered: cover, in: directory)?.tree }
            return reader.isComplete ? plan : nil
        }
        guard let plan, let cover else { return nil }
        self.init(plan: plan, cover: cover)
    }

    private static func cover(_ bytes: [UInt8]) -> Cover? {
        guard let document = try? JSONDocument(bytes, file: Cover.key, limits: PlanFile.limits) else { return nil }
        return try? Cover(try document.root.object())
    }
}
