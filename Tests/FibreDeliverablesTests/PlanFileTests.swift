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
    #expect(text.contains("\"servicesBefore\":5"))
    #expect(text.contains("\"sameFarEnd\":true"))
  }

  @Test func aPlanFromBeforeDigestsWereKeptHasNone() throws {
    let text = try written().replacing("\"digest\":\"00c0ffee00c0ffee\", ", with: "")
    #expect(try text != written())
    var plan = try SamplePlan.plan()
    plan.digest = nil
    #expect(try PlanFile.read(Array(text.utf8)) == plan)
  }

  @Test func whatACertificateStatesFalselyIsTold() throws {
    let sample = try SampleMigration()
    let text = PlanFile.text(of: sample.checked)
    let counted = sample.checked.certificate
    #expect(try PlanFile.falseClaims(in: Array(text.utf8), against: counted) == [])
    let changed = text.replacing("\"servicesBefore\":5", with: "\"servicesBefore\":6")
      .replacing("\"sameFarEnd\":true", with: "\"sameFarEnd\":false")
    #expect(
      try PlanFile.falseClaims(in: Array(changed.utf8), against: counted) == [
        PlanClaim(member: "sameFarEnd", stated: "false", counted: "true"),
        PlanClaim(member: "servicesBefore", stated: "6", counted: "5"),
      ])
    #expect(try PlanFile.falseClaims(in: Array(written().utf8), against: counted) == [], "it states nothing")
  }

  @Test func unknownMembersArePassedOver() throws {
    let text = try written().replacing("\"format\"", with: "\"later\":[{\"more\":1.5e3}],\n\"format\"")
    #expect(try PlanFile.read(Array(text.utf8)) == SamplePlan.plan())
  }

  @Test func everyTruncationIsRefusedAsNoJSON() throws {
    let bytes = Array(try written().utf8)
    // The last two bytes are the closing brace and a line end, without which the document is whole.
    for count in 0..<bytes.count - 1 {
      do throws(PlanFileError) {
        _ = try PlanFile.read(Array(bytes[..<count]))
        Issue.record("cut at \(count)")
      } catch {
        guard case .notJSON = error else {
          Issue.record("cut at \(count): \(error)")
          continue
        }
      }
    }
  }

  @Test func aPlaceThatIsNoJSONIsNamed() {
    #expect(throws: PlanFileError.notJSON(TextPlace(line: 2, column: 3))) {
      try PlanFile.read(Array("{\"a\":1,\n  x}".utf8))
    }
  }

  @Test(arguments: [
    "[1] 2", "{\"a\" 1}", "{\"a\":+1}", "{\"a\":.5}", "{\"a\":nul}", "{\"format\":\"\\x\"}", "{\"format\":\"\\u12g4\"}",
    "{1:2}",
    "{\"format\":\"\\ud800\"}", "{\"format\":\"\u{1}\"}", "{\"format\":\"\0\"}", "{\"format\":null}\0", "\0",
  ])
  func whatIsNoJSONIsSaidToBeNone(text: String) {
    let error = #expect(throws: PlanFileError.self) { try PlanFile.read(Array(text.utf8)) }
    guard case .notJSON = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func brokenUTF8IsRefused() throws {
    let text = try written().replacing("\"from\":\"", with: "\"from\":\"\u{1}")
    let bytes = text.utf8.map { $0 == 1 ? 0xC3 : $0 }
    #expect(throws: PlanFileError.self) { try PlanFile.read(bytes) }
  }

  @Test(arguments: ["[", "{\"a\":", "{\"nights\":["], [10_000, 100_000])
  func bottomlessNestingIsRefused(opening: String, depth: Int) throws {
    let nested = String(repeating: opening, count: depth)
    #expect(throws: PlanFileError.self) { try PlanFile.read(Array(nested.utf8)) }
    let closing = String(opening.reversed().compactMap { $0 == "[" ? "]" : $0 == "{" ? "}" : nil })
    let closed = nested + "1" + String(repeating: closing, count: depth)
    #expect(throws: PlanFileError.self) { try PlanFile.read(Array(closed.utf8)) }
    let inside = try written().replacing("\"format\"", with: "\"later\":\(closed),\n\"format\"")
    #expect(throws: PlanFileError.self) { try PlanFile.read(Array(inside.utf8)) }
  }

  @Test func ofAMemberGivenTwiceTheFirstCounts() throws {
    let text = try written().replacing("\"format\"", with: "\"from\":\"FIRST\",\n\"format\"")
    #expect(try ["FIRST", SamplePlan.plan().from.rawValue].contains(PlanFile.read(Array(text.utf8)).from.rawValue))
  }

  @Test func aNULInATextIsKept() throws {
    let text = try written().replacing("\"from\":\"", with: "\"from\":\"\\u0000")
    #expect(try PlanFile.read(Array(text.utf8)).from.rawValue.first == "\0")
  }

  @Test(arguments: [
    ("\"epissure-plan-1\"", "\"epissure-plan-2\"", PlanFileError.otherFormat("epissure-plan-2")),
    ("\"epissure-plan-1\"", "7", .otherFormat(nil)),
    ("\"revision\":3", "\"revisions\":3", .missing(path: "$.network.revision")),
    ("\"revision\":3", "\"revision\":3.5", .wrongType(path: "$.network.revision", expected: .wholeNumber)),
    (
      "\"date\":\"2027-01-12\"", "\"date\":\"2027-02-29\"",
      .badValue(path: "$.nights[0].date", text: "2027-02-29", expected: .date)
    ),
    (
      "\"a\":\"CAB-IT:13\"", "\"a\":\"CAB-IT\"",
      .badValue(path: "$.nights[0].visits[0].steps[3].a", text: "CAB-IT", expected: .fibreOrPort)
    ),
    (
      "\"a\":\"CAB-IT:13\"", "\"a\":\"CAB-IT:0\"",
      .badValue(path: "$.nights[0].visits[0].steps[3].a", text: "CAB-IT:0", expected: .fibreOrPort)
    ),
    (
      "\"action\":\"park\"", "\"action\":\"burn\"",
      .badValue(
        path: "$.nights[0].visits[0].steps[2].action", text: "burn",
        expected: .oneOf(["open", "cut", "park", "splice", "unpatch", "patch"]))
    ),
    ("\"verdict\":\"fails\"", "\"verdict\":null", .missing(path: "$.services[1].verdict")),
    (
      "\"reason\":\"noWindow\"", "\"reason\":\"lazy\"",
      .badValue(path: "$.notMoved[7].reason", text: "lazy", expected: .reasonToStay)
    ),
    (
      "\"crew\":2", "\"crew\":99999999999999999999",
      .wrongType(path: "$.nights[0].visits[0].crew", expected: .wholeNumber)
    ),
    ("\"crew\":2", "\"crew\":null", .missing(path: "$.nights[0].visits[0].crew")),
    ("\"closure\":\"BPE-1\"", "\"closure\":1", .wrongType(path: "$.nights[0].visits[0].closure", expected: .text)),
    ("\"closure\":\"BPE-1\"", "\"box\":1", .missing(path: "$.nights[0].visits[0].closure")),
    ("{\"digest\":\"00c0ffee00c0ffee\", \"revision\":3}", "3", .wrongType(path: "$.network", expected: .object)),
    ("{\"digest\":\"00c0ffee00c0ffee\", \"revision\":3}", "[]", .wrongType(path: "$.network", expected: .object)),
    ("\"limitMinutes\":60, ", "", .missing(path: "$.notMoved[6].limitMinutes")),
    ("\"crew\":2", "\"crew\":true", .wrongType(path: "$.nights[0].visits[0].crew", expected: .wholeNumber)),
    ("\"crew\":2", "\"crew\":\"2\"", .wrongType(path: "$.nights[0].visits[0].crew", expected: .wholeNumber)),
    (
      "\"lossDecibels\":6.41", "\"lossDecibels\":1e99",
      .wrongType(path: "$.services[0].before.lossDecibels", expected: .number)
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
