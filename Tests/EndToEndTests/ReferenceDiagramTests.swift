import FibreTestSupport
import Foundation
import Testing

/// The drawings in `diagrams/`, which are those of the reference network and of its plan.
@Suite struct ReferenceDiagramTests {
  static let drawings: [(name: String, words: [String])] = [
    ("network", ["--kind", "network"]),
    ("closure", ["--kind", "closure", "--of", "BPE-AMI-003"]),
    ("route", ["--kind", "route", "--of", "TI-SF-01:1"]),
    ("migration", ["--kind", "migration"]),
    ("layers", ["--kind", "layers"]),
  ]

  /// A closure has exact positions, which are no matter for DOT.
  private static let files = drawings.flatMap { drawing in
    (drawing.name == "closure" ? ["svg"] : ["dot", "svg"]).map { (drawing.name, $0) }
  }

  @Test(arguments: files)
  func everyDrawingIsTheCommittedOne(name: String, format: String) throws {
    let reference = try ReferencePlan.made()
    let words = try #require(Self.drawings.first { $0.name == name }?.words)
    let folder = try Folder()
    let file = folder.path("\(name).\(format)")
    let answer = try Program.run(
      ["diagram", reference.network] + words + ["--plan", reference.planFile, "--out", file])
    #expect(answer.code == 0, "\(answer.remarks)")
    let drawn = try Data(contentsOf: URL(fileURLWithPath: file))
    try Golden.check(drawn, file: repository.appendingPathComponent("diagrams/\(name).\(format)"))
  }

  @Test func aClosureIsDrawnAsPDFAndPNGAndNotAsDOT() throws {
    let reference = try ReferencePlan.made()
    let folder = try Folder()
    for (format, mark) in [("pdf", "%PDF"), ("png", "PNG")] {
      let file = folder.path("closure.\(format)")
      let words = ["diagram", reference.network, "--kind", "closure", "--of", "BPE-AMI-003", "--out", file]
      #expect(try Program.run(words).code == 0)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
      #expect(bytes.prefix(5).contains(Data(mark.utf8)))
    }
    let refused = try Program.run([
      "diagram", reference.network, "--kind", "closure", "--of", "BPE-AMI-003", "--out", folder.path("closure.dot"),
    ])
    #expect(refused.code == 64)
    #expect(refused.remarks.contains(".svg"))
  }

  @Test(arguments: files.filter { $0.1 == "dot" }.map(\.0))
  func theCommandDotOpensEveryDrawing(name: String) throws {
    let tool = "/usr/bin/dot"
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      print("skipped: \(tool) is not installed")
      return
    }
    let folder = try Folder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = [
      "-Tsvg", "-o", folder.path("drawn.svg"), repository.appendingPathComponent("diagrams/\(name).dot").path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let drawn = try String(contentsOfFile: folder.path("drawn.svg"), encoding: .utf8)
    #expect(drawn.contains("<text"))
  }
}
