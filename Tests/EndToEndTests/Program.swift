import Foundation
import Testing

/// The program as people run it: words in, exit code and text out.
enum Program {
  struct Answer: Sendable {
    let code: Int32
    let output: String
    let remarks: String
  }

  /// Runs `epissure` with words, in French unless `language` says otherwise.
  ///
  /// Output goes through files, since a pipe that nobody empties stops a program that says much.
  static func run(_ words: [String], language: String = "fr_FR.UTF-8", in place: URL? = nil) throws -> Answer {
    let folder = try Folder()
    let output = folder.url.appendingPathComponent("out")
    let remarks = folder.url.appendingPathComponent("err")
    for file in [output, remarks] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = executable
    process.arguments = words
    if let place { process.currentDirectoryURL = place }
    process.environment = ["LANG": language, "PATH": "/usr/bin:/bin", "HOME": folder.url.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: remarks)
    try process.run()
    process.waitUntilExit()
    return Answer(
      code: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8), remarks: try String(contentsOf: remarks, encoding: .utf8)
    )
  }

  /// The program named by `EPISSURE_PROGRAM`, or the one beside the bundle that holds the tests.
  private static let executable: URL = {
    if let path = ProcessInfo.processInfo.environment["EPISSURE_PROGRAM"] { return URL(fileURLWithPath: path) }
    let bundle = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0])
    return bundle.deletingLastPathComponent().appendingPathComponent("epissure")
  }()
}

/// A folder of its own, removed with the last use of this value.
final class Folder {
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

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}

/// The repository's top folder.
let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The reference delivery.
let rip80 = repository.appendingPathComponent("data/rip80").path
