public import FibreModel

/// Zones that the owner presents to the delegatee together (*bordereau*); the delegatee answers zone by zone.
public struct HandoverLot: Hashable, Sendable {
  /// An answer for one zone.
  public struct Answer: Hashable, Sendable {
    public let date: CalendarDate
    public let isAccepted: Bool
    public let reason: String
  }

  /// A zone in the lot.
  public struct Zone: Hashable, Sendable {
    public let zone: String
    public let contractor: String
    public let plugs: Int
    /// True when it was in an earlier lot and is presented again.
    public let isSecondPresentation: Bool
    /// In the order they came; the last one counts.
    public internal(set) var answers: [Answer] = []

    /// Makes a zone without an answer.
    public init(zone: String, contractor: String, plugs: Int, isSecondPresentation: Bool = false) {
      self.zone = zone
      self.contractor = contractor
      self.plugs = plugs
      self.isSecondPresentation = isSecondPresentation
    }

    /// The answer that counts on a day.
    public func answer(on date: CalendarDate) -> Answer? { answers.last { $0.date <= date } }
  }

  public let code: String
  public let presentedOn: CalendarDate
  public private(set) var zones: [Zone]

  /// Why a lot is not made, or an answer not taken.
  public enum Refusal: Error, Hashable, Sendable {
    /// A blocking reserve of a zone is pending.
    case blockingReserve(zone: String, reserve: String)
    case zoneTwice(String)
    case negativePlugs(zone: String, Int)
    case unknownZone(String)
    case before(CalendarDate, asked: CalendarDate)
    /// A refusal says why.
    case noReason(zone: String)
  }

  /// Makes a lot.
  ///
  /// - Parameter reserves: What was noted at the acceptance of each zone.
  public init(
    code: String, presentedOn: CalendarDate, zones: [Zone], reserves: [String: [Reserve]] = [:]
  ) throws(Refusal) {
    if let twice = repeatedElements(zones.map(\.zone)).first { throw .zoneTwice(twice) }
    for zone in zones {
      if zone.plugs < 0 { throw .negativePlugs(zone: zone.zone, zone.plugs) }
      let blocking = reserves[zone.zone]?.first { $0.severity == .blocking && $0.state.isPending }
      if let blocking { throw .blockingReserve(zone: zone.zone, reserve: blocking.code) }
    }
    self.code = code
    self.presentedOn = presentedOn
    self.zones = zones
  }

  /// Records the delegatee's answer for a zone; a later one stands in place of it.
  public mutating func answer(
    zone name: String, isAccepted: Bool, on date: CalendarDate, reason: String = ""
  ) throws(Refusal) {
    guard let offset = zones.firstIndex(where: { $0.zone == name }) else { throw .unknownZone(name) }
    let earliest = zones[offset].answers.last?.date ?? presentedOn
    guard date >= earliest else { throw .before(earliest, asked: date) }
    guard isAccepted || !reason.isEmpty else { throw .noReason(zone: name) }
    zones[offset].answers.append(Answer(date: date, isAccepted: isAccepted, reason: reason))
  }
}

/// What became of the plugs that were presented.
public struct HandoverFigures: Hashable, Sendable {
  public let date: CalendarDate
  public let presented: Int
  public let accepted: Int
  public let refused: Int
  public let waiting: Int
  /// Plugs presented for a second time, among the presented.
  public let secondPresentations: Int
  /// Days that each zone without an answer has waited, in order.
  public let waitingDays: [Int]
  /// Zones that were accepted once and are refused now, in order.
  public let takenBack: [String]

  /// Counts the lots presented up to a day: `presented = accepted + refused + waiting`.
  public init(of lots: [HandoverLot], on date: CalendarDate) {
    self.date = date
    let shown = lots.filter { $0.presentedOn <= date }.flatMap { lot in lot.zones.map { (lot, $0) } }
    func plugs(_ isCounted: (HandoverLot.Zone) -> Bool) -> Int {
      shown.filter { isCounted($0.1) }.reduce(0) { $0 + $1.1.plugs }
    }
    presented = plugs { _ in true }
    accepted = plugs { $0.answer(on: date)?.isAccepted == true }
    refused = plugs { $0.answer(on: date)?.isAccepted == false }
    waiting = plugs { $0.answer(on: date) == nil }
    secondPresentations = plugs(\.isSecondPresentation)
    waitingDays = shown.filter { $0.1.answer(on: date) == nil }.map { $0.0.presentedOn.days(to: date) }.sorted()
    takenBack = shown.map(\.1).filter { zone in
      zone.answer(on: date)?.isAccepted == false && zone.answers.contains { $0.date <= date && $0.isAccepted }
    }.map(\.zone).sorted()
  }
}
