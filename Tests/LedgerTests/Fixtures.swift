// swift-format-ignore-file
/// Ledgers as released programs wrote them, byte for byte: they have to be read for ever. Never changed, only added to.
enum Fixtures {
    /// Two replicas, every file that is exchanged; one conflict, of the weight of row-1.
    static let schema1: [String: String] = [
        "plan.base.json": base,
        "store.json":
        #"""
        {"format":"lianxi-ledger","schema":1,"store":"2brd4e26x5kl3mwk","created":"2026-11-22T16:52:53.177+00:00","base":"fe00c21a09e47ce6b09b74a481aac122d6bc7ac0826c67a32062404cac299eb2","h":"qLVvOqrW3CkDjo_ONkcXjQ"}
        """# + "\n",
        "history/62pnlpzzp5.jsonl":
        #"""
        {"v":1,"rep":"62pnlpzzp5","seq":1,"lc":1,"at":"2026-11-22T16:52:53.178+00:00","by":"张三","changes":[{"field":"progress","target":"row-1","day":"2024-03-31","was":null,"becomes":{"status":"underway","percent":45}}],"note":"据报","prev":"_gDCGgnkfOawm3SkgarBIg","h":"Y9a0r_bmdK4lKjlLxc9zgA"}
        {"v":1,"rep":"62pnlpzzp5","seq":2,"lc":2,"at":"2026-11-22T16:52:53.184+00:00","by":"张三","changes":[{"field":"progress","target":"row-1","day":"2024-03-31","unit":"u1","was":null,"becomes":{"status":"underway","percent":50}}],"prev":"Y9a0r_bmdK4lKjlLxc9zgA","h":"vYaMkViNm41qUFYK7PacDg"}
        {"v":1,"rep":"62pnlpzzp5","seq":3,"lc":3,"at":"2026-11-22T16:52:53.191+00:00","by":"张三","changes":[{"field":"item","target":"vb2ojoxhqc","was":null,"becomes":{"parent":"row-2","place":0,"value":{"id":"vb2ojoxhqc","level":"milestone","title":"提交草案","addedSource":"会议"}}},{"field":"adjustment","target":"row-2","id":"af7abqdd6b","was":null,"becomes":{"place":0,"value":{"deadline":"2025-06-30","basis":"会议","decided":"2024-03-31"}}}],"note":"会议","prev":"vYaMkViNm41qUFYK7PacDg","h":"tU4A0Z9hDumxld8VIPf5nA"}
        {"v":1,"rep":"62pnlpzzp5","seq":4,"lc":4,"at":"2026-11-22T16:52:53.214+00:00","by":"张三","changes":[{"field":"weight","target":"row-1","was":1,"becomes":2},{"field":"note","target":"row-1","id":"mo6lezqlji","was":null,"becomes":{"place":0,"value":{"day":"2024-03-31","text":"备注"}}}],"prev":"tU4A0Z9hDumxld8VIPf5nA","h":"Di_SwB3O0JQz_Sr9rZpmcg"}
        {"v":1,"rep":"62pnlpzzp5","seq":5,"lc":6,"at":"2026-11-22T16:52:53.223+00:00","by":"张三","seen":{"myjyxkx53p":2},"changes":[{"field":"evidence","target":"row-2","id":"e54as3kuwh","was":null,"becomes":{"place":0,"value":{"place":"a.pdf"}}}],"prev":"Di_SwB3O0JQz_Sr9rZpmcg","h":"XzLg6E2MSgoOwD78g1I2Yw"}
        """# + "\n",
        "history/myjyxkx53p.jsonl":
        #"""
        {"v":1,"rep":"myjyxkx53p","seq":1,"lc":4,"at":"2026-11-22T16:52:53.200+00:00","by":"李四","seen":{"62pnlpzzp5":3},"changes":[{"field":"progress","target":"row-2","day":"2024-03-31","was":null,"becomes":{"status":"completed","on":"2024-03-31"}}],"prev":"_gDCGgnkfOawm3SkgarBIg","h":"LOdtrWotxVRGQyHLLmHkHA"}
        {"v":1,"rep":"myjyxkx53p","seq":2,"lc":5,"at":"2026-11-22T16:52:53.208+00:00","by":"李四","changes":[{"field":"weight","target":"row-1","was":1,"becomes":3}],"prev":"LOdtrWotxVRGQyHLLmHkHA","h":"z4JlBklFxt8igao30T6AKA"}
        """# + "\n",
        ".gitattributes": "history/*.jsonl -text merge=union\nplan.base.json -text\nstore.json -text\n",
        ".gitignore": "/plan.json\n/.local/\n",
    ]

    /// What a program to come might write: members, versions and kinds of edit that nobody knows yet.
    static let schema2: [String: String] = [
        "plan.base.json": base,
        "store.json":
        #"""
        {"format":"lianxi-ledger","schema":2,"store":"2brd4e26x5kl3mwk","created":"2031-01-01T08:00:00.000+08:00","base":"fe00c21a09e47ce6b09b74a481aac122d6bc7ac0826c67a32062404cac299eb2","region":"浙江","h":"vdobkHxq9LIKw9r7Z8-YzA"}
        """# + "\n",
        "history/62pnlpzzp5.jsonl":
        #"""
        {"v":1,"rep":"62pnlpzzp5","seq":1,"lc":1,"at":"2031-01-01T08:00:01.000+08:00","by":"张三","changes":[{"field":"progress","target":"row-1","day":"2024-03-31","was":null,"becomes":{"status":"underway","percent":45}}],"prev":"_gDCGgnkfOawm3SkgarBIg","h":"82WKQhWB0cYDEZ-gG57LEQ"}
        {"v":2,"rep":"62pnlpzzp5","seq":2,"lc":2,"at":"2031-01-01T08:00:02.000+08:00","by":"张三","device":"平板","changes":[{"field":"weight","target":"row-1","was":1,"becomes":2,"confidence":"高"},{"field":"mood","target":"row-1","was":"阴","becomes":"晴"}],"tags":["新"],"prev":"82WKQhWB0cYDEZ-gG57LEQ","h":"N_2hSXW_V-eBL74-xAu1xg"}
        """# + "\n",
    ]

    private static let base =
        #"""
        {"format":"lianxi-plan","schema":1,"id":"fixture","title":"样例方案","shortTitle":"样例","issuer":"办公室","issued":"2022-01-01","period":{"printed":"2022-2025年","end":"2025-12-31"},"goal":"目标","units":[{"id":"u1","name":"甲局","short":"甲","kind":"department"}],"items":[{"id":"a1","level":"area","number":"（一）","title":"领域","children":[{"id":"t1","level":"task","title":"任务","children":[{"id":"row-1","level":"subtask","number":"1","title":"事项一","assignments":[{"unit":"u1"}]},{"id":"row-2","level":"subtask","number":"2","title":"事项二"}]}]}]}
        """# + "\n"
}
