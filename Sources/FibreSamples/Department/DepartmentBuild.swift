/// A département's network while it is built: the whole backbone, and the lines of one office at a time.
struct DepartmentBuild {
  var draft: Draft
  private(set) var offices: [Office] = []
  var totals = DepartmentTotals()
  private var map: StreetMap
  private let defectPlan: [[PlantedDefect.Rule]]
  private let areas: [OfficeArea]
  /// Nodes and pathways of the backbone, which stay to the end.
  private var keptNodes = 0
  private var keptPathways = 0

  init(plugs: Int, seed: UInt64, _ territory: Territory) {
    draft = Draft(seed: seed)
    draft.addOrganisations()
    let points = territory.places(seed: seed)
    let roads = Roads(points)
    let shares = ServiceAreas.share(plugs, by: territory.communes.map(\.population))
    let root = shares.indices.max { (shares[$0], $1) < (shares[$1], $0) } ?? 0
    let tree = RoadTree(roads, from: root) { roads.all[$0].metres }
    let cabinets = ServiceAreas.cabinets(shares, tree, roads)
    areas = ServiceAreas.offices(cabinets, tree, roads).sorted { ($1.plugs, $0.hub) < ($0.plugs, $1.hub) }
    var pieces = [[Int]](repeating: [], count: points.count)
    for piece in cabinets.flatMap(\.pieces) { pieces[piece.commune].append(piece.pointCount) }
    map = StreetMap(territory, points, roads, needs: pieces.map { StreetNeed($0) }, draft: &draft)
    defectPlan = PlantedDefect.Rule.plan(offices: areas.count, plugs: plugs, seed: seed)
    totals.plugs = plugs
    totals.communes = shares.count { $0 > 0 }
    totals.cabinets = cabinets.count
  }

  /// Adds the offices, the rings between them and their clients; returns the companion files that name the services.
  mutating func layBackbone() -> [SampleDelivery.Companion] {
    var random = SeededGenerator(seed: draft.seed, subject: 15)
    for (rank, area) in areas.enumerated() { offices.append(draft.addOffice(area, number: rank + 1, map)) }
    var rings = CollectionRings(map)
    rings.lay(&offices, &draft)
    for index in offices.indices { rings.addClients(of: &offices[index], &draft, &random) }
    totals.offices = offices.count
    totals.services = rings.services.count
    draft.strands = rings.strands
    let operations = Operations(draft: draft, services: rings.services)
    draft.strands = []
    return [
      .init(name: "services.csv", text: operations.servicesText),
      .init(name: "optics.csv", text: operations.opticsText),
    ]
  }

  /// Writes all of the backbone but its pathways, in which more cables will be laid.
  mutating func writeBackbone() {
    (keptNodes, keptPathways) = (draft.nodes.count, draft.pathways.all.count)
    flush()
  }

  /// Builds the cabinets and the lines of one office, and writes them.
  mutating func buildOffice(_ index: Int) {
    let cabinets = draft.layTransport(of: &offices[index], &map)
    var lines = CabinetLines(map, seed: draft.seed, office: index)
    lines.build(cabinets, of: offices[index], &draft)
    totals.distributionPoints += lines.pointCount
    totals.connectedPlugs += lines.connectedCount
    var random = SeededGenerator(seed: draft.seed, subject: 2_000_000 + UInt64(index))
    totals.defects += draft.plant(defectPlan[index], &random)
    flush()
    draft.nodes.removeLast(draft.nodes.count - keptNodes)
    draft.pathways.forgetStretches(after: keptPathways)
  }

  /// Writes what grew to the end: the backbone's pathways and the references.
  mutating func finish() {
    var writer = DeliveryWriter(draft)
    writer.write(pathwaysFrom: 0)
    writer.writeReferences()
    draft = writer.draft
  }

  /// Writes cables, boxes and joints, and forgets them.
  private mutating func flush() {
    count()
    var writer = DeliveryWriter(draft)
    writer.write(pathwaysFrom: keptPathways)
    draft = writer.draft
    draft.forgetWritten()
  }

  private mutating func count() {
    var label = ""
    for cable in draft.cables {
      totals.fibres += cable.capacity
      if cable.isCord { continue }
      if cable.capacity == 1 {
        totals.dropMetres += cable.metres
        continue
      }
      totals.cables += cable.label == label ? 0 : 1
      label = cable.label
      totals.sections += 1
      totals.cableMetres += cable.metres
    }
    totals.closures += draft.boxes.count { $0.kind == .closure }
  }

  /// The list of what is wrong on purpose.
  var defectList: SampleDelivery.Companion {
    let lines = totals.defects.map { "\($0.rule.rawValue);\($0.code)" }
    return .init(name: "defects.csv", text: (["rule;code"] + lines).joined(separator: "\n") + "\n")
  }
}

extension Draft {
  /// Forgets what has become rows; nodes, pathways, references and counts stay.
  fileprivate mutating func forgetWritten() {
    panels.removeAll(keepingCapacity: true)
    boxes.removeAll(keepingCapacity: true)
    cables.removeAll(keepingCapacity: true)
    joints.removeAll(keepingCapacity: true)
    jointAtPort.removeAll(keepingCapacity: true)
    boxAtCode.removeAll(keepingCapacity: true)
    cordCounts.removeAll(keepingCapacity: true)
  }
}
