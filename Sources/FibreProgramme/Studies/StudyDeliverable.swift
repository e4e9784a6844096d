public import FibreModel

/// A study of one zone, with every version of it that was ever deposited.
public struct StudyDeliverable: Hashable, Sendable {
  /// What is studied.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Summary pre-project (APS), detailed pre-project (APD), execution study (EXE), as-built file (DOE).
    case summary, detailed, execution, asBuilt
  }

  /// What the owner says of a version.
  public enum Decision: String, Hashable, Sendable, CaseIterable {
    case accepted, acceptedWithReserves, refused

    public var isAcceptance: Bool { self != .refused }
  }

  /// What checks found in a version, by gravity.
  public struct Findings: Hashable, Sendable {
    public var blocking = 0
    public var major = 0
    public var minor = 0
    public var info = 0

    /// Makes no findings.
    public init() {}
    public var total: Int { blocking + major + minor + info }
  }

  /// One deposit. It does not change afterwards but for the owner's work on it.
  public struct Version: Hashable, Sendable {
    /// From 1.
    public let number: Int
    public let depositedOn: CalendarDate
    /// The checksum of the file.
    public let fingerprint: String
    public internal(set) var controller: String
    public internal(set) var findings: Findings
    public internal(set) var decision: Decision?
    public internal(set) var decidedOn: CalendarDate?
  }

  /// Where a study is.
  public enum State: Hashable, Sendable {
    case expected
    case underControl(version: Int)
    case decided(Decision, version: Int)
    case withdrawn
  }

  public let zone: String
  public let kind: Kind
  public let contractor: String
  public let dueOn: CalendarDate
  /// Plugs of the zone.
  public let plugs: Int
  public private(set) var versions: [Version] = []
  public private(set) var withdrawnOn: CalendarDate?

  /// Makes a study that is expected.
  public init(zone: String, kind: Kind, contractor: String, dueOn: CalendarDate, plugs: Int) {
    self.zone = zone
    self.kind = kind
    self.contractor = contractor
    self.dueOn = dueOn
    self.plugs = plugs
  }

  /// Why a step is not taken.
  public enum Refusal: Error, Hashable, Sendable {
    case alreadyAccepted
    case withdrawn
    /// The version before has no decision yet.
    case undecided(version: Int)
    /// Nothing is deposited that could be decided on.
    case nothingToDecide
    case before(CalendarDate, asked: CalendarDate)
    /// A refused file came back unchanged.
    case sameFile(asVersion: Int)
  }

  public var state: State {
    if withdrawnOn != nil { return .withdrawn }
    guard let last = versions.last else { return .expected }
    return last.decision.map { .decided($0, version: last.number) } ?? .underControl(version: last.number)
  }

  /// Takes a version in.
  public mutating func deposit(on date: CalendarDate, fingerprint: String) throws(Refusal) {
    guard withdrawnOn == nil else { throw .withdrawn }
    if let last = versions.last {
      guard let decision = last.decision, let decidedOn = last.decidedOn else { throw .undecided(version: last.number) }
      guard !decision.isAcceptance else { throw .alreadyAccepted }
      guard date >= decidedOn else { throw .before(decidedOn, asked: date) }
    }
    if let same = versions.first(where: { $0.fingerprint == fingerprint }) { throw .sameFile(asVersion: same.number) }
    versions.append(
      Version(
        number: versions.count + 1, depositedOn: date, fingerprint: fingerprint, controller: "", findings: Findings()))
  }

  /// Decides on the last version.
  public mutating func decide(
    _ decision: Decision, on date: CalendarDate, controller: String, findings: Findings
  ) throws(Refusal) {
    guard withdrawnOn == nil else { throw .withdrawn }
    guard let last = versions.last, last.decision == nil else { throw .nothingToDecide }
    guard date >= last.depositedOn else { throw .before(last.depositedOn, asked: date) }
    versions[versions.count - 1].decision = decision
    versions[versions.count - 1].decidedOn = date
    versions[versions.count - 1].controller = controller
    versions[versions.count - 1].findings = findings
  }

  /// Takes the study back before it is accepted.
  public mutating func withdraw(on date: CalendarDate) throws(Refusal) {
    if case .decided(let decision, _) = state, decision.isAcceptance { throw .alreadyAccepted }
    withdrawnOn = date
  }

  /// When it was accepted, if it is.
  public var acceptedOn: CalendarDate? {
    versions.last.flatMap { $0.decision?.isAcceptance == true ? $0.decidedOn : nil }
  }
}
