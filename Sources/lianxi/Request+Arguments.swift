import WorkPlan

extension Request {
    /// What plain arguments of the dashboard ask for: `[dashboard] [--ledger D] [--plan F] [--today D] [--author A]
    /// [--theme T] [--read-only]`, each once. Nil for anything else, which the argument parser understands or refuses.
    ///
    /// The parser looks at every command and option there is four times over: 13 of 35 million instructions to the first
    /// frame.
    init?(plain arguments: some Sequence<String>) {
        self.init()
        var rest = Array(arguments)[...]
        if rest.first == "dashboard" { rest.removeFirst() }
        var seen: Set<String> = []
        while let option = rest.popFirst() {
            guard seen.insert(option).inserted else { return nil }
            if option == "--read-only" {
                isReadOnly = true
                continue
            }
            guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
            switch option {
            case "--ledger": ledger = value
            case "--plan": plan = value
            case "--author": author = value
            case "--theme": theme = value
            case "--today":
                guard let day = Day(value) else { return nil }
                today = day
            default: return nil
            }
        }
    }
}
