public import FibreModel

/// What a set of studies says of those who make and those who check them.
public struct StudyFigures: Hashable, Sendable {
  public let date: CalendarDate
  /// Accepted at version 1, of the studies that are accepted, or whose first version is decided.
  public let firstPass: Proportion
  /// Refused versions of decided versions.
  public let refusedVersions: Proportion
  /// Studies by the version that was accepted: offset 0 for version 1.
  public let acceptedAtVersion: [Int]
  /// Versions of the accepted studies, of which the mean is taken.
  public let acceptedVersions: Int
  public let findings: StudyDeliverable.Findings
  /// Plugs of the versions that were checked.
  public let checkedPlugs: Int
  /// Working days of finished and of running waits, in order.
  public let ownerDays: [Int]
  public let contractorDays: [Int]
  /// Studies that wait on the owner for more than 5, 10 and 15 working days.
  public let ownerWaiting: [Int]
  /// Studies not deposited, or not again, for more than 5, 10 and 15 working days.
  public let contractorWaiting: [Int]

  /// Ages from which waits are counted, in working days.
  public static let ages = [5, 10, 15]

  /// Counts what had happened by a day; withdrawn studies count as far as they went.
  public init(of studies: [StudyDeliverable], on date: CalendarDate) {
    self.date = date
    let decided = studies.flatMap { study in
      study.versions.filter { ($0.decidedOn ?? .latest) <= date && $0.decision != nil }.map { (study, $0) }
    }
    let first = decided.filter { $0.1.number == 1 }
    firstPass = Proportion(count: first.count { $0.1.decision?.isAcceptance == true }, of: first.count)
    refusedVersions = Proportion(count: decided.count { $0.1.decision == .refused }, of: decided.count)
    let accepted = decided.filter { $0.1.decision?.isAcceptance == true }.map(\.1.number)
    acceptedAtVersion = (0..<(accepted.max() ?? 0)).map { offset in accepted.count { $0 == offset + 1 } }
    acceptedVersions = accepted.reduce(0, +)
    findings = decided.reduce(into: StudyDeliverable.Findings()) { sum, one in
      sum.blocking += one.1.findings.blocking
      sum.major += one.1.findings.major
      sum.minor += one.1.findings.minor
      sum.info += one.1.findings.info
    }
    checkedPlugs = decided.reduce(0) { $0 + $1.0.plugs }
    let clocks = studies.map { StudyClocks(of: $0, on: date) }
    ownerDays = clocks.flatMap { $0.owner.filter { !$0.isOpen }.map(\.workingDays) }.sorted()
    contractorDays = clocks.flatMap { $0.contractor.filter { !$0.isOpen }.map(\.workingDays) }.sorted()
    func waiting(_ waits: [StudyClocks.Wait]) -> [Int] {
      Self.ages.map { age in waits.count { $0.isOpen && $0.workingDays > age } }
    }
    ownerWaiting = waiting(clocks.flatMap(\.owner))
    contractorWaiting = waiting(clocks.flatMap(\.contractor))
  }

  /// Versions that an accepted study took, on average; nothing without any.
  public var meanVersions: Rate? { Rate(Int64(acceptedVersions), over: Int64(acceptedAtVersion.reduce(0, +))) }

  /// Findings for each thousand plugs that were checked; nothing without any.
  public var findingsPerThousandPlugs: Rate? { Rate(Int64(findings.total) * 1000, over: Int64(checkedPlugs)) }
}

extension [Int] {
  /// The smallest value that so many hundredths of a sorted list don't pass; nothing of nothing (nearest rank).
  public func percentile(_ hundredths: Int) -> Int? {
    guard !isEmpty else { return nil }
    return self[Swift.max(0, (count * hundredths + 99) / 100 - 1)]
  }
}

/// Whether those who check studies can keep up.
public struct ControllerLoad: Hashable, Sendable {
  /// Days that one controller works in a year.
  public static let daysPerYear = 228
  /// The share of the capacity from which work piles up.
  public static let limit = Rate(millionths: 850_000)

  public let versionsExpected: Int
  public let minutesPerVersion: Int
  public let minutesPerDay: Int
  public let controllers: Int

  /// Makes the load of a year.
  public init(versionsExpected: Int, minutesPerVersion: Int, minutesPerDay: Int = 420, controllers: Int = 1) {
    self.versionsExpected = versionsExpected
    self.minutesPerVersion = minutesPerVersion
    self.minutesPerDay = minutesPerDay
    self.controllers = controllers
  }

  /// `versions · minutes per version / minutes per day`, or nothing when a day has no minutes.
  public var daysNeeded: Rate? { Rate(Int64(versionsExpected * minutesPerVersion), over: Int64(minutesPerDay)) }

  /// The share of the capacity that is needed, or nothing without controllers.
  public var load: Rate? {
    guard let daysNeeded, let share = Rate(1, over: Int64(controllers * Self.daysPerYear)) else { return nil }
    return daysNeeded * share
  }

  public var isOverloaded: Bool { load.map { $0 > Self.limit } ?? (versionsExpected > 0) }
}
