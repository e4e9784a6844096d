import ArgumentParser
import Foundation

/// Times the import of operators' lists of addresses over years.
struct AddressesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "addresses",
    abstract: "Times the import of lists of addresses over years, and what the store takes.",
    discussion: """
      Exit code 1 when a budget is missed. With --every-line-changes no line is as it was in the list before.
      Example: epissure-bench addresses --snapshots 130
      """)

  @Option(name: .long, help: "Lists, one every two weeks.")
  var snapshots = 130

  @Option(name: .long, help: "Addresses of a list.")
  var addresses = 220_000

  @Flag(name: .long, help: "Every line of every list differs from the one before.")
  var everyLineChanges = false

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("epissure-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var lists = AddressLists(folder: folder)
    (lists.addressCount, lists.snapshotCount) = (addresses, max(1, snapshots))
    lists.everyLineChanges = everyLineChanges
    var table = MeasurementTable()
    let seconds = try lists.imports(of: lists.snapshotCount)
    table.add("slowest of \(seconds.count) imports", seconds.max() ?? 0, "s", budget: Budgets.addressList)
    table.add("store of all of them", try lists.storeMegabytes(), "MB", budget: Budgets.addressListsMegabytes)
    if !everyLineChanges {
      table.add(try Measurement.time("progress by commune", budget: Budgets.progress, runs: 1) { try lists.progress() })
    }
    try FileManager.default.removeItem(at: folder)
    print(table.text, terminator: "")
    if !table.isWithinBudgets { throw ExitCode(1) }
  }
}
