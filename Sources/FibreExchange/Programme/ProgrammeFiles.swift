public import FibreModel
public import FibreProgramme
import GeoFormats

/// A programme as the files of a folder that ``ProgrammeFolder`` reads back: the same value gives the same bytes.
public struct ProgrammeFiles: Sendable {
  /// A name and its bytes.
  public struct File: Hashable, Sendable {
    public let name: String
    public let bytes: [UInt8]
  }

  /// In the order in which they are read.
  public let files: [File]

  /// Writes a programme, and lists of addresses under the names of their sources.
  public init(of programme: Programme, _ lists: [AddressSnapshot]) {
    let tables = ProgrammeTable.allCases.map { table in
      var rows = FeatureTable(name: table.rawValue, columns: table.columns)
      for row in Self.rows(of: table, programme) { rows.cells += row }
      return File(name: table.fileName, bytes: rows.csv())
    }
    files = tables + lists.map { File(name: $0.source, bytes: IPEFile.bytes(of: $0)) }
  }

  private static func rows(of table: ProgrammeTable, _ programme: Programme) -> [[String]] {
    switch table {
    case .programme: head(programme)
    case .communes:
      programme.places.map { [$0.code, $0.name, metres($0.centre.x), metres($0.centre.y)] }
    case .targets:
      programme.contract.map { ["contract", "\($0.month)", "\($0.plugs)"] }
        + programme.scope.map { ["scope", "\($0.month)", "\($0.plugs)"] }
    case .zones: programme.zones.map { [$0.code, $0.lot, $0.contractor, "\($0.plugs)", $0.centralOffice] }
    case .zoneSteps: programme.zones.flatMap(steps)
    case .studies:
      programme.studies.map {
        [$0.zone, $0.kind.rawValue, $0.contractor, "\($0.dueOn)", "\($0.plugs)", day($0.withdrawnOn)]
      }
    case .studyVersions: programme.studies.flatMap(versions)
    case .reserves: programme.reserves.sorted { $0.key < $1.key }.flatMap { zone, all in all.map { reserve(zone, $0) } }
    case .handovers: programme.handoverLots.flatMap(handovers)
    case .attempts: programme.attempts.map(attempt)
    case .freezes:
      programme.freezes.map {
        [$0.address, "\($0.reason)", "\($0.from)", day($0.expectedEnd), day($0.endedOn), $0.evidence]
      }
    default: moneyRows(of: table, programme)
    }
  }

  static func day(_ date: CalendarDate?) -> String { date.map { "\($0)" } ?? "" }

  private static func metres(_ millimetres: Int64) -> String {
    let (whole, rest) = millimetres.quotientAndRemainder(dividingBy: 1000)
    guard rest != 0 else { return "\(whole)" }
    let digits = String(rest)
    return "\(whole)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func head(_ programme: Programme) -> [[String]] {
    [
      ["name", programme.name], ["note", programme.note], ["source", programme.source],
      ["lateInterestPercent", programme.lateInterest.percentText(decimals: 4)],
      ["estimateExcludingTax", programme.estimateExcludingTax.description],
    ]
      + (programme.minutesPerVersion.map { [["minutesPerVersion", "\($0)"]] } ?? [])
      + (programme.controllers.map { [["controllers", "\($0)"]] } ?? [])
  }

  private static func steps(of zone: Zone) -> [[String]] {
    Zone.Milestone.allCases.compactMap { step in
      let (planned, reached) = (zone.planned[step], zone.reached[step])
      return planned == nil && reached == nil ? nil : [zone.code, "\(step)", day(planned), day(reached)]
    }
  }

  private static func versions(of study: StudyDeliverable) -> [[String]] {
    study.versions.map { version in
      let found = version.findings
      return [
        study.zone, study.kind.rawValue, "\(version.number)", "\(version.depositedOn)", version.fingerprint,
        version.controller, "\(found.blocking)", "\(found.major)", "\(found.minor)", "\(found.info)",
        version.decision?.rawValue ?? "", day(version.decidedOn),
      ]
    }
  }

  private static func reserve(_ zone: String, _ reserve: Reserve) -> [String] {
    [
      zone, reserve.code, reserve.severity.rawValue, reserve.object, "\(reserve.openedOn)", day(reserve.dueOn),
      reserve.state.rawValue, "\(reserve.changedOn)",
    ]
  }

  private static func handovers(of lot: HandoverLot) -> [[String]] {
    lot.zones.flatMap { zone in
      let start = [
        lot.code, zone.zone, "\(lot.presentedOn)", zone.contractor, "\(zone.plugs)",
        zone.isSecondPresentation ? "yes" : "no",
      ]
      guard !zone.answers.isEmpty else { return [start + ["", "", ""]] }
      return zone.answers.map { start + [$0.isAccepted ? "accepted" : "refused", "\($0.date)", $0.reason] }
    }
  }

  private static func attempt(_ attempt: ConnectionAttempt) -> [String] {
    [
      attempt.order, "\(attempt.number)", "\(attempt.date)", attempt.code?.text ?? "",
      attempt.verifiedCause?.rawValue ?? "", attempt.address, attempt.distributionPoint, attempt.contractor,
      day(attempt.handedOverOn),
    ]
  }
}
