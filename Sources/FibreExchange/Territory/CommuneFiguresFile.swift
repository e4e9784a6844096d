public import FibreModel
import GeoFormats

/// Numbers by commune from a CSV file, in either of two forms.
///
/// Wide: a column `insee` (or `code commune`), and each column of whole numbers is a measure; `raccordables_2018t1` is
/// that of the first quarter of 2018, a name without a period has the year in the file's name. Long, as the regulator
/// published until 2018: lines of title, then `Code commune,Champ,T3 2017,…`, a row for each commune and field; thousands
/// are parted by blanks and a dash is zero.
public struct CommuneFiguresFile: Sendable {
  /// One for each measure and period, in the order of the file.
  public let series: [CommuneFigures]
  /// In order of place.
  public let findings: [Finding]

  /// Reads a file.
  public init(reading path: String) throws(CommuneFiguresError) {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    do throws(FormatError) {
      var rows = try RowReader(try ByteStream(reading: path), separators: [UInt8(ascii: ","), UInt8(ascii: ";")])
      var reading: FiguresReading?
      while try rows.next() {
        let cells = rows.cells.indices.map { PlainText.text(rows.cell($0)).text }
        if reading != nil {
          reading?.take(cells, line: rows.line)
        } else {
          reading = FiguresReading(header: cells, file)
        }
      }
      guard let reading else { throw .noHeader(path: path) }
      series = reading.series
      findings = reading.findings.sorted(by: Finding.inOrder)
    } catch {
      if case .missingFile = error { throw .missing(path: path) }
      throw .noFigures(path: path)
    }
  }
}

/// Why a file gives no numbers by commune.
public enum CommuneFiguresError: Error, Hashable, Sendable {
  case missing(path: String)
  /// No line of it is a header with a commune's code and a number.
  case noFigures(path: String)
}

/// The rows of such a file on their way into series.
private struct FiguresReading {
  private let file: String
  private let header: [String]
  private let code: Int
  private let field: Int?
  private var values: [Key: [CommuneFigures.Row]] = [:]
  private var order: [Key] = []
  private var textColumns: Set<Int> = []
  private(set) var findings: [Finding] = []

  private struct Key: Hashable {
    let column: Int
    let field: String
  }

  /// The reading of a file whose header this is; nothing when it is none.
  init?(header: [String], _ file: String) {
    let names = header.map { PlainText.upper($0.utf8) }
    guard let code = names.firstIndex(where: { ["INSEE", "CODE INSEE", "CODE COMMUNE"].contains($0) }), header.count > 1
    else { return nil }
    self.file = file
    self.header = header
    self.code = code
    field = names.firstIndex(of: "CHAMP")
  }

  mutating func take(_ cells: [String], line: Int) {
    guard cells.count == header.count else {
      findings.append(
        Finding(
          rule: "figures.cells", severity: .error, place: "\(file):\(line)", code: "",
          message: "The row has \(cells.count) cells and the header \(header.count); it is left out. Mend the row."))
      return
    }
    for (column, cell) in cells.enumerated() where column != code && column != field && !textColumns.contains(column) {
      guard !cell.isEmpty else { continue }
      let key = Key(column: column, field: field.map { cells[$0] } ?? "")
      guard let value = Self.number(cell) else {
        // A name makes a column of text of what held nothing but numbers or nothing so far.
        if values.keys.contains(where: { $0.column == column }) {
          findings.append(
            Finding(
              rule: "figures.number", severity: .warning, place: "\(file):\(line)", code: cells[code],
              message: "\(cell) in \(header[column]) is no number; it is left out. Correct it."))
        } else {
          textColumns.insert(column)
        }
        continue
      }
      if values[key] == nil { order.append(key) }
      values[key, default: []].append(CommuneFigures.Row(commune: cells[code], value: value))
    }
  }

  var series: [CommuneFigures] {
    order.sorted { ($0.column, $0.field) < ($1.column, $1.field) }.map { key in
      let (measure, date) = Self.period(in: header[key.column])
      let name = key.field.isEmpty ? measure : key.field
      return CommuneFigures(
        measure: name.isEmpty ? header[key.column] : name, date: date ?? Self.yearEnd(in: file), source: file,
        rows: values[key] ?? [])
    }
  }

  /// Blanks, also those that don't break, part thousands; a dash alone is zero.
  private static func number(_ text: String) -> Int? {
    let plain = text.filter { $0 != " " && $0 != "\u{a0}" && $0 != "\u{202f}" }
    if plain == "-" { return 0 }
    guard plain.utf8.count <= 12 else { return nil }
    return Int(plain)
  }

  /// `raccordables_2018t1` or `T1 2018`: the name without the period, and the last day of the quarter.
  private static func period(in name: String) -> (measure: String, date: CalendarDate?) {
    let words = name.split { $0 == "_" || $0 == " " }.map { $0.lowercased() }
    let year = words.compactMap { $0.count == 4 ? Int($0) : $0.count == 6 ? Int($0.prefix(4)) : nil }.first
    let quarter = words.compactMap { word in
      word.last.flatMap { last in word.dropLast().last == "t" ? last.wholeNumberValue : nil }
    }.first
    guard let year, let quarter, let month = CalendarMonth(year: year, month: quarter * 3) else { return (name, nil) }
    let kept = name.split { $0 == "_" || $0 == " " }.filter { word in
      !word.contains { $0.isNumber }
    }
    return (kept.joined(separator: "_"), month.lastDay)
  }

  /// The last day of the year in a file's name, or the last of days.
  private static func yearEnd(in file: String) -> CalendarDate {
    let years = file.split { !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil }
    return years.last.flatMap { CalendarDate(year: $0, month: 12, day: 31) } ?? .latest
  }
}
