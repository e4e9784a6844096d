import FibreModel
import GeoFormats

/// Findings about files and rows as such, before anything is known of networks.
enum DeliveryFindings {
  /// A table that could not be read at all.
  static func unreadable(_ fileName: String, _ error: FormatError) -> Finding {
    let reason: Sentence =
      switch error {
      case .missingFile(let path): "the part \(name(path)) is missing"
      case .unreadable(_, let reason): "it can't be opened (\(reason))"
      case .truncated(let path, let expected, let found):
        "\(name(path)) is cut short: \(found) bytes of \(expected)"
      case .countsDiffer(_, let shapes, let records): "it has \(shapes) shapes but \(records) records"
      case .columnsDiffer(_, let found, let described): "it has \(found) columns and describes \(described)"
      case .noHeader: "it has no header line"
      case .duplicateColumn(_, let column): "it has the column \(column) twice"
      case .unknownFormat, .unknownLayer, .noTransform, .columnNameTooLong, .cellTooLong, .mixedShapes, .notWritten,
        .severalFiles:
        "its format is not known"
      }
    return Finding(
      rule: "table.unreadable", severity: .error, place: fileName, code: "",
      message: "\(fileName) was not read: \(reason). Ask for the file again; nothing of it is in the network.")
  }

  /// A defect that the reader of a file found; the row it concerns, if it was left out, goes to quarantine.
  static func defect(_ defect: TableDefect, in table: DeliveryTable) -> Finding {
    let (rule, severity, message) = wording(defect.kind)
    return Finding(
      rule: rule, severity: severity, place: "\(table.fileName):\(table.line(recorded: defect.line))", code: "",
      message: message)
  }

  private static func wording(_ kind: TableDefect.Kind) -> (String, Finding.Severity, Sentence) {
    switch kind {
    case .cellCount(let expected, let found):
      (
        "row.ragged", .error,
        "The row has \(found) cells and the header \(expected); it was not imported. Mend the row."
      )
    case .nulByte:
      ("row.nul-byte", .error, "The row holds a NUL byte; it was not imported. Ask for the file again.")
    case .unterminatedQuote:
      ("row.open-quote", .error, "A cell opens with a quote that nothing closes; the line was not imported. Close it.")
    case .notUTF8(let lines):
      (
        "table.encoding", .warning,
        "From this line on, \(lines) lines are not UTF-8; they were read as Windows-1252. Save the file as UTF-8."
      )
    case .declaredEncodingWrong(let declared):
      (
        "table.encoding", .warning,
        "The .cpg says \(declared), which the text contradicts; it was read as what it is. Correct the .cpg."
      )
    case .declaredEncodingUnknown(let declared):
      (
        "table.encoding", .warning,
        "The .cpg names the unknown encoding \(declared); UTF-8, else Windows-1252, was used. Correct the .cpg."
      )
    case .noFinalLineEnd:
      (
        "table.cut-short", .warning,
        "The last line has no line end: the file may have been cut short. Compare its length."
      )
    case .shapeLeftOut:
      (
        "shape.unreadable", .warning,
        "The row's shape is empty or of another kind; the row has none now. Draw it again."
      )
    }
  }

  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
