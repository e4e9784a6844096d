import FibreModel
import FibrePlanning

/// Questions about cuts on one network: the index, the slowest question, all single points of failure.
struct ImpactJob {
  private let network: Network

  init(_ network: Network) { self.network = network }

  func measurements(runs: Int) -> [Measurement] {
    let tracer = Tracer(network)
    var query = ImpactQuery(ImpactIndex(tracer))
    return [
      Measurement.time("index of impacts", budget: Budgets.impactIndex, runs: runs) { _ = ImpactIndex(tracer) },
      Measurement.worst(
        "slowest impact of a cut", budget: Budgets.impact, of: network.cutSample, named: network.name(of:)
      ) { _ = query.impact(of: [$0]) },
      Measurement.time("single points of failure", budget: Budgets.singlePoints, runs: runs) {
        _ = query.singlePoints()
      },
    ]
  }
}

extension Network {
  /// Every site, and of each other kind of element at most some thousands, evenly over its table.
  fileprivate var cutSample: [CutElement] {
    func some<Row>(_ table: EntityTable<Row>, _ element: (Index<Row>) -> CutElement) -> [CutElement] {
      stride(from: 0, to: table.count, by: max(1, table.count / 4096)).map { element(Index($0)) }
    }
    let wholes = some(cables, { .cable($0) }) + some(boxes, { .box($0) }) + sites.indices.map { .site($0) }
    let works = some(ducts, { .duct($0) }) + some(pathways, { .pathway($0) })
    return wholes + works + some(technicalPoints, { .technicalPoint($0) }) + some(rooms, { .room($0) })
      + some(racks, { .rack($0) }) + some(panels, { .panel($0) }) + some(sections, { .section($0) })
  }
}
