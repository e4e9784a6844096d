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
    ] + impactMeasurements(network, runs: runs) + [
      try Measurement.time("all outputs written", budget: Budgets.outputs, runs: runs) { try write(checked) }
    ]
  }

  /// The index, the slowest question of a sample over every kind of element, and all single points of failure.
  private func impactMeasurements(_ network: Network, runs: Int) -> [Measurement] {
    let tracer = Tracer(network)
    var query = ImpactQuery(ImpactIndex(tracer))
    return [
      Measurement.time("index of impacts", budget: Budgets.impactIndex, runs: runs) { _ = ImpactIndex(tracer) },
      Measurement.worst("impact of a cut, the slowest", budget: Budgets.impact, of: network.cutSample) {
        _ = query.impact(of: [$0])
      },
      Measurement.time("single points of failure", budget: Budgets.singlePoints, runs: runs) {
        _ = query.singlePoints()
      },
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

extension Network {
  /// Every site, and of each other kind of element at most some thousands, evenly over its table.
  var cutSample: [CutElement] {
    func some<Row>(_ table: EntityTable<Row>, _ element: (Index<Row>) -> CutElement) -> [CutElement] {
      stride(from: 0, to: table.count, by: max(1, table.count / 4096)).map { element(Index($0)) }
    }
    let wholes = some(cables, { .cable($0) }) + some(boxes, { .box($0) }) + sites.indices.map { .site($0) }
    let works = some(ducts, { .duct($0) }) + some(pathways, { .pathway($0) })
    return wholes + works + some(technicalPoints, { .technicalPoint($0) }) + some(rooms, { .room($0) })
      + some(racks, { .rack($0) }) + some(panels, { .panel($0) }) + some(sections, { .section($0) })
  }
}
