import CAssets
import Foundation

/// The plan as it is compiled into the program, and the published text beside it in the repository.
enum Assets {
    static let plan = bytes("Data/jiaxing-2022-2025.json")
    /// The plan's SHA-256 as the program carries it.
    static let hash = String(decoding: bytes("Data/jiaxing-2022-2025.sha256").prefix(64), as: UTF8.self)
    static let source = (try? String(contentsOf: text, encoding: .utf8)) ?? ""

    private static let text = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Data/jiaxing-2022-2025.txt")

    private static func bytes(_ path: String) -> [UInt8] {
        for place in 0..<lianxi_asset_count() {
            let asset = lianxi_asset_at(place)
            guard String(cString: asset.path) == path else { continue }
            return Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
        }
        return []
    }
}
