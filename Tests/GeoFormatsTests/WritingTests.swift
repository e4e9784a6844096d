import Foundation
import GeoFormats
import Testing

@Suite struct WritingTests {
  @Test func csvQuotesOnlyWhatCannotDoWithout() {
    var table = FeatureTable(name: "t", columns: ["a", "b"])
    table.cells = ["1.10", "Boîte \"A\"", "", "x;y", "\"q\"", "two\nlines"]
    let expected = "a;b\n1.10;Boîte \"A\"\n;\"x;y\"\n\"\"\"q\"\"\";\"two\nlines\"\n"
    #expect(String(decoding: table.csv(), as: UTF8.self) == expected)
  }

  @Test func aShapefileHasTheSameBytesEachTime() throws {
    let table = Samples.lines
    let first = try table.shapefile()
    #expect(try table.shapefile() == first)
    #expect(first.map(\.suffix) == ["shp", "shx", "dbf", "prj", "cpg"])
  }

  @Test func aTableWithoutShapesIsADBFAlone() throws {
    var table = FeatureTable(name: "t", columns: ["a"])
    table.cells = ["x"]
    let suffixes = try table.shapefile().map(\.suffix)
    #expect(suffixes == ["dbf", "cpg"])
  }

  @Test func theProjectionIsLambert93() throws {
    let part = try #require(try Samples.lines.shapefile().first { $0.suffix == "prj" })
    #expect(String(decoding: part.bytes, as: UTF8.self).contains("Lambert"))
  }

  @Test func whatDBFCannotHoldIsRefused() {
    var table = FeatureTable(name: "t", columns: ["eleven_long"])
    #expect(throws: FormatError.columnNameTooLong(table: "t", column: "eleven_long")) { try table.shapefile() }
    table = FeatureTable(name: "t", columns: ["a"])
    table.cells = ["short", String(repeating: "é", count: 128)]
    #expect(throws: FormatError.cellTooLong(table: "t", column: "a", row: 2, bytes: 256)) { try table.shapefile() }
  }

  @Test func shapesOfTwoKindsAreRefused() {
    var table = Samples.lines
    table.geometries[1] = .point(Coordinate(x: 0, y: 0))
    #expect(throws: FormatError.mixedShapes(table: "t_cableline", row: 2)) { try table.shapefile() }
  }

  @Test func aFolderThatIsNotThereIsRefused() {
    let error = #expect(throws: FormatError.self) { try Samples.lines.writeShapefile(into: "/nowhere/at/all") }
    guard case .notWritten(let path, _) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(path == "/nowhere/at/all/t_cableline.shp")
  }
}
