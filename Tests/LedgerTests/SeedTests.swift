import Testing

@testable import Ledger

@Suite struct SeedTests {
    @Test("The hash beside the plan in Data is the plan's")
    func hash() {
        #expect(Assets.hash == Seed(Assets.plan).hash, "run sha256sum in Data/ after a change of the plan")
    }
}
