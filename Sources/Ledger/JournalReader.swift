/// A damaged stretch of a journal.
struct DamagedLine: Equatable {
    var file: String
    /// Counted from 1 in the file; nil where reading did not begin at the file's beginning.
    var number: Int?
    var range: Range<Int>
    var damage: LineDamage
}

/// A journal from an offset on: lines that are sound come out as they are, lines that are not are noted and skipped.
struct JournalReader {
    let replica: String
    let path: String
    /// Behind the last line that was read, sound or not.
    private(set) var end: Int
    private(set) var damaged: [DamagedLine] = []
    private var scanner: JournalScanner
    private let countsLines: Bool
    private var waiting: [JournalLine] = []
    /// A last line with zeros in it, and nothing sound, is left for its writer to take away, as a torn one is.
    private var suspect: DamagedLine?
    /// Where the line came from that was given out last; nil for one that was found inside a damaged line.
    private(set) var range: Range<Int>?

    init(_ file: Int32, _ replica: String, from offset: Int = 0, to limit: Int = .max) throws(LedgerError) {
        self.replica = replica
        path = JournalFile.path(replica)
        end = offset
        countsLines = offset == 0
        do throws(Errno) {
            scanner = try JournalScanner(file, from: offset, to: limit)
        } catch {
            throw .system(.read, path: path, errno: error.code)
        }
    }

    /// The bytes behind the last whole line, and a zeroed last line with them: torn, or being written just now.
    var torn: Range<Int> { end..<max(end, scanner.size) }

    /// The next sound line; nil at the end.
    mutating func next() throws(LedgerError) -> JournalLine? {
        while waiting.isEmpty {
            let line: JournalScanner.Line?
            do throws(Errno) {
                line = try scanner.next()
            } catch {
                throw .system(.read, path: path, errno: error.code)
            }
            guard let line else { return nil }
            if let suspect {
                damaged.append(suspect)
                self.suspect = nil
            }
            do throws(LineDamage) {
                guard !line.isTooLong else { throw .tooLong }
                let sound = try JournalLine(line.bytes, file: path, number: line.number)
                end = line.end
                range = line.offset..<line.end
                return sound
            } catch {
                note(error, line)
            }
        }
        range = nil
        return waiting.removeFirst()
    }

    private mutating func note(_ damage: LineDamage, _ line: JournalScanner.Line) {
        let found = DamagedLine(
            file: path, number: countsLines ? line.number : nil, range: line.offset..<line.end, damage: damage)
        // The line feed between two lines may be what was damaged: then both are still there.
        if case .seal = damage { waiting = Self.rescue(line.bytes, file: path, number: line.number) }
        if case .seal(holdsNul: true) = damage, waiting.isEmpty {
            suspect = found
        } else {
            damaged.append(found)
            end = line.end
        }
    }

    /// The sound lines inside a damaged one.
    static func rescue(_ bytes: ArraySlice<UInt8>, file: String, number: Int) -> [JournalLine] {
        rescuedBytes(bytes).compactMap { try? JournalLine($0, file: file, number: number) }
    }

    /// The same, as they stand there.
    static func rescuedBytes(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let opening = Array("{\"v\":".utf8)
        var starts: [Int] = []
        var index = bytes.startIndex
        while let found = bytes[index...].firstIndex(of: opening[0]), starts.count < 64 {
            if bytes[found...].starts(with: opening) { starts.append(found) }
            index = found + 1
        }
        return starts.enumerated().compactMap { place, start in
            let next = place + 1 < starts.count ? starts[place + 1] : bytes.endIndex
            guard let last = bytes[start..<next].lastIndex(of: UInt8(ascii: "}")) else { return nil }
            let line = bytes[start...last]
            return (try? JournalLine(line, file: "", number: 1)) == nil ? nil : line
        }
    }
}
