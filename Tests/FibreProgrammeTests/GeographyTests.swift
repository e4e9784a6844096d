import FibreModel
import FibreProgramme
import Testing

@Suite struct GeographyTests {
  private let geography = Geography(
    date: day("2026-01-01"),
    communes: [
      Commune(code: "80505", name: "Carnoy-Mametz", department: "80", intercommunality: "E1"),
      Commune(code: "80155", name: "Bussus-lès-Yaucourt", department: "80", intercommunality: "E2"),
      Commune(code: "80001", name: "Abbeville", department: "80", intercommunality: "E2"),
    ],
    intercommunalities: [Intercommunality(code: "E1", name: "One"), Intercommunality(code: "E2", name: "Two")],
    ends: [
      CommuneEnd(code: "80175", successor: "80505", date: day("2019-01-01")),
      CommuneEnd(code: "80830", successor: "80155", date: day("2025-01-01")),
      CommuneEnd(code: "80999", successor: "80830", date: day("2020-01-01")),
      CommuneEnd(code: "80001", successor: "80505", date: day("2030-01-01")),
      CommuneEnd(code: "80777", successor: "80778", date: day("2020-01-01")),
      CommuneEnd(code: "80778", successor: "80777", date: day("2021-01-01")),
    ])

  @Test(arguments: [
    ("80505", "80505"), ("80175", "80505"), ("80830", "80155"), ("80999", "80155"), ("80001", "80001"),
    ("80777", nil), ("12345", nil), ("", nil),
  ])
  func endedCodesLeadToTheirSuccessors(code: String, current: String?) {
    #expect(geography.currentCommune(of: code)?.code == current)
  }

  @Test func onAPastDayACodeHasNotEndedYet() {
    let past = Geography(
      date: day("2018-01-01"),
      communes: [
        Commune(code: "80175", name: "Carnoy", department: "80", intercommunality: "E1"),
        Commune(code: "80505", name: "Mametz", department: "80", intercommunality: "E1"),
      ], ends: geography.ends)
    #expect(past.currentCommune(of: "80175")?.name == "Carnoy")
    #expect(past.currentCommune(of: "80830") == nil)
  }

  @Test func figuresAreRegroupedWithoutLosingAny() {
    let figures = CommuneFigures(
      measure: "connectable", date: day("2018-03-31"), source: "arcep",
      rows: [("80175", 3), ("80505", 4), ("80830", 5), ("80155", 6), ("80001", 7), ("99999", 8), ("80001", -1)].map {
        CommuneFigures.Row(commune: $0.0, value: $0.1)
      })
    let communes = figures.regrouped(on: geography, by: .commune)
    #expect(communes.rows.map { "\($0.code) \($0.value)" } == ["80001 6", "80155 11", "80505 7", "99999 8"])
    #expect(communes.total == figures.total)
    #expect(
      communes.findings.map { "\($0.code) \($0.rule)" } == [
        "80175 commune.ended", "80830 commune.ended", "80001 commune.negative", "99999 commune.unknown",
      ])
    let associations = figures.regrouped(on: geography, by: .intercommunality)
    #expect(associations.rows.map { "\($0.code) \($0.value)" } == ["99999 8", "E1 7", "E2 17"])
    let departments = figures.regrouped(on: geography, by: .department)
    #expect(departments.rows.map { "\($0.code) \($0.value)" } == ["80 24", "99 8"])
    #expect(associations["E2"] == 17 && associations["E3"] == nil)
  }

  @Test func addressesCountOnTodaysTerritory() {
    var old = TrackedAddress(address: "A", plugCount: 2, commune: "80175")
    old.targetedOn = day("2018-01-01")
    let table = CounterTable(of: [old], by: .intercommunality, on: day("2026-01-01"), geography: geography)
    #expect(table.rows.map(\.name) == ["E1"])
    #expect(CounterTable(of: [old], by: .commune, on: day("2026-01-01")).rows.map(\.name) == ["80175"])
  }
}
