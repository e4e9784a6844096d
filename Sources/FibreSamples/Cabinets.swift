import GeoFormats

/// A cabinet where the transport fibres of an access area end.
struct CabinetDesign {
  var code: String
  var commune: Commune
  var latitude: Double
  var longitude: Double
  /// Transport fibres, by cable of the old room counted from zero, in the order of its fibres.
  var sources: [(ring: Int, fibres: Int)]

  var name: String { "SRO " + commune.name }

  static let all = [
    CabinetDesign(
      code: "DRE", commune: Commune(insee: "80256", postal: "80470", name: "Dreuil-lès-Amiens"), latitude: 49.913,
      longitude: 2.233, sources: [(0, 36)]),
    CabinetDesign(
      code: "ARG", commune: Commune(insee: "80024", postal: "80470", name: "Argœuves"), latitude: 49.928,
      longitude: 2.228, sources: [(0, 36)]),
    CabinetDesign(
      code: "CAM", commune: Commune(insee: "80164", postal: "80450", name: "Camon"), latitude: 49.888,
      longitude: 2.345, sources: [(1, 48)]),
    CabinetDesign(
      code: "PDM", commune: Commune(insee: "80632", postal: "80480", name: "Pont-de-Metz"), latitude: 49.878,
      longitude: 2.244, sources: [(2, 48)]),
    CabinetDesign(
      code: "DUR", commune: Commune(insee: "80261", postal: "80480", name: "Dury"), latitude: 49.848,
      longitude: 2.270, sources: [(3, 48)]),
    CabinetDesign(
      code: "SAL", commune: Commune(insee: "80724", postal: "80480", name: "Saleux"), latitude: 49.857,
      longitude: 2.238, sources: [(3, 34), (5, 12)]),
    CabinetDesign(
      code: "LON", commune: Commune(insee: "80489", postal: "80330", name: "Longueau"), latitude: 49.872,
      longitude: 2.358, sources: [(4, 36)]),
    CabinetDesign(
      code: "CAG", commune: Commune(insee: "80160", postal: "80330", name: "Cagny"), latitude: 49.861,
      longitude: 2.342, sources: [(4, 8), (6, 28)]),
  ]
}

/// A cabinet with its transport fibres on ports and their couplers.
struct Cabinet {
  var design: CabinetDesign
  var site: Site
  /// Cord fibres that feed the couplers, in order.
  var feeds: [FibreReference]
}

/// Builds the transport cables, from the last closures to the cabinets.
struct TransportBuilder {
  var draft: Draft
  let ring: FirstRing
  /// Access strands of a cable of the old room that no cabinet has taken yet.
  private var waiting: [[Int]]
  private(set) var cabinets: [Cabinet] = []

  init(_ draft: Draft, _ ring: FirstRing) {
    self.draft = draft
    self.ring = ring
    waiting = (0..<7).map { ring in
      draft.strands.indices.filter { draft.strands[$0].ring == ring && draft.strands[$0].kind == .access }
    }
  }

  mutating func build() {
    for design in CabinetDesign.all {
      var site = draft.addSite(
        SiteDescription(
          stem: design.code, externalCode: "SRO-" + design.code, name: design.name, physicalType: "ADR",
          logicalType: "SRO", user: Draft.manager),
        at: Location(
          point: Lambert93.point(longitude: design.longitude, latitude: design.latitude), commune: design.commune,
          street: "place de la Mairie", number: 1))
      var cabinet = Cabinet(design: design, site: site, feeds: [])
      for (rank, source) in design.sources.enumerated() {
        let strands = Array(waiting[source.ring].prefix(source.fibres))
        waiting[source.ring].removeFirst(source.fibres)
        let suffix = rank == 0 ? "" : "-\(rank + 1)"
        let run = layTransport(design, suffix: suffix, from: source.ring, to: site.node)
        splice(strands, to: run, from: source.ring)
        draft.joinSections(of: run)
        let panel = draft.addPanel(to: &site, ports: 72, suffix: "TRA" + suffix)
        cabinet.feeds += connect(run, to: panel, site: site)
      }
      cabinet.site = site
      cabinets.append(cabinet)
    }
    finishLastTrays()
    declareStraight()
  }

  private mutating func layTransport(_ design: CabinetDesign, suffix: String, from ring: Int, to node: Int) -> BoxedRun
  {
    draft.lay(
      BoxedRunRequest(
        code: "CAB-TRA-\(design.code)\(suffix)", capacity: 72, level: "TR",
        from: draft.cables[self.ring.last(of: ring)].to, to: node, boxStem: "BPE-TRA-\(design.code)\(suffix)",
        boxCount: 2, metres: nil, street: "route de \(design.commune.name)"))
  }

  /// Splices strands on a transport cable, tube on tube, at the last closure.
  private mutating func splice(_ strands: [Int], to run: BoxedRun, from ring: Int) {
    let firstTube = strands.first.map { draft.strands[$0].tube } ?? 1
    for strand in strands {
      let (tube, number) = (draft.strands[strand].tube, draft.strands[strand].number)
      let rank = TransportTraps.crossedRank((number - 1) % 12 + 1, tube: tube, ring: ring)
      let fibre = FibreReference(cable: self.ring.last(of: ring), number: number)
      let next = FibreReference(cable: run.first, number: (tube - firstTube) * 12 + rank)
      draft.splice(fibre, next, in: self.ring.trays[ring][tube - 1], slot: (number - 1) % 12 + 1)
    }
  }

  private mutating func connect(_ run: BoxedRun, to panel: Int, site: Site) -> [FibreReference] {
    var feeds: [FibreReference] = []
    for number in 1...72 {
      let fibre = FibreReference(cable: run.last, number: number)
      let port = Port(panel: panel, number: number)
      guard draft.strandAtFibre[fibre] != nil else {
        draft.connect(fibre, to: port)
        continue
      }
      feeds.append(draft.connectFeed(fibre, to: port, of: site))
    }
    return feeds
  }

  /// Stores the other fibres of the access tubes in the last closures.
  private mutating func finishLastTrays() {
    for (index, design) in FirstRingDesign.cables.enumerated() {
      for tube in design.range(of: .access) {
        for rank in design.tubes[tube - 1].live + 1...12 {
          let fibre = FibreReference(cable: ring.last(of: index), number: (tube - 1) * 12 + rank)
          draft.park(fibre, in: ring.trays[index][tube - 1], slot: rank)
        }
      }
    }
  }

  /// Lets the declared routes of the crossed fibres go straight on.
  private mutating func declareStraight() {
    for strand in draft.strands.indices {
      let known = draft.strands[strand]
      guard let ring = known.ring, known.kind == .access else { continue }
      let rank = (known.number - 1) % 12 + 1
      guard TransportTraps.crossedRank(rank, tube: known.tube, ring: ring) != rank else { continue }
      draft.strands[strand].declared = known.fibres.enumerated().map { hop, fibre in
        let tubeStart = (fibre.number - 1) / 12 * 12
        return hop < 2 ? fibre : FibreReference(cable: fibre.cable, number: tubeStart + rank)
      }
    }
  }
}

/// Fibres spliced otherwise than planned: tubes 10 and 11 of cable 2 have fibres 1 to 6 in reverse order.
enum TransportTraps {
  static func crossedRank(_ rank: Int, tube: Int, ring: Int) -> Int {
    ring == 1 && (10...11).contains(tube) && rank <= 6 ? 7 - rank : rank
  }
}
