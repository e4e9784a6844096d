import FibreExchange
import FibreModel
import Foundation
import Testing

@Suite struct GeoPackageDeliveryTests {
  @Test func aGeoPackageIsTheSameNetworkAsItsShapefilesAndCSV() throws {
    try SmallDelivery().written { folder in
      let package = folder + "-package/delivery.gpkg"
      let parent = (package as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: parent) }
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      for file in files where file.hasSuffix(".csv") || file.hasSuffix(".shp") {
        guard try run("ogr2ogr", ["-f", "GPKG", "-update", "-append", package, "\(folder)/\(file)"]) else {
          print("skipped: ogr2ogr (gdal-bin) is not installed")
          return
        }
      }
      let expected = try GraceTHDImport(reading: folder)
      for path in [package, parent] {
        let imported = try GraceTHDImport(reading: path)
        #expect(imported.network == expected.network)
        #expect(imported.report.read == expected.report.read)
      }
    }
  }

  private func run(_ tool: String, _ arguments: [String]) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
