public import FibreModel

/// The addresses of a programme with their dates, out of what each party knows: the operators' list, the zones, the
/// connections.
public struct ProgressLedger: Sendable {
  /// In order of address.
  public let addresses: [TrackedAddress]

  /// Joins the sources. O(all changes + attempts).
  ///
  /// - Studied, built and handed over are those of the zone, which has the code of the cabinet.
  /// - Connectable is an address that is deployed, from the day it became so, and not before its cabinet opens, which is
  ///   three months after it was made available unless the list says when. Of an address that was deployed in the first
  ///   snapshot already, the day is that of its cabling.
  /// - An abandoned address is in no counter.
  ///
  /// - Parameters:
  ///   - centralOffices: The central office of each cabinet, where it is known; else that of the zone.
  ///   - geography: Gives each commune's association; addresses keep the commune they were recorded with.
  public init(
    history: AddressHistory, zones: [Zone], attempts: [ConnectionAttempt] = [], centralOffices: [String: String] = [:],
    geography: Geography? = nil
  ) {
    let dates = Self.dates(in: history)
    var connected: [String: [CalendarDate]] = [:]
    for attempt in attempts where attempt.outcome == .success {
      connected[attempt.address, default: []].append(attempt.date)
    }
    var places = LedgerPlaces(zones, centralOffices, geography)
    var addresses: [TrackedAddress] = []
    addresses.reserveCapacity(history.lines.count)
    for line in history.lines where line.state != .abandoned {
      var address = TrackedAddress(address: line.address, plugCount: line.plugCount, commune: line.commune)
      places.place(&address, line)
      let known = dates[history.numbers[line.address]]
      address.targetedOn = known.first
      address.connectableOn = known.deployed.map { max($0, Self.opening(of: line) ?? $0) }
      if let days = connected[line.address] { address.connectedOn = days.sorted() }
      addresses.append(address)
    }
    self.addresses = addresses
  }

  /// The day from which an address can be sold.
  static func opening(of line: AddressLine) -> CalendarDate? {
    line.opensOn ?? line.availableOn?.adding(months: 3)
  }

  /// Since when an address that is deployed is so; the first list does not tell, but the day of its cabling may.
  static func deployedOn(_ line: AddressLine, listedOn day: CalendarDate, isFirst: Bool) -> CalendarDate {
    isFirst ? line.cabledOn.map { min($0, day) } ?? day : day
  }

  /// When an address was first seen, and since when it is deployed.
  private struct Dates {
    var first: CalendarDate?
    var deployed: CalendarDate?
  }

  /// By number of address.
  private static func dates(in history: AddressHistory) -> [Dates] {
    var dates = Array(repeating: Dates(), count: history.numbers.count)
    for (offset, (step, numbers)) in zip(history.steps, history.numbers.ofChanges).enumerated() {
      for (change, number) in zip(step.changes, numbers) {
        var known = dates[Int(number)]
        if known.first == nil { known.first = step.date }
        if let after = change.after, after.state == .deployed {
          known.deployed = known.deployed ?? deployedOn(after, listedOn: step.date, isFirst: offset == 0)
        } else {
          known.deployed = nil
        }
        dates[Int(number)] = known
      }
    }
    return dates
  }
}

/// Where addresses hang and lie. Neighbours mostly have one cabinet and one commune, which are looked up once.
private struct LedgerPlaces {
  private let zones: [String: Zone]
  private let centralOffices: [String: String]
  private let geography: Geography?
  private var cabinet: (name: String, zone: Zone?, centralOffice: String)?
  private var commune: (code: String, intercommunality: String)?

  init(_ zones: [Zone], _ centralOffices: [String: String], _ geography: Geography?) {
    self.zones = Dictionary(zones.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.centralOffices = centralOffices
    self.geography = geography
  }

  mutating func place(_ address: inout TrackedAddress, _ line: AddressLine) {
    if cabinet?.name != line.cabinet {
      let zone = zones[line.cabinet]
      cabinet = (line.cabinet, zone, centralOffices[line.cabinet] ?? zone?.centralOffice ?? "")
    }
    if commune?.code != line.commune {
      commune = (line.commune, geography?.currentCommune(of: line.commune)?.intercommunality ?? "")
    }
    address.intercommunality = commune?.intercommunality ?? ""
    address.centralOffice = cabinet?.centralOffice ?? ""
    address.cabinet = line.cabinet
    guard let zone = cabinet?.zone else { return }
    address.lot = zone.lot
    address.contractor = zone.contractor
    address.studiedOn = zone.reached[.executionStudy]
    address.builtOn = zone.reached[.works]
    address.handedOverOn = zone.reached[.handover]
  }
}
