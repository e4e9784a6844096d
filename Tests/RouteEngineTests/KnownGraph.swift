import Foundation
import RouteEngine

/// A graph with known answers, of those beside the repository (`../shared/data/graphs`), expanded into a folder.
struct KnownGraph {
  struct Answer {
    let source: UInt32
    let target: UInt32
    /// Nothing where no path leads, or no such pair exists, or it was not asked.
    let distance: UInt64?
    let edgePair: UInt64?
    let nodePair: UInt64?
    let tenth: UInt64?
  }

  struct Failure: Error, CustomStringConvertible { let description: String }

  static let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/data/graphs").standardized
  static var isThere: Bool { FileManager.default.fileExists(atPath: source.appendingPathComponent("make_gr.py").path) }

  let graph: CSRGraph
  let answers: [Answer]

  /// Expands and reads one graph with its expected answers.
  init(_ name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("known-graph-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { Self.remove(folder) }
    let base = name.hasPrefix("lux") ? "lux" : name
    _ = try Self.output([
      "python3", Self.source.appendingPathComponent("make_gr.py").path, Self.source.path, folder.path, base,
    ])
    var reader = DIMACSGraphReader()
    try reader.read([UInt8](try Data(contentsOf: folder.appendingPathComponent("\(name).gr"))).span)
    graph = try reader.graph()
    answers = try Self.rows(of: Self.source.appendingPathComponent("\(base)-expected.csv")).map(Self.answer)
  }

  /// The publisher's queries of lux: source, target, length in metres and in milliseconds.
  static func publishedQueries() throws -> [[UInt32]] {
    let text = try output(["gzip", "-dc", source.appendingPathComponent("lux-published-queries.csv.gz").path])
    return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").compactMap { UInt32($0) } }
  }

  private static func rows(of file: URL) throws -> [[Substring]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  private static func answer(_ row: [Substring]) throws -> Answer {
    guard row.count == 6, let source = UInt32(row[0]), let target = UInt32(row[1]) else {
      throw Failure(description: "a row of the expected answers has not six columns: \(row)")
    }
    return Answer(
      source: source - 1, target: target - 1, distance: UInt64(row[2]), edgePair: UInt64(row[3]),
      nodePair: UInt64(row[4]), tenth: UInt64(row[5]))
  }

  private static func output(_ words: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(words[0]) ended with \(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func remove(_ folder: URL) {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      print("\(folder.path) is left behind: \(error)")
    }
  }
}
