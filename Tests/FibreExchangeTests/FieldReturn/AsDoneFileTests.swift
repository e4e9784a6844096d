import FibreExchange
import FibreModel
import FibreTestSupport
import Foundation
import Testing

@Suite struct AsDoneFileTests {
  // MARK: Workbooks

  private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Golden/AsDone")

  private func lines(_ name: String) throws -> [AsDoneLine] {
    let file = try AsDoneFile(reading: Self.golden.appendingPathComponent(name).path, name: name)
    #expect(file.findings == [])
    return file.lines
  }

  @Test func aFilledWorkbookIsReadWhateverWasDoneToIt() throws {
    let lines = try lines("filled.xlsx")
    #expect(lines.map(\.place.description) == [5, 6, 7, 9, 10, 11].map { "filled.xlsx (Boîte 3 (nuit)):\($0)" })
    #expect(lines.map(\.outcome) == [.done, .done, .done, .notDone, .unstated, .otherwise])
    #expect(lines.map(\.action) == [.splice, .splice, .splice, .cut, .cut, .move])
    // Night, closure, revision and tray are merged over three lines.
    #expect(lines.allSatisfy { $0.night == 1 && $0.closure == "BPE-AMI-003" && $0.revision == 4 })
    #expect(lines.map(\.cassette) == ["CS-3-29", "CS-3-29", "CS-3-29", "CS-3-00", "CS-3-00", "CS-3-29"])
    #expect(lines.map(\.slot) == [1, 2, 3, 157, 158, 5])
    #expect(lines.map { $0.a?.number } == [1, 2, 3, 61, 62, 17])
    #expect(lines.map { $0.b?.number } == [73, 74, 75, nil, nil, 76])
    #expect(lines.map(\.measuredLoss) == [0.07, 0.12, 0.075].map { Loss(decibels: $0) } + [nil, nil, nil])
    #expect(lines.map(\.remark) == ["à l’abri", "", "", "gaine dure", "", "fibre 4 cassée"])
    #expect(lines[0].doneBy == "J. Dupré" && lines[0].doneAt == "01:25")
  }

  @Test(arguments: ["filled.ods", "filled.xlsm"]) func everyWorkbookSaysTheSame(name: String) throws {
    func plain(_ lines: [AsDoneLine]) -> [AsDoneLine] {
      lines.map { line in
        var line = line
        // A time with a date keeps its form.
        (line.place, line.doneAt) = (String(line.place.split(separator: ":").last ?? ""), String(line.doneAt.prefix(5)))
        return line
      }
    }
    #expect(plain(try lines(name)) == plain(try lines("filled.xlsx")))
  }

  // MARK: CSV

  private static let header =
    "night;closure;revision;cassette;face;slot;action;cableA;fibreA;cableB;fibreB;done;doneBy;doneAt;measuredLossDecibels;remark"

  private func read(_ text: String, _ encoding: String.Encoding = .utf8, name: String = "liste.csv") throws
    -> AsDoneFile
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("epissure-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name)
    try #require(text.data(using: encoding)).write(to: file)
    let read = try AsDoneFile(reading: file.path, name: name)
    try FileManager.default.removeItem(at: folder)
    return read
  }

  private func row(_ done: String, loss: String = "", slot: String = "3", fibre: String = "7") -> String {
    "1;BPE-É;4;K1;A;\(slot);SPLICE;CAB/1;\(fibre);CAB/2;9;\(done);Zoé;1h;\(loss);là\n"
  }

  /// The same list, however a spreadsheet saves it.
  @Test func encodingsSeparatorsAndMarksMakeNoDifference() throws {
    let text = Self.header + "\n" + row("oui", loss: "0,07")
    let plain = try read(text)
    #expect(plain.lines.count == 1 && plain.findings == [])
    #expect(plain.lines[0].closure == "BPE-É" && plain.lines[0].measuredLoss == Loss(decibels: 0.07))
    #expect(try read("\u{FEFF}" + text) == plain)
    #expect(try read(text, .windowsCP1252) == plain)
    #expect(try read(text.replacing("\n", with: "\r\n")) == plain)
    #expect(try read(text.replacing(";", with: "\t")) == plain)
    #expect(try read(text.replacing("0,07", with: "\"0,07\"").replacing(";", with: ",")) == plain)
    #expect(try read(text.replacing("0,07", with: "0.07 dB")) == plain)
  }

  @Test func columnsAreFoundByTheirHeadings() throws {
    let french = "Remarque;Fait;Photo;Fibre B;Câble B;Fibre A;CÂBLE A;Action;Pos.;Cassette;Nuit;Boîtier\n"
    let text =
      "Retour du chantier;;;;;;;;;;;\n;;;;;;;;;;;\n" + french
      + "là;X;p;9;CAB/2;7;CAB/1;SOUDER;3;K1;1;B\n;;;;;;;;total : 1;;;\n"
    let file = try read(text.replacing("total : 1", with: ""))
    #expect(file.findings == [])
    #expect(file.lines.map(\.slot) == [3] && file.lines[0].a == AsDoneEnd(owner: "CAB/1", number: 7))
    #expect(file.lines[0].action == .splice && file.lines[0].remark == "là" && file.lines[0].place == "liste.csv:4")
  }

  @Test(arguments: [
    ("oui", AsDoneOutcome.done), ("OUI ", .done), ("x", .done), ("✔", .done), ("1", .done), ("1.0", .done),
    ("Fait", .done),
    ("réalisé", .done), ("VRAI", .done), ("non", .notDone), ("0", .notDone), ("-", .notDone), ("FAUX", .notDone),
    ("non fait", .notDone), ("", .unstated), ("  ", .unstated), ("autre", .otherwise), ("Modifié", .otherwise),
    ("yes", .done), ("no", .notDone), ("otherwise", .otherwise),
  ]) func whatStandsUnderDoneIsUnderstood(text: String, outcome: AsDoneOutcome) throws {
    let file = try read(Self.header + "\n" + row(text))
    #expect(file.lines.map(\.outcome) == [outcome] && file.findings == [])
  }

  // MARK: Bad lists

  private func found(_ text: String) throws -> [String] { try read(text).findings.map(\.line) }

  @Test func whatCantBeReadIsTold() throws {
    let header = Self.header + "\n"
    #expect(try found(header + row("demain")) == ["error asdone.done-unreadable liste.csv:2 "])
    #expect(try found(header + row("oui", slot: "III")) == ["error asdone.number-unreadable liste.csv:2 slot"])
    #expect(try found(header + row("oui", fibre: "7bis")) == ["error asdone.number-unreadable liste.csv:2 fibreA"])
    #expect(try found(header + row("oui", loss: "bon")) == ["warning asdone.loss-unreadable liste.csv:2 "])
    #expect(try found(header + row("oui", loss: "70")) == ["warning asdone.loss-unreadable liste.csv:2 "])
    #expect(
      try found(header + row("oui").replacing("SPLICE", with: "?")) == ["error asdone.row-unreadable liste.csv:2 "])
    #expect(try found(header + ";;;;;;;;;;;oui;;;;\n") == ["error asdone.row-unreadable liste.csv:2 "])
    #expect(try found("a;b\n1;2\n") == ["error asdone.no-list liste.csv:1 "])
    #expect(try found("") == ["error asdone.no-list liste.csv:1 "])
    #expect(
      try found(header.replacing(";done;", with: ";x;") + row("oui")) == [
        "error asdone.column-missing liste.csv:1 done"
      ])
    #expect(
      try found(header.replacing(";face;", with: ";slot;") + row("oui"))
        == ["error asdone.column-repeated liste.csv:1 slot"])
    #expect(try found(header + "\"1;B") == ["error asdone.row-unreadable liste.csv:2 "])
  }

  @Test func aListPastedTwiceUnderItselfIsReadOnce() throws {
    let text = Self.header + "\n" + row("oui")
    #expect(try read(text + text).lines.count == 2)
  }

  @Test func filesThatAreNoListsAreRefused() throws {
    #expect(throws: AsDoneFileError.missing(path: "/nowhere.csv")) {
      try AsDoneFile(reading: "/nowhere.csv", name: "nowhere.csv")
    }
    #expect(throws: AsDoneFileError.self) { try read("x", name: "liste.pdf") }
    for name in ["liste.xlsx", "liste.ods", "liste.xlsm"] {
      #expect(throws: AsDoneFileError.self) { try read("night;closure", name: name) }
    }
  }

  /// Every cut of a workbook is refused, or read as far as it goes; never a trap.
  @Test(arguments: ["filled.xlsx", "filled.ods"]) func aCutWorkbookNeverTraps(name: String) throws {
    let bytes = try #require(FileManager.default.contents(atPath: Self.golden.appendingPathComponent(name).path))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("epissure-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name)
    var refused = 0
    let faults =
      Faults.truncations(of: [UInt8](bytes), limit: 30) + Faults.byteFlips(of: [UInt8](bytes), count: 60, seed: 1)
    for fault in faults {
      try Data(fault.bytes).write(to: file)
      do throws(AsDoneFileError) {
        _ = try AsDoneFile(reading: file.path, name: name)
      } catch {
        refused += 1
      }
    }
    try FileManager.default.removeItem(at: folder)
    #expect(refused > 20)
  }

  @Test func aHundredThousandRowsAreReadInOneGo() throws {
    let rows = (1...100_000).map { row("oui", slot: "\($0)") }.joined()
    let file = try read(Self.header + "\n" + rows)
    #expect(file.lines.count == 100_000 && file.lines.last?.slot == 100_000)
  }
}
