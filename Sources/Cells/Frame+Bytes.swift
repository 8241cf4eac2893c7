// A frame in bytes, for the same program to read again. Two each for width, height, and the caret's column and row (from 1;
// 0 where there is none). Then stretches of the same cell: two for the length, eight for the glyph, one each for span, role
// and surface. The lower bytes come first.
extension Frame {
    private static let headBytes = 8, stretchBytes = 13

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func add(_ number: UInt64, count: UInt64 = 2) {
            for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
        }
        for number in [size.width, size.height, (caret?.x ?? -1) + 1, (caret?.y ?? -1) + 1] { add(UInt64(number)) }
        var start = 0
        while start < cells.count {
            let cell = cells[start]
            var end = start + 1
            while end < min(cells.count, start + Int(UInt16.max)), cells[end] == cell { end += 1 }
            add(UInt64(end - start))
            add(cell.glyph.bits, count: 8)
            add(UInt64(cell.span.rawValue), count: 1)
            add(UInt64(Role.allCases.firstIndex(of: cell.role) ?? 0), count: 1)
            add(UInt64(Surface.allCases.firstIndex(of: cell.surface) ?? 0), count: 1)
            start = end
        }
        return bytes
    }

    /// Nil for bytes that are no frame.
    package init?(bytes: UnsafeRawBufferPointer) {
        func number(at place: Int) -> Int {
            Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self)))
        }
        guard bytes.count >= Self.headBytes, (bytes.count - Self.headBytes).isMultiple(of: Self.stretchBytes) else {
            return nil
        }
        let size = Size(width: number(at: 0), height: number(at: 2))
        let (roles, surfaces) = (Role.allCases, Surface.allCases)
        var cells: [Cell] = []
        cells.reserveCapacity(min(bytes.count, size.width * size.height))
        for place in stride(from: Self.headBytes, to: bytes.count, by: Self.stretchBytes) {
            let (role, surface) = (Int(bytes[place + 11]), Int(bytes[place + 12]))
            guard let span = Cell.Span(rawValue: bytes[place + 10]), roles.indices.contains(role),
                surfaces.indices.contains(surface), cells.count + number(at: place) <= size.width * size.height
            else { return nil }
            let glyph = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 2, as: UInt64.self))
            let cell = Cell(Glyph(bits: glyph), span: span, role: roles[role], surface: surfaces[surface])
            for _ in 0..<number(at: place) { cells.append(cell) }
        }
        guard cells.count == size.width * size.height else { return nil }
        self.init(size: size, cells: cells)
        if number(at: 4) > 0 { caret = Point(x: number(at: 4) - 1, y: number(at: 6) - 1) }
    }
}
