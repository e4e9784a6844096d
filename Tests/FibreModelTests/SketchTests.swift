import FibreModel
import FibreTestSupport
import Testing

@Suite struct SketchTests {
  private let town = """
    pop SFU ─ C1:12@1500 ─ bpe B1 ─ C2:12:6 ─ pop ITA
    splice B1  C1.1-6 = C2.1-6
    passage B1 C1.7-11 = C2.7-11
    park B1 C1.12
    port SFU TI.1-12 = C1.1-12
    port ITA TO.1-6 = C2.1-6
    cord SFU TI.1 = TX.1
    """

  @Test func aSketchDrawsWhatItSays() throws {
    let network = try sketch(town)
    #expect(network.sections[Code("C1")]?.length == Length(metres: 1500))
    #expect(network.sections[Code("C2")]?.tubeCount == 2)
    #expect(network.joints.rows.count { $0.kind == .splice } == 6)
    #expect(network.joints.rows.count { $0.kind == .passage } == 5)
    #expect(network.joints.rows.allSatisfy { $0.claim == .held })
    let end = try #require(network.sketchEnd("C1.3b"))
    let joint = try #require(network.joints.joint(of: end))
    #expect(network.joints[joint].partner(of: end) == network.sketchEnd("C2.3a"))
    let port = try #require(network.port(named: "TI:1"))
    let connector = try #require(network.joint(at: port))
    #expect(network.joints[connector].ends == [network.sketchEnd("J-TI-1.1a"), network.sketchEnd("C1.1a")])
  }

  @Test(
    arguments: [
      ("splice B1 C1.1 = C9.1", SketchError.Reason.unknownSection("C9")),
      ("splice B1 C1.12 = C2.13", .unknownFibre("C2.13")),
      ("splice B1 C1.1-3 = C2.1-2", .unequalRanges(3, 2)),
      ("splice B1 C1.1 = C2.1\nsplice B1 C1.1 = C2.2", .joinedTwice("C1.1b")),
      ("splice B1 C1.1 = C1.1", .joinedToItself("C1.1b")),
      ("splice B9 C1.1 = C2.1", .unknownPlace("B9")),
      ("splice B1/K C1.1 = C2.1", .unknownTray("B1/K")),
      ("tray B1 K 1\nsplice B1/K C1.1-2 = C2.1-2", .trayFull("B1/K")),
      ("splice B1 C3.1 = C2.1", .sideUnclear(section: "C3", place: "B1")),
      ("splice B1 C1.1 C2.1", .unreadable("splice B1 C1.1 C2.1")),
      ("bpe B1 ─ C1:4 ─ bpe B2", .nameTaken("C1")),
    ])
  func aLineThatBreaksARuleIsRefusedWithItsNumber(text: String, reason: SketchError.Reason) {
    let lines = "pop A ─ C1:12 ─ bpe B1 ─ C2:12 ─ pop B\npop A ─ C3:12 ─ pop B\n" + text
    let last = lines.split(separator: "\n").count
    #expect(throws: SketchError(line: last, reason: reason)) { try sketch(lines) }
  }

  @Test func faultsAreWithinTheFileAndDiffer() {
    let bytes = Array("abcdefghij".utf8)
    #expect(Faults.truncations(of: bytes).map(\.bytes.count) == Array(0..<10))
    #expect(Faults.truncations(of: bytes, limit: 3).map(\.bytes.count) == [0, 4, 9])
    for fault in Faults.byteFlips(of: bytes, count: 50, seed: 7) {
      #expect(zip(fault.bytes, bytes).count { $0 != $1 } == 1, "\(fault)")
    }
  }

  @Test func aMissingGoldenFileFails() {
    #expect(throws: GoldenFailure.self) { try Golden.check("text", "no-such-file.txt", suite: "/dev/null/suite.swift") }
  }
}
