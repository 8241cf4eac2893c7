/// One thing of a plan that a query found, and why.
package struct Hit: Equatable, Sendable {
    /// What can be found. Raw values are the words of `lianxi find --format json`.
    package enum Kind: String, CaseIterable, BitwiseCopyable, Sendable {
        case unit, item, indicator, deliverable, decision, meeting, sentence, phase, safeguard, contact, report, note
        case evidence, discrepancy

        package var word: String {
            switch self {
            case .unit: "单位"
            case .item: "事项"
            case .indicator: "指标"
            case .deliverable: "成果"
            case .decision: "议定事项"
            case .meeting: "会议"
            case .sentence: "原文"
            case .phase: "工作步骤"
            case .safeguard: "保障措施"
            case .contact: "联络员"
            case .report: "报送"
            case .note: "备注"
            case .evidence: "佐证"
            case .discrepancy: "核对"
            }
        }

        /// What people mean first when nothing else decides: the lower, the sooner.
        var order: Int {
            switch self {
            case .unit: 0
            case .item: 1
            case .decision, .meeting: 6
            case .indicator, .deliverable: 8
            case .sentence, .phase, .safeguard, .contact: 10
            case .report, .note, .evidence: 12
            case .discrepancy: 27
            }
        }
    }

    /// Another text of the same thing in which the query was found: a unit's alias, an item's unit, a report's problems.
    package struct Other: Equatable, Sendable {
        package var text: String
        package var stretches: [Range<Int>]
    }

    package var kind: Kind
    /// What people call it: 15, 市科技局, 3.3-1.
    package var name: String
    /// Its words, verbatim.
    package var text: String
    /// What of `text` was found, as offsets of Unicode scalars; empty where only `other` holds it.
    package var stretches: [Range<Int>]
    package var other: Other?
    /// The item to go to; nil where it belongs to none.
    package var item: ItemTree.Position?
    /// The unit to go to; nil where it belongs to none.
    package var unit: Identifier<Unit>?

    /// Whether `name` is a number that the plan or its text counts by.
    package var isNumbered: Bool { kind == .item || kind == .sentence }
}
