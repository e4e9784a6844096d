import Foundation
import Testing

/// `epissure progress` and `regroup` as people run them.
@Suite struct ProgressTests {
  private let folder: Folder
  private var network: String { folder.path("n.gpkg") }

  init() throws {
    folder = try Folder()
    let days = [("20260131", 5), ("20260228", 9), ("20260331", 7), ("20260430", 20)]
    let files = try days.map { try IPEFile.sample(deployed: $0.1).write("IPE_\($0.0).csv", into: folder) }
    #expect(try Program.run(["import", "territory", try writeTerritory(into: folder), "--into", network]).code == 0)
    #expect(try Program.run(["import", "ipe"] + files + ["--into", network]).code == 0)
  }

  private func json(_ words: [String]) throws -> [String: Any] {
    let answer = try Program.run(words + ["--json"])
    #expect(answer.code == 0, "\(answer.remarks)")
    return try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
  }

  private func counter(_ name: String, _ of: Any?) throws -> [String: Any] {
    let counters = try #require(of as? [[String: Any]])
    return try #require(counters.first { $0["counter"] as? String == name })
  }

  private func programme() throws -> String {
    let place = folder.url.appendingPathComponent("programme")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let files = [
      "zones.csv": "zone;lot;contractor;plugs\nPM-0;1;ACME;40\nPM-1;2;BETA;39\n",
      "zone_steps.csv": """
      zone;step;planned;reached
      PM-0;executionStudy;2025-05-01;2025-06-01
      PM-0;works;2025-12-01;2025-12-15
      PM-0;handover;2026-01-01;2026-01-20

      """,
    ]
    for (name, text) in files {
      try text.write(to: place.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return place.path
  }

  @Test func theListsTellOfTwoCounters() throws {
    let answer = try json(["progress", network, "--date", "2026-05-15", "--by", "epci"])
    let targeted = try counter("targeted", answer["counters"])
    #expect(targeted["count"] as? Int == 79 && targeted["percent"] as? String == "100.00")
    let connectable = try counter("connectable", answer["counters"])
    // Deployed before it opens, on 1 April, a cabinet's plugs are not connectable.
    #expect(connectable["count"] as? Int == 39 && (connectable["base"] as? [String: Any])?["count"] as? Int == 79)
    #expect(connectable["source"] as? String == "IPE_20260430.csv (2026-04-30)")
    #expect(try counter("built", answer["counters"])["count"] is NSNull)
    let groups = try #require(answer["groups"] as? [[String: Any]])
    #expect(groups.map { $0["name"] as? String } == ["CC de la Haute Somme", "CA Amiens Métropole"])
    #expect(answer["territory"] as? String == "2026-01-01")
  }

  @Test func aPastDayKnowsNothingOfLaterLists() throws {
    let march = try json(["progress", network, "--date", "2026-03-15"])
    #expect((march["snapshot"] as? [String: Any])?["date"] as? String == "2026-02-28")
    #expect(try counter("connectable", march["counters"])["count"] as? Int == 0, "the notice runs until April")
    let april = try json(["progress", network, "--date", "2026-04-01"])
    #expect(try counter("connectable", april["counters"])["count"] as? Int == 13)
    #expect((april["groups"] as? [Any])?.isEmpty == true)
  }

  @Test func everyMonthReconciles() throws {
    let bridges = try #require(
      try json(["progress", network, "--date", "2026-05-15"])["bridges"] as? [[String: Any]])
    #expect(bridges.map { $0["month"] as? String } == ["2026-02", "2026-03", "2026-04"])
    #expect(bridges.allSatisfy { $0["residue"] as? Int == 0 })
    #expect(bridges.map { ($0["losses"] as? [Any])?.count } == [0, 2, 0])
    for (one, next) in zip(bridges, bridges.dropFirst()) {
      #expect(one["closing"] as? Int == next["opening"] as? Int)
    }
  }

  @Test func theProgrammeTellsOfTheOthers() throws {
    let words = ["progress", network, "--date", "2026-05-15", "--by", "contractor", "--programme", try programme()]
    let answer = try json(words)
    #expect(try counter("built", answer["counters"])["count"] as? Int == 40)
    let groups = try #require(answer["groups"] as? [[String: Any]])
    #expect(groups.map { $0["code"] as? String } == ["ACME", "BETA"])
    #expect(try counter("handedOver", groups[1]["counters"])["percent"] as? String == "0.00")
    let stocks = try #require(answer["stocks"] as? [[String: Any]])
    #expect(stocks.map { $0["from"] as? String } == ["targeted", "studied", "built", "handedOver"])
    #expect(stocks[0]["plugs"] as? Int == 39)
    let lots = try json([
      "progress", network, "--date", "2026-05-15", "--by", "lot", "--programme", folder.path("programme"),
    ])
    #expect((lots["groups"] as? [[String: Any]])?.map { $0["code"] as? String } == ["1", "2"])
  }

  @Test func aCSVSaysWhatTheTextSays() throws {
    let csv = folder.path("out/progress.csv")
    let words = ["progress", network, "--date", "2026-05-15", "--by", "commune", "--csv", csv]
    let answer = try Program.run(words)
    #expect(answer.code == 0 && answer.output.contains("Avancement au 2026-05-15"))
    let lines = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 1 + 6 * 3)
    #expect(
      lines.contains(
        "commune;80505;Carnoy-Mametz;connectable;32;65;targeted;49.23;2026-05-15;IPE_20260430.csv (2026-04-30);2026-05-15;IPE_20260430.csv (2026-04-30)"
      ))
    let english = try Program.run(words + ["--lang", "en"])
    #expect(english.output.contains("Progress on 2026-05-15") && english.output.contains("no source"))
  }

  @Test func withoutADayItIsThatOfTheLastList() throws {
    let answer = try Program.run(["progress", network])
    #expect(answer.code == 0 && answer.output.hasPrefix("Avancement au 2026-04-30"))
  }

  @Test func thePastTerritoryHasItsOwnCommunes() throws {
    let answer = try json(["progress", network, "--date", "2026-05-15", "--by", "commune", "--territory", "2018-06-01"])
    #expect(answer["territory"] as? String == "2018-01-01")
    let groups = try #require(answer["groups"] as? [[String: Any]])
    #expect(groups.map { $0["code"] as? String } == ["80021", "80175", "80505"])
    #expect(groups.map { $0["name"] as? String } == ["", "Carnoy", ""], "only Carnoy has an outline of 2018")
  }

  @Test(arguments: [
    (["--date", "2025-12-31"], "la première est du 2026-01-31", 1),
    (["--date", "2026-05-15", "--by", "lot"], "--programme", 1),
    (["--date", "2026-05-15", "--by", "nro"], "quel NRO", 1),
    (["--date", "2026-05-15", "--by", "epci", "--territory", "2018-01-01"], "ne dit rien des EPCI", 1),
    (["--date", "2026-05-15", "--territory", "2017-01-01"], "Territoires connus : 2018-01-01, 2026-01-01", 1),
    (["--date", "2026-05-15", "--by", "pays"], "pays", 64),
    (["--date", "15/05/2026"], "15/05/2026", 64),
  ])
  func whatCanNotBeAnsweredIsRefused(words: [String], says text: String, code: Int) throws {
    let answer = try Program.run(["progress", network] + words)
    #expect(Int(answer.code) == code && answer.remarks.contains(text), "\(answer.remarks)")
    #expect(answer.output.isEmpty)
  }

  @Test func aNetworkWithoutListsSaysWhatToDo() throws {
    let other = folder.path("autre.gpkg")
    #expect(
      try Program.run(["import", "gracethd", TinyDelivery().write(into: folder), "--into", other]).code == 0)
    let answer = try Program.run(["progress", other, "--date", "2026-05-15"])
    #expect(answer.code == 1 && answer.remarks.contains("epissure import ipe"))
    let epci = try Program.run(["progress", other, "--date", "2026-05-15", "--by", "epci"])
    #expect(epci.code == 1 && epci.remarks.contains("epissure import territory"))
  }

  // MARK: Published figures

  private static let somme = repository.appendingPathComponent("../shared/data/somme").standardized.path

  @Test(.enabled(if: FileManager.default.fileExists(atPath: somme), "needs ../shared/data/somme"))
  func theSeriesOfTheRegulatorAgreesWithItsCheckTable() throws {
    let store = folder.path("somme.gpkg")
    let imported = try Program.run(["import", "territory", Self.somme, "--into", store, "--json"])
    #expect(imported.code == 0, "\(imported.remarks)")
    let file = Self.somme + "/arcep_ftth_2017t3_2018t1.csv"
    let answer = try json(["regroup", store, file, "--by", "epci", "--measure", "raccordables"])
    let series = try #require(answer["series"] as? [[String: Any]])
    #expect(series.map { $0["date"] as? String } == ["2017-09-30", "2017-12-31", "2018-03-31"])
    let table = try String(contentsOfFile: Self.somme + "/check_epci_public_subset.csv", encoding: .utf8)
    let checks = table.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(checks.count == 16)
    for (offset, column) in [2, 3, 4].enumerated() {
      let rows = try #require(series[offset]["rows"] as? [[String: Any]])
      let values = Dictionary(
        uniqueKeysWithValues: rows.map { ($0["name"] as? String ?? "", $0["value"] as? Int ?? -1) })
      for check in checks { #expect(values[String(check[0])] == Int(check[column]), "\(check[0])") }
    }
    let total = try json(["regroup", store, file, "--by", "department", "--measure", "raccordables"])
    let last = try #require((total["series"] as? [[String: Any]])?.last)
    #expect(last["total"] as? Int == checks.reduce(0) { $0 + (Int($1[4]) ?? 0) })
  }

  @Test func figuresAreRegroupedWithoutLosingAny() throws {
    let file = folder.path("chiffres_2018.csv")
    try "insee;nom;raccordables_2018t1;classe_2018t1\n80175;Carnoy;7;50\n80505;Mametz;5;25\n80021;Amiens;100;95\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    let answer = try json(["regroup", network, file])
    let series = try #require(answer["series"] as? [[String: Any]])
    #expect(series.count == 1, "classes are no counts")
    let rows = try #require(series[0]["rows"] as? [[String: Any]])
    #expect(rows.map { $0["value"] as? Int } == [100, 12] && series[0]["total"] as? Int == 112)
    #expect(try Program.run(["regroup", network, folder.path("absent.csv")]).code == 2)
    try "a;b\n1;2\n".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try Program.run(["regroup", network, file]).code == 1)
  }
}
