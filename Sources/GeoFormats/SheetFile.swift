import CGDAL
import Foundation

/// A file of rows that people fill in: CSV, or a workbook of Excel or LibreOffice. No row is taken for a header.
public struct SheetFile: Hashable, Sendable {
  /// One sheet of a workbook; a CSV file is one sheet.
  public struct Sheet: Hashable, Sendable {
    /// Empty for CSV.
    public var name: String
    /// Blank rows are left out.
    public var rows: [Row]
  }

  /// A row and the line it stands on, from 1.
  public struct Row: Hashable, Sendable {
    public var line: Int
    /// As text: numbers with a point, what a formula last came to, and nothing for cells merged into another.
    public var cells: [String]
  }

  /// In the order of the file.
  public var sheets: [Sheet]
  /// Lines of a CSV file that are no rows, and what had to be guessed.
  public var defects: [TableDefect]

  /// Reads a `.csv`, `.txt`, `.tsv`, `.xlsx`, `.xlsm` or `.ods` file; macros are never run.
  public init(reading path: String) throws(FormatError) {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv", "txt", "tsv":
      let (bytes, notUTF8) = TextDecoding.utf8(try FileBytes.read(path))
      var scanner = CSVScanner(bytes: bytes)
      sheets = [Sheet(name: "", rows: scanner.raggedRows().map { Row(line: $0.line, cells: $0.cells) })]
      defects = scanner.defects
      if let notUTF8 { defects.append(TableDefect(line: notUTF8.first, kind: .notUTF8(lines: notUTF8.lines))) }
    case "xlsx", "xlsm", "ods":
      sheets = try Self.workbook(path)
      defects = []
    default: throw .unknownFormat(path: path)
    }
  }

  /// GDAL takes the first row for a header, and numbers for numbers, unless it is told not to.
  private static let settings = [
    ("OGR_XLSX_HEADERS", "DISABLE"), ("OGR_XLSX_FIELD_TYPES", "STRING"), ("OGR_ODS_HEADERS", "DISABLE"),
    ("OGR_ODS_FIELD_TYPES", "STRING"),
  ]

  private static func workbook(_ path: String) throws(FormatError) -> [Sheet] {
    guard FileManager.default.fileExists(atPath: path) else { throw .missingFile(path: path) }
    return try GDALLibrary.quietly { () throws(FormatError) in
      for (name, value) in settings { CPLSetThreadLocalConfigOption(name, value) }
      defer { for (name, _) in settings { CPLSetThreadLocalConfigOption(name, nil) } }
      let workbook = try WorkbookForGDAL(path)
      let dataset = try VectorDataset(workbook.path)
      return try dataset.layers.map { layer throws(FormatError) in
        var reading = LayerReading(layer, firstRow: 1)
        reading.readRows()
        if GDALLibrary.hasFailed { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
        let name = String(cString: OGR_L_GetName(layer))
        return Sheet(name: name, rows: rows(TableFile(reading, path: path, name: name, lines: reading.lines)))
      }
    }
  }

  private static func rows(_ file: TableFile) -> [Row] {
    (0..<file.rowCount).compactMap { index in
      let cells = file.rows.row(index)
      return cells.contains { !$0.isEmpty } ? Row(line: file.line(of: index), cells: cells) : nil
    }
  }
}
