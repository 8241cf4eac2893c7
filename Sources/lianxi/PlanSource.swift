import Ledger
import StrictJSON
import WorkPlan

/// The plan a command works on, and where it came from.
struct PlanSource {
    var ledger: Ledger
    /// Whether the author's name says who it is.
    private var isAuthorKnown: Bool

    /// Opens the ledger. With `creating` one that does not exist yet is made; otherwise the plan it would begin with is
    /// shown and nothing is written.
    init(_ request: Request, creating: Bool) throws(Complaint) {
        let (seed, place) = try Self.beginning(request)
        let author = Environment.author(asked: request.author)
        isAuthorKnown = author.isPerson
        do {
            ledger = try Ledger.open(
                at: place, seed: seed, author: author.name, readOnly: request.isReadOnly || !creating)
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
    }

    /// Opens the ledger for a command that edits. Where none exists yet, `check` sees the plan it would begin with, so
    /// that a mistake makes nothing.
    static func editing(_ request: Request, check: (Plan) throws -> Void) throws -> PlanSource {
        let (_, place) = try beginning(request)
        if !TextFile.exists(place + "/store.json") { try check(try PlanSource(request, creating: false).plan) }
        let source = try PlanSource(request, creating: true)
        Output.remarks(source.founding.map { [$0] } ?? [])
        return source
    }

    /// Opens the ledger for a command that only reads. Where the user named a directory without a ledger, that is said on
    /// standard error: after a slip of the finger the plan would pass for one that nobody has worked on.
    static func reading(_ request: Request) throws(Complaint) -> PlanSource {
        let source = try PlanSource(request, creating: false)
        guard source.isUnsaved, let place = request.ledger ?? Environment.value("LIANXI_LEDGER") else { return source }
        let missing = TextFile.exists(place) ? "目录 \(place) 里没有数据" : "没有找到数据目录 \(place)"
        let shown = request.plan.map { "方案文件 \($0)" } ?? "内置的方案"
        let remedy = request.ledger == nil ? "环境变量 LIANXI_LEDGER" : " --ledger 后面的目录"
        Output.remarks(["\(missing)，显示的是\(shown)；请核对\(remedy)。"])
        return source
    }

    /// What a new ledger would begin with, and where it lies.
    private static func beginning(_ request: Request) throws(Complaint) -> (Seed, place: String) {
        guard let file = request.plan else {
            let seed = Seed(Assets.bytes(Assets.jiaxing) ?? [], knownHash: Assets.jiaxingHash)
            return (seed, try Paths.ledger(asked: request.ledger, plan: Self.jiaxing))
        }
        let bytes = try TextFile.read(file, what: "方案文件")
        let name = try identifier(bytes, file: file).text
        return (Seed(bytes), try Paths.ledger(asked: request.ledger, plan: name))
    }

    private static let jiaxing = "jiaxing-2022-2025"

    /// Where the ledger lies; nil where a plan file would have to be read to know, or is missing.
    static func place(_ request: Request) -> String? {
        guard let file = request.plan else { return try? Paths.ledger(asked: request.ledger, plan: jiaxing) }
        return TextFile.exists(file) ? request.ledger ?? Environment.value("LIANXI_LEDGER") : nil
    }

    /// Who edits.
    var author: (name: String, isPerson: Bool) { (ledger.author, isAuthorKnown) }

    /// The author has told the name: it holds from now on, and is remembered on this machine.
    mutating func introduce(_ name: String) {
        ledger.author = name
        isAuthorKnown = true
        Author.remember(name)
    }

    var plan: Plan { ledger.plan }

    /// Whether the plan is shown without a ledger on the disk.
    var isUnsaved: Bool { ledger.isNew && ledger.readOnly != nil }

    /// The ledger's directory, or what stands for it where there is none.
    var place: String { isUnsaved ? "内置方案（没有写入磁盘）" : ledger.directory }

    /// Why edits are refused; nil where they are not.
    var readOnly: String? { ledger.readOnly.map { LedgerError.readOnly($0).sentence } }

    /// That the ledger has just been made, and where: who mistyped its name sees it.
    private var founding: String? { ledger.isNew && !isUnsaved ? "已建立数据目录 \(ledger.directory)" : nil }

    /// What the user should be told at the start.
    var greeting: String? { founding ?? ledger.notices.first?.sentence }

    private static func identifier(_ bytes: [UInt8], file: String) throws(Complaint) -> Identifier<Plan> {
        do {
            return try PlanFile.identifier(bytes, file: file)
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
    }
}
