import FibreModel
import FibreProgramme

/// Plugs of the made-up programme that can't be sold for now, and why.
struct SampleFreezes {
  private(set) var freezes: [Freeze] = []

  private static let reasons: [(reason: Freeze.Reason, evidence: String)] = [
    (.ownerRefusal, "courrier du propriétaire"), (.ownerRefusal, "courrier du propriétaire"),
    (.coOwnersRefusal, "procès-verbal d'assemblée"), (.poleToReplace, "étude de charge"),
    (.poleToReplace, "étude de charge"), (.roadPermit, "arrêté attendu"), (.addressFault, "fiche terrain"),
    (.privateLand, "courrier du notaire"), (.collapsedDuct, "photos"), (.authorityRefusal, "délibération"),
    (.listedBuilding, "avis de l'architecte"),
  ]

  /// Of 1000 addresses behind built cabinets, those that were ever frozen.
  private static let share = 28

  init(of addresses: SampleAddresses, _ zones: [ZoneHistory], seed: UInt64) {
    var random = SeededGenerator(seed: seed, subject: 105)
    for address in addresses.all {
      guard let built = zones[address.zone].reached[.works], built < ProgrammeDays.today,
        address.abandonedList == nil, address.firstList == 0, random.below(1000) < Self.share
      else { continue }
      let cause = Self.reasons[random.below(Self.reasons.count)]
      let days = built.days(to: ProgrammeDays.today)
      let from = built.adding(days: random.below(days)).nextWorkingDay
      let end = from.adding(months: random.number(in: 3...14))
      let isOver = end < ProgrammeDays.today && random.below(4) > 0
      freezes.append(
        Freeze(
          address: address.code, reason: cause.reason, from: min(from, ProgrammeDays.today),
          expectedEnd: random.below(8) == 0 ? nil : end, endedOn: isOver ? end : nil,
          evidence: random.below(12) == 0 ? "" : cause.evidence))
    }
  }
}
