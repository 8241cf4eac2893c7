package import StrictJSON
package import WorkPlan

/// The plan file, schema 1: how a `Plan` lies on disk, as `plan.base.json` and, with a cover behind it, `plan.json`.
package enum PlanFile {
    static let format = "lianxi-plan"
    static let schema = 1
    /// The largest plan file that is read: what the reader can address.
    package static let mostBytes = JSONLimits.mostBytes

    /// What a plan file may ask of the reader: a plan of 1,000,000 items fits; a bomb is given up after 640 MB of records.
    static let limits = JSONLimits(
        depth: 16, keysPerObject: 4096, stringBytes: 1 << 16, bytes: mostBytes, values: 1 << 25)

    /// Reads a plan; refuses whatever it cannot keep.
    /// - Parameter file: the name for errors; not opened.
    package static func read(_ bytes: [UInt8], file: String) throws(JSONError) -> Plan {
        try PlanReader.read(try document(bytes, file: file).root)
    }

    /// The name of the plan in a file, without reading the rest of what it holds.
    package static func identifier(_ bytes: [UInt8], file: String) throws(JSONError) -> Identifier<Plan> {
        try PlanReader.identifier(try document(bytes, file: file).root)
    }

    /// The same plan gives the same bytes.
    package static func write(_ plan: Plan) -> [UInt8] {
        var writer = JSONWriter(.indented)
        writer.object { $0.members(of: plan) }
        return writer.finish()
    }

    static func document(_ bytes: [UInt8], file: String) throws(JSONError) -> JSONDocument {
        return try JSONDocument(bytes, file: file, limits: limits)
    }
}
