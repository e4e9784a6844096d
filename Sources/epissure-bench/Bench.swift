import ArgumentParser
import Foundation

/// How fast the program and its path engine are.
@main struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "epissure-bench",
    abstract: "Times the main job on a delivery, a network of any size, or the graph tasks of the peers' drivers.",
    subcommands: [JobCommand.self, ScaleCommand.self, AddressesCommand.self, PeersCommand.self],
    defaultSubcommand: JobCommand.self)
}

/// Times what people wait for on the reference network, each figure beside what it may take, and peers in the same run.
struct JobCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "job",
    abstract: "Times the main job on a delivery, against its budgets and beside peers.",
    discussion: """
      Exit code 1 when a budget is missed.
      Example: epissure-bench data/rip80 --small ../deliveries/demo01
      """)

  @Argument(help: "The reference delivery.")
  var delivery = "data/rip80"

  @Option(name: .long, help: "A small delivery whose import is timed too.")
  var small: String?

  @Option(name: .long, help: "Runs of each figure; the median counts.")
  var runs = 5

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("epissure-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { remove(folder) }
    let job = MainJob(delivery: delivery, folder: folder)
    // Memory first: later runs would add up to more than one job ever holds.
    let peak = try job.once()
    var table = MeasurementTable()
    table.add("peak memory of the whole job", peak, "MB", budget: Budgets.peakMegabytes)
    for measurement in try job.measurements(runs: runs) { table.add(measurement) }
    for (name, seconds) in zip(["new store", "second list"], try AddressLists(folder: folder).imports(of: 2)) {
      table.add("import of 220,000 addresses, \(name)", seconds, "s", budget: Budgets.addressList)
    }
    for measurement in try ForecastJob(delivery).measurements(runs: runs) { table.add(measurement) }
    if let small {
      let other = MainJob(delivery: small, folder: folder.appendingPathComponent("small"))
      table.add(try other.smallImport(runs: runs))
    }
    for peer in try Peers(delivery: delivery, store: job.store, folder: folder).measurements(runs: runs) {
      switch peer {
      case .measured(let measurement): table.add(measurement)
      case .skipped(let skipped): table.add(skipped)
      }
    }
    print(table.text, terminator: "")
    if !table.isWithinBudgets { throw ExitCode(1) }
  }

  private func remove(_ folder: URL) {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      print("\(folder.path) is left behind: \(error)")
    }
  }
}
