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
