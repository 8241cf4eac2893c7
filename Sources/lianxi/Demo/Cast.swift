import WorkPlan

/// Who appears in the demonstration. All names and numbers are invented.
enum Cast {
    /// 联席会议办公室
    static let secretariat = ["沈悦", "陆建平", "周晓岚"]

    /// 联络员 of the units that report, in the order of the telephone list.
    static let officers: [(unit: Identifier<Unit>, name: String, role: String)] = [
        ("scjgj", "吴海燕", "知识产权促进处"), ("fgw", "顾志明", "创新和高技术发展处"), ("jxj", "沈伟强", "企业培育处"),
        ("kjj", "钱敏", "成果转化处"), ("jrb", "张晓东", "银行保险处"), ("czj", "王丽娟", "企业处"),
        ("jyj", "陈国良", "高等教育处"), ("rhjx", "徐立群", "货币信贷科"), ("ybj", "何静", "普惠金融科"),
        ("nyncj", "朱建华", "市场信息处"), ("gaj", "俞峰", "经侦支队"), ("sfj", "姚琴", "法治督察处"),
        ("jcy", "马俊杰", "第四检察部"), ("fy", "方蕾", "知识产权审判庭"), ("rsj", "金秀英", "专业技术人员处"),
        ("nanhu", "李佳", "区府办"), ("xiuzhou", "潘卫东", "区府办"), ("jiashan", "陆萍", "县府办"),
        ("pinghu", "许文斌", "市府办"), ("haiyan", "曹建新", "县府办"), ("haining", "严芳", "市府办"),
        ("tongxiang", "沈国平", "市府办"),
    ]

    /// Officers who hand over to others, and when.
    static let successors: [(unit: Identifier<Unit>, name: String, role: String, from: Day)] = [
        ("kjj", "罗一鸣", "成果转化处", Day(2023, 9, 4)), ("haiyan", "富春梅", "县府办", Day(2024, 1, 15)),
    ]

    static let renames: [(unit: Identifier<Unit>, from: Day, name: String)] = [
        ("ybj", Day(2023, 7, 20), "国家金融监督管理总局嘉兴监管分局"), ("rhjx", Day(2023, 8, 18), "中国人民银行嘉兴市分行"),
    ]

    /// 0573-80000101 and so on: no such numbers are given out.
    static func telephone(_ place: Int) -> String { "0573-80000\(101 + place)" }

    static func officer(of unit: Identifier<Unit>, on day: Day) -> String {
        successors.last { $0.unit == unit && $0.from <= day }?.name
            ?? officers.first { $0.unit == unit }?.name ?? "联络员"
    }

    /// How a unit's own entries are signed: 市科技局 钱敏.
    static func author(_ unit: Unit, on day: Day) -> String {
        let name = renames.last { $0.unit == unit.id && $0.from <= day }?.name ?? unit.name
        return "\(name) \(officer(of: unit.id, on: day))"
    }

    /// One of the secretariat, by turns.
    static func clerk(_ turn: Int) -> String { secretariat[turn % secretariat.count] }
}

extension Day {
    /// A day as the story's tables write it: year, month, day.
    init(_ year: Int, _ month: Int, _ day: Int) {
        self = Day(year: year, month: month, day: day) ?? Day(number: 0)
    }
}
