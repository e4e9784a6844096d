import FibreExchange
import FibreModel
import FibreTestSupport
import Foundation
import Testing

@Suite struct IPEImportTests {
  private static let header =
    "IdentifiantImmeuble;CodeAdresseImmeuble;BatimentImmeuble;CodeInseeImmeuble;EtatImmeuble;NombreLogementsAdresseIPE;"
    + "DateCablageAdresse;ReferencePM;EtatPM;DatePremiereMADPM;DateMiseEnServiceCommercialePM"

  /// Reads bytes as a file of that name.
  private func read(_ bytes: [UInt8], name: String = "ipe.csv") throws -> IPEImport {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ipe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return try IPEImport(reading: file.path, date: CalendarDate("2026-01-15") ?? .earliest)
  }

  private func read(_ rows: String...) throws -> IPEImport {
    try read(Array(([Self.header] + rows).joined(separator: "\n").utf8) + [10])
  }

  private func rules(_ read: IPEImport) -> [String] {
    read.findings.map { "\($0.place.split(separator: ":").last ?? "") \($0.rule)" }
  }

  // MARK: Lines

  @Test func aNullByteIsTheFilesFault() throws {
    let row = "IMB\u{0}1;H;;80021;DEPLOYE;12;;PM-1;;;"
    let read = try read(Array((Self.header + "\n" + row + "\nIMB2;H;;80021;DEPLOYE;;;PM-1;;;\n").utf8))
    #expect(read.snapshot.lines.map(\.address) == ["IMB2"] && read.leftOutCount == 1)
    #expect(read.findings.map(\.rule).contains("ipe.null-byte"))
    #expect(read.gaps == SnapshotGaps(withoutPlugs: ["IMB2"]))
  }

  @Test func aLineIsAnAddress() throws {
    let read = try read("IMB2;H2;A;80021;DEPLOYE;12;20251103;pm-1 ;DEPLOYE;20251110;20260210")
    let line = try #require(read.snapshot.lines.first)
    #expect(line.address == "IMB2" && line.state == .deployed && line.plugCount == 12 && line.commune == "80021")
    #expect(line.cabinet == "PM-1" && line.cabinetState == .deployed)
    #expect(line.cabledOn?.description == "2025-11-03" && line.availableOn?.description == "2025-11-10")
    #expect(line.opensOn?.description == "2026-02-10")
    #expect(read.findings.isEmpty && read.leftOutCount == 0)
    #expect(read.snapshot.source == "ipe.csv" && read.snapshot.date.description == "2026-01-15")
  }

  @Test(arguments: [
    ("CIBLE", "CI"), ("Signé", "SI"), ("EN COURS DE DEPLOIEMENT", "EC"), ("en cours de déploiement", "EC"),
    ("RACCORDABLE DEMANDE", "RD"), ("Raccordable à la demande", "RD"), ("RAD EN COURS DE DEPLOIEMENT", "RC"),
    (" Déployé ", "DE"), ("deploye", "DE"), ("DE", "DE"), ("ABANDONNÉ", "AB"), ("EN_COURS  DE-DEPLOIEMENT", "EC"),
  ])
  func statesAreReadHoweverTheyAreWritten(text: String, code: String) throws {
    #expect(try read("A;;;80021;\(text);1;;PM;;;").snapshot.lines.first?.state.code == code)
  }

  // MARK: Columns

  @Test func columnsAreFoundByNameInAnyOrder() throws {
    let text =
      "code_insee_immeuble,ETATIMMEUBLE,Inconnue,identifiantimmeuble,nombreLogementsAdresseIPE,RéférencePM\n"
      + "80021,Cible,x,A1,3,PM9\n"
    let read = try read(Array(text.utf8))
    let line = try #require(read.snapshot.lines.first)
    #expect(line.address == "A1" && line.plugCount == 3 && line.commune == "80021" && line.cabinet == "PM9")
    #expect(Set(read.findings.map(\.rule)) == ["ipe.column-missing"])
    #expect(
      read.findings.map(\.code) == [
        "DateCablageAdresse", "EtatPM", "DatePremiereMADPM", "DateMiseEnServiceCommercialePM",
      ])
  }

  @Test func aFileWithoutStateOrAddressIsNoIPE() throws {
    for text in ["", "\n", "a;b\n1;2\n", "IdentifiantImmeuble;x\n1;2\n", "EtatImmeuble;x\nDE;2\n"] {
      do {
        _ = try read(Array(text.utf8))
        Issue.record("\(text) was read")
      } catch let error as IPEError {
        guard case .notAnIPE = error else { Issue.record("\(error)"); continue }
      }
    }
    #expect(throws: IPEError.missing(path: "/nowhere/x.csv")) {
      try IPEImport(reading: "/nowhere/x.csv", date: .earliest)
    }
  }

  @Test func aColumnThatComesTwiceIsSaid() throws {
    let read = try read(Array("IdentifiantImmeuble;EtatImmeuble;etatimmeuble\nA;DE;CI\n".utf8))
    #expect(read.snapshot.lines.first?.state == .deployed)
    #expect(read.findings.contains { $0.rule == "ipe.column-repeated" })
  }

  // MARK: Encodings and forms of file

  @Test func everyEncodingGivesTheSameSnapshot() throws {
    let text = Self.header + "\nIMBÉ;;;80021;DÉPLOYÉ;1;;PM;;;\n"
    let plain = try read(Array(text.utf8))
    #expect(plain.snapshot.lines.first?.address == "IMBÉ")
    let marked = try read([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    let latin = try read(text.unicodeScalars.map { UInt8($0.value) })
    let dos = try read(Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8))
    #expect(plain.snapshot == marked.snapshot && plain.snapshot == latin.snapshot && plain.snapshot == dos.snapshot)
    #expect(rules(latin) == ["2 ipe.encoding"])
    #expect(marked.findings.isEmpty && dos.findings.isEmpty)
  }

  @Test func quotedCellsMayHoldSeparatorsAndLineEnds() throws {
    let read = try read(
      "\"A1\";\"H;1\";\"bat\nB\";80021;\"DEPLOYE\";1;;PM;;;", "A2;\"H\" bis;;80021;CIBLE;1;;PM;;;",
      "A3;\"open;;80021;CIBLE;2;;PM;;;")
    #expect(read.snapshot.lines.map(\.address) == ["A1", "A2", "A3"])
    #expect(read.findings.isEmpty)
  }

  @Test func aCompressedFileIsReadAsWhatIsInIt() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ipe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data((Self.header + "\nA;;;80021;DEPLOYE;1;;PM;;;\n").utf8).write(to: folder.appendingPathComponent("a.csv"))
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-k", folder.appendingPathComponent("a.csv").path]
    try gzip.run()
    gzip.waitUntilExit()
    let read = try IPEImport(reading: folder.appendingPathComponent("a.csv.gz").path, date: .earliest)
    #expect(read.snapshot.lines.map(\.address) == ["A"])
    let whole = try Data(contentsOf: folder.appendingPathComponent("a.csv.gz"))
    #expect(throws: IPEError.self) { try self.read(Array(whole.prefix(40)), name: "cut.csv.gz") }
    let zip = try #require(Self.zip(name: "ipe.csv", Array((Self.header + "\nB;;;80021;DEPLOYE;1;;PM;;;\n").utf8)))
    #expect(try self.read(zip, name: "ipe.zip").snapshot.lines.map(\.address) == ["B"])
  }

  /// A ZIP of one stored file.
  private static func zip(name: String, _ bytes: [UInt8]) -> [UInt8]? {
    var checksum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = (checksum >> 1) ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    checksum ^= 0xFFFF_FFFF
    func two(_ number: Int) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8 & 255)] }
    func four(_ number: Int) -> [UInt8] { two(number & 65535) + two(number >> 16) }
    let common =
      two(20) + two(0) + two(0) + two(0) + two(0x21) + four(Int(checksum)) + four(bytes.count)
      + four(bytes.count) + two(name.utf8.count) + two(0)
    let local = [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
    let central =
      [0x50, 0x4B, 1, 2] + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(0)
      + Array(name.utf8)
    let end = [0x50, 0x4B, 5, 6] + two(0) + two(0) + two(1) + two(1) + four(central.count) + four(local.count) + two(0)
    return local + central + end
  }

  // MARK: Bad lines

  @Test func everyBadLineIsSaid() throws {
    let read = try read(
      "A;;;80021;DEPLOYE;1;;PM;;;", ";;;80021;DEPLOYE;1;;PM;;;", "B;;;80021;PEUT-ETRE;1;;PM;;;",
      "C;;;80021;CIBLE;-4;;PM;;;", "D;;;80021;CIBLE;;;PM;;;", "E;;;8002;CIBLE;1;;PM;;;", "F;;;ABCDE;CIBLE;1;;PM;;;",
      "G;;;80021;CIBLE;1;20261301;PM;;;", "H;;;80021;CIBLE;1;;PM;OUVERT;;", "I;80021;CIBLE", "A;;;80021;CIBLE;9;;PM;;;",
      ";HEX1;B2;80021;CIBLE;1;;PM;;;")
    #expect(
      rules(read) == [
        "3 ipe.address-missing", "4 ipe.state-unknown", "5 ipe.plugs-unreadable", "6 ipe.plugs-missing",
        "7 ipe.commune-short", "8 ipe.commune-unreadable", "9 ipe.date-unreadable", "10 ipe.cabinet-state-unknown",
        "11 ipe.cells", "12 ipe.address-repeated", "13 ipe.address-number",
      ])
    #expect(read.snapshot.lines.map(\.address) == ["A", "C", "D", "E", "F", "G", "H", "HEX1/B2"])
    #expect(read.snapshot.lines[0].state == .deployed)
    #expect(read.snapshot.lines[3].commune == "08002")
    #expect(read.lineCount == 12 && read.leftOutCount == 4)
  }

  @Test func whatManyLinesHaveInCommonIsSaidOnce() throws {
    let rows = (0..<500).map { "A\($0);;;80021;NEUF;1;;PM;;;" }
    let read = try read(Array(([Self.header] + rows).joined(separator: "\n").utf8))
    #expect(read.findings.count == 1)
    #expect(read.findings.first?.message.description.contains("500 lines") == true)
    // Garbage of its own kind on every line does not make a report without end.
    let garbage = (0..<3000).map { "A\($0);;;80021;S\($0);1;;PM;;;" }
    let all = try self.read(Array(([Self.header] + garbage).joined(separator: "\n").utf8))
    #expect(all.findings.count == 1001 && all.findings.contains { $0.rule == "ipe.more" })
  }

  @Test(arguments: 0..<60)
  func aDamagedFileIsReadOrRefusedAndNeverLosesALine(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let rows = (0..<40).map { "A\($0);H;;80021;DEPLOYE;2;20260101;PM1;DEPLOYE;20260101;20260401" }
    var bytes = Array(([Self.header] + rows).joined(separator: "\n").utf8) + [10]
    if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
    for _ in 0..<Int.random(in: 0...20, using: &random) where !bytes.isEmpty {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    do {
      let read = try read(bytes)
      #expect(read.leftOutCount >= 0 && (read.leftOutCount == 0 || !read.findings.isEmpty), "seed \(seed)")
    } catch is IPEError {
      return
    }
  }
}
