import FibreDeliverables
import FibreExchange
import FibreModel
import FibrePlanning
import FibreStore
import Foundation

/// The main job on one delivery: import, snapshot, routes, plan, proof, outputs.
struct MainJob {
  let delivery: String
  let folder: URL

  var store: String { folder.appendingPathComponent("network.gpkg").path }
  private var outputs: String { folder.appendingPathComponent("out").path }

  /// Does everything once, as the program does it, and answers the most memory held meanwhile, in megabytes.
  func once() throws -> Double {
    try importDelivery()
    let network = try snapshot()
    _ = Tracer(network).allRoutes()
    try write(try plan(on: network))
    return try Measurement.peakMegabytes()
  }

  func measurements(runs: Int) throws -> [Measurement] {
    let network = try snapshot()
    let checked = try plan(on: network)
    return [
      try Measurement.time("import into a store", budget: Budgets.importing, runs: runs) { try importDelivery() },
      try Measurement.time("snapshot from the store", budget: Budgets.snapshot, runs: runs) { _ = try snapshot() },
      Measurement.time("all routes traced", budget: Budgets.allRoutes, runs: runs) { _ = Tracer(network).allRoutes() },
      try Measurement.time("plan and proof", budget: Budgets.planAndCheck, runs: runs) {
        _ = try plan(on: network)
      },
    ] + ImpactJob(network).measurements(runs: runs) + [
      try Measurement.time("all outputs written", budget: Budgets.outputs, runs: runs) { try write(checked) }
    ]
  }

  func smallImport(runs: Int) throws -> Measurement {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try Measurement.time("import of the small delivery", budget: Budgets.smallImport, runs: runs) {
      try importDelivery()
    }
  }

  private func importDelivery() throws {
    if FileManager.default.fileExists(atPath: store) { try FileManager.default.removeItem(atPath: store) }
    let read = try GraceTHDImport(reading: delivery)
    _ = try Store.replaceContent(of: store, with: read.network, note: HistoryNote("import"))
  }

  private func snapshot() throws -> Network { try Store.open(path: store).snapshot() }

  private func plan(on network: Network) throws -> CheckedPlan {
    let request = MigrationRequest(from: Code("POP-AMI-SF"), to: Code("POP-AMI-IT"))
    return try PlanChecker.check(try MigrationPlanner().plan(request, on: network), on: network)
  }

  private func write(_ checked: CheckedPlan) throws {
    try PlanFolder(checked, .french).deliverables().write(to: outputs)
  }
}
