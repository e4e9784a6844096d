public import FibreModel
public import FibreProgramme
import GeoFormats

/// The lots of a market and their estimate from a CSV file.
///
/// Columns `kind;code;object;holder;amountExcludingTax`; `kind` is `estimate`, once, or `lot`. Amounts have a point or a
/// comma and at most two decimals. Further columns are passed over.
public struct LotsFile: Sendable {
  public let lots: [Lot]
  public let estimateExcludingTax: Money
  /// In order of place.
  public let findings: [Finding]

  /// Reads a file. A row that is not understood is left out, with a finding; a file without any lot is refused.
  public init(reading path: String) throws(LotsFileError) {
    let file: TableFile
    do { file = try TableFile(reading: path) } catch { throw LotsFileError(error, path: path) }
    let table = DeliveryTable(file, fileName: path.split(separator: "/").last.map(String.init) ?? path)
    for column in ["kind", "amountexcludingtax"] where !table.has(column) {
      throw .columnMissing(path: path, column: column == "kind" ? column : "amountExcludingTax")
    }
    var reading = LotsReading(findings: file.defects.map { DeliveryFindings.defect($0, in: table) })
    for row in 0..<table.rowCount { reading.take(row, of: table) }
    guard !reading.lots.isEmpty else { throw .noLots(path: path) }
    guard let estimate = reading.estimate else { throw .noEstimate(path: path) }
    lots = reading.lots
    estimateExcludingTax = estimate
    findings = reading.findings.sorted(by: Finding.inOrder)
  }
}

/// Why a file gives no lots.
public enum LotsFileError: Error, Hashable, Sendable {
  case missing(path: String)
  case unreadable(path: String)
  case columnMissing(path: String, column: String)
  case noLots(path: String)
  case noEstimate(path: String)

  init(_ error: FormatError, path: String) {
    if case .missingFile = error { self = .missing(path: path) } else { self = .unreadable(path: path) }
  }
}

/// The rows of such a file on their way into lots.
private struct LotsReading {
  var lots: [Lot] = []
  var estimate: Money?
  var findings: [Finding]

  init(findings: [Finding]) { self.findings = findings }

  mutating func take(_ row: Int, of table: DeliveryTable) {
    let code = table[row, table.column("code")]
    let text = table[row, table.column("amountexcludingtax")]
    guard let amount = Money(text.replacing(",", with: ".")) else {
      return note(
        "lot.amount-unreadable", table.place(row), code, "\(text) is no amount; the row is left out. Correct it.")
    }
    guard !amount.isNegative else {
      return note(
        "lot.negative", table.place(row), code, "The amount \(text) is below zero; the row is left out. Correct it.")
    }
    switch table[row, table.column("kind")].lowercased() {
    case "estimate" where estimate == nil: estimate = amount
    case "estimate":
      note(
        "lot.estimate-repeated", table.place(row), code, "There is an estimate before; the row is left out. Keep one.")
    case "lot":
      lots.append(
        Lot(
          code: code, object: table[row, table.column("object")], holder: table[row, table.column("holder")],
          amountExcludingTax: amount))
    case let kind:
      note(
        "lot.kind-unknown", table.place(row), code,
        "\(kind) is neither estimate nor lot; the row is left out. Correct it.")
    }
  }

  private mutating func note(_ rule: String, _ place: String, _ code: String, _ message: Sentence) {
    findings.append(Finding(rule: rule, severity: .error, place: place, code: code, message: message))
  }
}
