import Foundation
import GeoFormats
import Testing

@Suite struct GeoPackageReadingTests {
  @Test func theLayersOfAGeoPackageAreTheShapefilesItWasMadeFrom() throws {
    try Samples.withFolder { folder in
      let shapefile = try Samples.lines.writeShapefile(into: folder)
      let package = "\(folder)/delivery.gpkg"
      guard try run("ogr2ogr", [package, shapefile]) else {
        print("skipped: ogr2ogr (gdal-bin) is not installed")
        return
      }
      let files = try TableFile.readGeoPackage(package)
      #expect(files.map(\.table) == [Samples.lines])
      #expect(files.map(\.lines) == [[1, 2, 3]])
    }
  }

  @Test func aFileThatIsNoGeoPackageIsRefused() throws {
    try Samples.withFolder { folder in
      let path = "\(folder)/x.gpkg"
      try Data("not a database".utf8).write(to: URL(fileURLWithPath: path))
      #expect(throws: FormatError.self) { try TableFile.readGeoPackage(path) }
      #expect(throws: FormatError.missingFile(path: "\(folder)/y.gpkg")) {
        try TableFile.readGeoPackage("\(folder)/y.gpkg")
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
