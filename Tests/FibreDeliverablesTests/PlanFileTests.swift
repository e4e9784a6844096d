import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@testable import FibreDeliverables

@Suite struct PlanFileTests {
  private func written() throws -> String {
    PlanFile.document(of: try SamplePlan.plan(), certificate: nil).text
  }

  @Test func whatIsReadIsWhatWasWritten() throws {
    let plan = try SamplePlan.plan()
    #expect(try PlanFile.read(Array(written().utf8)) == plan)
  }

  @Test func writingTwiceGivesTheSameBytes() throws {
    #expect(try written() == written())
    #expect(try PlanFile.document(of: PlanFile.read(Array(written().utf8)), certificate: nil).text == written())
  }

  @Test func theFileIsTheGoldenOne() throws {
    try Golden.check(try written(), "plan.json")
  }

  @Test func aProvedPlanCarriesItsCertificate() throws {
    let sample = try SampleMigration()
    let text = PlanFile.text(of: sample.checked)
    try Golden.check(text, "plan-proved.json")
    #expect(try PlanFile.read(Array(text.utf8)) == sample.plan)
    guard case .object(let members) = try JSONValue(reading: Array(text.utf8)),
      case .object(let certificate) = members["certificate"]
    else {
      Issue.record("no certificate")
      return
    }
    #expect(certificate["servicesBefore"] == .integer(5))
    #expect(certificate["sameFarEnd"] == .bool(true))
  }

  @Test func unknownMembersArePassedOver() throws {
    let text = try written().replacing("\"format\"", with: "\"later\":[{\"more\":1.5e3}],\n\"format\"")
    #expect(try PlanFile.read(Array(text.utf8)) == SamplePlan.plan())
  }

  @Test func everyTruncationIsRefusedAsNoJSON() throws {
    let bytes = Array(try written().utf8)
    for count in stride(from: 0, to: bytes.count - 2, by: 7) {
      #expect(throws: PlanFileError.self, "cut at \(count)") { try PlanFile.read(Array(bytes[..<count])) }
    }
    #expect(throws: PlanFileError.notJSON(line: 1, column: 1)) { try PlanFile.read([]) }
    #expect(throws: PlanFileError.notJSON(line: 2, column: 3)) { try PlanFile.read(Array("{\"a\":1,\n  x}".utf8)) }
  }

  @Test(arguments: [
    ("\"epissure-plan-1\"", "\"epissure-plan-2\"", PlanFileError.otherFormat("epissure-plan-2")),
    ("\"epissure-plan-1\"", "7", .otherFormat(nil)),
    ("\"revision\":3", "\"revisions\":3", .missing(path: "$.network.revision")),
    ("\"revision\":3", "\"revision\":3.5", .wrongType(path: "$.network.revision", expected: "whole number")),
    (
      "\"date\":\"2027-01-12\"", "\"date\":\"2027-02-29\"",
      .badValue(path: "$.nights[0].date", text: "2027-02-29", expected: "a date: YYYY-MM-DD")
    ),
    (
      "\"a\":\"CAB-IT:13\"", "\"a\":\"CAB-IT\"",
      .badValue(path: "$.nights[0].visits[0].steps[3].a", text: "CAB-IT", expected: "a fibre or port: CODE:n")
    ),
    (
      "\"a\":\"CAB-IT:13\"", "\"a\":\"CAB-IT:0\"",
      .badValue(path: "$.nights[0].visits[0].steps[3].a", text: "CAB-IT:0", expected: "a fibre or port: CODE:n")
    ),
    (
      "\"action\":\"park\"", "\"action\":\"burn\"",
      .badValue(
        path: "$.nights[0].visits[0].steps[2].action", text: "burn",
        expected: "one of: open, cut, park, splice, unpatch, patch")
    ),
    ("\"verdict\":\"fails\"", "\"verdict\":null", .missing(path: "$.services[1].verdict")),
    (
      "\"reason\":\"noWindow\"", "\"reason\":\"lazy\"",
      .badValue(path: "$.notMoved[5].reason", text: "lazy", expected: "a reason to stay")
    ),
    ("\"crew\":2", "\"crew\":\"2\"", .wrongType(path: "$.nights[0].visits[0].crew", expected: "whole number")),
    (
      "\"lossDecibels\":6.41", "\"lossDecibels\":1e99",
      .wrongType(path: "$.services[0].before.lossDecibels", expected: "number")
    ),
  ])
  func aWrongFileIsRefusedWithThePathOfTheFault(good: String, bad: String, error: PlanFileError) throws {
    let text = try written()
    let place = try #require(text.firstRange(of: good), "\(good) is not in the file")
    #expect(throws: error) { try PlanFile.read(Array(text.replacingCharacters(in: place, with: bad).utf8)) }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
