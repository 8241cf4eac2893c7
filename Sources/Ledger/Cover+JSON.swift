import StrictJSON
import WorkPlan

extension JSONWriter {
    mutating func members(of cover: Cover) {
        member("base", cover.base)
        member("entries", cover.entries)
        member("breaks", cover.breaks)
        if let last = cover.last { member("last") { $0.members(of: last) } }
        member("latestDay", ifPresent: cover.latestDay?.description)
        member("journals") {
            for (name, journal) in cover.journals.sorted(by: { $0.key < $1.key }) {
                $0.member(name) {
                    $0.member("bytes", journal.bytes)
                    $0.member("damaged", journal.damaged)
                    $0.member("mark", ifPresent: journal.mark?.description)
                }
            }
        }
        member("replicas") {
            for (name, replica) in cover.replicas.sorted(by: { $0.key < $1.key }) {
                $0.member(name) {
                    $0.member("seq", replica.sequence)
                    $0.member("id", replica.hash.description)
                    if !replica.seen.isEmpty { $0.member("seen") { $0.counts(replica.seen) } }
                    $0.member("copied", ifTrue: replica.isCopied)
                }
            }
        }
        if let graves = cover.graves {
            member("graves", array: { list in for grave in graves { list.object { $0.members(of: grave) } } })
        }
        elements("conflicts", cover.conflicts) { writer, conflict in
            writer.member("target", conflict.slot.target)
            writer.member("field", conflict.slot.field)
            writer.member("element", conflict.slot.element)
            writer.elements("sides", conflict.sides) { $0.members(of: $1) }
        }
    }

    mutating func members(of order: JournalLine.Order) {
        member("lc", order.lamport)
        member("rep", order.replica)
        member("seq", order.sequence)
        member("id", order.hash.description)
    }

    private mutating func members(of side: Conflict.Side) {
        members(of: side.order)
        member("at", side.moment.text)
        member("by", side.author)
        key("change")
        change(side.change)
    }
}

extension Cover {
    init(_ object: JSONObject) throws(JSONError) {
        self.init(base: try object.text("base"))
        entries = try object.required("entries").integer(in: 0...JournalLine.mostCount)
        breaks = try object.required("breaks").integer(in: 0...JournalLine.mostCount)
        if let last = try object.optional("last")?.object() { self.last = try JournalLine.Order(last) }
        latestDay = try object.day(ifPresent: "latestDay")
        for (name, value) in try object.required("journals").object() {
            let journal = try value.object()
            journals[name] = Journal(
                bytes: try journal.required("bytes").integer(in: 0...JournalLine.mostCount),
                damaged: try journal.required("damaged").integer(in: 0...JournalLine.mostCount),
                mark: try journal.required("mark").hash())
        }
        for (name, value) in try object.required("replicas").object() {
            let replica = try value.object()
            replicas[name] = Replica(
                sequence: try replica.required("seq").integer(in: 1...JournalLine.mostCount),
                hash: try replica.required("id").hash(),
                seen: try replica.optional("seen").map { value throws(JSONError) in
                    try JournalLine.seen(try value.object())
                } ?? [:], isCopied: try replica.flag("copied"))
        }
        if object.optional("graves") != nil {
            graves = try object.list("graves") { value throws(JSONError) in try Conflict.Side(try value.object()) }
        }
        conflicts = try object.list("conflicts") { value throws(JSONError) in
            let conflict = try value.object()
            return Conflict(
                slot: Change.Slot(
                    target: try conflict.text("target"), field: try conflict.text("field"),
                    element: try conflict.text("element")),
                sides: try conflict.list("sides") { value throws(JSONError) in
                    try Conflict.Side(try value.object())
                })
        }
    }
}

extension JournalLine.Order {
    init(_ object: JSONObject) throws(JSONError) {
        self.init(
            lamport: try object.required("lc").integer(in: 1...JournalLine.mostCount),
            replica: try JournalLine.replica(try object.required("rep")),
            sequence: try object.required("seq").integer(in: 1...JournalLine.mostCount),
            hash: try object.required("id").hash())
    }
}

extension Conflict.Side {
    fileprivate init(_ object: JSONObject) throws(JSONError) {
        let order = try JournalLine.Order(object)
        self.init(
            entry: Identifier(order.hash.description), author: try object.text("by"),
            moment: Moment(try object.text("at")) ?? .epoch,
            change: try Change(try object.required("change").object()), order: order)
    }
}
