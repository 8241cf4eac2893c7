import Glibc
import Ledger
import WorkPlan

/// The ledger of the demonstration: made once, beside the real ones and never mixed with them.
struct DemoLedger {
    let path: String
    /// Where it is made: a half-told story is never taken for a whole one.
    private var partial: String { path + ".partial" }

    /// Makes the ledger where there is none. It is made in a directory beside its own, which takes its place when the
    /// story is told to the end; one that was interrupted goes on where it stopped.
    func make() throws(Complaint) {
        guard try !isThere() else { return }
        Output.remarks(["正在建立演示数据…"])
        let seed = try DemoPlan.seed()
        _ = try open(partial, seed)
        // One process at a time: another one waits here, and then finds the work done.
        let descriptor = Glibc.open(partial, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(descriptor) }
        flock(descriptor, LOCK_EX)
        guard try !isThere() else { return }
        var ledger = try open(partial, seed)
        let isWhole: Bool
        do throws(LedgerError) {
            isWhole = try tell(&ledger)
        } catch {
            throw Complaint(error.sentence)
        }
        guard isWhole else {
            throw Complaint("\(partial) 里是没有建完的另一份数据，接不下去。请把这个目录移走，再试一次。", status: .data)
        }
        guard rename(partial, path) == 0 else {
            throw Complaint("演示数据建好了，但移不到 \(path)（\(SystemError.words(errno))）；它现在在 \(partial)。")
        }
    }

    private func open(_ place: String, _ seed: Seed?) throws(Complaint) -> Ledger {
        do throws(LedgerError) {
            return try Ledger.open(at: place, seed: seed, author: DemoPlan.mark, readOnly: seed == nil)
        } catch {
            throw Complaint(error.sentence, status: .data)
        }
    }

    /// Whether the demonstration lies at its place. Complains where anything else does.
    private func isThere() throws(Complaint) -> Bool {
        let remedy = "没有改动它。演示数据要单独放：请用 --ledger 另指一个目录，或不写 --ledger。"
        let found: Plan
        do throws(LedgerError) {
            found = try Ledger.open(at: path, seed: nil, author: DemoPlan.mark, readOnly: true).plan
        } catch {
            guard case .notFound = error else { throw Complaint(error.sentence, status: .data) }
            guard isEmpty(path) else { throw Complaint("\(path) 里已有别的文件，\(remedy)", status: .data) }
            return false
        }
        guard found.id == DemoPlan.id else {
            throw Complaint("\(path) 里是“\(found.shortTitle)”的数据，不是演示数据，\(remedy)", status: .data)
        }
        return true
    }

    /// Also true where there is no such directory.
    private func isEmpty(_ directory: String) -> Bool {
        guard let stream = opendir(directory) else { return true }
        defer { closedir(stream) }
        var count = 0
        while readdir(stream) != nil { count += 1 }
        // `.` and `..`
        return count <= 2
    }

    // MARK: The story

    /// Commits every scene that the ledger does not hold yet. False where it holds something else.
    private func tell(_ ledger: inout Ledger) throws(LedgerError) -> Bool {
        let scenes = Story.scenes(of: try ledger.basePlan())
        let told = try ledger.history().entries(0..<ledger.entryCount)
        guard ledger.plan.id == DemoPlan.id, told.map(\.moment) == scenes.prefix(told.count).map(\.moment) else {
            return false
        }
        var named: [String: Entry] = [:]
        for (place, scene) in scenes.enumerated() {
            let entry =
                if told.indices.contains(place) { told[place] } else { try commit(scene, named, to: &ledger) }
            if let name = scene.name { named[name] = entry }
        }
        ledger.tidy(always: true)
        return true
    }

    private func commit(
        _ scene: Scene, _ named: [String: Entry], to ledger: inout Ledger
    ) throws(LedgerError) -> Entry {
        let undone = scene.undoes.flatMap { named[$0] }
        ledger.author = scene.author
        return try ledger.commit(
            ledger.plan.rebased(undone?.inverse ?? scene.changes), note: scene.note, meeting: scene.meeting,
            undoes: undone?.id, at: scene.moment)
    }
}
