/// Something in a file that a table can't hold, or that had to be guessed.
public struct TableDefect: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The row has another number of cells than the header; it is not in the table.
    case cellCount(expected: Int, found: Int)
    /// The row holds a NUL byte, which text never does; it is not in the table.
    case nulByte
    /// A cell opens with a quote that nothing closes; the line is not in the table.
    case unterminatedQuote
    /// This line and `lines - 1` more are not UTF-8 and were read as Windows-1252.
    case notUTF8(lines: Int)
    /// The text is not in the encoding that the file declares; it was read as the one it is in.
    case declaredEncodingWrong(declared: String)
    /// The declared encoding has a name that nobody knows; the text was read as UTF-8 or else Windows-1252.
    case declaredEncodingUnknown(declared: String)
    /// The last line has no line end: the file may have been cut short.
    case noFinalLineEnd
    /// The row's shape is empty or of a kind that ``Geometry`` doesn't have; the row is in the table without it.
    case shapeLeftOut
  }

  /// The line of a CSV file or the record of another, from 1; a CSV's header is line 1.
  public var line: Int
  public var kind: Kind
  /// The row word for word, when it is not in the table.
  public var text: String?

  /// Makes a defect; `text` is the row that is not in the table.
  public init(line: Int, kind: Kind, text: String? = nil) {
    self.line = line
    self.kind = kind
    self.text = text
  }
}

/// A table as it was found in a file: its rows, where each stood, and what was wrong with the file.
///
/// Every row of the file is either in `rows` or, word for word, in one of the `defects`.
public struct TableFile: Sendable {
  /// The file, as it was asked for.
  public let path: String
  /// The table's name, without folder or suffix: `t_cable`.
  public let name: String
  public let columns: [String]
  public private(set) var rows: CellRows
  /// One element a row, or none at all when the table has no geometry.
  public private(set) var geometries: [Geometry?]
  private var rowLines: RowLines
  /// Sorted by line.
  public private(set) var defects: [TableDefect]

  /// Reads a `.csv`, `.shp` or `.dbf` file; a Shapefile's parts are found beside it.
  ///
  /// Cells are the text as it is written, without the padding of DBF; dates of DBF become `2027-01-12`.
  public init(reading path: String) throws(FormatError) {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv": self = try Self.readCSV(path)
    case "shp", "dbf": self = try Self.readShapefile(path)
    default: throw .unknownFormat(path: path)
    }
  }

  init(
    path: String, name: String, columns: [String], rows: CellRows, geometries: [Geometry?] = [], lines: RowLines,
    defects: [TableDefect]
  ) {
    self.path = path
    self.name = name
    self.columns = columns
    self.rows = rows
    self.geometries = geometries
    rowLines = lines
    self.defects = defects.sorted { $0.line < $1.line }
  }

  /// How many rows were read, those that were let go included.
  public var rowCount: Int { columns.isEmpty ? 0 : rowLines.count }
  /// The line (CSV, the header being line 1) or record (others, from 1) of a row.
  public func line(of row: Int) -> Int { rowLines[row] }
  /// The line or record of each row; O(rows).
  public var lines: [Int] { (0..<rowCount).map { rowLines[$0] } }

  /// The table with each cell as a text of its own, which takes many times the memory; O(cells).
  public var table: FeatureTable {
    var table = FeatureTable(name: name, columns: columns)
    table.cells = (0..<rows.count).flatMap { rows.row($0) }
    table.geometries = geometries
    return table
  }

  /// Gives back the memory of cells and shapes that nobody will ask for again; counts, lines and defects stay.
  public mutating func letRowsGo() {
    rows = CellRows(columnCount: columns.count)
    geometries = []
  }

  /// Moves rows to the defects.
  mutating func leaveOut(_ records: [(record: Int, text: String)]) {
    guard !records.isEmpty else { return }
    var lines = lines
    for (record, text) in records {
      guard let row = lines.firstIndex(of: record) else { continue }
      defects.append(TableDefect(line: record, kind: .nulByte, text: text))
      lines.remove(at: row)
      rows.remove(row: row)
      if !geometries.isEmpty { geometries.remove(at: row) }
    }
    rowLines = RowLines(lines)
    defects.sort { $0.line < $1.line }
  }

  /// The name of the file of a path, without folder and suffix.
  static func stem(_ path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }
}

extension Sequence<String> {
  /// The first name that stood there before; capitals make no difference.
  func firstRepeatedName() -> String? {
    var seen: Set<String> = []
    return first { !seen.insert($0.lowercased()).inserted }
  }
}
