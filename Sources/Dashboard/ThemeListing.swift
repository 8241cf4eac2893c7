/// A theme as the desk offers it: the desk knows of themes no more than this.
package struct ThemeListing: Sendable {
    /// What the world knows it by.
    package let name: String
    /// What people call it.
    package let title: String
    /// Said behind the title: the name, or why the theme cannot be worn.
    package let remark: String

    package init(name: String, title: String, remark: String) {
        self.name = name
        self.title = title
        self.remark = remark
    }
}
