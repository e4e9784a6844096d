import CGDAL

extension TableFile {
  /// Reads a Shapefile, or a DBF alone.
  ///
  /// Text is in the encoding that the `.cpg` names, else each cell is UTF-8 when it is valid UTF-8 and Windows-1252
  /// otherwise. A declared encoding that the text contradicts is a defect, and the text is read as what it is.
  static func readShapefile(_ path: String) throws(FormatError) -> TableFile {
    let check = try ShapefileCheck(path)
    return try GDALLibrary.quietly { () throws(FormatError) in
      // An empty ENCODING makes GDAL hand out the bytes as they are.
      let dataset = try VectorDataset(path, options: ["ENCODING="])
      guard let layer = dataset.layers.first else { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
      var reading = LayerReading(layer, firstRow: 0)
      reading.readRows()
      if GDALLibrary.hasFailed { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
      guard reading.columns.count == check.columnCount, check.columnCount > 0 else {
        throw .columnsDiffer(path: path, found: reading.columns.count, described: check.columnCount)
      }
      if let column = reading.columns.firstRepeatedName() { throw .duplicateColumn(path: path, column: column) }
      var text = TextOfCells(rows: reading.rows, declared: check.encoding)
      let defects = reading.defects + text.settle(raw: reading.raw)
      var file = TableFile(
        path: path, name: stem(path), columns: reading.columns, rows: text.rows, geometries: reading.geometries,
        lines: reading.lines, defects: defects)
      file.leaveOut(check.recordsWithNUL)
      return file
    }
  }
}

/// The cells of a table as bytes, to be decoded when the encoding of the whole file is settled.
private struct TextOfCells {
  private(set) var rows: CellRows
  let declared: String?

  init(rows: CellRows, declared: String?) {
    self.rows = rows
    self.declared = declared
  }

  /// Decodes the cells that are not plain ASCII, and tells where the declared encoding was of no use.
  mutating func settle(raw: RawCells) -> [TableDefect] {
    guard let row = raw.firstRow else { return [] }
    guard let declared, !declared.isEmpty else {
      if !raw.areUTF8 { guess() }
      return []
    }
    // French text in a single-byte encoding is never valid UTF-8 throughout: `é` there is not followed by `©`.
    let isDeclaredUTF8 = ["UTF-8", "UTF8", "65001"].contains(declared.uppercased())
    if raw.areUTF8 != isDeclaredUTF8 {
      if !raw.areUTF8 { guess() }
      return [TableDefect(line: row + 1, kind: .declaredEncodingWrong(declared: declared))]
    }
    if raw.areUTF8 || decode(from: Self.name(declared)) { return [] }
    guess()
    return [TableDefect(line: row + 1, kind: .declaredEncodingUnknown(declared: declared))]
  }

  private mutating func decode(from encoding: String) -> Bool {
    let decoded = rows.replacingText { cell in
      TextDecoding.decode(Array(cell), from: encoding).map { Array($0.utf8) }
    }
    guard let decoded else { return false }
    rows = decoded
    return true
  }

  private mutating func guess() {
    let guessed = rows.replacingText { cell in
      TextDecoding.isUTF8(cell) ? Array(cell) : Array(TextDecoding.windows1252(cell).utf8)
    }
    rows = guessed ?? rows
  }

  /// The name that iconv has for the name in a `.cpg`, where a bare number is a code page.
  private static func name(_ declared: String) -> String {
    let upper = declared.uppercased().replacing("ANSI ", with: "").replacing("OEM ", with: "")
    switch Int(upper) {
    case .some(let number) where (88591...88599).contains(number): return "ISO-8859-\(number - 88590)"
    case .some(let number) where (885910...885916).contains(number): return "ISO-8859-\(number - 885900)"
    case .some(let number): return "CP\(number)"
    case .none: return upper
    }
  }
}
