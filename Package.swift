// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 mode, explicit existentials, imports internal unless said otherwise.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], golden: Bool = false, exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "FibreTestSupport"] + dependencies,
    exclude: (golden ? ["Golden"] : []) + exclude, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "epissure",
  products: [
    .executable(name: "epissure", targets: ["epissure"]),
    .executable(name: "epissure-bench", targets: ["epissure-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // C shims: headers and inline wrappers only
    .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CCbc", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"])]),

    // 0: leaves, which know nothing of each other
    library("FibreModel"),
    library("RouteEngine"),
    library("Solver", ["CCbc"]),
    library("GeoFormats", ["CGDAL"]),

    // 1: the questions people ask
    library("FibrePlanning", ["FibreModel", "RouteEngine", "Solver"]),
    library("FibreProgramme", ["FibreModel"]),

    // 2: adapters, one outside world each
    library("FibreStore", ["FibreModel", grdb, sqlite]),
    library("FibreExchange", ["FibreModel", "FibreProgramme", "GeoFormats"]),
    library("FibreDiagrams", ["FibreModel", "FibrePlanning", "CGraphviz"]),
    library("FibreSamples", ["FibreModel", "FibreProgramme", "GeoFormats"]),

    // 3: what people receive
    library(
      "FibreDeliverables",
      ["FibreModel", "FibrePlanning", "FibreProgramme", "FibreDiagrams", "CXlsxWriter", "CPangoCairo", "CQREncode"]),

    // 5: programs
    .executableTarget(
      name: "epissure",
      dependencies: [
        "FibreModel", "FibrePlanning", "FibreProgramme", "FibreStore", "FibreExchange", "FibreDiagrams",
        "FibreSamples", "FibreDeliverables", arguments,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "epissure-bench",
      dependencies: [
        "FibreModel", "RouteEngine", "FibrePlanning", "FibreProgramme", "FibreStore", "FibreExchange",
        "FibreDeliverables", arguments,
      ],
      swiftSettings: strict),

    // tests
    .target(
      name: "FibreTestSupport", dependencies: ["FibreModel"], path: "Tests/FibreTestSupport", swiftSettings: strict),
    tests("FibreModel"),
    tests("RouteEngine"),
    tests("Solver"),
    tests("GeoFormats"),
    tests("FibrePlanning", ["FibreModel", "FibreExchange"]),
    tests("FibreProgramme", ["FibreModel"]),
    tests("FibreStore", ["FibreModel", "FibreProgramme", grdb, sqlite], golden: true),
    tests(
      "FibreExchange", ["FibreModel", "FibrePlanning", "FibreProgramme", "GeoFormats", "FibreSamples"], golden: true),
    tests("FibreDiagrams", ["FibreModel", "FibrePlanning"], golden: true),
    tests("FibreSamples", ["FibreModel", "FibreProgramme", "FibreExchange", "GeoFormats"], golden: true),
    tests(
      "FibreDeliverables", ["FibreModel", "FibrePlanning", "FibreProgramme", "FibreSamples"], golden: true,
      exclude: ["Deployment/Golden"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["FibreModel", "FibrePlanning"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["FibreTestSupport", grdb], exclude: ["Golden"], swiftSettings: strict),
  ]
)
