// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house and the arrows between them, as the README draws them. HouseTests compares every `import`
// under Sources/ with this file, because the build lets undeclared siblings pass.

/// One list for every Swift target: strict, and free of surprises from imports that leak.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    // Types of generics are made from what the compiler knows. By default the program looks them up by name, and goes
    // through all conformances there are for each: 4 of 14 million instructions to the first frame.
    .unsafeFlags(
        ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
    // A section for each function, so that the linker can put them in an order and leave out those nobody calls. Functions
    // that were merged because they do the same have no names to be put in an order by.
    .unsafeFlags(
        ["-Xfrontend", "-function-sections", "-Xfrontend", "-disable-llvm-merge-functions-pass"],
        .when(configuration: .release)),
]

/// The release program is one static file: its first frame comes six times sooner than with Swift's dynamic libraries,
/// and it runs on machines without a Swift toolchain. The three libraries are what swift-argument-parser's
/// FoundationEssentials needs in a static link.
let oneFile = LinkerSetting.unsafeFlags(
    ["-static-executable", "-l_FoundationCShims", "-l_FoundationCollections", "-lswiftSynchronization"],
    .when(configuration: .release))

/// The 6,000 functions that a session calls lie side by side, of 70,000 that are linked: it holds 4 MB less of 14, and its
/// first frame takes a tenth less of a processor. Names that are no longer there do no harm.
let inOrder = LinkerSetting.unsafeFlags(
    [
        "-use-ld=lld", "-Xlinker", "--gc-sections", "-Xlinker", "--no-warn-symbol-ordering",
        "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Data/functions.order",
        "-Xlinker", "-T", "-Xlinker", "\(Context.packageDirectory)/Data/text.ld",
    ], .when(configuration: .release))

func room(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: house)
}

func tests(_ name: String, _ imports: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: imports, swiftSettings: house)
}

let package = Package(
    name: "lianxi",
    products: [.executable(name: "lianxi", targets: ["lianxi"])],
    dependencies: [
        // One declaration gives parsing, help and shell completions, and its mistakes exit with 64 as people expect.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // Ground floor: pure, the standard library only.
        room("WorkPlan"),
        room("StrictJSON"),
        room("Text"),
        .target(name: "CLinux"),
        .target(name: "CAssets"),
        // Its module map names the libraries: pkg-config would only add flags that the build warns of.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),

        // Disk, desk, paper, terminal: they do not know each other.
        room("Ledger", ["WorkPlan", "StrictJSON", "CLinux"]),
        room("Cells", ["Text", "StrictJSON"]),
        room("Dashboard", ["WorkPlan", "Cells", "Text"]),
        room("Documents", ["WorkPlan", "Text"]),
        room("Curses", ["Cells", "Text", "CNcurses", "CLinux"]),

        .executableTarget(
            name: "lianxi",
            dependencies: [
                "WorkPlan", "StrictJSON", "Text", "Ledger", "Cells", "Dashboard", "Documents", "Curses", "CLinux",
                "CAssets",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house,
            linkerSettings: [oneFile, inOrder, .unsafeFlags(["-Xlinker", "-s"], .when(configuration: .release))]),

        // Not part of the tests: it asserts nothing and takes minutes. Linked as the program is, because it measures the
        // ledger's rooms by calling them.
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "WorkPlan", "StrictJSON", "Ledger",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Benchmark", exclude: ["hello.c"], swiftSettings: house, linkerSettings: [oneFile, inOrder]),

        tests("WorkPlanTests", ["WorkPlan"]),
        tests("StrictJSONTests", ["StrictJSON"]),
        tests("TextTests", ["Text"]),
        tests("CellsTests", ["Cells", "Text", "CAssets"]),
        tests("LedgerTests", ["Ledger", "WorkPlan", "StrictJSON", "CAssets"]),
        tests("DashboardTests", ["Dashboard", "WorkPlan", "Cells", "Text", "Ledger", "CAssets"]),
        tests("DocumentsTests", ["Documents", "WorkPlan"]),
        tests("CursesTests", ["Curses", "Cells", "Text", "CLinux", "CNcurses"]),
        tests("LianxiTests", ["lianxi", "Curses", "Dashboard", "Ledger", "Cells", "WorkPlan"]),
    ],
    // C23, for `#embed`.
    cLanguageStandard: .c2x
)
