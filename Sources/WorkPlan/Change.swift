/// One edit of a plan: a slot and what becomes of it. Nothing else ever alters a plan.
///
/// A new kind of edit is a case here, an arm wherever the compiler then asks for one, and its coding in the ledger; old
/// lines of history stay as they are.
package enum Change: Equatable, Sendable {
    // MARK: Items

    /// The status of an item, or of a unit's part of it, from a data day on.
    case progress(Identifier<Item>, unit: Identifier<Unit>?, day: Day, Edit<Status?>)
    /// A unit's report for a period.
    indirect case report(Identifier<Item>, unit: Identifier<Unit>, period: Period, Edit<Report?>)
    /// 节点调整
    case adjustment(Identifier<Item>, Identifier<Adjustment>, Edit<Placed<Adjustment>?>)
    /// 文字调整 of a published item.
    case rewording(Identifier<Item>, Identifier<Rewording>, Edit<Placed<Rewording>?>)
    /// A unit on an item, and its role.
    case assignment(Identifier<Item>, unit: Identifier<Unit>, Edit<Placed<Assignment.Role>?>)
    case note(Identifier<Item>, Identifier<Note>, Edit<Placed<Note>?>)
    case evidence(Identifier<Item>, Identifier<Evidence>, Edit<Placed<Evidence>?>)
    case lightOverride(Identifier<Item>, Edit<LightOverride?>)
    case start(Identifier<Item>, Edit<Day?>)
    case weight(Identifier<Item>, Edit<Double>)

    // MARK: Items that the secretariat made

    /// An item comes or goes. Only items without children go.
    indirect case item(Identifier<Item>, Edit<PlacedItem?>)
    /// It moves, with what is below it, among its siblings or to another parent.
    case place(Identifier<Item>, Edit<ItemPlace>)
    case title(Identifier<Item>, Edit<String>)
    /// 增1
    case number(Identifier<Item>, Edit<String>)
    case addedSource(Identifier<Item>, Edit<String>)

    // MARK: Indicators

    /// A figure on its data day, of the whole or of one unit.
    case reading(Identifier<Indicator>, unit: Identifier<Unit>?, day: Day, Edit<Double?>)
    case baseline(Identifier<Indicator>, Edit<Double?>)

    // MARK: Units

    /// A unit comes or goes. Only units that the plan does not print go, and only where nothing names them.
    indirect case unit(Identifier<Unit>, Edit<Placed<Unit>?>)
    case unitName(Identifier<Unit>, Edit<String>)
    case unitShort(Identifier<Unit>, Edit<String>)
    case unitAliases(Identifier<Unit>, Edit<[String]>)
    /// Who answers for a collective unit.
    case unitMembers(Identifier<Unit>, Edit<[Identifier<Unit>]>)
    /// 更名: the name from a year or a day on.
    case unitRename(Identifier<Unit>, from: String, Edit<Placed<String>?>)
    /// 联络员, told apart by name.
    case contact(Identifier<Unit>, name: String, Edit<Placed<Contact>?>)

    // MARK: Rules

    case leadRule(Edit<Rules.Lead>)
    case lightRule(Edit<Rules.LightThresholds>)
    case reportingRule(Edit<Rules.Reporting>)
    case deadlinePhaseRule(Edit<Identifier<Phase>?>)
    /// A deadline read out of printed words.
    case printedDeadlineRule(phrase: String, Edit<Placed<Day>?>)

    // MARK: Meetings

    case meeting(Identifier<Meeting>, Edit<Placed<Meeting>?>)
    /// Everything of a decision but its status, which counts only when the decision comes or goes.
    indirect case decision(Identifier<Decision>, Edit<Placed<Decision>?>)
    case decisionStatus(Identifier<Decision>, Edit<Status?>)

    // MARK: From elsewhere

    /// A change that a newer program wrote: kept, passed on, and without effect here.
    case unknown(field: String, target: String)
}
