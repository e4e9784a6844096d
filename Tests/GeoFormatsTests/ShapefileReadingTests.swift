import FibreTestSupport
import Foundation
import GeoFormats
import Testing

@Suite struct ShapefileReadingTests {
  /// Writes a table, changes its parts, and reads it.
  private func reread(
    _ table: FeatureTable, changing change: (inout [String: [UInt8]]) -> Void = { _ in }
  ) throws -> TableFile {
    try Samples.withFolder { folder in
      var parts = Dictionary(uniqueKeysWithValues: try table.shapefile().map { ($0.suffix, $0.bytes) })
      let suffix = parts["shp"] == nil ? "dbf" : "shp"
      change(&parts)
      for (suffix, bytes) in parts {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(table.name).\(suffix)"))
      }
      return try TableFile(reading: "\(folder)/\(table.name).\(suffix)")
    }
  }

  @Test(arguments: [Samples.lines, Samples.points, Samples.polygons])
  func whatIsWrittenIsReadBack(table: FeatureTable) throws {
    let file = try reread(table)
    #expect(file.table == table)
    #expect(file.lines == Array(1...table.rowCount))
    #expect(file.defects.isEmpty)
  }

  @Test func aDBFAloneIsATableWithoutShapes() throws {
    var table = Samples.lines
    table.geometries = []
    #expect(try reread(table).table == table)
  }

  @Test(arguments: ["shp", "shx", "dbf"])
  func everyTruncatedPartIsRefused(suffix: String) throws {
    let length = try #require(try Samples.lines.shapefile().first { $0.suffix == suffix }).bytes.count
    // The last byte of a DBF is an end mark that not every program writes.
    for kept in 0..<(suffix == "dbf" ? length - 1 : length) {
      #expect(throws: FormatError.self, "\(kept) of \(length) bytes") {
        try reread(Samples.lines) { $0[suffix] = Array($0[suffix, default: []].prefix(kept)) }
      }
    }
  }

  @Test(arguments: ["shx", "dbf"])
  func aMissingPartIsNamed(suffix: String) throws {
    let error = #expect(throws: FormatError.self) { try reread(Samples.lines) { $0[suffix] = nil } }
    guard case .missingFile(let path) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(path.hasSuffix("t_cableline.\(suffix)"))
  }

  @Test func countsThatDifferAreRefused() throws {
    let error = #expect(throws: FormatError.self) {
      var fewer = Samples.lines
      fewer.cells.removeLast(2)
      fewer.geometries.removeLast()
      let dbf = try fewer.shapefile().first { $0.suffix == "dbf" }?.bytes
      _ = try reread(Samples.lines) { $0["dbf"] = dbf }
    }
    guard case .countsDiffer(_, 3, 2) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
  }

  @Test(arguments: [nil, "1252", "ANSI 1252", "CP1252", "windows-1252"] as [String?])
  func windows1252IsReadWhetherDeclaredOrNot(declared: String?) throws {
    let table = Samples.accents
    let file = try reread(table) {
      $0["dbf"] = Samples.inWindows1252($0["dbf", default: []])
      $0["cpg"] = declared.map { Array($0.utf8) }
    }
    #expect(file.table.cells == table.cells)
    #expect(file.defects.isEmpty)
  }

  @Test func aWronglyDeclaredEncodingIsADefectAndTheTextIsRight() throws {
    let utf8CalledLatin = try reread(Samples.accents) { $0["cpg"] = Array("ISO-8859-1".utf8) }
    #expect(utf8CalledLatin.table.cells == Samples.accents.cells)
    #expect(utf8CalledLatin.defects == [TableDefect(line: 1, kind: .declaredEncodingWrong(declared: "ISO-8859-1"))])
    let latinCalledUTF8 = try reread(Samples.accents) { $0["dbf"] = Samples.inWindows1252($0["dbf", default: []]) }
    #expect(latinCalledUTF8.table.cells == Samples.accents.cells)
    #expect(latinCalledUTF8.defects == [TableDefect(line: 1, kind: .declaredEncodingWrong(declared: "UTF-8"))])
  }

  @Test func anEncodingNobodyKnowsIsADefect() throws {
    let file = try reread(Samples.accents) {
      $0["dbf"] = Samples.inWindows1252($0["dbf", default: []])
      $0["cpg"] = Array("KLINGON".utf8)
    }
    #expect(file.table.cells == Samples.accents.cells)
    #expect(file.defects == [TableDefect(line: 1, kind: .declaredEncodingUnknown(declared: "KLINGON"))])
  }

  @Test func textBehindANULByteIsADefect() throws {
    let file = try reread(Samples.lines) {
      guard let start = $0["dbf"]?.firstRange(of: Array("CL1".utf8))?.lowerBound else { return }
      $0["dbf"]?[start + 1] = 0
    }
    #expect(file.table.cells == Array(Samples.lines.cells.dropFirst(2)))
    #expect(file.lines == [2, 3])
    #expect(file.defects.map(\.kind) == [.nulByte])
    #expect(file.defects.first?.text?.hasPrefix("C\u{0}1") == true)
  }

  @Test func aFileThatIsNoShapefileIsRefused() throws {
    #expect(throws: FormatError.self) {
      try reread(Samples.lines) { $0["dbf"] = Array(repeating: 0x41, count: 400) }
    }
  }
}

@Suite struct DamagedFileTests {
  @Test(arguments: ["shp", "shx", "dbf", "prj", "cpg"])
  func aFlippedByteIsReadOrRefusedButNeverStopsTheProgram(suffix: String) throws {
    let parts = try Samples.lines.shapefile()
    let part = try #require(parts.first { $0.suffix == suffix })
    for fault in Faults.byteFlips(of: part.bytes, count: 60, seed: 7) {
      try Samples.withFolder { folder in
        for other in parts {
          let bytes = other.suffix == suffix ? fault.bytes : other.bytes
          try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/t.\(other.suffix)"))
        }
        do throws(FormatError) {
          let file = try TableFile(reading: "\(folder)/t.shp")
          #expect(file.lines.count == file.table.rowCount, "\(suffix), \(fault)")
          #expect(file.table.cells.count == file.table.rowCount * file.table.columns.count, "\(suffix), \(fault)")
        } catch {
          // Refused; which refusal depends on the byte.
        }
      }
    }
  }
}
