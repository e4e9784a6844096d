/// A module of the program and the modules of the program that it uses.
public struct CodeModule: Hashable, Sendable {
  public let name: String
  /// In order of name; C shims among them, packages of others not.
  public let dependencies: [String]
}

/// The modules of the program in their layers, lowest first. Written out here, since the program runs without its
/// sources; a test holds it against the package's manifest.
public enum CodeLayers {
  /// Each layer's modules in order of name; a module uses lower layers only.
  public static let all: [[CodeModule]] = [
    [
      module("CCbc"), module("CGDAL"), module("CGraphviz"), module("CPangoCairo"), module("CQREncode"),
      module("CXlsxWriter"),
    ],
    [module("FibreModel"), module("GeoFormats", "CGDAL"), module("RouteEngine"), module("Solver", "CCbc")],
    [module("FibrePlanning", "FibreModel", "RouteEngine", "Solver"), module("FibreProgramme", "FibreModel")],
    [
      module("FibreDiagrams", "CGraphviz", "FibreModel", "FibrePlanning"),
      module("FibreExchange", "FibreModel", "FibreProgramme", "GeoFormats"),
      module("FibreSamples", "FibreModel", "FibreProgramme", "GeoFormats"),
      module("FibreStore", "FibreModel"),
    ],
    [
      module(
        "FibreDeliverables", "CPangoCairo", "CQREncode", "CXlsxWriter", "FibreDiagrams", "FibreModel",
        "FibrePlanning", "FibreProgramme")
    ],
    [
      module(
        "epissure", "FibreDeliverables", "FibreDiagrams", "FibreExchange", "FibreModel", "FibrePlanning",
        "FibreProgramme", "FibreSamples", "FibreStore"),
      module(
        "epissure-bench", "FibreDeliverables", "FibreExchange", "FibreModel", "FibrePlanning", "FibreProgramme",
        "FibreStore", "RouteEngine"),
    ],
  ]

  private static func module(_ name: String, _ dependencies: String...) -> CodeModule {
    CodeModule(name: name, dependencies: dependencies)
  }
}
