import WorkPlan

extension Story {
    /// Edits that their authors took back within minutes: wrong figures, wrong rows, and one that was right after all.
    mutating func tellMistakes() {
        let mistakes: [(day: Day, minute: Int, changes: [Change], note: String?)] = [
            (Day(2023, 2, 14), 9 * 60 + 41, [percent("row-14", Day(2023, 2, 14), 88)], nil),
            (
                Day(2023, 4, 6), 10 * 60 + 2,
                [.reading("T1", unit: nil, day: Day(2023, 4, 6), Edit(was: nil, becomes: 1180))], nil
            ),
            (Day(2023, 5, 16), 15 * 60 + 33, [percent("row-8", Day(2023, 5, 16), 5)], nil),
            (
                Day(2023, 6, 20), 16 * 60 + 4,
                [
                    .progress(
                        "row-23", unit: nil, day: Day(2023, 6, 20),
                        Edit(was: nil, becomes: .completed(Day(2023, 6, 20))))
                ],
                "应为第22项阶段材料"
            ),
            (Day(2023, 8, 23), 11 * 60 + 10, [.weight("row-6", Edit(was: 1, becomes: 10))], nil),
            (
                Day(2023, 12, 5), 14 * 60 + 50, [.start("row-16", Edit(was: nil, becomes: Day(2023, 9, 1)))],
                "起算日拟改为2023年9月"
            ),
            (Day(2024, 2, 6), 9 * 60 + 15, [.leadRule(Edit(was: .unspecified, becomes: .first))], "试设首位为牵头"),
            (
                Day(2024, 3, 20), 10 * 60 + 44,
                [.reading("T3", unit: nil, day: Day(2024, 3, 20), Edit(was: nil, becomes: 35_100))], "多录一个零"
            ),
            (Day(2024, 9, 11), 16 * 60 + 21, [percent("row-13", Day(2024, 9, 11), 19)], nil),
            (Day(2025, 2, 18), 10 * 60 + 8, [percent("row-22", Day(2025, 2, 18), 6)], nil),
        ]
        for (place, mistake) in mistakes.enumerated() {
            let author = Cast.clerk(place)
            var made = Scene(mistake.day, minute: mistake.minute, by: author, mistake.changes, note: mistake.note)
            made.name = "mistake-\(place)"
            tell(made)
            takeBack("mistake-\(place)", mistake.day, minute: mistake.minute + 2, by: author, as: "regret-\(place)")
        }
        // Done again, and undone once more.
        takeBack("regret-2", Day(2023, 5, 16), minute: 15 * 60 + 40, by: Cast.clerk(2), as: "redone")
        takeBack("redone", Day(2023, 5, 16), minute: 15 * 60 + 52, by: Cast.clerk(2), as: "undone")
    }

    private func percent(_ item: Identifier<Item>, _ day: Day, _ percent: Double) -> Change {
        .progress(item, unit: nil, day: day, Edit(was: nil, becomes: .underway(percent: percent)))
    }

    private mutating func takeBack(
        _ name: String, _ day: Day, minute: Int, by author: String, as own: String
    ) {
        var scene = Scene(day, minute: minute, by: author, [])
        scene.undoes = name
        scene.name = own
        tell(scene)
    }
}
