public import FibreModel
public import FibreProgramme
import Foundation
import GeoFormats

/// An owner's minutes as a folder of CSV files, of which any may be absent.
///
/// `budget.csv` (`line;voted;carriedOverAndModified;statedTotal`), `members.csv` (`member;amount`, the total in a row of
/// that name), `dues.csv` (`member;year;perInhabitant`), `financing.csv` (`kind;name;amount`), `loans.csv`
/// (`loan;principal;ratePercent;years;statedYearly`), `controller.csv` (`year;perDay;statedTotal`) and `programme.csv`
/// (`programme;source;amountExcludingTax`). Amounts have a point or a comma.
public struct BudgetFolder: Sendable {
  public let records: BudgetRecords
  /// Rows that were left out, in order of place.
  public let findings: [Finding]

  /// Reads a folder. A row that is not understood is left out, with a finding.
  public init(reading path: String) throws(BudgetFolderError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    var reading = BudgetReading(folder: path)
    let records = try reading.records()
    guard reading.fileCount > 0 else { throw .nothing(path: path) }
    self.records = records
    findings = reading.findings.sorted(by: Finding.inOrder)
  }
}

/// Why a folder tells nothing of money.
public enum BudgetFolderError: Error, Hashable, Sendable {
  case missing(path: String)
  case unreadable(path: String)
  case nothing(path: String)
}

/// The files on their way into records.
private struct BudgetReading {
  let folder: String
  private(set) var findings: [Finding] = []
  private(set) var fileCount = 0

  init(folder: String) { self.folder = folder }

  mutating func records() throws(BudgetFolderError) -> BudgetRecords {
    var records = BudgetRecords()
    var lines: [BudgetTable.Line] = []
    try each("budget") { row throws(RowFault) in
      lines.append(
        BudgetTable.Line(
          name: row.name, voted: try row.amount("voted"), carriedOver: try row.amount("carriedOverAndModified"),
          statedTotal: row.isEmpty("statedTotal") ? nil : try row.amount("statedTotal")))
    }
    records.budget = BudgetTable(lines: lines)
    records.shares = try shares()
    try each("dues") { row throws(RowFault) in
      records.dues.append(
        BudgetRecords.Due(
          member: row.name, year: try row.count("year"), perInhabitant: try row.amount("perInhabitant")))
    }
    records.plan = try plan()
    try each("loans") { row throws(RowFault) in
      let loan = Loan(
        principal: try row.amount("principal"), annualRate: try row.percent("ratePercent"),
        years: try row.count("years"), period: .month)
      records.loans.append(
        BudgetRecords.StatedLoan(name: row.name, loan: loan, statedYearly: try row.amount("statedYearly")))
    }
    try each("controller") { row throws(RowFault) in
      records.controllers.append(
        BudgetRecords.Controller(
          year: try row.count("year"), perDay: try row.amount("perDay"), statedTotal: try row.amount("statedTotal")))
    }
    records.amounts = try amounts()
    return records
  }

  private mutating func shares() throws(BudgetFolderError) -> MemberShares? {
    var shares: [MemberShares.Share] = []
    var total: Money?
    try each("members") { row throws(RowFault) in
      let amount = try row.amount("amount", mayBeNegative: true)
      if row.name.lowercased() == "total" {
        guard total == nil else { throw .repeated }
        total = amount
      } else {
        shares.append(MemberShares.Share(member: row.name, amount: amount))
      }
    }
    return shares.isEmpty ? nil : MemberShares(name: "members", shares: shares, statedTotal: total)
  }

  private mutating func plan() throws(BudgetFolderError) -> FinancingPlan? {
    var name = ""
    var spending: [String: Money] = [:]
    var resources: [FinancingPlan.Resource] = []
    try each("financing") { row throws(RowFault) in
      let (kind, amount) = (row.text("kind"), try row.amount("amount"))
      if kind.hasPrefix("spending") {
        guard spending[kind] == nil else { throw .repeated }
        spending[kind] = amount
        name = row.text("name")
      } else {
        resources.append(
          FinancingPlan.Resource(name: row.text("name"), kind: try row.word("kind"), amount: amount))
      }
    }
    guard let withTax = spending["spendingIncludingTax"], let without = spending["spendingExcludingTax"] else {
      return nil
    }
    return FinancingPlan(
      name: name, spendingExcludingTax: without, spendingIncludingTax: withTax, resources: resources)
  }

  private mutating func amounts() throws(BudgetFolderError) -> [ProgrammeAmounts] {
    var order: [String] = []
    var statements: [String: [ProgrammeAmounts.Statement]] = [:]
    try each("programme") { row throws(RowFault) in
      if statements[row.name] == nil { order.append(row.name) }
      statements[row.name, default: []].append(
        ProgrammeAmounts.Statement(
          source: row.text("source"), date: nil, amountExcludingTax: try row.amount("amountExcludingTax")))
    }
    return order.map { ProgrammeAmounts(programme: $0, statements: statements[$0] ?? []) }
  }

  /// Goes through the rows of a file, if it is there; a row with a fault becomes a finding.
  private mutating func each(
    _ name: String, _ body: (ProgrammeRow) throws(RowFault) -> Void
  ) throws(BudgetFolderError) {
    let path = "\(folder)/\(name).csv"
    guard FileManager.default.fileExists(atPath: path) else { return }
    let file: TableFile
    do { file = try TableFile(reading: path) } catch { throw .unreadable(path: path) }
    fileCount += 1
    let table = DeliveryTable(file, fileName: "\(name).csv")
    findings += file.defects.map { DeliveryFindings.defect($0, in: table) }
    for number in 0..<table.rowCount {
      let first = table.columns.first ?? ""
      let row = ProgrammeRow(table: table, row: number, name: table[number, table.column(first.lowercased())])
      do throws(RowFault) { try body(row) } catch { findings.append(row.finding(error)) }
    }
  }
}
