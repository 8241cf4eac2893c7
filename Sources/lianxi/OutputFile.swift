import Glibc
import Ledger

/// Files the program writes for the user, whole or not at all.
enum OutputFile {
    /// What has the name already stays, unless it is to be replaced.
    static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Complaint) {
        if !replacing, TextFile.exists(path) { throw taken(path) }
        switch WholeFile.put(bytes, at: path, mode: 0o666, replacing: replacing) {
        case 0: return
        case EEXIST where !replacing: throw taken(path)
        case let code: throw refused(path, code)
        }
    }

    private static func taken(_ path: String) -> Complaint {
        Complaint("文件 \(path) 已经存在，没有覆盖它。请换个文件名，或加 --force 覆盖。")
    }

    private static func refused(_ path: String, _ code: Int32) -> Complaint {
        let reason =
            switch code {
            case ENOENT: "没有这个目录"
            case EISDIR: "这是一个目录"
            case ENAMETOOLONG: "文件名太长"
            default: SystemError.words(code)
            }
        return Complaint("写不了文件 \(path)：\(reason)。原有的文件没有改动。")
    }
}
