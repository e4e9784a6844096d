import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@testable import FibreDeliverables

/// What lists that come back are told as, and that lists written here can come back.
@Suite struct AsDoneSheetTests {
  let sample: SampleMigration
  /// Every line of every list, as written.
  let lines: [AsDoneLine]

  init() throws {
    let sample = try SampleMigration()
    self.sample = sample
    lines = SpliceSheet(checked: sample.checked).lists.flatMap(\.returned)
  }

  /// The lines of a night, all work done.
  private func done(_ night: Int) -> [AsDoneLine] {
    lines.filter { $0.night == night }.map { line in
      var line = line
      line.outcome = line.action == .leave ? .unstated : .done
      return line
    }
  }

  @Test func listsThatAreDoneAsWrittenMakeTheNetworkThatApplyingThePlanMakes() throws {
    var (applied, asDone) = (sample.network, sample.network)
    for night in sample.checked.nights {
      applied = try applied.applying(night.changes)
      let found = AsDone.reconcile(done(night.night.night), of: sample.plan, on: asDone)
      #expect(found.findings() == [])
      asDone = try asDone.applying(found.nights.flatMap(\.changes))
      #expect(asDone == applied)
    }
  }

  @Test func listsThatNobodyFilledInChangeNothing() {
    let found = AsDone.reconcile(lines, of: sample.plan, on: sample.network)
    #expect(found.nights.flatMap(\.changes) == [])
    #expect(found.verdicts.allSatisfy { $0 == .unstated || $0 == .untouched })
  }

  /// Lines of the first night with one of each kind that people must be told.
  private func mixed() throws -> AsDoneReconciliation {
    var lines = done(1)
    let works = lines.indices.filter { [.move, .splice].contains(lines[$0].action) }
    try #require(works.count >= 4)
    lines[works[0]].a?.number = 20
    lines[works[1]].measuredLoss = Loss(decibels: 0.312)
    lines[works[2]].outcome = .notDone
    lines[works[3]].a?.owner = "CAB-X"
    return AsDone.reconcile(lines, of: sample.plan, on: sample.network)
  }

  @Test(arguments: Language.allCases) func theTextIsTheGoldenOne(language: Language) throws {
    let sheet = AsDoneSheet(try mixed(), files: 3, reading: [], revisions: [:], isTrial: true)
    try Golden.check(sheet.text(in: language), "asdone.\(language.rawValue).txt")
  }

  @Test func theDocumentIsTheGoldenOne() throws {
    let sheet = AsDoneSheet(try mixed(), files: 3, reading: [], revisions: [1: 8], isTrial: false)
    try Golden.check(sheet.json(in: .french).text, "asdone.json")
    #expect(sheet.errorCount == 1)
  }
}

extension SpliceList {
  /// The lines as a crew would return them, empty.
  fileprivate var returned: [AsDoneLine] {
    lines.enumerated().map { rank, line in
      AsDoneLine(
        place: "\(place).csv:\(rank + 2)", night: night, closure: place, revision: revision, cassette: line.cassette,
        slot: line.slot, action: AsDoneAction(rawValue: line.action.rawValue) ?? .leave,
        a: line.a.map { AsDoneEnd(owner: $0.owner, number: $0.number) },
        b: line.b.map { AsDoneEnd(owner: $0.owner, number: $0.number) }, outcome: .unstated)
    }
  }
}
