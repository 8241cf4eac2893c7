import Testing

@testable import Ledger

struct ScratchFileTests {
    private let sandbox = Sandbox()

    @Test func whatIsPutIntoItIsReadAgainAndNobodySeesIt() throws {
        _ = try sandbox.open()
        let before = sandbox.everything()
        let file = try #require(ScratchFile(at: sandbox.ledger))
        let texts = ["一", "", "二三"].map { Array($0.utf16) }
        let places = texts.map { file.put($0) }
        #expect(sandbox.everything() == before)
        for (place, text) in zip(places, texts) { #expect(file.cells(try #require(place)) == text) }
        #expect(file.cells(0..<100) == Array(texts.joined()))
    }

    @Test func thereIsNoneWhereNothingCanBeWritten() throws {
        #expect(ScratchFile(at: sandbox.ledger) == nil)
        _ = try sandbox.open()
        sandbox.remove(".local/cache")
        try sandbox.write([], to: ".local/cache")
        #expect(ScratchFile(at: sandbox.ledger) == nil)
    }
}
