import FibreTestSupport
import Foundation
import Testing

/// What managers ask of a programme folder, as people and programs get it.
@Suite struct ProgrammeAnswersTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func json(_ words: [String]) throws -> [String: Any] {
    let answer = try Program.run(words + ["--json"])
    #expect(answer.code == 0, "\(answer.remarks)")
    return try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
  }

  @Test(arguments: ["fr", "en"]) func theTextsAreAsLookedAt(language: String) throws {
    for (name, words) in [
      ("work", ["progress", rip80]), ("programme-money", ["money", "programme", rip80]),
      ("failures", ["failures", rip80]),
    ] {
      let answer = try Program.run(words + ["--lang", language])
      #expect(answer.code == 0, "\(answer.remarks)")
      try Golden.check(answer.output, "\(name).\(language).txt")
    }
  }

  @Test func everyTableIsAFile() throws {
    let work = ["studies", "control", "handovers", "connections", "cohorts", "failure_codes", "freezes"]
    let money = ["contracts", "credits", "grants", "invoices", "late_payments"]
    let asked: [(words: [String], names: [String])] = [
      (["progress", rip80], ["counters", "bridges", "stocks"] + work), (["money", "programme", rip80], money),
      (["forecast", rip80], ["months", "contractors"] + work + money),
    ]
    for (number, ask) in asked.enumerated() {
      let out = folder.path("t\(number)")
      #expect(try Program.run(ask.words + ["--tables", out]).code == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
      #expect(names == ask.names.map { $0 + ".csv" }.sorted())
      for name in names {
        let lines = try String(contentsOfFile: "\(out)/\(name)", encoding: .utf8).split(separator: "\n")
        let widths = Set(lines.map { $0.split(separator: ";", omittingEmptySubsequences: false).count })
        #expect(lines.count > 1 && widths.count == 1, "\(name)")
      }
    }
  }

  @Test func theProgressOfAFolderAndOfItsNetworkAreOne() throws {
    let lists = try FileManager.default.contentsOfDirectory(atPath: rip80 + "/programme").sorted()
      .filter { $0.hasPrefix("IPE_") }.map { "\(rip80)/programme/\($0)" }
    let network = folder.path("n.gpkg")
    #expect(try Program.run(["import", "ipe"] + lists + ["--into", network]).code == 0)
    for by in ["sro", "nro", "lot", "contractor", "commune"] {
      let one = try Program.run(["progress", rip80, "--by", by])
      let other = try Program.run(["progress", network, "--by", by, "--programme", rip80])
      #expect(one.code == 0 && one.output == other.output, "\(by)")
    }
  }

  // MARK: Figures that were worked out by hand

  @Test func anEarnedValueIsWorkedOutToTheCent() throws {
    let file = repository.appendingPathComponent("data/programme/earned.csv").path
    let value = try #require(try json(["money", "earned", file, "--actual-cost", "470000"])["value"] as? [String: Any])
    let amounts = [
      "budget": "1138359.40", "planned": "642533.50", "earned": "446111.40", "scheduleVariance": "-196422.10",
      "costVariance": "-23888.60", "estimateByTrend": "1199316.84", "estimateRestAtBudget": "1162248.00",
      "estimateByCostAndDelay": "1520433.81",
    ]
    for (name, amount) in amounts { #expect(value[name] as? String == amount, "\(name)") }
    let text = try Program.run(["money", "earned", file, "--actual-cost", "470000"])
    for says in ["0,6943", "0,9492", "1,0357", "1\u{a0}520\u{a0}433,81\u{a0}€"] { #expect(text.output.contains(says)) }
    let none = try Program.run(["money", "earned", file, "--actual-cost", "0"])
    #expect(none.code == 0 && none.output.contains("s.o."))
  }

  @Test(arguments: [
    (["186", "1240"], ["15.0000", "13.1208", "17.0954"]), (["114", "1178"], ["9.6774", "8.1178", "11.4991"]),
    (["3", "12"], ["25.0000", "8.8942", "53.2305"]), (["0", "20"], ["0.0000", "0.0000", "16.1125"]),
  ])
  func aFailureRateHasItsInterval(counts: [String], expected: [String]) throws {
    let answer = try Program.run([
      "failures", "--failed", counts[0], "--attempts", counts[1], "--csv", folder.path("f"),
    ])
    #expect(answer.code == 0)
    let csv = try String(contentsOfFile: folder.path("f"), encoding: .utf8)
    #expect(csv.hasSuffix((counts + expected).joined(separator: ";") + "\n"), "\(csv)")
  }

  @Test func aForecastOfAHistoryHasItsExactLaw() throws {
    let answer = try json([
      "forecast", "--history", "1800,2400,900,3100,2600,0,2200,2900,1500,2700,3300,2000", "--remaining", "26000",
    ])
    for (name, months) in [("p50", 13), ("p85", 14), ("p95", 16)] {
      #expect(answer[name] as? Int == months && answer["exact" + name.uppercased()] as? Int == months)
    }
    let months = try #require(answer["months"] as? [[String: Any]])
    let twelve = try #require(months.first { $0["months"] as? Int == 12 })
    #expect(abs((twelve["exactPercent"] as? Double ?? 0) - 44.8591) < 1e-9)
    #expect(abs((twelve["drawnPercent"] as? Double ?? 0) - 44.8591) < 1.5)
  }

  // MARK: Bad input

  @Test func noAttemptHasNoRate() throws {
    let answer = try Program.run(["failures", "--failed", "0", "--attempts", "0"])
    #expect(answer.code == 0 && answer.output.contains("s.o."))
  }

  @Test(arguments: [
    ["failures"], ["failures", "--failed", "1"], ["failures", "--failed", "5", "--attempts", "4"],
    ["failures", "--failed", "-1", "--attempts", "4"], ["forecast"], ["forecast", "--history", "1,2"],
    ["forecast", "--history", "1,x", "--remaining", "5"], ["money", "earned"], ["money", "programme"],
  ])
  func wrongWordsAreWrongArguments(words: [String]) throws {
    let answer = try Program.run(words)
    #expect(answer.code == 64 && answer.output.isEmpty && !answer.remarks.isEmpty, "\(answer)")
  }

  @Test(arguments: [
    (["forecast", "--history", "1,2,3", "--remaining", "5"], "au moins 6"),
    (["forecast", "--history", "0,0,0,0,0,0", "--remaining", "5"], "au moins 6"),
    (["forecast", "--history", "1,2,3,4,5,-6", "--remaining", "5"], "nombres possibles"),
  ])
  func aHistoryThatSaysTooLittleIsRefused(words: [String], says: String) throws {
    let answer = try Program.run(words)
    #expect(answer.code == 1 && answer.output.isEmpty && answer.remarks.contains(says), "\(answer)")
  }

  @Test func filesOfWorksThatCanNotBe() throws {
    func run(_ text: String) throws -> Program.Answer {
      try Data(text.utf8).write(to: folder.url.appendingPathComponent("w.csv"))
      return try Program.run(["money", "earned", folder.path("w.csv"), "--actual-cost", "1"])
    }
    #expect(try Program.run(["money", "earned", folder.path("absent.csv"), "--actual-cost", "1"]).code == 2)
    #expect(try run("item;budget;planned\na;1;2\n").remarks.contains("done"))
    #expect(try run("item;budget;planned;done\n").remarks.contains("aucun travail"))
    let bad = try run("item;budget;planned;done\na;100;50;40\nb;-5;50;40\nc;5;150;40\n")
    #expect(bad.code == 1 && bad.output.contains("-5") && bad.output.contains("150"), "\(bad)")
    #expect(try Program.run(["money", "earned", folder.path("w.csv"), "--actual-cost", "-1"]).code == 1)
  }
}
