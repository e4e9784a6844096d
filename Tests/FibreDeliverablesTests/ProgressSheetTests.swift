import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@testable import FibreDeliverables

@Suite struct ProgressSheetTests {
  let sample: SampleMigration

  init() throws { sample = try SampleMigration() }

  private func progress(_ network: Network, undone: Set<Int> = [], date: String? = nil) -> MigrationProgress {
    ProgressSurvey.progress(of: sample.plan, on: network, undone: undone, date: date.flatMap { CalendarDate($0) })
  }

  /// The network after the first night, with the losses that a crew measured.
  private func afterFirst(measured decibels: Double?) throws -> Network {
    var changes = sample.checked.nights[0].changes
    for rank in changes.indices {
      guard case .addJoint(var record) = changes[rank], record.kind == .splice, let decibels else { continue }
      record.attributes = Attributes([("measuredLossDecibels", "\(decibels)00000".prefix(8).description)])
      changes[rank] = .addJoint(record)
    }
    return try sample.network.applying(changes)
  }

  @Test func nothingIsDoneBeforeTheFirstNight() {
    let progress = progress(sample.network)
    #expect(progress.nights.map(\.state) == [.left, .left])
    #expect(progress.count(ServiceProgress.left) == sample.plan.services.count)
    #expect(progress.date == CalendarDate("2027-01-11") && progress.blocks == [])
    #expect(progress.hundredthsOfSplicesPerCrewNight == nil)
  }

  @Test func anAppliedNightIsDoneAndAMeasuredOneVerified() throws {
    let applied = progress(try afterFirst(measured: nil))
    #expect(applied.nights.map(\.state) == [.done, .left])
    #expect(applied.count(.moved) == sample.plan.services.count { $0.night == 1 } && applied.count(.verified) == 0)
    let good = progress(try afterFirst(measured: 0.15))
    #expect(good.count(.verified) == applied.count(.moved) && good.splicesMeasured == good.splicesDone)
    let bad = progress(try afterFirst(measured: 0.25))
    #expect(bad.count(.verified) == 0 && bad.count(.moved) == applied.count(.moved))
    #expect(bad.blocks == [.overLimit(bad.splicesDone, closures: ["B1"])])
  }

  @Test func allNightsAppliedIsTheEnd() {
    let progress = progress(sample.checked.networkAfter, date: "2027-02-01")
    #expect(progress.count(.done) == 2 && progress.closuresDone == progress.closures)
    #expect(progress.splicesDone == progress.splices && progress.blocks == [])
    #expect(progress.forecastEnd == CalendarDate("2027-01-13"))
  }

  @Test func aNightThatWasUndoneIsReverted() {
    let progress = progress(sample.network, undone: [1])
    #expect(progress.count(.reverted) == sample.plan.services.count { $0.night == 1 })
  }

  @Test func passedNightsThatAreNotDoneNeedWindowsBeyondThePlan() throws {
    var rules = sample.network.rules
    let late = progress(sample.network, date: "2027-01-12")
    #expect(late.blocks.contains(.overdue(night: 1, splices: late.nights[0].splices)))
    // Both windows are used or passed.
    #expect(late.forecastEnd == nil && late.blocks.contains(.noWindow(splices: late.nights[0].splices)))
    let day = try #require(CalendarDate("2027-01-20"))
    rules.windows.append(
      WorkWindow(number: 3, date: day, startMinute: 0, minutes: 360, reserveMinutes: 60, crews: 2))
    let longer = progress(sample.network.replacingRules(with: rules), date: "2027-01-12")
    #expect(longer.forecastEnd == day)
  }

  @Test func aHalfDoneServiceIsDark() throws {
    let first = sample.checked.nights[0].changes
    let cut = try #require(first.first { if case .removeJoint = $0 { true } else { false } })
    let progress = progress(try sample.network.applying([cut]))
    #expect(progress.count(.dark) == 1)
    #expect(progress.blocks.contains { if case .dark = $0 { true } else { false } })
  }

  // MARK: What is shown

  @Test(arguments: Language.allCases) func theTextIsTheGoldenOne(language: Language) throws {
    let sheet = ProgressSheet(progress(try afterFirst(measured: 0.25), date: "2027-01-13"))
    try Golden.check(sheet.text(in: language), "progress.\(language.rawValue).txt")
  }

  @Test func theDocumentIsTheGoldenOne() throws {
    try Golden.check(ProgressSheet(progress(try afterFirst(measured: 0.15))).json(in: .french).text, "progress.json")
  }

  /// Many nights and much that blocks stay on one page.
  @Test func thePaperIsOnePage() throws {
    var long = sample.plan
    let date = try #require(CalendarDate("2027-01-12"))
    long.nights += (3...90).map { PlanNight(night: $0, date: date, visits: sample.plan.nights[0].visits) }
    let progress = ProgressSurvey.progress(
      of: long, on: sample.network, undone: [], date: CalendarDate("2027-03-01"))
    #expect(progress.blocks.count > 80)
    let pdf = try ProgressSheet(progress).pdf(in: .french)
    guard let text = try Archive.text(ofPDF: pdf) else { return }
    #expect(text.contains("Page 1 / 1"))
    #expect(text.contains("autres"))
  }
}
