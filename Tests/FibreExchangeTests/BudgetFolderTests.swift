import FibreExchange
import FibreModel
import FibreProgramme
import Foundation
import Testing

/// The minutes' data, as the folder `data/programme` has them.
@Suite struct BudgetFolderTests {
  private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../data/programme").standardized.path

  @Test func theMinutesAreReadAndTheirFaultsSaid() throws {
    let read = try BudgetFolder(reading: Self.data)
    #expect(read.findings.isEmpty)
    #expect(read.records.budget.lines.first?.carriedShare?.percentText(decimals: 1) == "48.8")
    #expect(read.records.shares?.total == Money("2480460.02") && read.records.dues.count == 12)
    #expect(read.records.controllers.first?.days?.text(decimals: 0) == "228")
    let findings = read.records.findings(refundRate: Rate(millionths: 164_040))
    #expect(
      findings.map(\.rule) == ["refund.base-without-tax", "loan.yearly-differs", "programme.amounts-differ"])
    #expect(findings[2].message.description.contains("-100000.00 apart"))
  }

  @Test func aFolderWithoutAnyOfTheFilesIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("budget-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(throws: BudgetFolderError.nothing(path: folder.path)) { try BudgetFolder(reading: folder.path) }
    let path = folder.path + "/absent"
    #expect(throws: BudgetFolderError.missing(path: path)) { try BudgetFolder(reading: path) }
    try Data("line;voted;carriedOverAndModified;statedTotal\nA;1;2;4\nB;x;2;4\n".utf8)
      .write(to: folder.appendingPathComponent("budget.csv"))
    let read = try BudgetFolder(reading: folder.path)
    #expect(read.findings.map(\.rule) == ["programme.cell-unreadable"])
    #expect(read.records.findings(refundRate: .zero).map(\.rule) == ["sum.differs"])
    try FileManager.default.removeItem(at: folder)
  }
}
