import ArgumentParser
import FibreModel
import FibrePlanning
import FibreStore
import Foundation

/// Times what people wait for on networks of any size, each against the budget of a département.
struct ScaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scale",
    abstract: "Times loading, tracing, paths and impacts on one network of any size.",
    discussion: """
      Exit code 1 when a budget of the département (216,000 plugs) is missed. Peak memory counts from the start of the
      process.
      Example: epissure generate --plugs 216000 --out d216 && epissure import gracethd d216 --into d216.gpkg &&
      epissure-bench scale d216.gpkg --from NRO-N001 --to NRO-N024
      """)

  @Argument(help: "The network: a .gpkg file.")
  var network: String

  @Option(name: .long, help: "Where the paths start.")
  var from: String

  @Option(name: .long, help: "Where the paths end.")
  var to: String

  @Option(name: .long, help: "Runs of each figure but loading; the median counts.")
  var runs = 5

  func run() throws {
    var table = MeasurementTable()
    var loaded: Network?
    table.add(
      try Measurement.time("snapshot from the store", budget: Budgets.scaleSnapshot, runs: 1) {
        loaded = try Store.open(path: network).snapshot()
      })
    guard let loaded, let start = loaded.pathEnd(named: from), let finish = loaded.pathEnd(named: to) else {
      throw ValidationError("\(from) or \(to) is no site, room, panel or closure of \(network).")
    }
    print("\(loaded.fibres.count) fibres, \(loaded.joints.count) joints, \(loaded.sections.count) sections")
    add(loaded, &table)
    try addPaths(loaded, start, finish, &table)
    table.add(
      "peak memory until here", try Measurement.peakMegabytes(), "MB", budget: Budgets.scalePeakMegabytes)
    print(table.text, terminator: "")
    if !table.isWithinBudgets { throw ExitCode(1) }
  }

  private func add(_ network: Network, _ table: inout MeasurementTable) {
    table.add(
      Measurement.time("all routes traced", budget: Budgets.scaleAllRoutes, runs: runs) {
        _ = Tracer(network).allRoutes()
      })
    for measurement in ImpactJob(network).measurements(runs: runs) { table.add(measurement) }
  }

  private func addPaths(
    _ network: Network, _ start: PathEnd, _ finish: PathEnd, _ table: inout MeasurementTable
  ) throws {
    table.add(Measurement.time("paths prepared", budget: Budgets.pathsPrepared, runs: runs) { _ = PathFinder(network) })
    let finder = PathFinder(network)
    var request = PathRequest(from: start, to: finish)
    request.fibreCount = 4
    request.answerCount = 5
    table.add(
      try Measurement.time("5 paths of 4 fibres", budget: Budgets.paths, runs: runs) { _ = try finder.paths(request) })
    request.answerCount = 1
    table.add(
      try Measurement.time("2 paths, ducts apart", budget: Budgets.paths, runs: runs) {
        _ = try finder.separatePaths(request, by: .duct)
      })
    table.add(
      try Measurement.time("headroom", budget: Budgets.paths, runs: runs) {
        _ = try finder.headroom(request, cableSize: 144)
      })
  }
}
