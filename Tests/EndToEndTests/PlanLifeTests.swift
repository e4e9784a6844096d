import Foundation
import Testing

/// From delivery to applied nights and back, with the program alone.
@Suite struct PlanLifeTests {
  @Test func everyPlantedTrapIsFoundByItsRuleAndNothingElseIsAnError() throws {
    let answer = try Program.run(["check", try ReferencePlan.made().network, "--json"])
    #expect(answer.code == 1)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let findings = try #require(json["findings"] as? [[String: Any]])
    let errors = Set(findings.filter { $0["severity"] as? String == "error" }.compactMap { $0["rule"] as? String })
    #expect(
      errors == [
        "route.declared-differs", "joint.passage-spliced", "closure.free-trays-mismatch", "protection.shared-tube",
        "port.duplicate", "section.colour-code",
      ])
    #expect(json["errors"] as? Int == findings.count { $0["severity"] as? String == "error" })
  }

  @Test func aDeliveryAndItsStoreAreCheckedAlike() throws {
    let store = try Program.run(["check", try ReferencePlan.made().network, "--json"])
    let delivery = try Program.run(["check", rip80, "--json"])
    #expect(store.output == delivery.output)
  }

  @Test func nightsAreAppliedInOrderAndUndoneExactly() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let network = folder.path("network.gpkg")
    try FileManager.default.copyItem(atPath: reference.network, toPath: network)
    let plan = reference.planFile
    let nights = Set(reference.steps.map(\.night)).sorted()
    let (first, second) = (String(nights[0]), String(nights[1]))
    let before = try Program.run(["trace", network, "--all"]).output

    #expect(try Program.run(["plan", "apply", network, plan, "--night", second]).code == 1)
    #expect(try Program.run(["plan", "apply", network, plan, "--night", first]).code == 0)
    #expect(try Program.run(["plan", "apply", network, plan, "--night", first]).code == 1)
    let between = try Program.run(["trace", network, "--all"]).output
    #expect(between != before)
    #expect(try Program.run(["plan", "check", network, plan]).code == 0)
    #expect(try Program.run(["plan", "apply", network, plan, "--night", second]).code == 0)
    #expect(try Program.run(["plan", "undo", network, plan, "--night", second]).code == 0)
    #expect(try Program.run(["trace", network, "--all"]).output == between)
    #expect(try Program.run(["plan", "undo", network, plan, "--night", first]).code == 0)
    #expect(try Program.run(["trace", network, "--all"]).output == before)
  }

  @Test func nightByNightOrAtOnceThePlanGivesTheSameContentAndUndoingGivesBackTheOldOne() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let (byNight, atOnce) = (folder.path("par-nuit.gpkg"), folder.path("entier.gpkg"))
    for copy in [byNight, atOnce] { try FileManager.default.copyItem(atPath: reference.network, toPath: copy) }
    let plan = reference.planFile
    let nights = Set(reference.steps.map(\.night)).sorted()

    let whole = try Program.run(["plan", "apply", atOnce, plan])
    #expect(whole.code == 0, "\(whole.remarks)")
    for night in nights {
      let answer = try Program.run(["plan", "apply", byNight, plan, "--night", "\(night)"])
      try #require(answer.code == 0, "night \(night): \(answer.remarks)")
    }
    #expect(try StoreContent.differences(byNight, atOnce).isEmpty)
    #expect(try StoreContent.differences(byNight, reference.network).contains("joints"))
    #expect(try StoreContent.revision(byNight) == 1 + nights.count)
    #expect(try StoreContent.revision(atOnce) == 1 + nights.count)

    for store in [byNight, atOnce] {
      for night in nights.reversed() {
        let answer = try Program.run(["plan", "undo", store, plan, "--night", "\(night)"])
        try #require(answer.code == 0, "night \(night): \(answer.remarks)")
      }
      #expect(try StoreContent.differences(store, reference.network).isEmpty)
      #expect(try StoreContent.damage(store).isEmpty)
    }
  }

  @Test func aWholePlanIsAppliedAndTheOldRoomIsDark() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let network = folder.path("network.gpkg")
    try FileManager.default.copyItem(atPath: reference.network, toPath: network)
    #expect(try Program.run(["plan", "apply", network, reference.planFile]).code == 0)
    let log = try Program.run(["log", network])
    #expect(log.code == 0)
    #expect(log.output.split(separator: "\n").count == 1 + Set(reference.steps.map(\.night)).count)
    let again = try Program.run(["plan", "apply", network, reference.planFile])
    #expect(again.code == 0, "\(again.remarks)")
    #expect(again.output.contains("Rien à faire"), "\(again.output)")
    #expect(try Program.run(["plan", "check", network, reference.planFile]).code == 0)
    let old = try Program.run(["trace", network, "TI-SF-01:1", "--json"])
    #expect(!old.output.contains("\"status\":\"complete\""))
    let before = try errors(in: reference.network)
    let after = try errors(in: network)
    #expect(before.contains { $0.rule == "route.declared-differs" })
    #expect(after.filter { $0.rule == "route.declared-differs" }.isSubset(of: before))
    for rule in Set(after.map(\.rule)) {
      #expect(after.count { $0.rule == rule } <= before.count { $0.rule == rule }, "\(rule)")
    }
  }

  private struct CheckError: Hashable {
    let rule: String
    let code: String
  }

  private func errors(in network: String) throws -> Set<CheckError> {
    let answer = try Program.run(["check", network, "--json"])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let findings = try #require(json["findings"] as? [[String: Any]])
    return Set(
      try findings.filter { $0["severity"] as? String == "error" }.map {
        CheckError(rule: try #require($0["rule"] as? String), code: try #require($0["code"] as? String))
      })
  }

  @Test func aNetworkThatMovedOnRefusesThePlan() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let network = folder.path("network.gpkg")
    try FileManager.default.copyItem(atPath: reference.network, toPath: network)
    let delivery = try TinyDelivery().write(into: folder)
    #expect(try Program.run(["import", "gracethd", delivery, "--into", network]).code == 0)
    let imported = folder.path("importé.gpkg")
    try FileManager.default.copyItem(atPath: network, toPath: imported)
    let night = try #require(reference.steps.first?.night)
    for words in [["apply"], ["apply", "--dry-run"], ["apply", "--night", "\(night)"], ["check"]] {
      let answer = try Program.run(["plan", words[0], network, reference.planFile] + words.dropFirst())
      #expect(answer.code == 1)
      for text in [reference.planFile, "révision 1", "2 import gracethd \(delivery)", "Refaire le plan"] {
        #expect(answer.remarks.contains(text), "\(answer.remarks)")
      }
    }
    #expect(try Program.run(["plan", "undo", network, reference.planFile, "--night", "\(night)"]).code == 1)
    #expect(try StoreContent.differences(network, imported).isEmpty)
    #expect(try StoreContent.revision(network) == 2)
  }

  /// Another delivery with the same codes, imported as often: one service less.
  @Test func aPlanOfAnotherStoreWithTheSameCodesIsRefused() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let (delivery, other) = (folder.path("livraison"), folder.path("autre.gpkg"))
    try FileManager.default.copyItem(atPath: rip80, toPath: delivery)
    let services = URL(fileURLWithPath: delivery + "/services.csv")
    let lines = try String(contentsOf: services, encoding: .utf8).split(separator: "\n")
    try (lines.dropLast().joined(separator: "\n") + "\n").write(to: services, atomically: true, encoding: .utf8)
    #expect(try Program.run(["import", "gracethd", delivery, "--into", other]).code == 0)
    let list = folder.path("retour.csv")
    try "night;closure;cassette;slot;action;a;b;done\n".write(toFile: list, atomically: true, encoding: .utf8)
    for words in [
      ["plan", "check", other, reference.planFile], ["plan", "apply", other, reference.planFile],
      ["plan", "progress", other, reference.planFile],
      ["plan", "replan", other, reference.planFile, "--out", folder.path("plan")],
      ["import", "asdone", list, "--into", other, "--plan", reference.planFile],
    ] {
      let answer = try Program.run(words)
      #expect(answer.code == 1, "\(words): \(answer.remarks)")
      #expect(answer.remarks.contains("a été fait pour un autre réseau"), "\(words): \(answer.remarks)")
    }
    #expect(try StoreContent.revision(other) == 1)
  }

  @Test func aCertificateThatWasChangedIsRefused() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let text = try String(contentsOfFile: reference.planFile, encoding: .utf8)
    let changed = text.replacing("\"servicesMoved\":787", with: "\"servicesMoved\":786")
    try #require(changed != text)
    try changed.write(toFile: folder.path("plan.json"), atomically: true, encoding: .utf8)
    let answer = try Program.run(["plan", "check", reference.network, folder.path("plan.json")])
    #expect(answer.code == 1 && answer.remarks.contains("servicesMoved : 786 au lieu de 787"), "\(answer.remarks)")
  }

  @Test func aClosureThatDoesNotExistIsNotOneWithoutWork() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let answers = try ["NOPE", "BPE-AMI-004"].map {
      try Program.run([
        "sheet", reference.network, reference.planFile, "--closure", $0, "--format", "csv", "--out", folder.path("l"),
      ])
    }
    #expect(answers.map(\.code) == [1, 1])
    #expect(answers[0].remarks.contains("ne s'appelle « NOPE »"), "\(answers[0].remarks)")
    #expect(answers[1].remarks.contains("Rien n'est à faire"), "\(answers[1].remarks)")
  }

  @Test func helpSpeaksTheLanguageAskedFor() throws {
    for words in [["--lang", "en"], ["--lang=en"]] {
      let answer = try Program.run(["help", "plan", "migration"] + words)
      #expect(answer.code == 0 && answer.output.contains("Plans the migration"), "\(answer.remarks)")
    }
  }

  @Test func theSamePlanGivesTheSameBytes() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let answer = try Program.run([
      "plan", "migration", reference.network, "--from", "POP-AMI-SF", "--to", "POP-AMI-IT", "--out",
      folder.path("plan"),
    ])
    #expect(answer.code == 0)
    let files = try FileManager.default.subpathsOfDirectory(atPath: reference.folder + "/plan").sorted()
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path("plan")).sorted() == files)
    for file in files {
      let one = FileManager.default.contents(atPath: reference.folder + "/plan/" + file)
      #expect(one == FileManager.default.contents(atPath: folder.path("plan/" + file)), "\(file)")
    }
  }
}
