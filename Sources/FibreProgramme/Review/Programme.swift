public import FibreModel

/// A works programme as its owner records it: zones, studies, handovers, connections and money.
public struct Programme: Hashable, Sendable {
  /// A commune and where a symbol for it stands.
  public struct Place: Hashable, Sendable {
    /// INSEE.
    public let code: String
    public let name: String
    public let centre: Point

    /// Makes a place.
    public init(code: String, name: String, centre: Point) {
      self.code = code
      self.name = name
      self.centre = centre
    }
  }

  public var name: String
  /// What readers must know of the data, such as that they are made up.
  public var note: String
  /// Where the figures come from.
  public var source: String
  /// The yearly rate of late interest.
  public var lateInterest: Rate
  /// Plugs to be handed over by the end of a month, by contract.
  public var contract: [BurnUp.Step] = []
  /// Plugs of the programme from a month on.
  public var scope: [BurnUp.Step] = []
  /// In order of code.
  public var places: [Place] = []
  public var zones: [Zone] = []
  public var studies: [StudyDeliverable] = []
  /// By zone.
  public var reserves: [String: [Reserve]] = [:]
  public var handoverLots: [HandoverLot] = []
  public var attempts: [ConnectionAttempt] = []
  public var freezes: [Freeze] = []
  /// What the control of one version of a study takes, in minutes; nothing when it is not told.
  public var minutesPerVersion: Int?
  /// Controllers at work; nothing when it is not told.
  public var controllers: Int?
  /// Of all contracts, before they were awarded.
  public var estimateExcludingTax: Money = .zero
  public var contracts: [Contract] = []
  public var invoices: [Invoice] = []
  public var authorisations: [Authorisation] = []
  public var grants: [Grant] = []

  /// Makes a programme in which nothing is recorded yet.
  public init(name: String, note: String = "", source: String = "", lateInterest: Rate = .zero) {
    self.name = name
    self.note = note
    self.source = source
    self.lateInterest = lateInterest
  }

  /// The month by the end of which the contract wants everything; nothing without a contract.
  public var contractEnd: CalendarMonth? { contract.map(\.month).max() }

  /// Plugs of the programme on a day: those of the last step up to its month, or of the zones without steps.
  public func scope(on date: CalendarDate) -> Int {
    let steps = scope.filter { $0.month <= date.calendarMonth }
    return steps.max { $0.month < $1.month }?.plugs ?? zones.reduce(0) { $0 + $1.plugs }
  }

  /// What is wrong with its records on a day, in order of place and code.
  public func findings(on date: CalendarDate) -> [Finding] {
    let all =
      zones.flatMap { $0.findings() } + HandoverRecord(of: handoverLots).findings(on: zones, on: date)
      + futureFindings(on: date) + ConnectionAttempt.findings(in: attempts)
      + contracts.flatMap { $0.findings(on: date) } + grants.flatMap { $0.findings() }
      + authorisations.flatMap { AuthorisationState(of: $0, on: date).findings(code: $0.name) }
    return all.sorted(by: Finding.inOrder)
  }
}
