extension Plan {
    /// The items that hold something else than in an earlier plan; nil where anything else differs, or how items stand below
    /// each other. What the two plans share is not looked at.
    func itemsAltered(since old: Plan) -> [ItemTree.Position]? {
        guard tree.hasShape(of: old.tree) else { return nil }
        var (one, other) = (self, old)
        one.tree = ItemTree()
        other.tree = ItemTree()
        return one == other ? tree.items.differences(from: old.tree.items) : nil
    }
}
