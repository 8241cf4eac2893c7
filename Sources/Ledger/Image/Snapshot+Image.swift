import StrictJSON
import WorkPlan

extension Snapshot {
    /// Where the image of the newest snapshot lies.
    static let imageFile = "\(cacheFolder)/plan.image"

    /// The file of its binary form.
    var image: [UInt8] {
        var cover = JSONWriter(.compact)
        cover.object { $0.members(of: self.cover) }
        var writer = ImageWriter()
        writer.count(Image.layout)
        writer.data(cover.finish())
        writer.plan(plan)
        return Image.file(writer.bytes)
    }

    init?(image bytes: [UInt8]) {
        let read = bytes.withUnsafeBytes { file -> (plan: Plan, cover: [UInt8])? in
            guard var reader = Image.reader(file), reader.count() == Image.layout else { return nil }
            let cover = Array(reader.data())
            let plan = reader.plan()
            return reader.isComplete ? (plan, cover) : nil
        }
        guard let read, let document = try? JSONDocument(read.cover, file: Cover.key, limits: PlanFile.limits),
            let cover = try? Cover(try document.root.object())
        else { return nil }
        self.init(plan: read.plan, cover: cover)
    }
}
