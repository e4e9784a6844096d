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
      var reading = LayerReading(layer, name: stem(path), firstRow: 0)
      reading.readRows()
      if GDALLibrary.hasFailed { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
      guard reading.table.columns.count == check.columnCount, check.columnCount > 0 else {
        throw .columnsDiffer(path: path, found: reading.table.columns.count, described: check.columnCount)
      }
      if let column = reading.table.columns.firstRepeatedName() { throw .duplicateColumn(path: path, column: column) }
      let text = TextOfCells(raw: reading.raw, declared: check.encoding)
      let defects = reading.defects + text.settle(&reading.table)
      var file = TableFile(path: path, table: reading.table, lines: reading.lines, defects: defects)
      file.leaveOut(check.recordsWithNUL)
      return file
    }
  }

  private mutating func leaveOut(_ records: [(record: Int, text: String)]) {
    for (record, text) in records {
      guard let row = lines.firstIndex(of: record) else { continue }
      defects.append(TableDefect(line: record, kind: .nulByte, text: text))
      lines.remove(at: row)
      table.cells.removeSubrange(row * table.columns.count..<(row + 1) * table.columns.count)
      if !table.geometries.isEmpty { table.geometries.remove(at: row) }
    }
    defects.sort { $0.line < $1.line }
  }
}

/// The cells that are not plain ASCII, to be decoded when the encoding of the whole file is settled.
private struct TextOfCells {
  let raw: [RawCell]
  let declared: String?

  /// Writes the text into the table's cells, and tells where the declared encoding was of no use.
  func settle(_ table: inout FeatureTable) -> [TableDefect] {
    guard let declared, !declared.isEmpty, !raw.isEmpty else {
      guess(&table)
      return []
    }
    // French text in a single-byte encoding is never valid UTF-8 throughout: `é` there is not followed by `©`.
    let isUTF8 = raw.allSatisfy { TextDecoding.isUTF8($0.bytes) }
    let isDeclaredUTF8 = ["UTF-8", "UTF8", "65001"].contains(declared.uppercased())
    let line = (raw.first?.cell ?? 0) / table.columns.count + 1
    if isUTF8 != isDeclaredUTF8 {
      guess(&table)
      return [TableDefect(line: line, kind: .declaredEncodingWrong(declared: declared))]
    }
    if isUTF8 || decode(&table, from: Self.name(declared)) {
      if isUTF8 { guess(&table) }
      return []
    }
    guess(&table)
    return [TableDefect(line: line, kind: .declaredEncodingUnknown(declared: declared))]
  }

  private func decode(_ table: inout FeatureTable, from encoding: String) -> Bool {
    for raw in raw {
      guard let text = TextDecoding.decode(raw.bytes, from: encoding) else { return false }
      table.cells[raw.cell] = text
    }
    return true
  }

  private func guess(_ table: inout FeatureTable) {
    for raw in raw {
      table.cells[raw.cell] = String(validating: raw.bytes, as: UTF8.self) ?? TextDecoding.windows1252(raw.bytes)
    }
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
