public import FibreModel

/// How the work of a programme goes on a day: studies and their control, handovers, connections, frozen plugs.
public struct WorkReview: Hashable, Sendable {
  /// What one contractor's studies and connections say.
  public struct ContractorLine: Hashable, Sendable {
    public let contractor: String
    public let studies: StudyFigures
    public let failures: FailureFigures
  }

  /// The studies of one kind.
  public struct KindLine: Hashable, Sendable {
    public let kind: StudyDeliverable.Kind
    public let studies: StudyFigures
  }

  /// A zone in a handover lot, and what the delegatee has said of it by the day.
  public struct Presentation: Hashable, Sendable {
    public let lot: String
    public let presentedOn: CalendarDate
    public let zone: HandoverLot.Zone
    public let answer: HandoverLot.Answer?
    /// From the presentation to the answer, or up to the day.
    public let days: Int
  }

  public let date: CalendarDate
  /// Of zones, studies, handovers or connections; in order of name.
  public let contractors: [ContractorLine]
  public let studies: StudyFigures
  /// Every kind, in their order.
  public let kinds: [KindLine]
  public let control: ControlReview
  public let handover: HandoverFigures
  /// In order of day, then of lot.
  public let presentations: [Presentation]
  /// Of the connection attempts of the last twelve months.
  public let failures: FailureFigures
  /// Those attempts by month of handover and contractor.
  public let cohorts: [Cohort]
  public let freezes: FreezeFigures
  /// What is doubtful about freezes.
  public let findings: [Finding]

  /// Reviews the work; what happened after the day is left out.
  ///
  /// - Parameter lines: The addresses of the last list, for the plugs that are frozen.
  public init(of programme: Programme, _ lines: [AddressLine], on date: CalendarDate) {
    let start = date.adding(months: -12)
    let attempts = programme.attempts.filter { start < $0.date && $0.date <= date }
    let names = Set(
      programme.zones.map(\.contractor) + programme.studies.map(\.contractor) + attempts.map(\.contractor)
    ).filter { !$0.isEmpty }.sorted()
    contractors = names.map { name in
      ContractorLine(
        contractor: name, studies: StudyFigures(of: programme.studies.filter { $0.contractor == name }, on: date),
        failures: FailureFigures(of: attempts.filter { $0.contractor == name }))
    }
    studies = StudyFigures(of: programme.studies, on: date)
    kinds = StudyDeliverable.Kind.allCases.map { kind in
      KindLine(kind: kind, studies: StudyFigures(of: programme.studies.filter { $0.kind == kind }, on: date))
    }
    control = ControlReview(
      of: programme.studies, on: date, minutes: programme.minutesPerVersion, controllers: programme.controllers)
    handover = HandoverFigures(of: programme.handoverLots, on: date)
    presentations = Self.presentations(of: programme.handoverLots, on: date)
    failures = FailureFigures(of: attempts)
    cohorts = Cohort.all(of: attempts)
    let frozen = Set(programme.freezes.map(\.address))
    let plugs = frozen.isEmpty ? [] : lines.filter { frozen.contains($0.address) }.map { ($0.address, $0.plugCount) }
    freezes = FreezeFigures(
      of: programme.freezes, on: date, plugs: Dictionary(plugs, uniquingKeysWith: { first, _ in first }))
    findings = Freeze.findings(in: programme.freezes, on: date) + (lines.isEmpty ? [] : freezes.unknownFindings)
    self.date = date
  }

  private static func presentations(of lots: [HandoverLot], on date: CalendarDate) -> [Presentation] {
    lots.filter { $0.presentedOn <= date }.flatMap { lot in
      lot.zones.map { zone in
        let answer = zone.answer(on: date)
        return Presentation(
          lot: lot.code, presentedOn: lot.presentedOn, zone: zone, answer: answer,
          days: lot.presentedOn.days(to: answer?.date ?? date))
      }
    }.sorted { ($0.presentedOn, $0.lot, $0.zone.zone) < ($1.presentedOn, $1.lot, $1.zone.zone) }
  }
}

extension FreezeFigures {
  /// Frozen addresses that no list has.
  fileprivate var unknownFindings: [Finding] {
    lines.filter { $0.plugs == nil }.map { line in
      Finding(
        rule: "freeze.address-unknown", severity: .warning, place: "freeze", code: line.freeze.address,
        message: "It is frozen since \(line.freeze.from) and is not in the last list. Correct the address, or end it.")
    }
  }
}
