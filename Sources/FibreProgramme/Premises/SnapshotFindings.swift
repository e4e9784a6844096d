public import FibreModel

extension SnapshotStep {
  /// What is odd about when the snapshot came, and about how its addresses moved.
  ///
  /// - Parameters:
  ///   - previous: The snapshot before it, or nothing when it is the first, whose addresses come from nowhere.
  ///   - next: The one after it, when it came out of order.
  public func findings(after previous: SnapshotName?, before next: SnapshotName?) -> [Finding] {
    SnapshotFindings(of: self, after: previous, next: next).all
  }

  /// What is odd about how addresses moved from a list that came late and stands before this one; only of those that the
  /// late list tells something else of than the one before it.
  public func findings(judgedAgainAfter late: SnapshotStep) -> [Finding] {
    let told = Set(late.changes.map(\.address))
    return SnapshotFindings(of: self, judging: changes.filter { told.contains($0.address) }, after: late.name).all
  }
}

extension SnapshotName {
  /// The finding on a snapshot whose date has another one, which says the same or not.
  public func finding(dateTakenBy taken: SnapshotName, isSame: Bool) -> Finding {
    isSame
      ? Finding(
        rule: "snapshot.repeated", severity: .info, place: source, code: date.description,
        message: "It says what \(taken.source) of the same date says. Nothing is stored.")
      : Finding(
        rule: "snapshot.date-taken", severity: .error, place: source, code: date.description,
        message: "It contradicts \(taken.source) of the same date. Nothing is stored; give its true date.")
  }
}

/// What is to be said of a snapshot: when it came, and how its addresses moved.
struct SnapshotFindings {
  private let step: SnapshotStep
  private(set) var all: [Finding] = []

  /// Snapshots come about every two weeks; a longer time than this means that one is missing.
  private static let longestGap = 21
  private static let usualGap = 14

  init(of step: SnapshotStep, after previous: SnapshotName?, next: SnapshotName?) {
    self.step = step
    if let next {
      report(
        "snapshot.out-of-order", .info,
        """
        It is older than \(next.source) of \(next.date), which was there before; the changes of both were worked out \
        again. What that list says and could not be was left out then: import it again with --replace.
        """)
    }
    guard let previous else { return }
    let gap = previous.date.days(to: step.date)
    if gap > Self.longestGap {
      report(
        "snapshot.gap", .warning,
        """
        \(gap) days have passed since \(previous.source) of \(previous.date); missing lists: about \
        \((gap + Self.usualGap / 2) / Self.usualGap - 1). Import them too.
        """)
    }
    if step.changes.isEmpty {
      report(
        "snapshot.unchanged", .warning,
        "It says the same as \(previous.source) of \(previous.date). Check that the right file was sent.")
    }
    for change in step.changes { judge(change) }
  }

  /// Judges changes again, after another list than before.
  init(of step: SnapshotStep, judging changes: [AddressChange], after late: SnapshotName) {
    self.step = step
    for change in changes {
      if let before = change.before, let after = change.after,
        TransitionVerdict(from: before.state, to: after.state) == .refused
      {
        add(
          "address.transition-kept", .warning, change.address,
          """
          It goes from \(before.state.code) in \(late.source), which came later, to \(after.state.code), which can't be. \
          Both are kept. Ask the sender.
          """)
      } else {
        judge(change)
      }
    }
  }

  private mutating func report(_ rule: String, _ severity: Finding.Severity, _ message: Sentence) {
    add(rule, severity, step.date.description, message)
  }

  private mutating func add(_ rule: String, _ severity: Finding.Severity, _ code: String, _ message: Sentence) {
    all.append(Finding(rule: rule, severity: severity, place: step.source, code: code, message: message))
  }

  private mutating func judge(_ change: AddressChange) {
    guard let after = change.after else { return vanished(change) }
    let before = change.before?.state
    let names = (before?.code ?? "", after.state.code)
    switch TransitionVerdict(from: before, to: after.state) {
    // What is refused was settled before it came here; between two lists that stand it is the older one's.
    case .unchanged, .refused: break
    case .regression where before == nil:
      add(
        "address.appears-deployed", .warning, change.address,
        "It comes in as \(names.1), with no step before. Ask when it was built.")
    case .regression where after.state == .deployed:
      add(
        "address.steps-missed", .info, change.address,
        "It goes from \(names.0) to \(names.1) at once; the steps between were missed.")
    case .regression:
      add(
        before == .deployed ? "address.deployed-lost" : "address.regression", .warning, change.address,
        "It goes back from \(names.0) to \(names.1). Ask for the reason.")
    case .allowed where before == .deployed:
      add(
        "address.deployed-lost", .warning, change.address, "It is abandoned after it was deployed. Ask for the reason.")
    case .allowed: break
    }
  }

  private mutating func vanished(_ change: AddressChange) {
    // An abandoned address is shown for three months, and is then no more.
    guard let before = change.before, before.state != .abandoned else { return }
    add(
      "address.vanished", .warning, change.address,
      "It was \(before.state.code) with \(before.plugCount) plugs and is not in the file any more. Ask for the reason.")
  }
}
