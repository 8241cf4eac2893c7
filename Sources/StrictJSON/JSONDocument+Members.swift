extension JSONDocument {
    /// The marks of all keys of the object at `index`; all bits where a key has escapes.
    func signature(of index: Int) -> UInt64 {
        let contents = contents.span
        let records = contents[0].records.span
        let bytes = contents[0].bytes.span
        let end = Int(records[index].next)
        var child = index + 1
        var signature: UInt64 = 0
        while child < end {
            if records[child].keyHasEscapes { return .max }
            let key = Int(records[child].key)
            signature |= Self.mark(bytes[key + 1], bytes[key + 2])
            child = Int(records[child].next)
        }
        return signature
    }

    /// The bit of a key that begins with these bytes; a key of one byte ends with its quote.
    static func mark(_ first: UInt8, _ second: UInt8) -> UInt64 {
        1 << UInt64((first &* 7 &+ second) & 63)
    }

    /// The record of the member with this key, of the object at `index`.
    func member(_ wanted: Span<UInt8>, of index: Int) -> Int? {
        let contents = contents.span
        let records = contents[0].records.span
        let bytes = contents[0].bytes.span
        let end = Int(records[index].next)
        var child = index + 1
        while child < end {
            if records[child].hasKey(wanted, bytes) { return child }
            child = Int(records[child].next)
        }
        return nil
    }

    /// The record of the first member whose key is none of `keys`, of the object at `index`.
    func member(besides keys: [String], of index: Int) -> Int? {
        let contents = contents.span
        let records = contents[0].records.span
        let bytes = contents[0].bytes.span
        let end = Int(records[index].next)
        var child = index + 1
        var place = 0
        while child < end {
            // Members mostly stand in the order of `keys`: the next key is looked for behind the last.
            guard let found = Self.place(of: records[child], in: keys, from: place, bytes) else { return child }
            place = found + 1
            child = Int(records[child].next)
        }
        return nil
    }

    /// The place of the member's key in `keys`, looked for from a place on and then from the beginning.
    private static func place(of record: JSONRecord, in keys: [String], from start: Int, _ bytes: Span<UInt8>) -> Int? {
        for step in keys.indices {
            let place = (start + step) % keys.count
            let key = keys[place]
            if record.mayHaveKey(key.utf8.count, bytes), record.hasKey(key.utf8Span.span, bytes) { return place }
        }
        return nil
    }
}
