import WorkPlan

@testable import Ledger

/// A plan of six rows, for tests that read it ten thousand times.
enum SmallPlan {
    static let bytes = Array(
        """
        {"format":"lianxi-plan","schema":1,"id":"small","title":"小方案","shortTitle":"小","issuer":"办公室",
        "issued":"2022-01-01","period":{"printed":"2022-2025年","end":"2025-12-31"},"goal":"目标",
        "phases":[{"id":"p1","number":"（一）","title":"实施阶段","printed":"2022年","start":"2022-01-01","end":"2025-06-30","text":""}],
        "rules":{"deadlines":{"phase":"p1"}},
        "units":[{"id":"u1","name":"甲局","short":"甲","kind":"department"},{"id":"u2","name":"乙局","short":"乙","kind":"department"}],
        "items":[{"id":"a1","level":"area","number":"（一）","title":"领域","children":[{"id":"t1","level":"task","title":"任务","children":[
        \((1...6).map { row($0) }.joined(separator: ",\n"))]}]}]}
        """.utf8)

    private static func row(_ number: Int) -> String {
        """
        {"id":"row-\(number)","level":"subtask","number":"\(number)","title":"事项\(number)",\
        "assignments":[{"unit":"u1"},{"unit":"u2"}]}
        """
    }

    static var plan: Plan { (try? PlanFile.read(bytes, file: "small")) ?? .empty }
}

extension Sandbox {
    /// A ledger of the small plan.
    func small(_ author: String = "张三", at place: String? = nil) throws -> Ledger {
        try Ledger.open(at: place ?? ledger, seed: Seed(SmallPlan.bytes), author: author, readOnly: false)
    }

    /// The same, with so many random entries.
    func small(entries: Int, seed: UInt64 = 1) throws -> Ledger {
        var ledger = try small()
        var random = SplitMix(seed)
        while ledger.entryCount < entries {
            _ = try? ledger.commit([Changes.random(in: ledger.plan, using: &random)])
        }
        return ledger
    }
}
