package import StrictJSON

extension JSONError {
    /// What is wrong and where, for the user: `计划.json 第12行 units[3].id：缺少字段“name”。…`
    package var sentence: String {
        "\(file) 第\(line)行" + (path.isRoot ? "" : " \(path)") + "：\(reason.words)。请改正这一处后再打开；程序没有改动这个文件。"
    }
}

extension JSONError.Reason {
    /// The reason as words, without a full stop.
    package var words: String {
        switch self {
        case .emptyInput: "文件是空的"
        case .unexpectedEnd: "内容不完整，写到一半就断了"
        case .unexpectedByte(let byte, let expected): "这里应是\(expected.words)，却是\(Self.shown(byte))"
        case .trailingData: "内容结束之后还有多余的字符"
        case .byteOrderMark: "文件开头有 BOM 标记，请另存为不带 BOM 的 UTF-8"
        case .invalidUTF8: "不是 UTF-8 编码的文字"
        case .loneSurrogate: "\\u 转义只有半个字符"
        case .nulCharacter: "文字里有 NUL 字符"
        case .controlCharacter(let byte): "文字里有未转义的控制字符\(Self.shown(byte))"
        case .badEscape(let byte): "反斜杠后面不能是\(Self.shown(byte))"
        case .badNumber: "数的写法不对"
        case .duplicateKey(let key): "字段“\(key)”写了两次"
        case .depth(let limit): "嵌套超过 \(limit) 层"
        case .tooManyKeys(let limit): "一个对象里超过 \(limit) 个字段"
        case .stringTooLong(let limit): "一段文字超过 \(Self.size(limit))"
        case .fileTooLarge(let limit): "文件超过 \(Self.size(limit))"
        case .tooManyValues(let limit): "文件里的值超过 \(limit) 个"
        case .numberTooLong(let limit): "一个数超过 \(limit) 个字符"
        case .missing(let key): "缺少字段“\(key)”"
        case .wrongType(let expected, let found): "这里应是\(expected.words)，却是\(found.words)"
        case .notAnInteger: "应是整数"
        case .outOfRange: "数值超出允许的范围"
        case .invalid(let words): words
        }
    }

    private static func shown(_ byte: UInt8) -> String {
        if (0x21...0x7E).contains(byte) { return "“\(Character(Unicode.Scalar(byte)))”" }
        let digits = String(byte, radix: 16, uppercase: true)
        return "字节 0x" + (digits.count < 2 ? "0" : "") + digits
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MB" : bytes >= 1 << 10 ? "\(bytes >> 10) KB" : "\(bytes) 字节"
    }
}

extension JSONKind {
    fileprivate var words: String {
        switch self {
        case .object: "对象 { }"
        case .array: "列表 [ ]"
        case .string: "带引号的文字"
        case .number: "数"
        case .bool: "true 或 false"
        case .null: "null"
        }
    }
}

extension JSONError.Expectation {
    fileprivate var words: String {
        switch self {
        case .value: "一个值"
        case .valueOrBracket: "一个值或“]”"
        case .key: "带引号的字段名"
        case .keyOrBrace: "带引号的字段名或“}”"
        case .colon: "冒号"
        case .commaOrBracket: "逗号或“]”"
        case .commaOrBrace: "逗号或“}”"
        case .literal: "true、false 或 null"
        }
    }
}
