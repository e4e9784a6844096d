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
  ///   - centralOffices: The central office of each cabinet, where it is known.
  ///   - geography: Gives each commune's association; addresses keep the commune they were recorded with.
  public init(
    history: AddressHistory, zones: [Zone], attempts: [ConnectionAttempt] = [], centralOffices: [String: String] = [:],
    geography: Geography? = nil
  ) {
    let zones = Dictionary(zones.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let dates = Self.dates(in: history)
    var connected: [String: [CalendarDate]] = [:]
    for attempt in attempts where attempt.outcome == .success {
      connected[attempt.address, default: []].append(attempt.date)
    }
    addresses = history.lines.filter { $0.state != .abandoned }.map { line in
      let (zone, known) = (zones[line.cabinet], dates[line.address])
      var address = TrackedAddress(address: line.address, plugCount: line.plugCount, commune: line.commune)
      address.intercommunality = geography?.currentCommune(of: line.commune)?.intercommunality ?? ""
      address.centralOffice = centralOffices[line.cabinet] ?? ""
      address.cabinet = line.cabinet
      address.lot = zone?.lot ?? ""
      address.contractor = zone?.contractor ?? ""
      address.targetedOn = known?.first
      address.studiedOn = zone?.reached[.executionStudy]
      address.builtOn = zone?.reached[.works]
      address.handedOverOn = zone?.reached[.handover]
      address.connectableOn = known?.deployed.map { max($0, Self.opening(of: line) ?? $0) }
      address.connectedOn = (connected[line.address] ?? []).sorted()
      return address
    }
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
    var first: CalendarDate
    var deployed: CalendarDate?
  }

  private static func dates(in history: AddressHistory) -> [String: Dates] {
    var dates: [String: Dates] = [:]
    dates.reserveCapacity(history.lines.count)
    for (offset, step) in history.steps.enumerated() {
      for change in step.changes {
        guard let after = change.after else {
          dates[change.address]?.deployed = nil
          continue
        }
        let isDeployed = after.state == .deployed
        let known = dates[change.address]
        let since =
          isDeployed ? known?.deployed ?? deployedOn(after, listedOn: step.date, isFirst: offset == 0) : nil
        dates[change.address] = Dates(first: known?.first ?? step.date, deployed: since)
      }
    }
    return dates
  }
}
