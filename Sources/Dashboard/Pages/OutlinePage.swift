import Cells
import Text
import WorkPlan

/// The tree of the plan with a preview of the row under the cursor.
struct OutlinePage: Page {
    /// Nil: the first row.
    var cursor: Identifier<Item>?
    var folded: Set<Identifier<Item>> = []
    /// The first visible row.
    var top = 0
    var query: Query?
    /// What the preview shows until the cursor rests; nil: what the cursor stands on.
    private(set) var previewed: Identifier<Item>?
    private let outlines = Memo<FoldInputs, Outline>()
    let drawn = DrawnRows<RowLook, Outline.Row>()
    let drawnPreview = DrawnBlock<PreviewLook>()

    func heading(_ situation: Situation) -> DisplayText { "任务" }

    var isFiltered: Bool { true }

    /// Which of how many matches the cursor is on.
    func remark(_ situation: Situation) -> DisplayText {
        guard let query, !query.isEmpty else { return situation.filterInWords }
        let hits = situation.hits
        guard !hits.isEmpty else { return situation.isStillFinding ? "查找中…" : "没有找到" }
        let place = position(situation).flatMap { hits.firstIndex(of: $0) }.map { "第\($0 + 1)处，" } ?? ""
        return DisplayText("\(place)共\(hits.count)处\(situation.isStillFinding ? "，查找中…" : "")")
    }

    // MARK: Where the cursor is

    func outline(_ situation: Situation) -> Outline { outlines(situation, folded: folded) }

    func position(_ situation: Situation) -> ItemTree.Position? {
        cursor.flatMap { situation.plan.tree.position(of: $0) } ?? situation.plan.tree.roots.first
    }

    /// The selected row: the item's own, or that of the folded item that hides it.
    func row(_ outline: Outline, _ situation: Situation) -> Int {
        position(situation).flatMap { outline.index(of: $0, in: situation.plan.tree) } ?? 0
    }

    func selection(_ situation: Situation) -> Link? {
        position(situation).map { .item(situation.plan.tree[$0].id) }
    }

    mutating func select(row: Int, _ outline: Outline, _ situation: Situation) {
        guard !outline.rows.isEmpty else { return }
        let row = max(0, min(outline.rows.count - 1, row))
        if previewed == nil { previewed = position(situation).map { situation.plan.tree[$0].id } }
        cursor = situation.plan.tree[outline.rows[row].position].id
        scroll(to: row, outline, situation)
    }

    mutating func move(_ step: Int, _ situation: Situation) {
        let outline = outline(situation)
        select(row: row(outline, situation) + step, outline, situation)
    }

    /// On its way the cursor leaves the preview behind: what nobody can read need not be sent.
    var isUnsettled: Bool { previewed != nil }

    mutating func settle() { previewed = nil }

    func settled(_ situation: Situation) -> Link? { previewed.map { .item($0) } ?? selection(situation) }

    private mutating func scroll(to row: Int, _ outline: Outline, _ situation: Situation) {
        let height = Layout(situation).list.height
        top = max(0, min(top, outline.rows.count - height))
        if row < top { top = row }
        if row >= top + height { top = row - height + 1 }
    }

    /// Brings an item into sight, unfolding what hides it.
    mutating func reveal(_ position: ItemTree.Position, _ situation: Situation) {
        for place in situation.plan.tree.ancestors(of: position) { folded.remove(situation.plan.tree[place].id) }
        let outline = outline(situation)
        if let row = outline.index(of: position, in: situation.plan.tree) { select(row: row, outline, situation) }
    }

    // MARK: Finding

    mutating func find(_ query: Query?, _ situation: Situation) {
        self.query = query
        guard query != nil, let here = position(situation) else { return }
        let hits = situation.hits
        if let hit = hits.first(where: { $0 >= here }) ?? hits.first { reveal(hit, situation) }
    }

    /// To the next match after the cursor, or the one before it, around the end.
    mutating func walk(_ direction: Int, _ situation: Situation) -> Response {
        guard query != nil, let here = position(situation) else { return .done }
        let hits = situation.hits
        let hit =
            direction > 0
            ? hits.first { $0 > here } ?? hits.first : hits.last { $0 < here } ?? hits.last
        guard let hit else { return .notice("没有找到") }
        reveal(hit, situation)
        return .done
    }

    // MARK: Mouse

    mutating func click(_ point: Point, _ situation: Situation) -> Response {
        let layout = Layout(situation)
        let outline = outline(situation)
        let clicked = point.y - layout.list.y + visibleTop(outline, situation)
        guard layout.list.contains(point), outline.rows.indices.contains(clicked) else { return .done }
        if clicked == row(outline, situation), cursor != nil {
            return .open(ItemPage(item: situation.plan.tree[outline.rows[clicked].position].id))
        }
        select(row: clicked, outline, situation)
        return .done
    }

    mutating func wheel(_ rows: Int, _ situation: Situation) {
        move(rows, situation)
    }

    /// The first row to draw: the scroll, held so that the cursor's row is in sight at any size.
    func visibleTop(_ outline: Outline, _ situation: Situation) -> Int {
        let height = max(1, Layout(situation).list.height)
        let row = row(outline, situation)
        let last = max(0, outline.rows.count - height)
        return max(0, min(last, max(min(top, row), row - height + 1)))
    }
}

extension OutlinePage {
    /// How the area is divided between the rows and the preview: side by side where both have room, else one above
    /// the other.
    struct Layout {
        let list: Rect
        let preview: Rect

        init(_ situation: Situation) {
            let area = situation.area
            if area.width >= 150 {
                let width = min(100, area.width * 2 / 5)
                list = Rect(x: 0, y: 0, width: area.width - width - 1, height: area.height)
                preview = Rect(x: area.width - width, y: 0, width: width, height: area.height)
            } else {
                let height = area.height < 12 ? 0 : max(5, min(11, area.height * 2 / 5))
                list = Rect(x: 0, y: 0, width: area.width, height: area.height - height)
                preview = Rect(x: 0, y: area.height - height, width: area.width, height: height)
            }
        }

        var isBeside: Bool { preview.x > 0 }
    }
}
