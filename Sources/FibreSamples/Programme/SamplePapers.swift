import FibreModel
import FibreProgramme

/// Studies, reserves and handover lots of the made-up zones.
struct SamplePapers {
  private(set) var studies: [StudyDeliverable] = []
  private(set) var reserves: [String: [Reserve]] = [:]
  private(set) var lots: [HandoverLot] = []
  private let histories: [ZoneHistory]
  private let zones: [Zone]
  private var random: SeededGenerator
  private let today = ProgrammeDays.today

  init(of histories: [ZoneHistory], _ zones: [Zone], seed: UInt64) {
    (self.histories, self.zones) = (histories, zones)
    random = SeededGenerator(seed: seed, subject: 102)
  }

  private static let kinds: [(kind: StudyDeliverable.Kind, step: Zone.Milestone)] = [
    (.summary, .summaryStudy), (.detailed, .detailedStudy), (.execution, .executionStudy), (.asBuilt, .asBuilt),
  ]

  mutating func draw() {
    for (history, zone) in zip(histories, zones) {
      for (kind, step) in Self.kinds { drawStudy(of: history, zone, kind, step) }
      drawReserves(of: history)
    }
    drawLots()
  }

  // MARK: Studies

  /// One version as it happened.
  private struct Version {
    let depositedOn: CalendarDate
    let decidedOn: CalendarDate
    let decision: StudyDeliverable.Decision
  }

  private mutating func drawStudy(
    of history: ZoneHistory, _ zone: Zone, _ kind: StudyDeliverable.Kind, _ step: Zone.Milestone
  ) {
    guard let due = zone.planned[step]?.adding(workingDays: -12), let accepted = history.reached[step] else { return }
    var study = StudyDeliverable(
      zone: zone.code, kind: kind, contractor: zone.contractor, dueOn: due, plugs: zone.plugs)
    for version in versions(acceptedOn: accepted, history.lot) where version.depositedOn <= today {
      record(version, in: &study)
    }
    studies.append(study)
  }

  /// The versions that lead to an acceptance, drawn backwards from it.
  private mutating func versions(acceptedOn: CalendarDate, _ lot: ProgrammeLot) -> [Version] {
    var count = 1
    while count < 4, random.below(100) >= lot.firstPass + (count - 1) * 12 { count += 1 }
    var versions: [Version] = []
    var decided = acceptedOn
    for number in stride(from: count, through: 1, by: -1) {
      let deposited = decided.adding(workingDays: -random.number(in: 2...14))
      let accepted: StudyDeliverable.Decision = random.below(5) == 0 ? .acceptedWithReserves : .accepted
      versions.insert(
        Version(depositedOn: deposited, decidedOn: decided, decision: number == count ? accepted : .refused), at: 0)
      decided = deposited.adding(workingDays: -random.number(in: 4...22))
    }
    return versions
  }

  private mutating func record(_ version: Version, in study: inout StudyDeliverable) {
    var found = StudyDeliverable.Findings()
    found.blocking = version.decision == .refused ? random.number(in: 1...9) : 0
    found.major = random.number(in: 0...(version.decision == .refused ? 25 : 4))
    found.minor = random.number(in: 0...30)
    found.info = random.number(in: 0...12)
    let fingerprint = String(random.next(), radix: 16)
    let controller = "Contrôleur \(random.number(in: 1...2))"
    do throws(StudyDeliverable.Refusal) {
      try study.deposit(on: version.depositedOn, fingerprint: fingerprint)
      if version.decidedOn <= today {
        try study.decide(version.decision, on: version.decidedOn, controller: controller, findings: found)
      }
    } catch {
      preconditionFailure("a study is drawn in order: \(error)")
    }
  }

  // MARK: Reserves

  private static let objects = [
    "Étiquetage du PBO", "Réfection de la chaussée", "Poteau à redresser", "Photos de l'auto-contrôle",
    "Réflectométrie au-dessus du seuil", "Plan de boîte", "Chambre à nettoyer",
  ]

  private mutating func drawReserves(of history: ZoneHistory) {
    guard let opened = history.reached[.acceptance], opened <= today, let handover = history.reached[.handover] else {
      return
    }
    let all = (0..<random.number(in: 0...4)).map { number in
      let severity: Reserve.Severity = [.blocking, .major, .minor, .minor][random.below(4)]
      var reserve = Reserve(
        code: "R\(number + 1)", severity: severity, object: Self.objects[random.below(Self.objects.count)],
        openedOn: opened, dueOn: opened.adding(months: 2))
      let days = random.number(in: 5...140)
      let mended = severity == .blocking ? min(opened.adding(days: 12), handover) : opened.adding(days: days)
      if mended <= today { lift(&reserve, on: mended) }
      return reserve
    }
    if !all.isEmpty { reserves[history.code] = all }
  }

  private func lift(_ reserve: inout Reserve, on date: CalendarDate) {
    do throws(Reserve.Refusal) {
      try reserve.move(to: .corrected, on: date)
      try reserve.move(to: .lifted, on: date)
    } catch {
      preconditionFailure("a reserve is drawn in order: \(error)")
    }
  }

  // MARK: Handover lots

  private static let reasons = [
    "Fichier GraceTHD incomplet", "Mesures réflectométriques absentes", "Adresses sans PBO", "Positions non étiquetées",
  ]

  /// One lot for each day on which zones are presented.
  private mutating func drawLots() {
    let days = Set(histories.flatMap(\.presentations)).filter { $0 <= today }.sorted()
    for day in days {
      let offsets = histories.indices.filter { histories[$0].presentations.contains(day) }
      lots.append(lot(of: offsets, on: day))
    }
  }

  private mutating func lot(of offsets: [Int], on day: CalendarDate) -> HandoverLot {
    do throws(HandoverLot.Refusal) {
      var lot = try HandoverLot(
        code: "BL-\(day)", presentedOn: day,
        zones: offsets.map { offset in
          HandoverLot.Zone(
            zone: zones[offset].code, contractor: zones[offset].contractor, plugs: zones[offset].plugs,
            isSecondPresentation: histories[offset].presentations[0] < day)
        })
      for offset in offsets {
        let isLast = histories[offset].presentations.last == day
        let answered =
          isLast ? histories[offset].reached[.handover] ?? day : day.adding(days: random.number(in: 9...25))
        guard answered <= today else { continue }
        try lot.answer(
          zone: zones[offset].code, isAccepted: isLast, on: answered,
          reason: isLast ? "" : Self.reasons[random.below(Self.reasons.count)])
      }
      return lot
    } catch {
      preconditionFailure("a lot is drawn in order: \(error)")
    }
  }
}
