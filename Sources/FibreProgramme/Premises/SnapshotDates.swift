public import FibreModel

extension AddressSnapshot {
  /// Dates that can't be in a list of its day, and what the rules of the regulator say of its cabinets. O(lines).
  ///
  /// No clock is asked: a list can't be later than the day it is read on, but what it tells of its own days shows as much.
  public func dateFindings() -> [Finding] {
    let done = lines.filter { $0.state == .deployed }.compactMap { line in line.cabledOn.map { (line, $0) } }
    var findings = CabinetRules(of: lines).findings(on: date, years: Self.yearsToBeComplete)
    func report(_ rule: String, _ severity: Finding.Severity, _ code: String, _ message: Sentence) {
      findings.append(Finding(rule: rule, severity: severity, place: source, code: code, message: message))
    }
    let later = done.filter { $0.1 > date }
    if let first = later.first {
      report(
        "snapshot.cabled-later", .error, first.0.address,
        """
        From this address on, \(later.count) are deployed and cabled later than the list's date, the first on \
        \(first.1). Correct the date of the list, or have theirs corrected.
        """)
    }
    if let newest = done.map(\.1).max(), newest.days(to: date) > Self.longestSilence {
      report(
        "snapshot.date-doubtful", .warning, date.description,
        """
        Nothing in it is newer than \(newest), \(newest.days(to: date)) days before its date. Check that date.
        """)
    }
    return findings.sorted(by: Finding.inOrder)
  }

  /// The longest time that the regulator leaves to make a cabinet's area complete.
  private static let yearsToBeComplete = 5
  /// Days without a single cabling, after which a programme has stopped or the date is wrong.
  private static let longestSilence = 180
}
