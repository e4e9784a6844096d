import FibreTestSupport
import Foundation
import Testing

/// `epissure forecast` as people run it.
@Suite struct ForecastTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test(arguments: ["fr", "en"]) func theTextIsAsLookedAt(language: String) throws {
    let answer = try Program.run(["forecast", rip80, "--lang", language])
    #expect(answer.code == 0, "\(answer.remarks)")
    try Golden.check(answer.output, "forecast.\(language).txt")
  }

  @Test func programsReadTheSameFacts() throws {
    let answer = try Program.run(["forecast", rip80, "--json"])
    #expect(answer.code == 0)
    try Golden.check(answer.output, "forecast.json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let counters = try #require(json["counters"] as? [[String: Any]])
    let counts = counters.compactMap { $0["count"] as? Int }
    #expect(counts.count == 6 && counts == counts.sorted(by: >))
    #expect(json["remaining"] as? Int == (json["scope"] as? Int ?? 0) - (json["handedOver"] as? Int ?? 0))
  }

  @Test func chartsTableAndPackAreWrittenTheSameTwice() throws {
    for round in ["1", "2"] {
      let answer = try Program.run(
        ["forecast", rip80, "--charts", folder.path(round), "--csv", folder.path(round + "/f.csv")]
          + ["--pack", folder.path(round + "/pack.pdf")])
      #expect(answer.code == 0, "\(answer.remarks)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("1")).sorted()
    #expect(names.count == 16 && names.contains("burn-up.png") && names.contains("communes.svg"))
    for name in names {
      let files = try ["1/", "2/"].map { try Data(contentsOf: URL(fileURLWithPath: folder.path($0 + name))) }
      #expect(files[0] == files[1] && files[0].count > 1000, "\(name)")
    }
    let table = try String(contentsOfFile: folder.path("1/f.csv"), encoding: .utf8)
    #expect(table.contains("month;contract;scope;built;handedOver;connectable;p50"))
  }

  @Test func anotherSeedMovesTheFanAndNotTheFacts() throws {
    let runs = try ["1", "2"].map { try Program.run(["forecast", rip80, "--json", "--seed", $0]) }
    let json = try runs.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.output.utf8)) as? [String: Any])
    }
    #expect(json[0]["handedOver"] as? Int == json[1]["handedOver"] as? Int)
    let months = try json.map {
      try #require(($0["forecast"] as? [String: Any])?["p50"] as? [String: Any])["months"] as? Int
    }
    #expect(abs((months[0] ?? 0) - (months[1] ?? 99)) <= 1)
    // A slow tail and a growing scope make it later.
    let slow = try Program.run(["forecast", rip80, "--json", "--slow-tail", "750", "--scope-growth", "60"])
    let later = try #require(try JSONSerialization.jsonObject(with: Data(slow.output.utf8)) as? [String: Any])
    let end = try #require((later["forecast"] as? [String: Any])?["p50"] as? [String: Any])
    #expect((end["months"] as? Int ?? 0) > (months[0] ?? 0))
  }

  @Test func aNetworkWithTheListsImportedSaysTheSame() throws {
    let lists = try FileManager.default.contentsOfDirectory(atPath: rip80 + "/programme").sorted()
      .filter { $0.hasPrefix("IPE_") }.map { "\(rip80)/programme/\($0)" }
    let network = folder.path("n.gpkg")
    #expect(try Program.run(["import", "ipe"] + lists + ["--into", network]).code == 0)
    let answer = try Program.run(["forecast", network, "--programme", rip80])
    #expect(answer.code == 0)
    #expect(try answer.output == Program.run(["forecast", rip80]).output)
    let alone = try Program.run(["forecast", network])
    #expect(alone.code == 1 && alone.remarks.contains("--programme"))
  }

  @Test func earlierDaysForecastWithWhatWasKnown() throws {
    let early = try Program.run(["forecast", rip80, "--date", "2025-01-31", "--pack", folder.path("early.pdf")])
    #expect(early.code == 0, "\(early)")
    // Before the first list nothing is known, which is not zero.
    let before = try Program.run(["forecast", rip80, "--date", "2023-01-01"])
    #expect(before.code == 1 && before.remarks.contains("2024-11-30"), "\(before)")
  }

  // MARK: Bad input

  @Test(arguments: [
    (["--draws", "0"], "0 tirages"), (["--draws", "9000000"], "9000000"), (["--slow-tail", "-1"], "--slow-tail"),
  ])
  func whatCanNotBeIsRefused(words: [String], says: String) throws {
    let answer = try Program.run(["forecast", rip80] + words)
    #expect(answer.code == 1 && answer.output.isEmpty && answer.remarks.contains(says), "\(answer)")
  }

  @Test(arguments: [["--date", "hier"], ["--seed", "-1"], ["--draws", "x"]])
  func wrongWordsAreWrongArguments(words: [String]) throws {
    #expect(try Program.run(["forecast", rip80] + words).code == 64)
  }

  @Test func foldersThatAreNoProgrammeAreRefused() throws {
    #expect(try Program.run(["forecast", folder.path("absent")]).code == 2)
    let empty = try Program.run(["forecast", folder.url.path])
    #expect(empty.code == 1 && empty.remarks.contains("zones.csv"))
    try Data("zone;lot;contractor;plugs\nZ1;L;A;-7\nZ2;L;A;5\n".utf8).write(
      to: folder.url.appendingPathComponent("zones.csv"))
    let undated = try Program.run(["forecast", folder.url.path])
    #expect(undated.code == 1 && undated.remarks.contains("--date"))
    let bad = try Program.run(["forecast", folder.url.path, "--date", "2026-01-31", "--lang", "en"])
    #expect(
      bad.code == 1 && bad.output.contains("zones.csv:2") && bad.output.contains("-7 in plugs is below zero"), "\(bad)")
  }
}
