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

  @Test func aWholePlanIsAppliedAndTheOldRoomIsDark() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let network = folder.path("network.gpkg")
    try FileManager.default.copyItem(atPath: reference.network, toPath: network)
    #expect(try Program.run(["plan", "apply", network, reference.planFile]).code == 0)
    let log = try Program.run(["log", network])
    #expect(log.code == 0)
    let again = try Program.run(["plan", "apply", network, reference.planFile])
    #expect(again.code == 0 || again.code == 1)
    let old = try Program.run(["trace", network, "TI-SF-01:1", "--json"])
    #expect(!old.output.contains("\"status\":\"complete\""))
  }

  @Test func aNetworkThatMovedOnRefusesThePlan() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let network = folder.path("network.gpkg")
    try FileManager.default.copyItem(atPath: reference.network, toPath: network)
    #expect(try Program.run(["import", "gracethd", rip80, "--into", network]).code == 0)
    let answer = try Program.run(["plan", "apply", network, reference.planFile])
    #expect(answer.code == 1)
    #expect(answer.remarks.contains("import gracethd"), "\(answer.remarks)")
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
