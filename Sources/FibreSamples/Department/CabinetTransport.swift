import GeoFormats

/// A cabinet (SRO) while its lines are built.
struct ServedCabinet {
  var area: CabinetArea
  var site: Site
  var pathway: Int
  /// Its side streets, piece by piece.
  var sides: [Range<Int>]
  /// Its crossing, in the plan of its hub.
  var crossing: Int
  /// Cords behind the transport fibres that feed couplers.
  var feeds: [FibreReference] = []
}

extension CabinetArea {
  static let couplerOutputs = AccessDesign.couplerOutputs

  /// Tubes from the central office: a fibre for each coupler, and one tube for links point to point.
  var transportTubes: Int { (couplerCount + 11) / 12 + 1 }
  /// Couplers that serve every line at once.
  var couplerCount: Int { (plugs + Self.couplerOutputs - 1) / Self.couplerOutputs }
}

extension Draft {
  /// Adds the cabinets of an office and lays the transport cables to them.
  mutating func layTransport(of office: inout Office, _ map: inout StreetMap) -> [ServedCabinet] {
    addRack("BA-\(office.site.stem)-2", room: office.site.stem)
    var cabinets = office.area.cabinets.enumerated().map { rank, area in
      addCabinet(area, stem: "\(office.site.stem)S\(padded(rank + 1, 2))", &map)
    }
    let roads = RoadTree(map.roads, from: office.hub) { [roads = map.roads] in roads.all[$0].metres }
    var first = 0
    while first < cabinets.count {
      var (tubes, last) = (0, first)
      while last < cabinets.count, tubes + cabinets[last].area.transportTubes <= CableTreePlan.mostTubes {
        tubes += cabinets[last].area.transportTubes
        last += 1
      }
      layTransport(of: &office, to: &cabinets, first..<last, roads, map)
      first = last
    }
    return cabinets
  }

  private mutating func addCabinet(_ area: CabinetArea, stem: String, _ map: inout StreetMap) -> ServedCabinet {
    let sides = area.pieces.map { piece in
      let depth = map.plans[piece.commune].depth
      return map.takeSides((piece.pointCount + depth - 1) / depth, in: piece.commune)
    }
    let commune = map.communes[area.hub]
    let main = zip(area.pieces, sides).first { $0.0.commune == area.hub }?.1 ?? 0..<1
    let crossing = (main.lowerBound + main.upperBound) / 4
    let plan = map.plans[area.hub]
    let (site, pathway) = addSite(
      SiteDescription(
        stem: stem, externalCode: "SRO-" + stem, name: "SRO \(commune.name)", physicalType: "ADR", logicalType: "SRO",
        user: Self.manager),
      near: plan.crossings[min(crossing, plan.crossings.count - 1)], of: commune, street: plan.street)
    return ServedCabinet(
      area: area, site: site, pathway: pathway, sides: sides, crossing: min(crossing, plan.crossings.count - 1))
  }

  private mutating func layTransport(
    of office: inout Office, to cabinets: inout [ServedCabinet], _ range: Range<Int>, _ roads: RoadTree,
    _ map: StreetMap
  ) {
    var tree = CableTree(root: office.site.node)
    for cabinet in cabinets[range] {
      let plan = map.plans[cabinet.area.hub]
      tree.add(
        CableTree.Tap(tubes: cabinet.area.transportTubes),
        along: [Step(pathway: office.pathway, node: map.centre(office.hub))]
          + map.steps(along: roads.path(to: cabinet.area.hub, map.roads), from: office.hub)
          + plan.steps(from: plan.centre, to: cabinet.crossing)
          + [Step(pathway: cabinet.pathway, node: cabinet.site.node)])
    }
    let laid = lay(tree, as: CableTreePlan(stem: "\(office.site.stem)T\(range.lowerBound + 1)", level: "TR"))
    for start in laid.starts {
      _ = connectAll(of: start, to: &office.site, rack: "BA-\(office.site.stem)-2")
      addSlack(of: start, at: office.site.node, metres: 10)
    }
    for (rank, end) in zip(range, laid.ends) { feed(&cabinets[rank], end) }
  }

  /// Ends the tubes of a cabinet, and those left over, on a panel; the first fibres feed couplers.
  private mutating func feed(_ cabinet: inout ServedCabinet, _ end: TapEnd) {
    let fibres = (end.tube - 1) * 12 + 1...cables[end.section].capacity
    let panel = addPanel(to: &cabinet.site, ports: fibres.count, suffix: "TRA")
    addSlack(of: end.section, at: cabinet.site.node, metres: 10)
    for (rank, number) in fibres.enumerated() {
      let fibre = FibreReference(cable: end.section, number: number)
      let port = Port(panel: panel, number: rank + 1)
      if rank < cabinet.area.couplerCount {
        cabinet.feeds.append(connectFeed(fibre, to: port, of: cabinet.site))
      } else {
        connect(fibre, to: port)
      }
    }
  }
}
