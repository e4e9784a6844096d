import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@testable import FibreDeliverables

@Suite struct NoticeTests {
  private func sheet() throws -> NoticeSheet {
    let checked = try SampleMigration().checked
    return NoticeSheet(checked, PlanCertificate(checked).optics)
  }

  @Test(arguments: Language.allCases) func theTableIsTheGoldenOne(language: Language) throws {
    try Golden.check(try sheet().csv(in: language), "notices.\(language.rawValue).csv")
  }

  /// The words of every letter, before they are set in type.
  @Test(arguments: Language.allCases) func theLettersAreTheGoldenOnes(language: Language) throws {
    let checked = try SampleMigration().checked
    let letters = checked.notices(PlanCertificate(checked).optics).map { notice in
      NoticeLetter(notice, checked.plan, checked.network, language).letter
    }
    let text = letters.map { letter in
      let head = [letter.mention, letter.recipient, letter.subject]
      let table = ([letter.columns.map(\.title)] + letter.rows).map { $0.joined(separator: " | ") }
      return (head + letter.opening + table + letter.closing + [letter.footer]).joined(separator: "\n\n")
    }
    try Golden.check(text.joined(separator: "\n\n==========\n\n") + "\n", "notices.\(language.rawValue).txt")
  }

  @Test func everyLetterIsInTheDocumentOfItsNight() throws {
    let files = try sheet().deliverables(in: .french)
    let checked = try SampleMigration().checked
    for notice in checked.notices(PlanCertificate(checked).optics) {
      let file = try #require(files.first { $0.name == "notices-night-0\(notice.window.number).pdf" })
      guard let text = try Archive.text(ofPDF: file.bytes) else { return }
      #expect(text.contains(notice.recipient.name), "\(notice.recipient)")
      for line in notice.lines { #expect(text.contains(line.service.rawValue), "\(line.service)") }
    }
  }
}
