import FibreDeliverables
import FibreModel
import FibreProgramme
import FibreTestSupport
import Testing

/// Sheets of a small deployment, which were looked at.
@Suite struct DeploymentSheetTests {
  private func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .earliest }

  private let territory = Geography(
    date: CalendarDate(year: 2026, month: 1, day: 1) ?? .earliest,
    communes: [
      Commune(code: "80021", name: "Amiens", department: "80", intercommunality: "248000531"),
      Commune(code: "80505", name: "Carnoy-Mametz", department: "80", intercommunality: "200037059", population: 290),
    ],
    intercommunalities: [
      Intercommunality(code: "248000531", name: "CA Amiens Métropole", isMember: true),
      Intercommunality(code: "200037059", name: "CC de la Haute Somme"),
    ],
    ends: [CommuneEnd(code: "80175", successor: "80505", date: CalendarDate(year: 2019, month: 1, day: 1) ?? .earliest)]
  )

  private func snapshot(_ date: String, _ states: String) -> AddressSnapshot {
    let lines = states.split(separator: " ").enumerated().map { number, state in
      AddressLine(
        address: "IMB-\(number + 1)", state: AddressState(code: state) ?? .targeted, plugs: 400 * (number + 1),
        commune: ["80021", "80175", "80505", "99999"][number % 4], cabinet: number < 2 ? "PM-80-A" : "PM-80-B")
    }
    return AddressSnapshot(date: day(date), source: "IPE_\(date).csv", lines: lines)
  }

  private var history: AddressHistory {
    var history = AddressHistory()
    _ = history.add(snapshot("2026-08-31", "EC DE CI CI AB"))
    _ = history.add(snapshot("2026-09-30", "DE EC CI CI AB"))
    _ = history.add(snapshot("2026-10-31", "DE DE EC CI"))
    return history
  }

  private var records: DeploymentState.Records {
    var records = DeploymentState.Records()
    let reached: [Zone.Milestone: CalendarDate] = [
      .executionStudy: day("2025-10-01"), .works: day("2026-05-02"), .handover: day("2026-06-15"),
    ]
    records.zones = [
      Zone(code: "PM-80-A", lot: "1", contractor: "ACME", plugs: 0, reached: reached),
      Zone(code: "PM-80-B", lot: "2", contractor: "BETA", plugs: 0),
    ]
    records.zonesSource = "programme"
    records.attemptsSource = "programme"
    records.attempts = [1, 2].map {
      ConnectionAttempt(order: "O\($0)", number: 1, date: day("2026-10-0\($0)"), outcome: .success, address: "IMB-1")
    }
    return records
  }

  private func sheet(
    by grouping: Grouping?, _ records: DeploymentState.Records, on date: String = "2026-11-15"
  ) throws -> DeploymentSheet {
    let state = try #require(
      DeploymentState(of: history, records, on: day(date), by: grouping ?? .commune, geography: territory))
    return DeploymentSheet(state, isGrouped: grouping != nil)
  }

  private var sheets: [DeploymentSheet] {
    get throws {
      [
        try sheet(by: .intercommunality, records), try sheet(by: .contractor, records),
        try sheet(by: nil, DeploymentState.Records(), on: "2026-09-01"),
      ]
    }
  }

  @Test(arguments: Language.allCases)
  func textsAreAsTheyWereLookedAt(language: Language) throws {
    try Golden.check(
      try sheets.map { $0.text(in: language) }.joined(separator: "\n"), "deployment.\(language.rawValue).txt")
  }

  @Test func valuesAreAsTheyWereLookedAt() throws {
    try Golden.check(try sheets.map(\.json.text).joined(), "deployment.json")
    try Golden.check(try sheets.map(\.csv).joined(), "deployment.csv")
  }

  @Test func aCounterWithoutASourceIsNoZero() throws {
    let sheet = try sheet(by: nil, DeploymentState.Records())
    #expect(sheet.text(in: .french).contains("aucune source") && sheet.csv.contains("total;;;built;;;;;;;;"))
    guard case .object(let members) = sheet.json, case .array(let counters)? = members["counters"],
      case .object(let built) = counters[2]
    else { Issue.record("no counters"); return }
    #expect(built["count"] == .null && built["percent"] == .null && built["base"] == .null)
  }

  @Test func aRateOnNothingIsSaidAsSuch() throws {
    let text = try sheet(by: .contractor, records).text(in: .french)
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("BETA") })
    #expect(row.hasSuffix("0,0\u{a0}%          s.o."), "\(row)")
  }

  // MARK: Imports

  @Test(arguments: Language.allCases)
  func importsAreAsTheyWereLookedAt(language: Language) throws {
    let sheets = imports.map { $0.text(in: language) } + [territories.text(in: language), regrouped.text(in: language)]
    try Golden.check(sheets.joined(separator: "\n"), "deployment-imports.\(language.rawValue).txt")
  }

  @Test func importsAreReadByPrograms() throws {
    let documents = imports.map(\.json) + [territories.json, regrouped.json]
    try Golden.check(documents.map(\.text).joined(), "deployment-imports.json")
    try Golden.check(regrouped.csv, "deployment-regrouped.csv")
  }

  private var imports: [SnapshotsSheet] {
    let (one, two) = (snapshot("2026-08-31", "EC DE CI CI AB"), snapshot("2026-09-30", "DE EC CI CI"))
    let changes = AddressChange.all(from: one.lines, to: two.lines)
    let entries: [SnapshotsSheet.Entry] = [
      .init(one, lineCount: 6, leftOutCount: 1, .appended, AddressChange.all(from: [], to: one.lines)),
      .init(two, lineCount: 5, leftOutCount: 0, .inserted, changes),
      .init(two, lineCount: 5, leftOutCount: 0, .refused, []),
    ]
    let findings = one.placeFindings(on: territory) + [two.name.finding(dateTakenBy: two.name, isSame: false)]
    return [
      SnapshotsSheet(entries, findings: findings, addressCount: 220_000, snapshotCount: 2, isDryRun: false),
      SnapshotsSheet(Array(entries.prefix(1)), findings: [], addressCount: 5, snapshotCount: 1, isDryRun: true),
    ]
  }

  private var territories: TerritorySheet {
    let past = Geography(date: day("2018-01-01"), communes: [], ends: territory.ends)
    return TerritorySheet(
      [past, territory], read: [("communes_2026.csv", 2)], replaced: [day("2018-01-01")], findings: [], isDryRun: true)
  }

  private var regrouped: RegroupedSheet {
    let series = [("T3", "2017-09-30", 3), ("T4", "2017-12-31", 1200)].map { measure, date, value in
      CommuneFigures(
        measure: measure, date: day(date), source: "arcep.csv",
        rows: [("80175", value), ("80505", 4), ("99999", 1)].map { CommuneFigures.Row(commune: $0.0, value: $0.1) })
    }
    return RegroupedSheet(series, on: territory, by: .intercommunality, findings: [])
  }
}
