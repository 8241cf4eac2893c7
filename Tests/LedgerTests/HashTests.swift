import Testing

@testable import Ledger

struct HashTests {
    /// FIPS 180-4 examples and the long message of NIST's CAVS.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func digestIsThatOfNIST(_ text: String, _ digest: String) {
        #expect(Hexadecimal.encode(SHA256.digest(Array(text.utf8))) == digest)
        #expect(Hexadecimal.encode(Self.digestWithoutHelp(Array(text.utf8))) == digest)
    }

    private static func digestWithoutHelp(_ bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256(byProcessor: false)
        hash.update(bytes)
        return hash.finish()
    }

    @Test func processorGivesTheSameWhereItHelps() {
        for count in 0..<400 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ count) }
            #expect(SHA256.digest(bytes) == Self.digestWithoutHelp(bytes))
        }
    }

    @Test func millionLetters() {
        var hash = SHA256()
        for _ in 0..<1000 { hash.update([UInt8](repeating: UInt8(ascii: "a"), count: 1000)) }
        #expect(
            Hexadecimal.encode(hash.finish()) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func piecesGiveTheDigestOfTheWhole() {
        let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let whole = SHA256.digest(bytes)
        for cut in 0...bytes.count {
            var hash = SHA256()
            hash.update(bytes[..<cut])
            hash.update(bytes[cut...])
            #expect(hash.finish() == whole)
        }
    }

    @Test func hashIsReadAsItIsWritten() {
        for number in 0..<200 {
            let hash = EntryHash(of: [UInt8(number)])
            #expect(hash.description.utf8.count == 22)
            #expect(EntryHash(hash.description) == hash)
        }
        #expect(EntryHash("AAAAAAAAAAAAAAAAAAAAAB") == nil)
        #expect(EntryHash("AAAAAAAAAAAAAAAAAAAAA") == nil)
    }
}
