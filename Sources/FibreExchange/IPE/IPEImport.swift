public import FibreModel
import GeoFormats

/// An IPE file read: every line is an address of the snapshot, or one of those that a finding speaks of.
///
/// 220,000 lines of 63 columns take about a second; the file is read in pieces, also out of a ZIP.
public struct IPEImport: Sendable {
  public let snapshot: AddressSnapshot
  /// What the file does not tell; where it tells no number of plugs, the lines have zero.
  public let gaps: SnapshotGaps
  /// Lines below the header, blank ones left out.
  public let lineCount: Int
  /// In order of place.
  public let findings: [Finding]

  /// Reads a file as the snapshot of a day, which the file itself does not say.
  ///
  /// Columns are found by name in any order and case; those that are not known are passed over. What is missing or can't
  /// be read is a finding.
  public init(reading path: String, date: CalendarDate) throws(IPEError) {
    do throws(FormatError) {
      var rows = try RowReader(try ByteStream(reading: path))
      guard try rows.next() else { throw .noHeader(path: path) }
      let columns = IPEColumns(header: rows.cells.indices.map { rows.cell($0) })
      let file = path.split(separator: "/").last.map(String.init) ?? path
      guard columns.offset(.state) != nil, columns.offset(.address) != nil || columns.offset(.addressNumber) != nil
      else {
        throw .noHeader(path: path)
      }
      var reading = IPEReading(columns: columns, cellCount: rows.cells.count, file: file)
      while try rows.next() { reading.take(rows) }
      let lines = reading.sortedLines()
      snapshot = AddressSnapshot(date: date, source: file, lines: lines)
      lineCount = reading.lineCount
      gaps = SnapshotGaps(missing: Set(columns.missing.compactMap(\.part)), withoutPlugs: reading.withoutPlugs)
      findings = IPEImport.findings(of: columns, file) + reading.findings.all
    } catch {
      throw IPEError(error, path: path)
    }
  }

  /// Lines that are not in the snapshot.
  public var leftOutCount: Int { lineCount - snapshot.lines.count }

  private static func findings(of columns: IPEColumns, _ file: String) -> [Finding] {
    columns.missing.filter(\.isMissed).map { column in
      Finding(
        rule: "ipe.column-missing", severity: .warning, place: "\(file):1", code: column.rawValue,
        message: "The file has no column \(column.rawValue); what earlier lists told of it is kept. Ask for it.")
    }
      + columns.repeated.map { name in
        Finding(
          rule: "ipe.column-repeated", severity: .warning, place: "\(file):1", code: name,
          message: "The file has the column \(name) twice; the first one is read.")
      }
  }
}

/// Why a file gives no snapshot.
public enum IPEError: Error, Hashable, Sendable {
  case missing(path: String)
  /// `reason` is the system's own wording.
  case unreadable(path: String, reason: String)
  /// Its first line has no `EtatImmeuble`, or nothing that names an address.
  case notAnIPE(path: String)
  /// A ZIP must hold one file.
  case severalFiles(path: String, count: Int)

  init(_ error: FormatError, path: String) {
    switch error {
    case .missingFile: self = .missing(path: path)
    case .unreadable(_, let reason): self = .unreadable(path: path, reason: reason)
    case .severalFiles(_, let count): self = .severalFiles(path: path, count: count)
    default: self = .notAnIPE(path: path)
    }
  }
}
