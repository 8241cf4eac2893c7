import Cells
import Text
import WorkPlan

/// One page for the wall: a title and laid-out lines, of which those with a link can be picked.
struct Slide: Sendable {
    /// What a run of slides is about.
    enum Section: Hashable, Sendable {
        case cover, whole
        case area(Identifier<Item>)
        case indicators, units, changes, due, coordination, closing
        /// One thing, large: what was picked on a slide.
        case large(Link)
    }

    /// Where a slide stands: it stays the same while the plan changes under it.
    struct Place: Hashable, Sendable {
        let section: Section
        /// Counted from 0 within the section.
        let page: Int
    }

    let place: Place
    /// Empty on the cover and the closing slide, which stand in the middle of the screen.
    let title: [DisplayText]
    let lines: [Sheet.Line]

    /// What the cursor can stand on, from the top; a link that runs over several lines counts once.
    var links: [Link] {
        var links: [Link] = []
        for link in lines.compactMap(\.link) where !links.contains(link) { links.append(link) }
        return links
    }
}

/// Where things stand on a slide: margins, title, text, and the last line for the page number.
struct SlideFrame: Sendable {
    let area: Size
    /// The columns of text, and where they begin. Longer lines than this nobody follows across a wall.
    let width: Int
    let x: Int
    /// The row of the title.
    let top: Int
    private let air: Int

    init(_ area: Size) {
        self.area = area
        width = max(8, min(110, area.width - (area.width >= 60 ? 6 : 2)))
        x = max(0, (area.width - width) / 2)
        air = area.height >= 16 ? 1 : 0
        top = air
    }

    /// The first row of the text below a title of so many lines and its rule.
    func textTop(titleLines: Int) -> Int { titleLines == 0 ? air : top + titleLines + 1 + air }

    /// The rows of the text: below them, a blank one and the line of the page number.
    func textRows(titleLines: Int) -> Int {
        max(1, area.height - textTop(titleLines: titleLines) - 1 - air * (area.height >= 18 ? 2 : 1))
    }

    /// How large figures can be drawn; nil where they would leave no room for words.
    var figures: LargeFigure.Scale? {
        if area.width >= 96 && area.height >= 28 { return .large }
        return area.height >= 16 && area.width >= 60 ? .small : nil
    }
}
