import ArgumentParser
import Foundation

/// `peers`: the tasks of the peers' drivers on one graph, one JSON line each.
struct PeersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peers",
    abstract: "Runs the graph tasks of the peers' drivers and prints one JSON line a task.",
    discussion: """
      Exit code 2 when a file can't be used. NQ in the environment is the number of searches without index (200).
      Example: epissure-bench peers NY.gr NY.q
      """)

  @Argument(help: "The graph, DIMACS text.")
  var graph: String

  @Argument(help: "The queries: lines of source and target, nodes counted from 1.")
  var queries: String

  @Argument(help: "The nodes' places, DIMACS text, in millionths of a degree.")
  var places: String?

  func run() throws {
    let files = GraphFiles(graph: graph, queries: queries, places: places)
    do {
      try GraphTasks(files: files, queryCount: try Self.queryCount()).run()
    } catch let fault as GraphTaskFault {
      FileHandle.standardError.write(Data("epissure-bench: \(fault)\n".utf8))
      throw ExitCode(2)
    }
  }

  /// The peers' drivers take the same variable.
  private static func queryCount() throws -> Int {
    guard let text = ProcessInfo.processInfo.environment["NQ"] else { return 200 }
    guard let count = Int(text), count > 0 else { throw ValidationError("NQ must be a number of 1 or more") }
    return count
  }
}
