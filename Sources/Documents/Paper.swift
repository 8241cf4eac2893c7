import Text

/// A paper of the office before it is written down: a title, paragraphs, and a table where it has one.
package struct Paper: Equatable, Sendable {
    /// How it is written down. Raw values are the words of the command line and the endings of files.
    package enum Format: String, CaseIterable, Sendable {
        case csv, md, txt
    }

    package var title: String
    package var paragraphs: [String] = []
    package var table = Table()

    package init(title: String) {
        self.title = title
    }

    /// The paper as a file: UTF-8, of every text only what may be shown. A CSV file is the table alone.
    package func bytes(_ format: Format) -> [UInt8] {
        switch format {
        case .csv: table.csv
        case .md: Array(markdown.utf8)
        case .txt: Array(text.utf8)
        }
    }

    private var markdown: String {
        let blocks = ["# " + Table.escaped(title)] + paragraphs.map(Table.escaped) + [table.markdown]
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var text: String {
        let blocks = [title] + paragraphs + [table.text]
        return blocks.map { $0.isEmpty ? "" : Table.lines($0).joined(separator: "\n") }.filter { !$0.isEmpty }
            .joined(separator: "\n\n") + "\n"
    }
}

/// Rows of cells under headings.
package struct Table: Equatable, Sendable {
    package var headings: [String] = []
    package var rows: [[String]] = []

    package init(headings: [String] = [], rows: [[String]] = []) {
        self.headings = headings
        self.rows = rows
    }

    /// What of a raw text may be shown, line by line.
    static func lines(_ raw: String) -> [String] { DisplayText.paragraphs(of: raw).map(\.string) }

    /// A table of Markdown; empty where there are no rows.
    var markdown: String {
        guard !rows.isEmpty else { return "" }
        let rule = headings.map { _ in "---" }
        return ([headings, rule] + rows).map { "| " + $0.map(Self.escaped).joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }

    /// Signs that Markdown would read are made plain; a new line of a cell is `<br>`.
    static func escaped(_ raw: String) -> String {
        lines(raw).map { line in
            line.reduce(into: "") { text, character in
                if "\\`*_[]<>|#".contains(character) { text.append("\\") }
                text.append(character)
            }
        }.joined(separator: "<br>")
    }

    /// A block a row, a line a cell that is not empty.
    var text: String {
        rows.map { row in
            zip(headings, row).filter { !$0.1.isEmpty }.map { "\($0.0)：\($0.1)" }.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}
