public import FibreModel

/// What the control of studies has to do on a day, and whether those who do it can keep up.
public struct ControlReview: Hashable, Sendable {
  /// One controller's twelve months.
  public struct Line: Hashable, Sendable {
    public let controller: String
    /// Versions that the controller decided on.
    public let decided: Int
    /// Working days from deposit to decision, in order.
    public let days: [Int]
    /// Of those versions; nothing when the time that one takes is not told.
    public let load: ControllerLoad?
  }

  public let date: CalendarDate
  /// In order of name; versions without a name are in a line without one.
  public let controllers: [Line]
  /// Versions that were deposited and are not decided.
  public let waiting: Int
  /// Studies that are not accepted and not withdrawn.
  public let openStudies: Int
  /// Versions that are decided on from now on until all of these are accepted.
  public let expected: Int
  /// Of the versions that wait or are expected within twelve months, by all controllers; nothing when the time that one
  /// takes is not told.
  public let load: ControllerLoad?

  /// Reads the studies of a programme on a day.
  ///
  /// Versions to come are the mean count of versions of the accepted studies for each open one, less those that are
  /// decided, and at least one: a proposal of this program.
  ///
  /// - Parameters:
  ///   - minutes: What the control of one version takes; nothing when it is not told.
  ///   - count: Controllers at work; nothing for those who decided in the last twelve months.
  public init(of studies: [StudyDeliverable], on date: CalendarDate, minutes: Int?, controllers count: Int?) {
    let start = date.adding(months: -12)
    let versions = studies.flatMap(\.versions).filter { $0.depositedOn <= date }
    let recent = versions.filter { version in
      version.decidedOn.map { start < $0 && $0 <= date } ?? false
    }
    func load(_ versions: Int, _ controllers: Int) -> ControllerLoad? {
      minutes.map { ControllerLoad(versionsExpected: versions, minutesPerVersion: $0, controllers: controllers) }
    }
    controllers = Dictionary(grouping: recent, by: \.controller).sorted { $0.key < $1.key }.map { name, versions in
      Line(
        controller: name, decided: versions.count,
        days: versions.compactMap { version in
          version.decidedOn.map { version.depositedOn.workingDays(to: $0) }
        }.sorted(), load: load(versions.count, 1))
    }
    waiting = versions.count { $0.decidedOn.map { $0 > date } ?? true }
    let open = studies.filter { $0.isOpen(on: date) }
    openStudies = open.count
    let mean = StudyFigures(of: studies, on: date).meanVersions ?? Rate(1, over: 1) ?? .zero
    let hundredths = Int((mean * (Rate(100, over: 1) ?? .zero)).of(Money(cents: 1)).cents)
    expected =
      open.reduce(0) { sum, study in
        let decided = study.versions.count { $0.decidedOn.map { $0 <= date } ?? false }
        return sum + max(100, hundredths - decided * 100)
      } / 100
    self.load = load(expected, count ?? controllers.count { !$0.controller.isEmpty })
    self.date = date
  }
}

extension StudyDeliverable {
  /// It is neither accepted nor withdrawn on a day.
  fileprivate func isOpen(on date: CalendarDate) -> Bool {
    let isAccepted = versions.contains { version in
      version.decision?.isAcceptance == true && (version.decidedOn.map { $0 <= date } ?? false)
    }
    return !isAccepted && !(withdrawnOn.map { $0 <= date } ?? false)
  }
}
