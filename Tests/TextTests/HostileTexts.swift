/// Texts that would do harm on a screen if they reached it as they are.
enum HostileTexts {
    static let all: [String] = written + noncharacters + surrounded + repeated

    private static let written: [String] = [
        "\u{1B}[2J", "\u{1B}[31m红", "\u{1B}]0;title\u{07}", "\u{1B}]52;c;cm0gLXJm\u{07}", "\u{1B}P1$r\u{1B}\\",
        "\u{1B}c", "\u{9B}31m", "\u{9D}0;t\u{9C}", "\u{90}q\u{9C}", "a\rb", "a\nb", "a\r\nb", "a\tb", "a\u{8}\u{8}b",
        "\u{0}", "a\u{0}b", "\u{7F}", "\u{7}", "\u{C}", "\u{B}", "\u{E}\u{F}", "\u{1A}", "\u{85}", "\u{2028}",
        "\u{2029}", "\u{202E}gpj.exe", "\u{2066}a\u{2069}", "\u{200F}א\u{200E}", "\u{61C}١", "知\u{200B}识",
        "知\u{200D}识", "\u{FEFF}知识", "知\u{AD}识", "\u{2060}\u{2061}\u{2062}\u{2063}\u{2064}", "a\u{180E}b",
        "\u{FFF9}a\u{FFFA}b\u{FFFB}", "\u{E0001}\u{E0061}\u{E007F}", "⚠\u{FE0F}", "⚠\u{FE0E}", "葛\u{E0100}",
        "\u{3164}", "\u{115F}\u{1160}", "\u{FFA0}", "\u{1100}\u{1161}\u{11A8}", "\u{34F}", "\u{17B4}\u{17B5}",
        "\u{180B}\u{180C}\u{180D}\u{180F}", "\u{206A}\u{206F}",
        "\u{E000}", "\u{F8FF}", "\u{F0000}", "\u{100000}", "\u{1D173}", "\u{1BCA0}", "\u{13430}", "\u{301}a",
        "\u{20DD}", "\u{302A}", "a\u{301}\u{302}\u{303}", "👨\u{200D}👩\u{200D}👧", "👍🏽", "🇨🇳", "🏴\u{E0067}\u{E007F}",
        "e\u{301}", "é", "ก็็็็็็",
        "Z̸̧̛̗̈́a̵͓͝l̶͔̾g̷͍̈o̴̬͑", "ﷺ", "\u{2065}", "\u{FFF0}", "\u{FFFD}", "𝕒", "\u{1F3FB}", "\u{A0}", "\u{3000}",
    ]

    /// Literals cannot hold these.
    private static let noncharacters = [0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF].compactMap { (code: UInt32) in
        Unicode.Scalar(code).map { String(Character($0)) }
    }

    private static let bad: [String] = [
        "\u{1B}", "\u{9B}", "\u{7F}", "\n", "\t", "\u{202E}", "\u{2067}", "\u{200B}", "\u{FEFF}", "\u{E0041}",
        "\u{301}",
        "\u{FE0F}", "\u{E123}", "\u{1160}",
    ]

    private static let surrounded = bad.flatMap { [$0, $0 + "汉", "汉" + $0, "a" + $0 + "b", $0 + $0, "，\($0)\u{301}"] }

    private static let repeated =
        bad.map { String(repeating: $0, count: 1000) } + ["a" + String(repeating: "\u{302}", count: 998)]
}
