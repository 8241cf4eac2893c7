/// The slides of some sections in the order shown, each laid out whenever it is looked at.
struct Slides: RandomAccessCollection, Sendable {
    private let chapters: [Chapter]
    /// The number of each chapter's first slide.
    private let starts: [Int]
    let endIndex: Int

    init(_ chapters: [Chapter]) {
        self.chapters = chapters
        var starts: [Int] = []
        var end = 0
        for chapter in chapters {
            starts.append(end)
            end += chapter.count
        }
        self.starts = starts
        endIndex = end
    }

    var startIndex: Int { 0 }

    subscript(number: Int) -> Slide {
        let place = place(number)
        return chapters[place.chapter][place.page]
    }

    /// Where a slide stands.
    func place(of number: Int) -> Slide.Place {
        let place = place(number)
        return Slide.Place(section: chapters[place.chapter].section, page: place.page)
    }

    /// The number of the slide that stands there. Where the section has fewer pages than that, as when the window has
    /// grown, its last one; the first of all where there is no such section any more.
    func number(of place: Slide.Place) -> Int {
        guard let chapter = chapters.firstIndex(where: { $0.section == place.section }) else { return 0 }
        return starts[chapter] + Swift.min(place.page, chapters[chapter].count - 1)
    }

    private func place(_ number: Int) -> (chapter: Int, page: Int) {
        let chapter = (starts.firstIndex { $0 > number } ?? starts.count) - 1
        return (chapter, number - starts[chapter])
    }
}
