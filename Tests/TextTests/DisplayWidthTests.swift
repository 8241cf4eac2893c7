import Testing

@testable import Text

@Suite struct DisplayWidthTests {
    /// Debian 12's answer for every code point.
    private static let libc: [Int8] = {
        var widths: [Int8] = []
        for (position, run) in DebianLibc.runs.enumerated() {
            let end = position + 1 < DebianLibc.runs.count ? DebianLibc.runs[position + 1] >> 4 : 0x11_0000
            let width = Int8(run & 0xF)
            widths += repeatElement(width == 0xF ? -1 : width, count: Int(end - run >> 4))
        }
        return widths
    }()

    @Test func `every width Debian's libc knows is the same here`() {
        #expect(Self.libc.count == 0x11_0000)
        let different = (0..<UInt32(0x11_0000)).filter { code in
            let known = Int(Self.libc[Int(code)])
            return known >= 0 && known != DisplayWidth.columns(ofCode: code, ambiguous: .narrow)
        }
        #expect(different.isEmpty, "\(different.prefix(10).map { String($0, radix: 16) })")
    }

    @Test func `what Debian's libc calls unprintable differs only where it is no control`() {
        let unprintable = (0..<UInt32(0x11_0000)).filter { code in
            Self.libc[Int(code)] == -1 && DisplayWidth.columns(ofCode: code, ambiguous: .narrow) == -1
        }
        let controls = Array(0x01..<0x20) + Array(0x7F..<0xA0) + [0x2028, 0x2029] + Array(0xD800..<UInt32(0xE000))
        #expect(unprintable == controls)
        // The rest is unassigned in Unicode 14: new emoji and ideographs are wide, other characters take one column.
        #expect(DisplayWidth.columns(ofCode: 0x1FAE8, ambiguous: .narrow) == 2)
        #expect(DisplayWidth.columns(ofCode: 0x31350, ambiguous: .narrow) == 2)
        #expect(DisplayWidth.columns(ofCode: 0x1DF25, ambiguous: .narrow) == 1)
    }

    @Test func `numbers beyond Unicode are not printable`() {
        #expect(DisplayWidth.columns(ofCode: 0x11_0000, ambiguous: .narrow) == -1)
        #expect(DisplayWidth.columns(ofCode: .max, ambiguous: .wide) == -1)
    }

    @Test func `a scalar is as wide as its code`() {
        for ambiguous in [AmbiguousWidth.narrow, .wide] {
            let different = (0..<UInt32(0x3_0000)).compactMap(Unicode.Scalar.init).filter { scalar in
                let expected = DisplayWidth.columns(ofCode: scalar.value, ambiguous: ambiguous)
                return DisplayWidth.columns(of: scalar, ambiguous: ambiguous) != max(expected, 0)
            }
            #expect(different.map { String($0.value, radix: 16) } == ["2028", "2029"])
        }
    }

    @Test func `ambiguous characters follow the terminal and all others do not`() {
        for scalar in "“”‘’·—…①●○■★→×℃Ⅰ─│┌█▲α".unicodeScalars {
            #expect(DisplayWidth.columns(of: scalar, ambiguous: .narrow) == 1)
            #expect(DisplayWidth.columns(of: scalar, ambiguous: .wide) == 2)
        }
        for scalar in "，。（）：；、《》〔〕．％￥㎡㈠汉✅🔴".unicodeScalars {
            #expect(DisplayWidth.columns(of: scalar, ambiguous: .narrow) == 2)
            #expect(DisplayWidth.columns(of: scalar, ambiguous: .wide) == 2)
        }
        for scalar in "aA1~✓✗⚠▾▸".unicodeScalars {
            #expect(DisplayWidth.columns(of: scalar, ambiguous: .wide) == 1)
        }
        #expect(DisplayWidth.columns(of: "第15项“4·26”", ambiguous: .narrow) == 12)
        #expect(DisplayWidth.columns(of: "第15项“4·26”", ambiguous: .wide) == 15)
    }

    @Test func `the table is in order and names only known classes`() {
        let runs = DisplayWidth.runs
        #expect(runs.first == 0x0_1)
        #expect(zip(runs, runs.dropFirst()).allSatisfy { $0 >> 4 < $1 >> 4 })
        #expect(zip(runs, runs.dropFirst()).allSatisfy { $0 & 0xF != $1 & 0xF })
        #expect(runs.allSatisfy { WidthClass(rawValue: $0 & 0xF) != nil })
    }
}
