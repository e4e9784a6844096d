public import FibreModel

/// The two clocks of a study, in working days. They are never added up: each is another party's time.
public struct StudyClocks: Hashable, Sendable {
  /// A time that one party took, or is taking.
  public struct Wait: Hashable, Sendable {
    public let version: Int
    public let workingDays: Int
    /// The time still runs.
    public let isOpen: Bool
  }

  /// From the due date to the first deposit, negative when it came early; then from each refusal to the next deposit.
  public let contractor: [Wait]
  /// From each deposit to its decision.
  public let owner: [Wait]

  /// Reads the clocks on a day; what came later is left out.
  public init(of study: StudyDeliverable, on date: CalendarDate) {
    var contractor: [Wait] = []
    var owner: [Wait] = []
    var start: CalendarDate? = study.dueOn
    let versions = study.versions.filter { $0.depositedOn <= date }
    for version in versions {
      if let start {
        contractor.append(
          Wait(version: version.number, workingDays: start.workingDays(to: version.depositedOn), isOpen: false))
      }
      let decidedOn = version.decidedOn.flatMap { $0 <= date ? $0 : nil }
      owner.append(
        Wait(
          version: version.number, workingDays: version.depositedOn.workingDays(to: decidedOn ?? date),
          isOpen: decidedOn == nil && study.withdrawnOn == nil))
      start = version.decision == .refused ? decidedOn : nil
    }
    let isOver = study.withdrawnOn.map { $0 <= date } ?? false
    if let start, !isOver, date > start {
      contractor.append(Wait(version: versions.count + 1, workingDays: start.workingDays(to: date), isOpen: true))
    }
    self.contractor = contractor
    self.owner = owner
  }
}
