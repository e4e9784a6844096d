public import FibreModel

/// What the delegatee has said of each zone, lot after lot: a zone is handed over by its acceptance alone, and a later
/// refusal takes that back.
public struct HandoverRecord: Hashable, Sendable {
  /// A zone's place in a lot.
  private struct Presentation: Hashable, Sendable {
    let lot: String
    let zone: HandoverLot.Zone
  }

  /// An answer, and the lot it is of.
  private struct Answer: Hashable, Sendable {
    let lot: String
    let date: CalendarDate
    let isAccepted: Bool
  }

  private let presentations: [String: [Presentation]]
  private let answers: [String: [Answer]]

  /// Gathers the answers of all lots by zone.
  public init(of lots: [HandoverLot]) {
    var presentations: [String: [Presentation]] = [:]
    var answers: [String: [Answer]] = [:]
    for lot in lots {
      for zone in lot.zones {
        presentations[zone.zone, default: []].append(Presentation(lot: lot.code, zone: zone))
        answers[zone.zone, default: []] += zone.answers.map {
          Answer(lot: lot.code, date: $0.date, isAccepted: $0.isAccepted)
        }
      }
    }
    self.presentations = presentations
    self.answers = answers.mapValues { all in
      all.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }
  }

  /// Since when a zone is accepted on a day; nothing when it is not, or not any more.
  public func acceptedOn(_ zone: String, on date: CalendarDate) -> CalendarDate? {
    var accepted: CalendarDate?
    for answer in answers[zone, default: []] where answer.date <= date {
      accepted = answer.isAccepted ? accepted ?? answer.date : nil
    }
    return accepted
  }

  /// The zones with their handovers as the delegatee has it on a day. Without a lot nobody has written down answers, and
  /// the zones stay as they are.
  public func reconciled(_ zones: [Zone], on date: CalendarDate) -> [Zone] {
    guard !presentations.isEmpty else { return zones }
    return zones.map { zone in
      var zone = zone
      zone.reached[.handover] = acceptedOn(zone.code, on: date)
      return zone
    }
  }

  /// Where the owner's steps and the delegatee's answers contradict one another on a day, in order of zone.
  public func findings(on zones: [Zone], on date: CalendarDate) -> [Finding] {
    guard !presentations.isEmpty else { return [] }
    return zones.sorted { $0.code < $1.code }.flatMap { zone in
      stepFindings(zone, on: date) + lotFindings(zone, on: date)
    }
  }

  private func finding(_ rule: String, _ severity: Finding.Severity, _ zone: Zone, _ message: Sentence) -> Finding {
    Finding(rule: rule, severity: severity, place: "zone", code: zone.code, message: message)
  }

  private func stepFindings(_ zone: Zone, on date: CalendarDate) -> [Finding] {
    let step = zone.reached[.handover].flatMap { $0 <= date ? $0 : nil }
    let accepted = acceptedOn(zone.code, on: date)
    let lastRefusal = answers[zone.code, default: []].last { $0.date <= date && !$0.isAccepted }
    switch (step, accepted) {
    case (let step?, nil):
      guard let refusal = lastRefusal else {
        return [
          finding(
            "handover.not-accepted", .error, zone,
            "Its steps have it handed over on \(step), and no acceptance by the delegatee is on record. It does not count."
          )
        ]
      }
      return [
        finding(
          "handover.taken-back", .error, zone,
          """
          Its steps have it handed over on \(step), and the delegatee has refused it on \(refusal.date). It does not \
          count.
          """)
      ]
    case (let step?, let accepted?) where step != accepted:
      return [
        finding(
          "handover.date-differs", .warning, zone,
          "Its steps have it handed over on \(step), and the delegatee accepted it on \(accepted), which counts.")
      ]
    case (nil, let accepted?):
      return [
        finding(
          "handover.step-missing", .warning, zone,
          "The delegatee accepted it on \(accepted), which counts; its steps don't have the handover. Add it.")
      ]
    default: return []
    }
  }

  private func lotFindings(_ zone: Zone, on date: CalendarDate) -> [Finding] {
    var findings: [Finding] = []
    var isAccepted = false
    for answer in answers[zone.code, default: []] where answer.date <= date {
      if answer.isAccepted, isAccepted {
        findings.append(
          finding(
            "handover.accepted-twice", .error, zone,
            "\(answer.lot) has it accepted again on \(answer.date). It counts once; remove one acceptance."))
      }
      isAccepted = answer.isAccepted
    }
    for presentation in presentations[zone.code, default: []] where presentation.zone.plugs > zone.plugs {
      findings.append(
        finding(
          "handover.plugs-above", .error, zone,
          """
          \(presentation.lot) presents \(presentation.zone.plugs) plugs of it, and it has \(zone.plugs). Correct one of \
          them.
          """))
    }
    return findings
  }
}

extension Programme {
  /// The programme with its zones handed over as the delegatee has it on a day.
  public func reconciled(on date: CalendarDate) -> Programme {
    var programme = self
    programme.zones = HandoverRecord(of: handoverLots).reconciled(zones, on: date)
    return programme
  }
}
