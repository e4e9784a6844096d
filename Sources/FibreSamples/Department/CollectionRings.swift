import GeoFormats

/// Lays the rings that join the central offices to the first of them, and names the services on them.
///
/// Each office has a tube of its own on its ring; that tube reaches it from both sides, by different cables.
struct CollectionRings {
  private static let capacity = 144
  private static let officesPerRing = 6
  private static let pairsPerOffice = 2
  /// Metres after which a cable is joined to the next drum.
  private static let drumMetres = 5_000.0

  let map: StreetMap
  private(set) var strands: [Strand] = []
  private(set) var services: [Service] = []
  private var clientCount = 0
  private var pairCount = 0

  init(_ map: StreetMap) { self.map = map }

  /// Lays every ring; the first office is the head of all.
  mutating func lay(_ offices: inout [Office], _ draft: inout Draft) {
    guard let head = offices.first, offices.count > 1 else { return }
    let centre = map.points[head.hub]
    let others = offices.indices.dropFirst().sorted {
      let (a, b) = (map.points[offices[$0].hub], map.points[offices[$1].hub])
      return (Self.turn(a, centre), $0) < (Self.turn(b, centre), $1)
    }
    let count = (others.count + Self.officesPerRing - 1) / Self.officesPerRing
    for ring in 0..<count {
      let members = Array(others[others.count * ring / count..<others.count * (ring + 1) / count])
      layRing(number: ring + 1, through: tour(members, offices), &offices, &draft)
    }
  }

  /// A number that grows with the angle about a centre.
  private static func turn(_ point: Coordinate, _ centre: Coordinate) -> Double {
    let (x, y) = (point.x - centre.x, point.y - centre.y)
    let length = abs(x) + abs(y)
    guard length > 0 else { return 0 }
    return y >= 0 ? 1 - x / length : 3 + x / length
  }

  /// An order of the offices that makes a short ring, each put in where it lengthens the ring least.
  private func tour(_ members: [Int], _ offices: [Office]) -> [Int] {
    func metres(_ from: Int, _ to: Int) -> Double {
      map.points[offices[from].hub].distance(to: map.points[offices[to].hub])
    }
    return members.reduce(into: []) { (tour: inout [Int], next) in
      let places = [0] + tour + [0]
      let gap = (0...tour.count).min {
        func longer(_ gap: Int) -> Double {
          metres(places[gap], next) + metres(next, places[gap + 1]) - metres(places[gap], places[gap + 1])
        }
        return (longer($0), $0) < (longer($1), $1)
      }
      tour.insert(next, at: gap ?? 0)
    }
  }
}

// MARK: one ring

extension CollectionRings {
  /// A cable of a ring between two entries, and how long it is.
  private struct Leg {
    var first: Int
    var last: Int
    var metres: Int
  }

  private mutating func layRing(
    number: Int, through members: [Int], _ offices: inout [Office], _ draft: inout Draft
  ) {
    let stem = "COL-" + padded(number, 2)
    var (legs, links) = ([Leg](), [Int]())
    var used: Set<Int> = []
    let stops = [0] + members + [0]
    for rank in 0..<stops.count - 1 {
      let (from, to) = (offices[stops[rank]], offices[stops[rank + 1]])
      // Roads that the ring has taken cost more, so that its two sides keep apart where they can.
      let tree = RoadTree(map.roads, from: from.hub) {
        map.roads.all[$0].metres * (used.contains($0) ? 8 : 1)
      }
      let path = tree.path(to: to.hub, map.roads)
      used.formUnion(path)
      legs.append(
        layLeg("\(stem)-\(rank + 1)", from, to, along: path, ofHead: (rank == 0, rank == members.count), &draft))
    }
    for (rank, office) in members.enumerated() {
      let link = layLink("\(stem)-L\(rank + 1)", offices[office], &draft)
      links.append(link)
    }
    join(legs, links, members, stem: stem, &offices, &draft)
  }

  private func layLeg(
    _ stem: String, _ from: Office, _ to: Office, along path: [Int], ofHead: (start: Bool, end: Bool),
    _ draft: inout Draft
  ) -> Leg {
    let (leaving, arriving) = (from.entries[ofHead.start ? 0 : 1], to.entries[ofHead.end ? 1 : 0])
    var nodes = [ofHead.start ? from.site.node : leaving.chamber]
    var ways = [ofHead.start ? [leaving.inner, leaving.outer] : [leaving.outer]]
    var (drums, metres, commune) = ([Int](), 0.0, from.hub)
    for road in path {
      ways[ways.count - 1] += map.steps(along: [road], from: commune).map(\.pathway)
      commune = map.roads.end(of: road, from: commune)
      metres += map.roads.all[road].metres
      if metres >= Self.drumMetres, commune != to.hub {
        nodes.append(map.centre(commune))
        ways.append([])
        drums.append(draft.addClosure("\(stem)-\(drums.count + 1)", on: map.centre(commune)))
        metres = 0
      }
    }
    ways[ways.count - 1] += ofHead.end ? [arriving.outer, arriving.inner] : [arriving.outer]
    nodes.append(ofHead.end ? to.site.node : arriving.chamber)
    let sections = lay("CAB-" + stem, through: nodes, ways, &draft)
    for (rank, drum) in drums.enumerated() {
      for tube in 1...Self.capacity / 12 {
        draft.endTube(tube, of: sections[rank], in: draft.openTray(in: drum)) {
          FibreReference(cable: sections[rank + 1], number: $0)
        }
      }
    }
    return Leg(
      first: sections[0], last: sections[sections.count - 1],
      metres: sections.reduce(0) { $0 + draft.cables[$1].metres })
  }

  /// The short cable between the two entries of an office, by which the other tubes go on.
  private func layLink(_ stem: String, _ office: Office, _ draft: inout Draft) -> Int {
    lay(
      "CAB-" + stem, through: office.entries.map(\.chamber), [[office.entries[0].outer, office.entries[1].outer]],
      &draft
    )[0]
  }

  private func lay(
    _ code: String, through nodes: [Int], _ ways: [[Int]], capacity: Int = capacity, _ draft: inout Draft
  ) -> [Int] {
    draft.lay(
      CableRun(
        code: code, capacity: capacity, level: "CO", nodes: nodes, metres: ways.map { draft.metres(along: $0) },
        pathways: ways))
  }
}

// MARK: what is joined

extension CollectionRings {
  private mutating func join(
    _ legs: [Leg], _ links: [Int], _ members: [Int], stem: String, _ offices: inout [Office], _ draft: inout Draft
  ) {
    let heads = [legs[0].first, legs[legs.count - 1].last].map { draft.connectAll(of: $0, to: &offices[0].site) }
    for (rank, member) in members.enumerated() {
      let sides = [(legs[rank].last, legs[..<(rank + 1)]), (legs[rank + 1].first, legs[(rank + 1)...])]
      var ports: [[Port]] = []
      for (side, (section, _)) in sides.enumerated() {
        ports.append(
          enter(
            &offices[member], side: side, tube: rank + 1, from: section, link: links[rank], stem: "\(stem)-\(rank + 1)",
            &draft))
      }
      let lengths = sides.map { $0.1.reduce(0) { $0 + $1.metres } }
      name(tube: rank + 1, heads: heads, ports: ports, lengths: lengths, client: map.communes[offices[member].hub].name)
    }
  }

  /// Cuts an office's tube at one of its entries and takes the others on; returns the ports in the office.
  private func enter(
    _ office: inout Office, side: Int, tube: Int, from section: Int, link: Int, stem: String, _ draft: inout Draft
  ) -> [Port] {
    let entry = office.entries[side]
    let letter = side == 0 ? "A" : "B"
    let box = draft.addClosure("\(stem)\(letter)", on: entry.chamber)
    let way = lay(
      "CAB-\(stem)\(letter)", through: [entry.chamber, office.site.node], [[entry.inner]], capacity: 12, &draft)[0]
    draft.endTube(tube, of: section, in: draft.openTray(in: box)) {
      FibreReference(cable: way, number: $0 - (tube - 1) * 12)
    }
    for other in 1...Self.capacity / 12 where other != tube {
      if side == 0 {
        draft.passTube(other, from: section, to: link, in: box)
      } else {
        draft.passTube(other, from: link, to: section, in: box)
      }
    }
    return draft.connectAll(of: way, to: &office.site)
  }

  /// Names the pairs of an office: a service on each side of the ring, one protecting the other.
  private mutating func name(tube: Int, heads: [[Port]], ports: [[Port]], lengths: [Int], client: String) {
    for pair in 0..<Self.pairsPerOffice {
      pairCount += 1
      let code = "SVC-COL-" + padded(pairCount, 3)
      for side in 0..<2 {
        let fibres = (2 * pair..<2 * pair + 2).map { rank in
          Strand(
            number: (tube - 1) * 12 + rank + 1, tube: tube, kind: .collection, fibres: [], metres: lengths[side],
            start: heads[side][(tube - 1) * 12 + rank], end: ports[side][rank])
        }
        services.append(
          Service(
            code: code + (side == 0 ? "-A" : "-B"), level: "vital", kind: "collecte",
            client: "collecte \(client) \(padded(pair + 1, 2))", operatorCode: Draft.manager,
            strands: [strands.count, strands.count + 1], protects: side == 0 ? "" : code + "-A", maxOutageMinutes: 60,
            optics: lengths[side] > 75_000 ? "100G-COH" : Optics.collection(metres: lengths[side])))
        strands += fibres
      }
    }
  }
}

// MARK: clients

extension CollectionRings {
  private static let clientsPerOffice = 3

  /// Joins a few clients straight to an office, each by a tube of its own.
  mutating func addClients(of office: inout Office, _ draft: inout Draft, _ random: inout SeededGenerator) {
    let plan = map.plans[office.hub]
    var tree = CableTree(root: office.site.node)
    var clients: [(site: Site, name: String)] = []
    for rank in 1...Self.clientsPerOffice {
      let crossing = random.below(plan.crossings.count)
      let stem = "\(office.site.stem)-E\(rank)"
      let name =
        Streets.trades[random.below(Streets.trades.count)] + " "
        + Streets.families[random.below(Streets.families.count)]
      let (site, pathway) = draft.addSite(
        SiteDescription(stem: stem, externalCode: "SIT-" + stem, name: name, user: "OP\(rank)"),
        near: plan.crossings[crossing], of: map.communes[office.hub], street: plan.street)
      tree.add(
        CableTree.Tap(tubes: 1),
        along: [Step(pathway: office.pathway, node: map.centre(office.hub))]
          + plan.steps(from: plan.centre, to: crossing) + [Step(pathway: pathway, node: site.node)])
      clients.append((site, name))
    }
    let laid = draft.lay(tree, as: CableTreePlan(stem: "\(office.site.stem)-E", level: "DI"))
    let ports = laid.starts.map { draft.connectAll(of: $0, to: &office.site) }
    for (rank, end) in laid.ends.enumerated() {
      connect(clients[rank], end, from: ports[end.start], &draft)
    }
  }

  private mutating func connect(
    _ client: (site: Site, name: String), _ end: TapEnd, from ports: [Port], _ draft: inout Draft
  ) {
    var site = client.site
    let panel = draft.addPanel(to: &site, ports: 12)
    for rank in 1...12 {
      draft.connect(
        FibreReference(cable: end.section, number: (end.tube - 1) * 12 + rank), to: Port(panel: panel, number: rank))
    }
    let fibres = (1...2).map { rank in
      Strand(
        number: rank, tube: end.startTube, kind: .business, fibres: [], metres: 0,
        start: ports[(end.startTube - 1) * 12 + rank - 1], end: Port(panel: panel, number: rank))
    }
    clientCount += 1
    services.append(
      Service(
        code: "SVC-FTTO-" + padded(clientCount, 3), level: "std", kind: "FTTO", client: client.name,
        operatorCode: "OP\(1 + clientCount % 6)", strands: [strands.count, strands.count + 1], maxOutageMinutes: 240,
        optics: "EX40"))
    strands += fibres
  }
}
