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
  ///
  /// - Parameters:
  ///   - place: The folder that relative paths start at.
  ///   - wrapper: A command that runs the one whose words follow its own.
  static func run(
    _ words: [String], language: String = "fr_FR.UTF-8", in place: URL? = nil, under wrapper: [String] = []
  ) throws -> Answer {
    let folder = try Folder()
    let output = folder.url.appendingPathComponent("out")
    let remarks = folder.url.appendingPathComponent("err")
    let process = try process(wrapper + [executable.path] + words, language, folder, output, remarks)
    if let place { process.currentDirectoryURL = place }
    try process.run()
    process.waitUntilExit()
    return Answer(
      code: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8), remarks: try String(contentsOf: remarks, encoding: .utf8)
    )
  }

  /// Runs `epissure` and kills it as soon as a condition holds; whether it was still running then.
  static func kill(_ words: [String], when isDue: (ContinuousClock.Instant) -> Bool) throws -> Bool {
    let folder = try Folder()
    let process = try process(
      [executable.path] + words, "fr_FR.UTF-8", folder, folder.url.appendingPathComponent("out"),
      folder.url.appendingPathComponent("err"))
    let start = ContinuousClock.now
    try process.run()
    while process.isRunning, !isDue(start) { usleep(200) }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  private static func process(
    _ command: [String], _ language: String, _ folder: Folder, _ output: URL, _ remarks: URL
  ) throws -> Process {
    for file in [output, remarks] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ["LANG": language, "PATH": "/usr/bin:/bin", "HOME": folder.url.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: remarks)
    return process
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

  /// What lies in it, in order of name.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}

/// The repository's top folder.
let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The reference delivery.
let rip80 = repository.appendingPathComponent("data/rip80").path
