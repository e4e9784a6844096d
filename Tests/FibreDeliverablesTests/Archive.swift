import Foundation
import Testing

/// Parts of ZIP archives and text of PDFs, by the tools `unzip` and `pdftotext`.
enum Archive {
  /// A part as text; nothing, with a line that says so, where the tool is not installed.
  static func part(_ name: String, of bytes: [UInt8]) throws -> String? {
    try output(of: "unzip", bytes) { ["-p", $0, name] }
  }

  /// The text of a PDF as laid out; nothing, with a line that says so, where the tool is not installed.
  static func text(ofPDF bytes: [UInt8]) throws -> String? {
    try output(of: "pdftotext", bytes) { ["-layout", $0, "-"] }
  }

  private static func output(of tool: String, _ bytes: [UInt8], _ words: (String) -> [String]) throws -> String? {
    guard let program = ["/usr/bin/", "/bin/"].map({ $0 + tool }).first(where: FileManager.default.fileExists) else {
      print("Not compared: \(tool) is not installed.")
      return nil
    }
    let folder = try TemporaryFolder()
    let input = folder.url.appendingPathComponent("input")
    let output = folder.url.appendingPathComponent("output")
    try Data(bytes).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words(input.path)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(tool) refused the file")
    return try String(contentsOf: output, encoding: .utf8)
  }
}

/// A folder of its own, removed with the last use of this value.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("epissure-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      Issue.record("could not remove \(url.path): \(error)")
    }
  }
}
