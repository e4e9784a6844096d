import FibreExchange
import FibreModel
import FibreProgramme
import FibreSamples
import Foundation
import Testing

/// Programmes as folders: what is written is read back, and what can't be is told.
@Suite struct ProgrammeFolderTests {
  /// A folder of its own, which goes with the last use of this value.
  private final class Place {
    let path = NSTemporaryDirectory() + "epissure-programme-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit {
      do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record("\(path) stays: \(error)") }
    }

    func write(_ files: [(name: String, bytes: [UInt8])]) throws {
      for file in files { try Data(file.bytes).write(to: URL(fileURLWithPath: "\(path)/\(file.name)")) }
    }
  }

  private static let sample = SampleProgramme(seed: 5)

  @Test func whatIsWrittenIsReadBack() throws {
    let place = try Place()
    let files = ProgrammeFiles(of: Self.sample.programme, Self.sample.snapshots).files
    try place.write(files.map { ($0.name, $0.bytes) })
    let read = try ProgrammeFolder(reading: place.path)
    #expect(read.programme.zones == Self.sample.programme.zones)
    #expect(read.programme.studies == Self.sample.programme.studies)
    #expect(read.programme.contracts == Self.sample.programme.contracts)
    #expect(read.programme == Self.sample.programme)
    #expect(read.history.steps.map(\.source) == Self.sample.snapshots.map(\.source))
    #expect(read.history.lines == Self.sample.snapshots.last?.lines)
    #expect(read.findings.filter { $0.severity == .error || $0.rule.hasPrefix("programme.") } == [])
    #expect(ProgrammeFiles(of: read.programme, Self.sample.snapshots).files == files)
  }

  @Test func aFolderIsFoundInADelivery() throws {
    let place = try Place()
    try FileManager.default.createDirectory(atPath: place.path + "/programme", withIntermediateDirectories: true)
    try place.write([("programme/zones.csv", Array("zone;lot;contractor;plugs\nZ1;L;A;7\n".utf8))])
    let read = try ProgrammeFolder(reading: place.path)
    #expect(read.programme.zones.map(\.plugs) == [7])
    #expect(read.findings.allSatisfy { $0.rule == "programme.file-missing" && $0.severity == .info })
    #expect(read.findings.count == 16)
  }

  @Test func whatIsNoProgrammeIsRefused() throws {
    let place = try Place()
    #expect(throws: ProgrammeFolderError.missing(path: place.path + "/x")) {
      try ProgrammeFolder(reading: place.path + "/x")
    }
    #expect(throws: ProgrammeFolderError.noZones(path: place.path)) { try ProgrammeFolder(reading: place.path) }
    try place.write([("zones.csv", Array("zone;lot;plugs\nZ1;L;7\n".utf8))])
    #expect(throws: ProgrammeFolderError.columnMissing(path: place.path + "/zones.csv", column: "contractor")) {
      try ProgrammeFolder(reading: place.path)
    }
    try place.write([
      ("zones.csv", Array("zone;lot;contractor;plugs\nZ1;L;A;7\n".utf8)),
      ("IPE_X_20260131.csv", Array("a;b\n1;2\n".utf8)),
    ])
    #expect(throws: ProgrammeFolderError.self) { try ProgrammeFolder(reading: place.path) }
  }

  @Test func freezesAndCentralOfficesAreRead() throws {
    let place = try Place()
    try place.write([
      ("zones.csv", Array("zone;lot;contractor;plugs;nro\nZ1;L;A;7;NRO-1\n".utf8)),
      ("programme.csv", Array("key;value\nminutesPerVersion;210\ncontrollers;2\n".utf8)),
      (
        "freezes.csv",
        Array(
          """
          address;reason;from;expectedEnd;endedOn;evidence
          A1;poleToReplace;2026-01-05;2026-06-30;;étude de charge
          A1;poleToReplace;2026-01-05;2026-06-30;;étude de charge
          A2;mauvaise humeur;2026-01-05;;;
          A3;roadPermit;05/01/2026;;;
          ;roadPermit;2026-01-05;;;
          A4;ownerRefusal;2026-01-05;;2026-02-01;

          """.utf8)
      ),
    ])
    let read = try ProgrammeFolder(reading: place.path)
    #expect(read.programme.zones.map(\.centralOffice) == ["NRO-1"])
    #expect(read.programme.minutesPerVersion == 210 && read.programme.controllers == 2)
    #expect(read.programme.freezes.map(\.address) == ["A1", "A4"])
    #expect(read.programme.freezes.map(\.reason) == [.poleToReplace, .ownerRefusal])
    let errors = read.findings.filter { $0.severity == .error }
    #expect(
      errors.map(\.rule) == [
        "programme.repeated", "programme.cell-unreadable", "programme.cell-unreadable", "programme.cell-unreadable",
      ])
    #expect(errors.map(\.place) == (3...6).map { "freezes.csv:\($0)" })
  }

  // MARK: Bad rows

  private static let zones = "zone;lot;contractor;plugs\nZ1;L;A;7\nZ2;L;A;0\n"
  private static let study = "zone;kind;contractor;dueOn;plugs;withdrawnOn\nZ1;summary;A;2026-01-05;7;\n"
  private static let versions =
    "zone;kind;version;depositedOn;fingerprint;controller;blocking;major;minor;info;decision;decidedOn\n"
  private static let handovers = "handover;zone;presentedOn;contractor;plugs;second;answer;answeredOn;reason\n"
  private static let invoices =
    "invoice;contractor;amountIncludingTax;received;serviceCertified;validated;ordered;paid;suspendedFrom;suspendedUntil\n"
  private static let credits = "authorisation;entry;date;year;amount;object\n"
  private static let contracts = "lot;object;holder;amountExcludingTax;notifiedOn\nL;o;A;100.00;2026-01-01\n"
  private static let papers = "lot;paper;code;date;amountExcludingTax;dueOn;acceptedOn;reason\n"

  /// A file, a bad row for it, and what must be said of it.
  struct Bad: Sendable, CustomTestStringConvertible {
    let file: String
    let before: String
    let row: String
    let rule: String
    var testDescription: String { "\(file): \(row)" }

    init(_ file: String, _ before: String, _ row: String, _ rule: String) {
      (self.file, self.before, self.row, self.rule) = (file, before, row, rule)
    }
  }

  static let bad: [Bad] = [
    Bad("programme", "key;value\n", "colour;blue", "programme.cell-unreadable"),
    Bad("programme", "key;value\n", "estimateExcludingTax;-5", "programme.negative"),
    Bad("programme", "key;value\n", "lateInterestPercent;250", "programme.cell-unreadable"),
    Bad("communes", "insee;name;x;y\n", "8002;Amiens;650000;6970000", "programme.cell-unreadable"),
    Bad("communes", "insee;name;x;y\n", "80021;Amiens;-1;6970000", "programme.cell-unreadable"),
    Bad("communes", "insee;name;x;y\n80021;A;1;1\n", "80021;B;1;1", "programme.repeated"),
    Bad("targets", "kind;month;plugs\n", "contract;2026-13;5", "programme.cell-unreadable"),
    Bad("targets", "kind;month;plugs\n", "scope;2026-12;-5", "programme.negative"),
    Bad("targets", "kind;month;plugs\n", "hope;2026-12;5", "programme.cell-unreadable"),
    Bad("zones", "zone;lot;contractor;plugs\n", "Z1;L;A;-7", "programme.negative"),
    Bad("zones", "zone;lot;contractor;plugs\n", "Z1;L;A;seven", "programme.cell-unreadable"),
    Bad("zones", "zone;lot;contractor;plugs\nZ1;L;A;7\n", "Z1;L;A;8", "programme.repeated"),
    Bad("zone_steps", "zone;step;planned;reached\n", "Z9;works;2026-01-01;", "programme.reference-unknown"),
    Bad("zone_steps", "zone;step;planned;reached\n", "Z1;works;2026-02-30;", "programme.cell-unreadable"),
    Bad("zone_steps", "zone;step;planned;reached\n", "Z1;digging;2026-02-01;", "programme.cell-unreadable"),
    Bad("studies", "zone;kind;contractor;dueOn;plugs;withdrawnOn\n", "Z1;summary;A;;7;", "programme.cell-unreadable"),
    Bad("study_versions", versions, "Z1;summary;2;2026-01-05;f;c;0;0;0;0;;", "programme.cell-unreadable"),
    Bad("study_versions", versions, "Z1;asBuilt;1;2026-01-05;f;c;0;0;0;0;;", "programme.reference-unknown"),
    Bad(
      "study_versions", versions, "Z1;summary;1;2026-01-05;f;c;0;0;0;0;refused;2026-01-04", "programme.refused"),
    Bad(
      "study_versions", versions + "Z1;summary;1;2026-01-05;f;c;0;0;0;0;refused;2026-01-08\n",
      "Z1;summary;2;2026-01-09;f;c;0;0;0;0;;", "programme.refused"),
    Bad(
      "study_versions", versions + "Z1;summary;1;2026-01-05;f;c;0;0;0;0;accepted;2026-01-08\n",
      "Z1;summary;2;2026-01-09;g;c;0;0;0;0;;", "programme.refused"),
    Bad(
      "reserves", "zone;reserve;severity;object;openedOn;dueOn;state;changedOn\n",
      "Z1;R1;major;o;2026-01-05;;lifted;2026-01-04", "programme.refused"),
    Bad("handovers", handovers, "H;Z1;2026-01-05;A;7;no;refused;2026-01-09;", "programme.refused"),
    Bad("handovers", handovers, "H;Z1;2026-01-05;A;7;no;accepted;2026-01-04;", "programme.refused"),
    Bad("handovers", handovers, "H;Z1;2026-01-05;A;7;perhaps;;;", "programme.cell-unreadable"),
    Bad(
      "attempts", "order;attempt;date;code;verified;address;distributionPoint;contractor;handedOverOn\n",
      "O;1;2026-01-05;FINT04;Z;a;p;A;", "programme.cell-unreadable"),
    Bad("contract_papers", papers, "M;order;1;2026-01-05;5.00;;;", "programme.reference-unknown"),
    Bad("contract_papers", papers, "L;order;1;2026-01-05;-5.00;;;", "programme.negative"),
    Bad("contract_papers", papers, "L;napkin;1;2026-01-05;5.00;;;", "programme.cell-unreadable"),
    Bad("invoices", invoices, "F;A;-1.00;2026-01-05;;;;;;", "programme.negative"),
    Bad("invoices", invoices, "F;A;1.00;2026-01-05;2026-01-04;;;;;", "programme.refused"),
    Bad("invoices", invoices, "F;A;1.005;2026-01-05;;;;;;", "programme.cell-unreadable"),
    Bad("authorisations", credits, "AP;credit;2026-01-05;2026;5;", "programme.reference-unknown"),
    Bad(
      "authorisations",
      credits + "AP;vote;2026-01-01;;100;v\nAP;credit;2026-01-01;2026;100;\nAP;committed;2026-02-01;;80;L\n",
      "AP;vote;2026-03-01;;50;less\nAP;credit;2026-03-01;2026;50;", "programme.refused"),
    Bad(
      "grants", "grant;ratePercent;capPerPlug;agreedAmount;eligibleFrom;eligibleUntil\n",
      "G;33;;-5;2026-01-01;2026-12-31", "programme.negative"),
    Bad("grant_steps", "grant;date;state;amount\n", "H;2026-01-01;filed;", "programme.reference-unknown"),
  ]

  @Test(arguments: bad) func aRowThatCanNotBeIsToldAtItsLineAndLeftOut(bad: Bad) throws {
    let place = try Place()
    var files = [
      "zones": Self.zones, "studies": Self.study, "contracts": Self.contracts,
      "grants": "grant;ratePercent;capPerPlug;agreedAmount;eligibleFrom;eligibleUntil\nG;33;;5;2026-01-01;2026-12-31\n",
    ]
    if bad.file == "zones" { files["studies"] = nil }
    files[bad.file] = bad.before + bad.row + "\n"
    try place.write(files.map { ("\($0.key).csv", Array($0.value.utf8)) })
    let findings = try ProgrammeFolder(reading: place.path).findings.filter { $0.severity == .error }
    let line = bad.before.split(separator: "\n").count + 1
    #expect(findings.map(\.rule) == [bad.rule])
    #expect(findings.map(\.place) == ["\(bad.file).csv:\(line)"])
  }

  @Test func aBlockingReserveForbidsTheHandover() throws {
    let place = try Place()
    try place.write([
      ("zones.csv", Array(Self.zones.utf8)),
      (
        "reserves.csv",
        Array(
          "zone;reserve;severity;object;openedOn;dueOn;state;changedOn\nZ1;R1;blocking;o;2026-01-05;;open;2026-01-05\n"
            .utf8)
      ),
      ("handovers.csv", Array((Self.handovers + "H;Z1;2026-01-15;A;7;no;;;\n").utf8)),
    ])
    let read = try ProgrammeFolder(reading: place.path)
    #expect(read.programme.handoverLots == [])
    #expect(read.findings.contains { $0.rule == "programme.refused" && $0.place == "handovers.csv:2" })
  }

  @Test func aZoneWithoutPlugsAndAForeignCommuneAreTold() throws {
    let place = try Place()
    try place.write([
      ("zones.csv", Array(Self.zones.utf8)), ("communes.csv", Array("insee;name;x;y\n80021;Amiens;1;1\n".utf8)),
      (
        "IPE_X_20260131.csv",
        Array("IdentifiantImmeuble;CodeInseeImmeuble;EtatImmeuble;NombreLogementsAdresseIPE\nA;80999;CIBLE;1\n".utf8)
      ),
    ])
    let findings = try ProgrammeFolder(reading: place.path).findings
    #expect(findings.contains { $0.rule == "programme.zone-empty" && $0.place == "zones.csv:3" && $0.code == "Z2" })
    #expect(findings.contains { $0.rule == "programme.commune-unknown" && $0.code == "80999" })
  }

  @Test func listsAreReadInOrderOfTheirDays() throws {
    let place = try Place()
    let head = "IdentifiantImmeuble;CodeInseeImmeuble;EtatImmeuble;NombreLogementsAdresseIPE\n"
    try place.write([
      ("zones.csv", Array(Self.zones.utf8)), ("IPE_B_20260228.csv", Array((head + "A;80021;DEPLOYE;1\n").utf8)),
      ("IPE_Z_20260131.csv", Array((head + "A;80021;CIBLE;1\n").utf8)),
      ("IPE_sans_date.csv", Array("nothing".utf8)),
    ])
    let history = try ProgrammeFolder(reading: place.path).history
    #expect(history.steps.map(\.date.description) == ["2026-01-31", "2026-02-28"])
    #expect(history.lines.map(\.state) == [.deployed])
  }
}
