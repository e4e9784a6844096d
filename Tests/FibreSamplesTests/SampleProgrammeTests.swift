import FibreModel
import FibreProgramme
import FibreSamples
import Testing

/// The made-up programme: plausible, consistent, and said to be made up.
@Suite struct SampleProgrammeTests {
  private static let samples = (1...3).map { SampleProgramme(seed: UInt64($0)) }
  private static let today = CalendarDate("2026-10-31") ?? .earliest

  @Test func aSeedGivesTheSameProgrammeTwiceAndAnotherSeedAnother() {
    let again = SampleProgramme(seed: 1)
    #expect(again.programme == Self.samples[0].programme && again.snapshots == Self.samples[0].snapshots)
    #expect(Self.samples[0].programme != Self.samples[1].programme)
  }

  @Test func itSaysThatItIsMadeUp() {
    let programme = Self.samples[0].programme
    #expect(programme.name.contains("fictif") && programme.note.contains("fictives"))
    #expect(programme.zones.allSatisfy { $0.contractor.contains("fictive") })
    #expect(programme.grants.allSatisfy { $0.name.contains("fictif") })
  }

  @Test(arguments: 0..<3) func nothingInItIsAnError(number: Int) {
    let sample = Self.samples[number]
    #expect(sample.programme.findings(on: Self.today).filter { $0.severity == .error } == [])
    var history = AddressHistory()
    for snapshot in sample.snapshots {
      #expect(history.add(snapshot).findings.filter { $0.severity == .error } == [], "\(snapshot.date)")
    }
    #expect(history.steps.count == 24)
  }

  @Test(arguments: 0..<3) func plugsAreTheSameWhereverTheyAreCounted(number: Int) throws {
    let sample = Self.samples[number]
    let listed = try #require(sample.snapshots.last).lines.filter { $0.state != .abandoned }
    let plugs = listed.reduce(0) { $0 + $1.plugCount }
    #expect(plugs == sample.programme.zones.reduce(0) { $0 + $1.plugs })
    #expect(plugs == sample.programme.scope(on: Self.today))
    #expect((10_000...20_000).contains(plugs))
    let presented = sample.programme.handoverLots.flatMap(\.zones)
    let byZone = Dictionary(uniqueKeysWithValues: sample.programme.zones.map { ($0.code, $0.plugs) })
    #expect(presented.allSatisfy { byZone[$0.zone] == $0.plugs })
  }

  @Test(arguments: 0..<3) func nothingIsRecordedThatIsStillToCome(number: Int) {
    let programme = Self.samples[number].programme
    var days = programme.zones.flatMap { $0.reached.values }
    days += programme.studies.flatMap(\.versions).flatMap { [$0.depositedOn] + [$0.decidedOn].compactMap(\.self) }
    days += programme.attempts.map(\.date) + programme.handoverLots.map(\.presentedOn)
    days += programme.handoverLots.flatMap(\.zones).flatMap(\.answers).map(\.date)
    days += programme.invoices.flatMap { $0.dates.values }
    days += programme.contracts.flatMap(\.situations).map(\.date)
    #expect(days.count > 2000)
    #expect(days.allSatisfy { $0 <= Self.today })
  }

  @Test(arguments: 0..<3) func everyKindOfThingHappensInIt(number: Int) {
    let sample = Self.samples[number]
    let steps = Set(sample.programme.zones.compactMap { $0.milestone(on: Self.today) })
    #expect(steps.count >= 5 && steps.contains(.open))
    let states = Set(sample.snapshots.flatMap(\.lines).map(\.state))
    #expect(states == Set(AddressState.allCases))
    let decisions = Set(sample.programme.studies.flatMap(\.versions).compactMap(\.decision))
    #expect(decisions == Set(StudyDeliverable.Decision.allCases))
    #expect(sample.programme.handoverLots.flatMap(\.zones).contains { $0.isSecondPresentation })
    #expect(
      sample.programme.attempts.contains { $0.outcome == .success }
        && sample.programme.attempts.contains { $0.code != nil })
    #expect(sample.programme.invoices.contains { $0.suspendedFrom != nil })
    // A plug's client is connected only where there is a plug to connect.
    let connected = Dictionary(
      sample.programme.attempts.filter { $0.outcome == .success }.map { ($0.address, 1) }, uniquingKeysWith: +)
    let plugs = Dictionary(uniqueKeysWithValues: sample.snapshots[23].lines.map { ($0.address, $0.plugCount) })
    #expect(connected.allSatisfy { $0.value <= plugs[$0.key] ?? 0 })
  }
}
