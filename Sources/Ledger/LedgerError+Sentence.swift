import Glibc
import WorkPlan

extension LedgerError {
    /// What happened and what to do next, as a sentence for the user.
    package var sentence: String {
        switch self {
        case .notFound(let directory):
            "没有找到数据目录 \(directory)。不带 --read-only 运行一次 lianxi，就会在那里建立。"
        case .notALedger(let directory):
            "目录 \(directory) 里有别的文件，不是联席的数据目录；没有改动其中任何东西。请用 --ledger 另指一个空目录。"
        case .unreadable(let error): error.sentence
        case .damaged(let file, let damage): "\(file)：\(damage.words)"
        case .system(.read, let path, EFBIG): "\(path) 太大，不像是联席写的文件，没有读取；程序没有改动它。"
        case .system(.lock, let path, let errno): Self.unwritable(path, errno)
        case .system(.create, let path, let errno) where [EACCES, EPERM, EROFS].contains(errno):
            Self.unwritable(path, errno)
        case .system(let operation, let path, let errno):
            "\(operation.words) \(path) 时系统报错：\(SystemError.words(errno))"
        case .locked(let holder, let seconds): Self.locked(holder, seconds)
        case .readOnly(let reason): reason.words
        case .nothingToChange: "与现在的内容一样，没有可保存的修改。"
        case .refused(let refusal): "不能这样改：\(refusal.words)。没有保存。"
        case .outdated(let mismatches, let meanwhile, let plan): Self.outdated(mismatches, meanwhile, plan)
        case .tooLarge: "一次修改的文字太长（一段至多 64 KB，一次至多 1 MB），或含有不能保存的字符，没有保存。请改短或分几次保存。"
        case .notSaved(let errno, let kept):
            "没有保存：\(SystemError.words(errno))。数据目录没有受损。" + Self.kept(kept)
        case .uncertain(let errno, let kept):
            "可能已保存，也可能没有：写盘时系统报错（\(SystemError.words(errno))）。本次会话改为只读；"
                + "请退出后运行 lianxi check 核对。" + Self.kept(kept)
        }
    }

    /// Lock and folders are there for writing alone: whoever only wants to look can do without.
    private static func unwritable(_ path: String, _ errno: Int32) -> String {
        "数据目录不能写入（\(path)：\(SystemError.words(errno))）。什么都没有写入；只想看，请加 --read-only。"
    }

    private static func kept(_ file: String?) -> String {
        file.map { "输入的内容保存在 \($0)。" } ?? "输入的内容没能另存，请先抄下来。"
    }

    private static func outdated(_ mismatches: [Mismatch], _ meanwhile: [Entry], _ plan: Plan) -> String {
        let now = mismatches.compactMap { mismatch in
            guard case .differs(let current) = mismatch.reason else { return nil as String? }
            return current.sentence(in: plan)
        }
        let slots = Set(mismatches.map(\.change.slot))
        let others = meanwhile.filter { $0.changes.contains { slots.contains($0.slot) } }
        let who = others.last.map { "\($0.author)刚在 \($0.moment) 改过这里：" + $0.sentences(in: plan) + "。" } ?? ""
        return "没有保存：这里的内容已经不是您看到的样子。\(who)按现在的内容，您的修改是：\(now.joined(separator: "；"))。请看过后再改。"
    }

    private static func locked(_ holder: LockHolder?, _ seconds: Int) -> String {
        guard let holder else { return "等了 \(seconds) 秒，数据目录仍被别的程序占用，没有保存。请稍后再试。" }
        let place = holder.terminal.isEmpty ? "" : "，终端 \(holder.terminal)"
        return "等了 \(seconds) 秒，\(holder.author)（进程 \(holder.process)\(place)，自 \(holder.since)）还在写入，没有保存。请稍后再试。"
    }
}

extension LedgerError.Damage {
    fileprivate var words: String {
        switch self {
        case .missing: "文件不见了。请从备份恢复这个文件；程序没有改动其他文件。"
        case .brokenSeal: "内容与写入时不符（封签不对）。请从备份恢复这个文件；程序没有改动它。"
        case .wrongBase: "不是建立数据目录时的那一份方案（校验值不符）。请从备份恢复这个文件；程序没有改动它。"
        }
    }
}

extension LedgerError.Operation {
    fileprivate var words: String {
        switch self {
        case .open: "打开"
        case .create: "新建"
        case .read: "读取"
        case .write: "写入"
        case .rename: "改名"
        case .lock: "加锁"
        case .list: "列出"
        }
    }
}

extension LedgerError.ReadOnlyReason {
    /// Why nothing can be saved, as a sentence.
    package var words: String {
        switch self {
        case .asked: "只读方式打开，不能修改。去掉 --read-only 再打开就可以修改。"
        case .newerSchema(let schema): "数据目录是较新程序写的（第 \(schema) 版），本程序只读打开。请升级 lianxi 后再修改。"
        case .damaged(let file): "\(file) 已损坏，只读打开，以免错上加错。请从备份恢复这个文件后再修改。"
        case .syncFailed(let errno):
            "上一次写盘失败（\(SystemError.words(errno))），那次修改可能已保存，也可能没有；为免出错，本次会话只读。"
                + "请退出后运行 lianxi check 核对。"
        }
    }
}

/// The kernel's errors in words.
package enum SystemError {
    package static func words(_ code: Int32) -> String {
        switch code {
        case ENOSPC: "磁盘已满，请腾出空间"
        case EDQUOT: "磁盘配额已用完，请腾出空间或请管理员加配额"
        case EFBIG: "文件大小超过限制（ulimit -f）"
        case ENOMEM: "内存不够，请关掉别的程序，或看看文件是不是大得不正常"
        case EROFS: "文件系统是只读的"
        case EACCES, EPERM: "没有权限，请检查目录和文件的属主与权限"
        case EIO: "磁盘读写错误，请检查磁盘"
        case ENOENT: "不存在"
        case EEXIST: "已经存在"
        case ENOTDIR: "路径中有一段不是目录"
        case EISDIR: "是一个目录，不是文件"
        case ELOOP, EXDEV: "是链接或指向数据目录之外，程序不跟随链接"
        case EINVAL: "不是普通文件"
        case EMFILE, ENFILE: "打开的文件太多"
        case ENOLCK: "系统的锁用完了"
        case ENOSYS, EOPNOTSUPP: "系统或文件系统不支持"
        case ENAMETOOLONG: "路径太长"
        case ESTALE: "目录已被替换，请重新打开"
        default: String(cString: strerror(code))
        }
    }
}
