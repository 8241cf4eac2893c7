// How a value, an element of a sorted list and an element of a list in somebody's order are put in their slots. Each
// returns the edit with what was really there, where that differs from what was.

extension Plan {
    static func put<Value>(_ edit: Edit<Value>, in slot: inout Value) -> Edit<Value>? {
        let found = slot
        slot = edit.becomes
        return found == edit.was ? nil : Edit(was: found, becomes: edit.becomes)
    }

    /// An element of a list that is kept sorted.
    static func put<Element, Value>(
        _ edit: Edit<Value?>, in list: inout [Element], at isElement: (Element) -> Bool, _ value: (Element) -> Value,
        _ make: (Value) -> Element, sortedBy precedes: (Element, Element) -> Bool
    ) -> Edit<Value?>? {
        // The newest come last and are looked at first.
        let index = list.lastIndex(where: isElement)
        let found = index.map { value(list[$0]) }
        switch (index, edit.becomes.map(make)) {
        case (let index?, let element?): list[index] = element
        case (let index?, nil): list.remove(at: index)
        case (nil, let element?):
            let place = list.lastIndex { !precedes(element, $0) }.map { $0 + 1 } ?? 0
            list.insert(element, at: place)
        case (nil, nil): break
        }
        return found == edit.was ? nil : Edit(was: found, becomes: edit.becomes)
    }

    /// An element of a list whose order people see. What would go but is not what was to go stays: an edit beats a
    /// removal that did not know of it.
    static func put<Element, Value>(
        _ edit: Edit<Placed<Value>?>, in list: inout [Element], at isElement: (Element) -> Bool,
        _ value: (Element) -> Value, _ make: (Value) -> Element
    ) -> Edit<Placed<Value>?>? {
        let index = list.firstIndex(where: isElement)
        let found = index.map { Placed(value(list[$0]), at: $0) }
        switch (index, edit.becomes) {
        case (let index?, let placed?): list[index] = make(placed.value)
        case (let index?, nil): if found == edit.was { list.remove(at: index) }
        case (nil, let placed?): list.insert(make(placed.value), at: max(0, min(list.count, placed.place)))
        case (nil, nil): break
        }
        return found == edit.was ? nil : Edit(was: found, becomes: edit.becomes)
    }

    /// Alters an item in place; nil where there is none.
    mutating func update<Value>(_ id: Identifier<Item>, _ body: (inout Item) -> Edit<Value>?) -> Edit<Value>? {
        tree.position(of: id).flatMap { tree.update($0, body) }
    }

    /// Alters an indicator in place; nil where there is none.
    mutating func update<Value>(
        _ id: Identifier<Indicator>, _ body: (inout Indicator) -> Edit<Value>?
    ) -> Edit<Value>? {
        indicators.firstIndex { $0.id == id }.flatMap { body(&indicators[$0]) }
    }
}
