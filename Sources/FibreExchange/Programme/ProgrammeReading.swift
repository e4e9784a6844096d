import FibreModel
import FibreProgramme
import Foundation
import GeoFormats

/// The files of a programme on their way into one value.
struct ProgrammeReading {
  let folder: String
  private(set) var findings: [Finding] = []

  init(folder: String) { self.folder = folder }

  mutating func programme() throws(ProgrammeFolderError) -> Programme {
    var programme = try head()
    programme.places = try places()
    (programme.contract, programme.scope) = try targets()
    programme.zones = try zones()
    let zones = Set(programme.zones.map(\.code))
    programme.studies = try studies(of: zones)
    programme.reserves = try reserves(of: zones)
    programme.handoverLots = try handovers(of: zones, programme.reserves)
    programme.attempts = try attempts()
    programme.freezes = try freezes()
    programme.contracts = try contracts()
    programme.invoices = try invoices()
    programme.authorisations = try authorisations()
    programme.grants = try grants()
    return programme
  }

  /// Hands each row of a file to a function; what it throws is a finding. A file that is not there has no rows.
  mutating func each(
    _ table: ProgrammeTable, _ take: (ProgrammeRow) throws(RowFault) -> Void
  ) throws(ProgrammeFolderError) {
    let path = "\(folder)/\(table.fileName)"
    let file: TableFile
    do throws(FormatError) { file = try TableFile(reading: path) } catch {
      guard case .missingFile = error else { throw .unreadable(path: path) }
      note(
        "programme.file-missing", .info, table.fileName, "",
        "The folder has no such file, so nothing is known of its subject. Add it if there is something to say.")
      return
    }
    let read = DeliveryTable(file, fileName: table.fileName)
    for column in table.columns where !table.optionalColumns.contains(column) && !read.has(column.lowercased()) {
      throw .columnMissing(path: path, column: column)
    }
    findings += file.defects.map { DeliveryFindings.defect($0, in: read) }
    let first = read.column(table.columns[0].lowercased())
    for row in 0..<read.rowCount {
      let row = ProgrammeRow(table: read, row: row, name: read[row, first])
      do throws(RowFault) { try take(row) } catch { findings.append(row.finding(error)) }
    }
  }

  mutating func add(_ finding: Finding) { findings.append(finding) }

  mutating func note(
    _ rule: String, _ severity: Finding.Severity, _ place: String, _ code: String, _ message: Sentence
  ) {
    findings.append(Finding(rule: rule, severity: severity, place: place, code: code, message: message))
  }

  private mutating func head() throws(ProgrammeFolderError) -> Programme {
    var programme = Programme(name: folder.split(separator: "/").last.map(String.init) ?? folder)
    try each(.programme) { row throws(RowFault) in
      switch row.text("key") {
      case "name": programme.name = row.text("value")
      case "note": programme.note = row.text("value")
      case "source": programme.source = row.text("value")
      case "lateInterestPercent": programme.lateInterest = try row.percent("value")
      case "estimateExcludingTax": programme.estimateExcludingTax = try row.amount("value")
      case "minutesPerVersion": programme.minutesPerVersion = try row.count("value")
      case "controllers": programme.controllers = try row.count("value")
      default: throw .unreadable(column: "key")
      }
    }
    return programme
  }

  // MARK: Lists of addresses

  mutating func history(
    of lists: [(name: String, date: CalendarDate)], _ places: [Programme.Place]
  ) throws(ProgrammeFolderError) -> AddressHistory {
    var history = AddressHistory()
    let known = Set(places.map(\.code))
    var told: Set<String> = []
    for (name, date) in lists {
      let read: IPEImport
      do throws(IPEError) { read = try IPEImport(reading: "\(folder)/\(name)", date: date) } catch {
        throw .list(error)
      }
      let settled = SettledSnapshot(
        read.snapshot, gaps: read.gaps, after: history.lines(on: date), isFirst: history.steps.isEmpty)
      findings += read.findings + settled.findings
      guard !settled.isRefused else { continue }
      findings += history.add(settled.snapshot).findings
      guard !known.isEmpty else { continue }
      let counts = Dictionary(read.snapshot.lines.map { ($0.commune, 1) }, uniquingKeysWith: +)
      for (commune, count) in counts where !known.contains(commune) && told.insert(commune).inserted {
        note(
          "programme.commune-unknown", .warning, name, commune,
          "\(count) addresses lie in a commune that communes.csv does not have. Add it, or correct its code.")
      }
    }
    return history
  }
}
