import FibreExchange
import FibreModel
import Testing

@Suite struct CompanionTests {
  private static let optics = "optics;wavelengthNanometres;budgetDecibels;minLossDecibels;dispersionPsPerNm;reachMetres"
  private static let services =
    "service;class;kind;client;operator;fibres;endA;endB;protects;maxOutageMinutes;optics;equipment"

  private func imported(_ files: [String: String]) throws -> GraceTHDImport {
    var delivery = SmallDelivery()
    for (name, text) in files { delivery.files[name] = Array(text.utf8) }
    return try delivery.imported()
  }

  @Test func servicesNamePortsFibreByFibre() throws {
    let imported = try imported([
      "optics.csv": "\(Self.optics)\nLX10;1310;6.2;1;;10000\n",
      "services.csv": """
      \(Self.services)
      S1;vital;GFU;mairie;GFU;2;TI-A:1-2;TI-C:1,2;;60;LX10;EQ-1
      S2;std;FON;mairie;OP1;2;TI-A:3,TI-X:2;TI-C:3-4;S1;;;

      """,
    ])
    let network = imported.network
    #expect(network.services.count == 2)
    let first = try #require(network.services[Code("S1")])
    #expect(first.serviceClass == .vital)
    #expect(first.endA.map { network.name(of: $0) } == ["TI-A:1", "TI-A:2"])
    #expect(first.endB.map { network.name(of: $0) } == ["TI-C:1", "TI-C:2"])
    #expect(first.maximumOutageMinutes == 60)
    #expect(first.attributes["equipment"] == "EQ-1")
    let second = try #require(network.services[Code("S2")])
    #expect(second.endA.map { network.name(of: $0) } == ["TI-A:3", "TI-X:2"])
    #expect(second.protects == first.code)
    #expect(network.optics[Code("LX10")]?.budget == Loss(decibels: 6.2))
    #expect(network.optics[Code("LX10")]?.dispersionLimit == nil)
    #expect(imported.report.errorCount == 0)
  }

  @Test func whatAServiceGetsWrongIsReportedAndTheRestIsKept() throws {
    let imported = try imported([
      "services.csv": """
      \(Self.services)
      S1;gold;GFU;mairie;GFU;2;TI-A:1-2;TI-C:1;S9;soon;NONE;
      S2;std;GFU;mairie;GFU;1;TI-Q:1;TI-C:first;;;;
      S1;std;GFU;mairie;GFU;1;TI-A:1;TI-C:1;;;;

      """
    ])
    let expected = [
      "error companion.unreadable services.csv:4 S1", "error service.leg-unknown services.csv:2 S1",
      "error service.panel-unknown services.csv:3 S2", "error service.port-count services.csv:2 S1",
      "error service.port-unreadable services.csv:3 S2", "warning number.unreadable services.csv:2 S1",
      "warning reference.unknown services.csv:2 S1", "warning value.unknown services.csv:2 S1",
    ]
    #expect(imported.findings.filter { $0.contains("services.csv") }.sorted() == expected)
    #expect(imported.network.services.count == 2)
    #expect(imported.network.services[Code("S2")]?.attributes["endB"] == "TI-C:first")
  }

  @Test func workRulesAreRead() throws {
    let imported = try imported([
      "acceptance.csv": "cable;acceptedOn\nC2;2027-01-05\n",
      "windows.csv": """
      window;date;start;minutes;reserveMinutes;crews
      2;2027-01-13;22:30;300;30;1
      1;2027-01-12;00:00;360;60;2

      """,
      "forbidden.csv": "client;from;to;reason\ncollège;2027-01-26;2027-01-28;examens\n",
      "closures.csv": "closure;setupMinutes;closeMinutes;maxCrews;freeTrays\nBP-B;60;15;2;4\n",
      "migration.json": #"{"spliceMinutes": 6, "tie": {"fibres": 48}, "loss": {"portDecibels": 0.3}, "from": "POP-A"}"#,
    ])
    let rules = imported.network.rules
    #expect(rules.windows.map(\.number) == [1, 2])
    #expect(rules.windows.map(\.startMinute) == [0, 1350])
    #expect(rules.forbidden.map(\.to) == [CalendarDate(year: 2027, month: 1, day: 28)])
    #expect(
      rules.closures == [
        ClosureWork(closure: Code("BP-B"), setupMinutes: 60, closeMinutes: 15, maximumCrews: 2, freeTrays: 4)
      ])
    #expect(rules.acceptances.map(\.cable) == ["C2"])
    #expect(rules.parameters.spliceMinutes == 6)
    #expect(rules.parameters.testMinutes == MigrationParameters().testMinutes)
    #expect(rules.parameters.tieFibres == 48)
    #expect(rules.optical.connector == Loss(decibels: 0.3))
    // No service has this client.
    #expect(imported.findings.contains("warning reference.unknown forbidden.csv:2 collège"))
    #expect(imported.network.quarantine.contains { $0.table == "migration.json" })
  }

  @Test(arguments: [
    "{", "[]", #"{"spliceMinutes": "six"}"#, #"{"spliceMinutes": -1}"#, #"{"loss": {"portDecibels": 1e300}}"#,
  ])
  func aMigrationFileThatMakesNoSenseChangesNothing(text: String) throws {
    let imported = try imported(["migration.json": text])
    #expect(imported.findings.contains("error companion.unreadable migration.json "))
    #expect(imported.network.rules == WorkRules())
  }

  @Test(arguments: [
    ("windows.csv", "window;date;start;minutes;reserveMinutes;crews\n1;2027-02-30;00:00;360;60;2\n"),
    ("windows.csv", "window;date;start;minutes;reserveMinutes;crews\n1;2027-02-28;25:00;360;60;2\n"),
    ("forbidden.csv", "client;from;to;reason\nx;2027-01-28;2027-01-26;y\n"),
    ("acceptance.csv", "cable;acceptedOn\nC2;tomorrow\n"),
    ("closures.csv", "closure;setupMinutes;closeMinutes;maxCrews;freeTrays\nBP-B;;15;2;4\n"),
    (
      "optics.csv",
      "optics;wavelengthNanometres;budgetDecibels;minLossDecibels;dispersionPsPerNm;reachMetres\nA;red;1;1;1;1\n"
    ),
  ])
  func aRowThatMakesNoSenseIsKept(file: String, text: String) throws {
    let imported = try imported([file: text])
    #expect(imported.findings.contains { $0.hasPrefix("error companion.unreadable \(file):2") })
    #expect(imported.report.quarantinedCount == 1)
  }

  @Test func aColumnMoreIsKeptAndAColumnLessIsAnError() throws {
    let more = try imported(["acceptance.csv": "cable;acceptedOn;by\nC2;2027-01-05;moi\n"])
    #expect(more.findings.contains("info column.unknown acceptance.csv:2 C2"))
    #expect(more.network.rules.acceptances.count == 1)
    #expect(more.network.quarantine.map { $0.cells.map(\.value) } == [["C2", "2027-01-05", "moi"]])
    let less = try imported(["acceptance.csv": "cable\nC2\n"])
    #expect(less.findings.contains("error column.missing acceptance.csv "))
  }
}
