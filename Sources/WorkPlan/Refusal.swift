/// Why a change cannot be made in a plan as it stands, whatever was there before.
package enum Refusal: Error, Equatable, Sendable {
    package enum Subject: Equatable, Sendable {
        case item, indicator, unit, phase, meeting, decision

        package var word: String {
            switch self {
            case .item: "事项"
            case .indicator: "指标"
            case .unit: "单位"
            case .phase: "阶段"
            case .meeting: "会议"
            case .decision: "议定事项"
            }
        }
    }

    /// The plan does not hold what the change names.
    case missing(Subject, String)
    /// The published wording and the published rows stay as they are.
    case published(String)
    /// Areas and tasks derive from what is below them.
    case derived(Level)
    case misplaced(Level, under: Level)
    /// It still has children, or something still names it.
    case inUse(Subject, String)
    case malformed(String)
    /// A figure outside what it may be.
    case outOfRange
    /// A newer program wrote it.
    case unknown(field: String)

    /// The reason as a sentence without a full stop.
    package var words: String {
        switch self {
        case .missing(let subject, let name): "方案里没有\(subject.word)“\(name)”"
        case .published(let name): "“\(name)”是公布的内容，一字不改"
        case .derived(let level): "\(level.word)的进度由下属事项汇总得出，不能直接填"
        case .misplaced(let level, let above): "\(level.word)不能放在\(above.word)下面"
        case .inUse(let subject, let name): "\(subject.word)“\(name)”还有下级，或还被别处引用，不能去掉"
        case .malformed(let name): "标识“\(name)”不合规定"
        case .outOfRange: "数值超出允许的范围"
        case .unknown(let field): "本程序不认识“\(field)”这种修改，请升级"
        }
    }
}

/// A change whose “what was” did not hold, or that could not be made at all.
package struct Mismatch: Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        /// The same change, with what is really there as what was.
        case differs(Change)
        case refused(Refusal)
    }

    package let change: Change
    package let reason: Reason

    package init(change: Change, reason: Reason) {
        self.change = change
        self.reason = reason
    }
}
