import Foundation
import GeoFormats
import Testing

@Suite struct CSVReadingTests {
  private func read(_ bytes: [UInt8]) throws -> TableFile {
    try Samples.withFolder { folder in
      let path = "\(folder)/t_x.csv"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      return try TableFile(reading: path)
    }
  }

  private func read(_ text: String) throws -> TableFile { try read(Array(text.utf8)) }

  @Test func cellsAreTheTextAsWritten() throws {
    let file = try read("a;b;c\n1.10; x ;\n007;12\" tube;\"A\" bis\n")
    #expect(file.table.name == "t_x")
    #expect(file.table.columns == ["a", "b", "c"])
    #expect(file.table.cells == ["1.10", " x ", "", "007", "12\" tube", "\"A\" bis"])
    #expect(file.lines == [2, 3])
    #expect(file.defects.isEmpty)
  }

  @Test func aQuotedCellHoldsSeparatorsQuotesAndLines() throws {
    let file = try read("a;b\n\"x;\"\"y\"\"\nz\";1\n2;3\n")
    #expect(file.table.cells == ["x;\"y\"\nz", "1", "2", "3"])
    #expect(file.lines == [2, 4])
  }

  @Test func aRaggedRowIsADefectWithItsLineAndText() throws {
    let file = try read("a;b\n1;2\n3\n4;5;6\n7;8\n")
    #expect(file.table.cells == ["1", "2", "7", "8"])
    #expect(
      file.defects == [
        TableDefect(line: 3, kind: .cellCount(expected: 2, found: 1), text: "3"),
        TableDefect(line: 4, kind: .cellCount(expected: 2, found: 3), text: "4;5;6"),
      ])
  }

  @Test func aNULByteAndAnOpenQuoteAreDefects() throws {
    let file = try read("a;b\n1;\0\n2;\"open\n3;4\n")
    #expect(file.table.cells == ["3", "4"])
    #expect(
      file.defects == [
        TableDefect(line: 2, kind: .nulByte, text: "1;\0"),
        TableDefect(line: 3, kind: .unterminatedQuote, text: "2;\"open"),
      ])
  }

  @Test(arguments: [",", "\t", "|", ";"])
  func theSeparatorIsTheOneOfTheHeader(separator: String) throws {
    let file = try read("a\(separator)b\n1\(separator)2\n")
    #expect(file.table.columns == ["a", "b"])
    #expect(file.table.cells == ["1", "2"])
  }

  @Test func lineEndsOfWindowsAndAMarkAreNoText() throws {
    let file = try read("\u{FEFF}a;b\r\n1;2\r\n\r\n")
    #expect(file.table.columns == ["a", "b"])
    #expect(file.table.cells == ["1", "2"])
  }

  @Test func aLineThatIsNotUTF8IsWindows1252() throws {
    let file = try read(Array("a\nCâble\n".utf8) + [0xE9, 0x80, 0x0A] + Array("été\n".utf8))
    #expect(file.table.cells == ["Câble", "é€", "été"])
    #expect(file.defects == [TableDefect(line: 3, kind: .notUTF8(lines: 1))])
  }

  @Test func utf16WithAMarkIsRead() throws {
    let text = "\u{FEFF}a;b\né;2\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try read(text).table.cells == ["é", "2"])
  }

  @Test func everyTruncationIsSeenOrIsAWholeNumberOfRows() throws {
    let whole = Array("a;b\n1;2\n\"x\ny\";4\n".utf8)
    for length in 4..<whole.count {
      let file = try read(Array(whole.prefix(length)))
      let atRowEnd = [4, 8, whole.count].contains(length)
      #expect(file.defects.isEmpty == atRowEnd, "\(length) bytes")
    }
  }

  @Test func whatHasNoHeaderOrOneColumnTwiceIsRefused() throws {
    #expect(throws: FormatError.self) { try read("") }
    #expect(throws: FormatError.self) { try read("\n1;2\n") }
    #expect(throws: FormatError.self) { try read("a;b;a\n") }
    #expect(throws: FormatError.missingFile(path: "/nowhere/t.csv")) { try TableFile(reading: "/nowhere/t.csv") }
    #expect(throws: FormatError.unknownFormat(path: "/nowhere/t.tab")) { try TableFile(reading: "/nowhere/t.tab") }
  }

  @Test(arguments: 0..<50)
  func whatIsWrittenIsReadBack(seed: Int) throws {
    let alphabet = [";", "\"", "\n", "\r", "é", "a", " ", ",", "\t", "œ", ""]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var table = FeatureTable(name: "t_x", columns: (0...next(4)).map { "c\($0)" })
    for _ in 0..<table.columns.count * next(6) {
      table.cells.append((0..<next(5)).map { _ in alphabet[next(alphabet.count)] }.joined())
    }
    let file = try read(table.csv())
    #expect(file.table == table, "seed \(seed)")
    #expect(file.defects.isEmpty)
  }

  // MARK: Files of more than one piece, which is two mebibytes

  /// A header and rows that fill a piece but for some bytes; every row begins with `x`.
  private func lines(but bytes: Int) -> [UInt8] {
    func row(_ length: Int) -> [UInt8] { [UInt8](repeating: 0x78, count: length - 3) + Array(";y\n".utf8) }
    var text = Array("a;b\n".utf8)
    while (1 << 21) - bytes - text.count >= 2048 { text += row(1024) }
    return text + row((1 << 21) - bytes - text.count)
  }

  private func lineCount(_ text: [UInt8]) -> Int { text.count { $0 == 0x0A } }

  @Test(arguments: 0..<12)
  func aRowBetweenTwoPiecesIsWhole(distance: Int) throws {
    let head = lines(but: 14) + [UInt8](repeating: UInt8(ascii: "z"), count: distance) + Array(";1\n".utf8)
    let file = try read(head + Array("\"two\nlines of \"\"text\"\"\";2\r\nthird;3\n".utf8) + lines(but: 0))
    let rows = (0..<file.rowCount).filter { !file.rows[$0, 0].hasPrefix("x") && file.rows[$0, 0] != "a" }
    #expect(rows.suffix(2).map { file.rows.row($0) } == [["two\nlines of \"text\"", "2"], ["third", "3"]])
    #expect(rows.suffix(2).map { file.line(of: $0) } == [lineCount(head) + 1, lineCount(head) + 3])
    #expect(file.defects.isEmpty)
  }

  @Test func anOpenQuoteIsOneLineHoweverMuchFollows() throws {
    let file = try read(Array("a;b\n1;\"open\n".utf8) + lines(but: 0) + lines(but: 0))
    #expect(file.defects == [TableDefect(line: 2, kind: .unterminatedQuote, text: "1;\"open")])
    #expect(file.rowCount == 2 * lineCount(lines(but: 0)))
    #expect(file.line(of: 0) == 3)
  }

  @Test func linesThatAreNotUTF8AreCountedOverAllPieces() throws {
    let strange: [UInt8] = [0xE9, UInt8(ascii: ";"), 0x80, 0x0A]
    let file = try read(lines(but: 0) + strange + lines(but: 0) + strange)
    #expect(file.defects == [TableDefect(line: lineCount(lines(but: 0)) + 1, kind: .notUTF8(lines: 2))])
    #expect(file.rows.row(file.rowCount - 1) == ["é", "€"])
  }

  @Test(arguments: [0, 1, 254, 255, 256, 70_000])
  func aCellOfAnyLengthIsReadBack(length: Int) throws {
    let long = String(repeating: "é", count: length / 2) + String(repeating: "x", count: length % 2)
    var table = FeatureTable(name: "t_x", columns: ["a", "b", "c"])
    table.cells = ["1", long, "2", long, "", long]
    #expect(try read(table.csv()).table == table)
  }
}
