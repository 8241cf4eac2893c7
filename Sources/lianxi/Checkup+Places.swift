import Cells
import Glibc
import Ledger

extension Checkup {
    static var theme: Finding {
        do throws(Complaint) {
            let choice = try ThemeChoice(asked: nil)
            let words = "\(choice.theme.title)（\(choice.name)）；看板里按 F2 换"
            return Finding(name: "配色", verdict: choice.mistake == nil ? .fine : .note, words: choice.mistake ?? words)
        } catch {
            return Finding(name: "配色", verdict: .note, words: error.sentence)
        }
    }

    /// Where the ledger lies, whether it can be read, and whether it can be written.
    static func ledger(_ request: Request) -> Finding {
        do throws(Complaint) {
            let ledger = try PlanSource(request, creating: false).ledger
            let place = ledger.directory
            guard TextFile.exists(place) else {
                let parent = standing(above: place)
                return canWrite(parent)
                    ? Finding(name: "数据", verdict: .fine, words: "\(place)，还没有；第一次打开看板时建立")
                    : Finding(
                        name: "数据", verdict: .note, words: "\(place)，还没有，\(parent) 也不能写：只能看，不能改",
                        setting: "export LIANXI_LEDGER=$HOME/lianxi")
            }
            let words = "\(place)，\(ledger.entryCount) 条记录"
            return canWrite(place) && canWrite(place + "/history")
                ? Finding(name: "数据", verdict: .fine, words: words + "，可以写")
                : Finding(name: "数据", verdict: .note, words: words + "，没有写的权限：只能看，不能改")
        } catch {
            return Finding(name: "数据", verdict: .bad, words: error.sentence)
        }
    }

    static func author(_ request: Request) -> Finding {
        let author = Environment.author(asked: request.author)
        return author.isPerson
            ? Finding(name: "署名", verdict: .fine, words: author.name)
            : Finding(
                name: "署名", verdict: .note, words: "“\(author.name)”看不出是谁；第一次修改时会问，也可以先设好",
                setting: "export LIANXI_AUTHOR=姓名")
    }

    private static func canWrite(_ place: String) -> Bool {
        !TextFile.exists(place) || access(place, W_OK | X_OK) == 0
    }

    /// The nearest directory above that exists.
    private static func standing(above place: String) -> String {
        var place = place[...]
        while let slash = place.lastIndex(of: "/"), slash > place.startIndex {
            place = place[..<slash]
            if TextFile.exists(String(place)) { return String(place) }
        }
        return place.hasPrefix("/") ? "/" : "."
    }
}
