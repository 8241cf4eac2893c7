import Glibc
import Ledger

/// Which functions a session calls: those before its first frame, those of the rest of its start, those of a day's work,
/// those that any other key may lead to. The order that the linker lays them out in. Found by walking through the program
/// under valgrind's `callgrind`.
struct FunctionOrder {
    private let workshop: Workshop
    private let valgrind: String

    /// Every page, and what is done there every day; a word is typed letter by letter.
    private static let walk =
        ["1", Key.down, "2", ">", Key.down, Key.pageDown, "g"]
        + ["/", "1", "5", "\r", "+", "u", "U", "u", "e", "5", "0", Key.save, "s", "u", "b", "记", Key.save, "u"]
        + ["d", Key.escape, "\r", Key.down, Key.escape, "x", Key.escape, "H", "\r", Key.escape, Key.escape]
        + ["3", ">", Key.down, "\u{1B}[C", "+", "u", Key.pageDown, "\t", "\t", "\t"]
        + ["4", Key.down, "\r", "]", Key.escape, "5", Key.down, "i", "1", "2", Key.save, "u", "\r", Key.escape]
        + ["6", Key.down, "7", Key.down, "\r", Key.escape, "8", Key.down, Key.paste, Key.escape, "9", Key.down]
        + ["2", "/", "许", "可", "\t", Key.down, "\r", "n", "/", "z", "l", Key.escape, "y"]
        + ["C", Key.escape, "T", "\r", ",", ".", Key.escape, "F", Key.down, "\r", Key.escape, ":", "h", Key.escape]
        + ["?", Key.down, Key.escape, Key.presenting, "\r", Key.pageDown, Key.pageDown, Key.pageDown, Key.escape, "1"]
        + ["q"]

    /// The ways to the pages on which every key is pressed.
    private static let pages =
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "?", Key.presenting].map { [$0] }
        + [["2", "\r"], ["4", "\r"], ["5", "\r"], ["2", "H"], ["2", "H", "\r"], ["3", "\t"], ["2", "x"]]
    /// All that can be typed but what ends the session, and the keys that move.
    private static let keys =
        (0x20..<0x7F).map { String(Unicode.Scalar($0)) }.filter { !["q", "Q"].contains($0) }
        + ["\t", "\r", Key.up, Key.down, "\u{1B}OC", "\u{1B}OD", Key.pageUp, Key.pageDown, Key.home, "\u{1B}OF"]

    init(_ workshop: Workshop) throws(Failure) {
        guard let valgrind = File.program("valgrind") else { throw Failure("valgrind is not installed") }
        self.workshop = workshop
        self.valgrind = valgrind
    }

    func write(to file: String) throws(Failure) {
        try workshop.makeLedger("walk", try workshop.realPlan())
        // Where more is left in the image than is looked at.
        let large = PlanShape(name: "large", nodes: 10_000, isWorkedOn: true)
        try workshop.makeLedger(large.name, large.plan())
        // The first start of all makes what the second one begins with.
        _ = try functions([]).union(functions([], large))
        let first = try functions([], untilFirstFrame: true)
        let start = try functions([]).union(functions([], large))
        let session = try functions(Self.walk).union(functions(Self.walk, large))
        // Asked afterwards, because a key that has lost its meaning leads nowhere and is not missed.
        let edits = try workshop.makeLedger("walk", try workshop.realPlan()).entryCount
        guard edits >= 12 else { throw Failure("only \(edits) of the walk's edits were made") }
        guard first.count > 500 else {
            throw Failure("the program has no names: build it with swift build -c release -Xlinker --strip-debug")
        }
        let everything = try functions(
            Self.pages.flatMap { way in Self.keys.flatMap { way + [$0, Key.escape, Key.escape] } })
        // Sorted, so that the list tells what has changed.
        var known: Set<String> = []
        let order = [first, start, session, everything].flatMap { functions in
            defer { known.formUnion(functions) }
            return functions.subtracting(known).sorted()
        }
        let head =
            "# The functions that a session calls: before its first frame, in the rest of its start, in a day's work, by any "
            + "other key. Made by the benchmark's --order."
        try File.write(Array(([head] + order).joined(separator: "\n").utf8) + [0x0A], to: file)
    }

    /// What was called from the start to the end.
    /// - Parameters:
    ///   - shape: of the plan; nil for the real one.
    ///   - untilFirstFrame: only what came before the program had shown it, and gave way to the terminal.
    private func functions(
        _ keys: [String], _ shape: PlanShape? = nil, untilFirstFrame: Bool = false
    ) throws(Failure) -> Set<String> {
        let profile = workshop.folder + "/profile", beginning = profile + ".1"
        unlink(beginning)
        let command = [
            valgrind, "--tool=callgrind", "--demangle=no", "--callgrind-out-file=\(profile)",
            "--dump-before=sched_yield", workshop.program,
        ]
        do {
            var terminal = try Terminal.start(command, environment: workshop.environment(ledger: shape?.name ?? "walk"))
            _ = try terminal.firstFrame(shape == nil ? "2022-2025" : PlanShape.title)
            for key in keys { _ = terminal.press(key) }
        }
        // The first start of all has nothing to show before it has read the plan.
        let first = File.read(beginning) ?? []
        guard let rest = File.read(profile) else { throw Failure("valgrind has left no profile") }
        return Self.names(String(decoding: untilFirstFrame ? first : first + rest, as: UTF8.self))
    }

    /// A profile names a function where it comes for the first time: `fn=(12) main`, `cfn=(13) malloc'2`.
    private static func names(_ profile: String) -> Set<String> {
        let names = profile.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("fn=(") || line.hasPrefix("cfn=("), let end = line.firstIndex(of: ")") else {
                return nil
            }
            // Calls of itself are counted apart, behind a quote.
            let name = line[end...].dropFirst(2).prefix { $0 != "'" }
            // What has no name goes by its address.
            return name.isEmpty || name.hasPrefix("0x") ? nil : String(name)
        }
        return Set(names + names.flatMap(onNewerProcessors) + names.compactMap(variable))
    }

    /// What a processor with AVX-512 may call in place of a function of the C library's: valgrind has none.
    private static func onNewerProcessors(_ name: String) -> [String] {
        guard name.hasPrefix("__"), let kind = name.firstRange(of: /_avx2?|_sse2(_unaligned)?$/) else { return [] }
        return ["_evex", "_avx512"].map { name[..<kind.lowerBound] + $0 + name[kind.upperBound...] }
    }

    /// What a function keeps for the next time: it goes by the same name, and lies among 500 KB that are mostly nobody's.
    private static func variable(_ name: String) -> String? {
        let kinds = ["Ma": "ML", "Wl": "WL", "WZ": "Wz"]
        return kinds[String(name.suffix(2))].map { name.dropLast(2) + $0 }
    }
}
