/// What a change makes of one value: what was there, and what becomes of it. Nil stands for “not there”.
package struct Edit<Value: Equatable & Sendable>: Equatable, Sendable {
    package var was: Value
    package var becomes: Value

    package init(was: Value, becomes: Value) {
        self.was = was
        self.becomes = becomes
    }

    package var inverted: Edit { Edit(was: becomes, becomes: was) }
}

/// An element with its place among its siblings: where it is put when it comes, and where it was when it went. Places
/// shift when others come and go, so two are equal when their values are.
package struct Placed<Value: Equatable & Sendable>: Equatable, Sendable {
    /// Counted from 0; a place behind the end means the end.
    package var place: Int
    package var value: Value

    package init(_ value: Value, at place: Int) {
        self.value = value
        self.place = place
    }

    package static func == (left: Placed, right: Placed) -> Bool { left.value == right.value }
}

/// Where in the tree an item stands.
package struct ItemPlace: Equatable, Sendable {
    package var parent: Identifier<Item>
    /// Counted from 0 among the children of `parent`; behind the end means the end.
    package var place: Int

    package init(under parent: Identifier<Item>, at place: Int) {
        self.parent = parent
        self.place = place
    }
}

/// An item with its place in the tree. Equal when parent and item are, as `Placed` is.
package struct PlacedItem: Equatable, Sendable {
    package var parent: Identifier<Item>
    /// Counted from 0 among the children of `parent`.
    package var place: Int
    package var item: Item

    package init(_ item: Item, under parent: Identifier<Item>, at place: Int) {
        self.item = item
        self.parent = parent
        self.place = place
    }

    package static func == (left: PlacedItem, right: PlacedItem) -> Bool {
        left.parent == right.parent && left.item == right.item
    }
}
