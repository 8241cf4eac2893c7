import CAssets
import WorkPlan

/// The files compiled into the program, by their path in the repository.
enum Assets {
    static let jiaxing = "Data/jiaxing-2022-2025.json"

    /// The SHA-256 of the plan, as `sha256sum` writes it into a file: the digits before the first blank.
    static var jiaxingHash: String? {
        bytes("Data/jiaxing-2022-2025.sha256").map { String(decoding: $0.prefix(64), as: UTF8.self) }
    }

    /// The readings of Han characters, read when somebody types letters.
    static let pinyin = Pinyin { bytes("Data/pinyin.txt") ?? [] }

    static func bytes(_ path: String) -> [UInt8]? {
        for place in 0..<lianxi_asset_count() {
            let asset = lianxi_asset_at(place)
            if String(cString: asset.path) == path {
                return Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
            }
        }
        return nil
    }

    /// The names of the themes in the program: `dark`, `light` …
    static var themes: [String] {
        (0..<lianxi_asset_count()).compactMap { place in
            let path = String(cString: lianxi_asset_at(place).path)
            guard path.hasPrefix("Themes/"), path.hasSuffix(".json") else { return nil }
            return String(path.dropFirst(7).dropLast(5))
        }
    }
}
