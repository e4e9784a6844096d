import Foundation
import GeoFormats

/// Tables that several suites write and read back.
enum Samples {
  static var lines: FeatureTable {
    var table = FeatureTable(name: "t_cableline", columns: ["cl_code", "cl_long"])
    table.cells = ["CL1", "36.20", "Câble œuvré", "", "CL3", "007"]
    table.geometries = [
      .line([Coordinate(x: 649_800.123, y: 6_977_400.456), Coordinate(x: 649_900, y: 6_977_400)]),
      .line([Coordinate(x: 1, y: 2), Coordinate(x: 3, y: 4), Coordinate(x: 5, y: 6)]),
      nil,
    ]
    return table
  }

  static var points: FeatureTable {
    var table = FeatureTable(name: "t_noeud", columns: ["nd_code"])
    table.cells = ["ND1", "ND2"]
    table.geometries = [.point(Coordinate(x: 649_800, y: 6_977_400)), .point(Coordinate(x: 0.5, y: -0.5))]
    return table
  }

  static var polygons: FeatureTable {
    func ring(_ corners: [(Double, Double)]) -> [Coordinate] { corners.map { Coordinate(x: $0.0, y: $0.1) } }
    var table = FeatureTable(name: "t_zsro", columns: ["zs_code"])
    table.cells = ["ZS1"]
    table.geometries = [
      .multipolygon([
        [
          ring([(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)]),
          ring([(2, 2), (4, 2), (4, 4), (2, 4), (2, 2)]),
        ],
        [ring([(20, 0), (20, 5), (25, 5), (25, 0), (20, 0)])],
      ])
    ]
    return table
  }

  static var accents: FeatureTable {
    var table = FeatureTable(name: "t", columns: ["a"])
    table.cells = ["é", "œ", "Ç"]
    return table
  }

  /// A DBF of ``accents`` with its letters in Windows-1252 instead of UTF-8.
  static func inWindows1252(_ dbf: [UInt8]) -> [UInt8] {
    var bytes = dbf
    for (letter, byte) in [("é", 0xE9), ("œ", 0x9C), ("Ç", 0xC7)] as [(String, UInt8)] {
      guard let range = bytes.firstRange(of: Array(letter.utf8)) else { continue }
      bytes.replaceSubrange(range, with: [byte, UInt8(ascii: " ")])
    }
    return bytes
  }

  /// A folder for one test, gone when the test ends.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("geo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }
}
