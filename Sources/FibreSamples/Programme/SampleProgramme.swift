public import FibreModel
public import FibreProgramme
import GeoFormats

/// A made-up works programme beside the reference network: zones through their steps, studies, handovers, 24 monthly
/// lists of addresses, connections and money.
///
/// Communes are real; companies, days, plugs and amounts are invented. The same seed gives the same values.
public struct SampleProgramme: Sendable {
  public let programme: Programme
  /// In order of date.
  public let snapshots: [AddressSnapshot]

  /// Draws the programme of a seed.
  public init(seed: UInt64) {
    let zones = Self.zones(seed: seed)
    let addresses = SampleAddresses(of: zones, seed: seed)
    snapshots = addresses.snapshots()
    var programme = Programme(
      name: "RIP80, tranche FTTH (programme fictif)",
      note: "Données fictives : entreprises, dates, prises et montants sont inventés.",
      source: "dossier du programme", lateInterest: Rate(millionths: 101_500))
    programme.places = ProgrammeCommune.all.map { commune in
      let point = Lambert93.point(longitude: commune.longitude, latitude: commune.latitude)
      let (east, north) = (point.x.rounded(), point.y.rounded())
      return Programme.Place(
        code: commune.code, name: commune.name, centre: Point(metresEast: east, metresNorth: north))
    }
    let last = ProgrammeDays.snapshots.count - 1
    programme.zones = zones.enumerated().map { $1.zone(plugs: addresses.plugs(ofZone: $0, list: last)) }
    (programme.contract, programme.scope) = Self.targets(zones, addresses)
    var papers = SamplePapers(of: zones, programme.zones, seed: seed)
    papers.draw()
    programme.studies = papers.studies
    programme.reserves = papers.reserves
    programme.handoverLots = papers.lots
    programme.attempts = SampleConnections(of: addresses, zones, seed: seed).attempts
    programme.freezes = SampleFreezes(of: addresses, zones, seed: seed).freezes
    (programme.minutesPerVersion, programme.controllers) = (240, 2)
    SampleMoney(of: zones, seed: seed).add(to: &programme)
    self.programme = programme
  }

  /// The zones in order of code.
  private static func zones(seed: UInt64) -> [ZoneHistory] {
    var random = SeededGenerator(seed: seed, subject: 100)
    var zones: [ZoneHistory] = []
    for lot in ProgrammeLot.all {
      let places = ProgrammeCommune.all.filter { $0.lot == lot.number }.flatMap { commune in
        (0..<commune.zones).map { (commune, $0) }
      }
      for (rank, place) in random.shuffled(places).enumerated() {
        let code = "SRO-\(place.0.code)-" + (place.1 == 0 ? "A" : "B")
        zones.append(
          ZoneHistory(code: code, commune: place.0, lot: lot, rank: rank, of: places.count, &random))
      }
    }
    return zones.sorted { $0.code < $1.code }
  }

  /// The contract by quarter, of the plugs that were first known; the scope month by month where it moved.
  private static func targets(
    _ zones: [ZoneHistory], _ addresses: SampleAddresses
  ) -> (contract: [BurnUp.Step], scope: [BurnUp.Step]) {
    let first = zones.indices.map { addresses.plugs(ofZone: $0, list: 0) }
    var contract: [BurnUp.Step] = []
    var month = ProgrammeDays.firstHandover.calendarMonth
    while month <= ProgrammeDays.lastHandover.calendarMonth {
      let due = zip(zones, first).filter { $0.0.planned[.handover].map { $0 <= month.lastDay } ?? false }
      contract.append(BurnUp.Step(month: month, plugs: due.reduce(0) { $0 + $1.1 }))
      month = month.adding(3)
    }
    var scope = [BurnUp.Step(month: ProgrammeDays.firstHandover.calendarMonth, plugs: first.reduce(0, +))]
    for (list, date) in ProgrammeDays.snapshots.enumerated() {
      let plugs = zones.indices.reduce(0) { $0 + addresses.plugs(ofZone: $1, list: list) }
      if plugs != scope.last?.plugs { scope.append(BurnUp.Step(month: date.calendarMonth, plugs: plugs)) }
    }
    return (contract, scope)
  }
}
