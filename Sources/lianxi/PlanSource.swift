import Ledger
import StrictJSON
import WorkPlan

/// The plan a command works on, and where it came from.
struct PlanSource {
    var ledger: Ledger
    private var isAuthorKnown = true

    /// Opens the ledger. With `creating` one that does not exist yet is made; otherwise the plan it would begin with is
    /// shown and nothing is written.
    init(_ request: Request, creating: Bool) throws(Complaint) {
        let seed: Seed
        let name: String
        if let file = request.plan {
            let bytes = try TextFile.read(file, what: "方案文件")
            seed = Seed(bytes)
            name = try Self.plan(bytes, file: file).id.text
        } else {
            seed = Seed(Assets.bytes(Assets.jiaxing) ?? [], knownHash: Assets.jiaxingHash)
            name = "jiaxing-2022-2025"
        }
        do {
            ledger = try Ledger.open(
                at: Paths.ledger(asked: request.ledger, plan: name), seed: seed,
                author: Environment.author,
                readOnly: request.isReadOnly || !creating)
        } catch let error as LedgerError {
            throw Complaint(error.sentence, status: .data)
        } catch let error as Complaint {
            throw error
        } catch {
            throw Complaint("\(error)")
        }
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

    /// What the user should be told at the start.
    var greeting: String? {
        if ledger.isNew, !isUnsaved { return "已建立数据目录 \(ledger.directory)" }
        return ledger.notices.first?.sentence
    }

    private static func plan(_ bytes: [UInt8], file: String) throws(Complaint) -> Plan {
        do {
            return try PlanFile.read(bytes, file: file)
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
    }
}
