import FibreTestSupport
import Foundation
import Testing

/// Lists of the reference migration go out, come back, and are written.
@Suite struct AsDoneTests {
  /// The lists of the first night, as CSV, filled in by a rule that sees the columns of a line.
  private func filled(
    in folder: Folder, _ fill: (inout [String: String]) -> Void
  ) throws -> [String] {
    let reference = try ReferencePlan.made()
    let night = Set(reference.steps.map(\.night)).min() ?? 1
    let mark = "-night-\(night < 10 ? "0" : "")\(night)-"
    let names = try FileManager.default.contentsOfDirectory(atPath: reference.folder + "/plan")
      .filter { $0.contains(mark) && $0.hasSuffix(".csv") }.sorted()
    #expect(!names.isEmpty)
    return try names.map { name in
      let text = try String(contentsOfFile: reference.folder + "/plan/" + name, encoding: .utf8)
      try Self.filled(text, fill).write(toFile: folder.path(name), atomically: true, encoding: .utf8)
      return folder.path(name)
    }
  }

  private static func filled(_ text: String, _ fill: (inout [String: String]) -> Void) -> String {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines[0].map { $0.replacingOccurrences(of: "\u{FEFF}", with: "") }
    let rows = lines.dropFirst().map { cells -> [String] in
      var row = Dictionary(uniqueKeysWithValues: zip(header, cells))
      fill(&row)
      return header.map { row[$0] ?? "" }
    }
    return ([header] + rows).map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n"
  }

  private static let done: @Sendable (inout [String: String]) -> Void = { row in
    if row["action"] != "LEAVE" { row["done"] = "oui" }
  }

  private func copy(_ folder: Folder, _ name: String) throws -> String {
    let path = folder.path(name)
    try FileManager.default.copyItem(atPath: try ReferencePlan.made().network, toPath: path)
    return path
  }

  private func bring(_ lists: [String], into network: String, _ more: String...) throws -> Program.Answer {
    try Program.run(
      ["import", "asdone"] + lists + ["--into", network, "--plan", try ReferencePlan.made().planFile] + more)
  }

  // MARK: As planned

  @Test func aNightDoneAsPlannedIsTheNightApplied() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let lists = try filled(in: folder, Self.done)
    let (asDone, applied) = (try copy(folder, "retour.gpkg"), try copy(folder, "plan.gpkg"))

    let trial = try bring(lists, into: asDone, "--dry-run")
    #expect(trial.code == 0, "\(trial.output)\(trial.remarks)")
    #expect(try StoreContent.revision(asDone) == 1)
    let answer = try bring(lists, into: asDone)
    #expect(answer.code == 0 && answer.output.contains("révision 2"))
    let night = Set(reference.steps.map(\.night)).min() ?? 1
    #expect(try Program.run(["plan", "apply", applied, reference.planFile, "--night", "\(night)"]).code == 0)
    #expect(try StoreContent.differences(asDone, applied) == [])
    #expect(try StoreContent.damage(asDone) == [])

    // The history tells the lists, the plan goes on, and the night can be undone.
    let log = try Program.run(["log", asDone]).output
    #expect(lists.allSatisfy { log.contains($0.split(separator: "/").last ?? "?") })
    #expect(try Program.run(["plan", "check", asDone, reference.planFile]).code == 0)
    #expect(try bring(lists, into: asDone).output.contains("0 modifications"))
    #expect(try StoreContent.revision(asDone) == 2)
    #expect(try Program.run(["plan", "undo", asDone, reference.planFile, "--night", "\(night)"]).code == 0)
    #expect(try StoreContent.differences(asDone, reference.network) == [])
  }

  @Test func listsOfEveryFormAndLanguageAreReadAlike() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    let network = try copy(folder, "reseau.gpkg")
    var answers: [String] = []
    for (language, format) in [("fr", "csv"), ("en", "csv"), ("fr", "xlsx"), ("en", "xlsx")] {
      let place = folder.path("\(language)-\(format)")
      let sheet = try Program.run([
        "sheet", network, reference.planFile, "--night", "\(Set(reference.steps.map(\.night)).min() ?? 1)", "--format",
        format, "--lang", language, "--out", place,
      ])
      try #require(sheet.code == 0, "\(sheet.remarks)")
      let lists = try FileManager.default.contentsOfDirectory(atPath: place).sorted().map { "\(place)/\($0)" }
      let answer = try bring(lists, into: network, "--dry-run", "--json")
      #expect(answer.code == 0, "\(language) \(format): \(answer.output)")
      answers.append(answer.output)
    }
    #expect(answers[0].contains("\"unstated\":") && Set(answers).count == 1)
  }

  /// What LibreOffice saves of a filled list says the same as the list.
  @Test(arguments: ["xlsx", "ods"]) func whatLibreOfficeSavesSaysTheSame(format: String) throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice") else {
      return print("Not compared: LibreOffice is not installed.")
    }
    let folder = try Folder()
    let lists = try filled(in: folder, Self.done)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/soffice")
    // Semicolons, quotation marks, UTF-8.
    process.arguments =
      [
        "-env:UserInstallation=file://\(folder.path("office"))", "--headless", "--infilter=CSV:59,34,76",
        "--convert-to", format,
      ]
      + ["--outdir", folder.path("saved")] + lists
    process.environment = ["HOME": folder.url.path, "PATH": "/usr/bin:/bin"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let saved = try FileManager.default.contentsOfDirectory(atPath: folder.path("saved")).sorted()
      .map { folder.path("saved/\($0)") }
    try #require(saved.count == lists.count)
    let network = try copy(folder, "reseau.gpkg")
    let (plain, office) = (
      try bring(lists, into: network, "--dry-run", "--json"), try bring(saved, into: network, "--dry-run", "--json")
    )
    #expect(office.code == 0 && office.output == plain.output)
  }

  // MARK: Otherwise than planned

  @Test func contradictionsAreRefusedAndToldAndTheRestIsWritten() throws {
    let folder = try Folder()
    var splices = 0
    let lists = try filled(in: folder) { row in
      Self.done(&row)
      guard row["action"] == "SPLICE" || row["action"] == "MOVE" else { return }
      splices += 1
      switch splices {
      case 1: row["fibreA"] = "9999"
      case 2: row["slot"] = "9999"
      case 3: (row["measuredLossDecibels"], row["remark"]) = ("0,35", "à refaire")
      case 4: row["done"] = "peut-être"
      default: row["measuredLossDecibels"] = "0,05"
      }
    }
    let network = try copy(folder, "reseau.gpkg")
    let answer = try bring(lists, into: network, "--json", "--lang", "en")
    #expect(answer.code == 1)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let findings = try #require(json["findings"] as? [[String: Any]])
    let rules = Set(findings.compactMap { $0["rule"] as? String })
    #expect(
      rules.isSuperset(of: [
        "asdone.fibre-unknown", "asdone.slot", "asdone.loss-over-limit", "asdone.done-unreadable",
        "asdone.service-dark",
      ]))
    #expect(json["revision"] as? Int == 2 && json["quarantined"] as? Int == 2)
    #expect(try StoreContent.damage(network) == [])

    let progress = try Program.run([
      "plan", "progress", network, try ReferencePlan.made().planFile, "--json", "--pdf", folder.path("p/page.pdf"),
    ])
    #expect(progress.code == 0)
    let told = try #require(try JSONSerialization.jsonObject(with: Data(progress.output.utf8)) as? [String: Any])
    let services = try #require(told["services"] as? [String: Int])
    #expect((services["verified"] ?? 0) > 0 && (services["dark"] ?? 0) > 0 && (services["left"] ?? 0) > 0)
    #expect(told["splicesDone"] as? Int == splices - 3)
    #expect(FileManager.default.fileExists(atPath: folder.path("p/page.pdf")))
  }

  @Test func filesThatAreNoListsAreRefusedBeforeAnythingIsWritten() throws {
    let folder = try Folder()
    let network = try copy(folder, "reseau.gpkg")
    let lists = try filled(in: folder, Self.done)
    try Data("PK".utf8).write(to: folder.url.appendingPathComponent("faux.xlsx"))
    try Data("x".utf8).write(to: folder.url.appendingPathComponent("photo.jpg"))
    for bad in ["faux.xlsx", "photo.jpg", "absent.csv"] {
      let answer = try bring(lists + [folder.path(bad)], into: network)
      #expect(answer.code == 2 && answer.remarks.contains(bad), "\(answer.remarks)")
    }
    #expect(try StoreContent.revision(network) == 1)
  }
}
