public import FibreModel
public import FibreProgramme
import GeoFormats

/// The work items of an earned value from a CSV file: `item;budget;planned;done`, shares in hundredths.
public struct EarnedValueFile: Sendable {
  public let items: [EarnedValue.Item]
  /// Rows that were left out, in order of place.
  public let findings: [Finding]

  /// Reads a file. A row that is not understood is left out, with a finding; a file without any item is refused.
  public init(reading path: String) throws(EarnedValueFileError) {
    let file: TableFile
    do { file = try TableFile(reading: path) } catch {
      if case .missingFile = error { throw .missing(path: path) }
      throw .unreadable(path: path)
    }
    let table = DeliveryTable(file, fileName: path.split(separator: "/").last.map(String.init) ?? path)
    for column in ["item", "budget", "planned", "done"] where !table.has(column) {
      throw .columnMissing(path: path, column: column)
    }
    var items: [EarnedValue.Item] = []
    var findings = file.defects.map { DeliveryFindings.defect($0, in: table) }
    for row in 0..<table.rowCount {
      let row = ProgrammeRow(table: table, row: row, name: table[row, table.column("item")])
      do throws(RowFault) {
        items.append(
          EarnedValue.Item(
            name: row.name, budget: try row.amount("budget"), planned: try row.percent("planned"),
            done: try row.percent("done")))
      } catch { findings.append(row.finding(error)) }
    }
    guard !items.isEmpty else { throw .noItems(path: path) }
    self.items = items
    self.findings = findings.sorted(by: Finding.inOrder)
  }
}

/// Why a file gives no work items.
public enum EarnedValueFileError: Error, Hashable, Sendable {
  case missing(path: String)
  case unreadable(path: String)
  case columnMissing(path: String, column: String)
  case noItems(path: String)
}
