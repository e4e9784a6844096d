extension FeatureTable {
  /// The table as GraceTHD wants its CSV: UTF-8, `;`, a header line, LF line ends, no quotes unless unavoidable.
  ///
  /// Quotes are unavoidable around a cell that holds the separator or a line end, or that begins with a quote.
  /// Shapes are left out. The same table gives the same bytes.
  public func csv() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(cells.count * 8)
    appendCSVHeader(to: &bytes)
    appendCSVRows(to: &bytes)
    return bytes
  }

  func appendCSVHeader(to bytes: inout [UInt8]) { Self.append(columns[...], to: &bytes) }

  func appendCSVRows(to bytes: inout [UInt8]) {
    for index in 0..<rowCount { Self.append(row(index), to: &bytes) }
  }

  /// Writes ``csv()`` to `folder` under the table's name; returns the path.
  @discardableResult
  public func writeCSV(into folder: String) throws(FormatError) -> String {
    let path = "\(folder)/\(name).csv"
    try FileBytes.write(csv(), to: path)
    return path
  }

  private static func append(_ row: ArraySlice<String>, to bytes: inout [UInt8]) {
    // A row of one empty cell would be a blank line, which readers skip.
    let isBlank = row.count == 1 && row.first == ""
    for (offset, cell) in row.enumerated() {
      if offset > 0 { bytes.append(UInt8(ascii: ";")) }
      if isBlank || needsQuotes(cell) {
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
      } else {
        bytes.append(contentsOf: cell.utf8)
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func needsQuotes(_ cell: String) -> Bool {
    var isFirst = true
    for byte in cell.utf8 {
      switch byte {
      case UInt8(ascii: ";"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
      case UInt8(ascii: "\"") where isFirst: return true
      default: isFirst = false
      }
    }
    return false
  }
}
