import GeoFormats

/// A distribution point (PBO) while its lines are built.
private struct ServedPoint {
  var box: Int
  var stem: String
  var commune: Int
  var side: Int
  /// Rank in its side street, from 1.
  var rank: Int
  var plugs: Int
  /// The rank of its first plug in the cabinet.
  var firstPlug: Int
  var step: Step
}

/// Builds the lines behind the cabinets of one office: distribution cables, points, dwellings, and drops where a
/// dwelling is connected.
struct CabinetLines {
  /// Tubes that are laid together, in one cable from the cabinet.
  private static let tubesTogether = 36

  let map: StreetMap
  private var random: SeededGenerator
  private(set) var pointCount = 0
  private(set) var connectedCount = 0
  private var bounds = Bounds()

  init(_ map: StreetMap, seed: UInt64, office: Int) {
    self.map = map
    random = SeededGenerator(seed: seed, subject: 1_000_000 + UInt64(office))
  }

  /// Builds every line of the cabinets.
  mutating func build(_ cabinets: [ServedCabinet], of office: Office, _ draft: inout Draft) {
    var whole = Bounds()
    for cabinet in cabinets {
      bounds = Bounds()
      build(cabinet, office: office.site.stem, &draft)
      whole.add(bounds)
    }
    draft.addOfficeZone(office.site.stem, at: office.site.node, shape: whole.shape)
  }

  private mutating func build(_ cabinet: ServedCabinet, office: String, _ draft: inout Draft) {
    var site = cabinet.site
    let streets = addPoints(of: cabinet, &draft)
    let points = streets.flatMap { $0 }
    let isConnected = drawConnections(cabinet.area.plugs)
    let cords = draft.coupleOutlets(
      isConnected.indices.filter { isConnected[$0] }, feeds: cabinet.feeds, site: &site)
    draft.addRack("BA-\(site.stem)-2", room: site.stem)
    var first = 0
    for group in groups(streets) {
      let ends = layGroup(group, of: cabinet, &site, cords, number: first + 1, &draft)
      first += 1
      for (point, end) in zip(group, ends) { addDwellings(at: point, end, cabinet, isConnected, &draft) }
    }
    pointCount += points.count
    draft.addCabinetZone(
      CabinetZone(
        stem: site.stem, office: office, reference: "PM-" + site.stem, capacity: 1_000, lines: cabinet.area.plugs),
      at: site.node, shape: bounds.shape)
  }

  /// Which plugs have a drop and a service: about half, more or less from one cabinet to another.
  private mutating func drawConnections(_ count: Int) -> [Bool] {
    let share = random.number(in: 40...65)
    return (0..<count).map { _ in random.below(100) < share }
  }

  /// Side streets together, as long as one cable takes their tubes.
  private func groups(_ streets: [[ServedPoint]]) -> [[ServedPoint]] {
    streets.reduce(into: [[]]) { groups, street in
      if groups[groups.count - 1].count + street.count > Self.tubesTogether { groups.append([]) }
      groups[groups.count - 1] += street
    }
  }
}

// MARK: distribution

extension CabinetLines {
  /// Adds the side streets of a cabinet with their points, street by street.
  private mutating func addPoints(of cabinet: ServedCabinet, _ draft: inout Draft) -> [[ServedPoint]] {
    var (streets, firstPlug, number) = ([[ServedPoint]](), 0, 0)
    for (piece, sides) in zip(cabinet.area.pieces, cabinet.sides) {
      let plan = map.plans[piece.commune]
      for (offset, plugs) in piece.distributionPoints(&random).enumerated() {
        let (side, rank) = offset.quotientAndRemainder(dividingBy: plan.depth)
        let from =
          rank == 0 ? plan.crossings[(sides.lowerBound + side) / 2] : streets[streets.count - 1][rank - 1].step.node
        if rank == 0 { streets.append([]) }
        number += 1
        let stem = "\(cabinet.site.stem)-\(padded(number, 3))"
        let place = plan.place(of: rank + 1, side: sides.lowerBound + side)
        let box = draft.addClosure(
          "PBO-" + stem, at: plan.grid.place(place.along, place.across), street: street(piece.commune, side),
          nature: rank % 2 == 0 ? "L1T" : "PBOI", kind: .distributionPoint)
        let node = draft.boxes[box].node
        let pathway = draft.layStretch(from, node, level: "DI", street: street(piece.commune, side))
        streets[streets.count - 1].append(
          ServedPoint(
            box: box, stem: stem, commune: piece.commune, side: sides.lowerBound + side, rank: rank + 1, plugs: plugs,
            firstPlug: firstPlug, step: Step(pathway: pathway, node: node)))
        firstPlug += plugs
      }
    }
    return streets
  }

  private func street(_ commune: Int, _ side: Int) -> String {
    Streets.names[(commune * 7 + side / 2) % Streets.names.count]
  }

  /// Lays the cable of a group of points and ends it on panels; returns where each point's tube arrives.
  private func layGroup(
    _ group: [ServedPoint], of cabinet: ServedCabinet, _ site: inout Site, _ cords: [Int: FibreReference], number: Int,
    _ draft: inout Draft
  ) -> [TapEnd] {
    var tree = CableTree(root: site.node)
    let ways = CabinetWays(cabinet, map)
    var street: [Step] = []
    for point in group {
      street = point.rank == 1 ? [point.step] : street + [point.step]
      tree.add(
        CableTree.Tap(tubes: 1, box: point.box), along: ways.steps(to: point.side, in: point.commune) + street)
    }
    let laid = draft.lay(tree, as: CableTreePlan(stem: "\(site.stem)D\(number)", level: "DI"))
    for (rank, start) in laid.starts.enumerated() {
      var byFibre: [Int: FibreReference] = [:]
      for (point, end) in zip(group, laid.ends) where end.start == rank {
        for plug in 0..<point.plugs { byFibre[(end.startTube - 1) * 12 + plug + 1] = cords[point.firstPlug + plug] }
      }
      _ = draft.connectAll(of: start, to: &site, rack: "BA-\(site.stem)-2", cords: byFibre)
    }
    return laid.ends
  }
}

/// The ways from a cabinet to the side streets that it serves.
private struct CabinetWays {
  let cabinet: ServedCabinet
  let map: StreetMap
  /// From the crossing in the middle of its commune; none when it serves no other commune.
  let roads: RoadTree?

  init(_ cabinet: ServedCabinet, _ map: StreetMap) {
    (self.cabinet, self.map) = (cabinet, map)
    let isAlone = cabinet.area.pieces.allSatisfy { $0.commune == cabinet.area.hub }
    roads = isAlone ? nil : RoadTree(map.roads, from: cabinet.area.hub) { map.roads.all[$0].metres }
  }

  func steps(to side: Int, in commune: Int) -> [Step] {
    let (home, plan) = (map.plans[cabinet.area.hub], map.plans[commune])
    let start = [Step(pathway: cabinet.pathway, node: home.crossings[cabinet.crossing])]
    guard commune != cabinet.area.hub, let roads else {
      return start + home.steps(from: cabinet.crossing, to: side / 2)
    }
    return start + home.steps(from: cabinet.crossing, to: home.centre)
      + map.steps(along: roads.path(to: commune, map.roads), from: cabinet.area.hub)
      + plan.steps(from: plan.centre, to: side / 2)
  }
}

// MARK: dwellings

extension CabinetLines {
  private mutating func addDwellings(
    at point: ServedPoint, _ end: TapEnd, _ cabinet: ServedCabinet, _ isConnected: [Bool], _ draft: inout Draft
  ) {
    let grid = map.plans[point.commune].grid
    let place = map.plans[point.commune].place(of: point.rank, side: point.side)
    let half = StreetPlan.pointSpacing / 2 - 1
    let zone = "ZP-" + point.stem
    draft.addPointZone(
      zone, at: point.step.node, cabinet: cabinet.site.stem, capacity: 12,
      shape: grid.rectangle(place.along - half...place.along + half, place.across - half...place.across + half))
    bounds.add(draft.nodes[point.step.node].point)
    let tray = draft.openTray(in: point.box)
    for slot in 1...12 {
      let fibre = FibreReference(cable: end.section, number: (end.tube - 1) * 12 + slot)
      guard slot <= point.plugs else {
        draft.park(fibre, in: tray, slot: slot)
        continue
      }
      let connected = isConnected[point.firstPlug + slot - 1]
      let dwelling = addDwelling(slot, at: point, zone: zone, isConnected: connected, &draft)
      if connected {
        connectedCount += 1
        draft.splice(
          fibre, draft.layDrop(to: dwelling, stem: "\(point.stem)-\(slot)", from: point.box), in: tray, slot: slot)
      } else {
        draft.park(fibre, in: tray, slot: slot)
      }
    }
  }

  private mutating func addDwelling(
    _ slot: Int, at point: ServedPoint, zone: String, isConnected: Bool, _ draft: inout Draft
  ) -> Int {
    let plan = map.plans[point.commune]
    let place = plan.place(of: point.rank, side: point.side)
    let side = slot % 2 == 0 ? -1.0 : 1.0
    let position = plan.grid.place(
      place.along + side * random.fraction(9, 22),
      place.across + Double((slot - 1) / 2) * 8 - 16 + random.fraction(-3, 3))
    let commune = map.communes[point.commune]
    let location = Location(
      point: position, commune: Commune(insee: commune.insee, postal: commune.postal, name: commune.name),
      street: street(point.commune, point.side), number: (point.rank - 1) * 10 + slot)
    return draft.addDwelling("\(point.stem)-\(slot)", at: location, zone: zone, connection: isConnected ? "RA" : "RB")
  }
}

/// The smallest upright rectangle about points, and 40 m more.
private struct Bounds {
  private var low = Coordinate(x: .infinity, y: .infinity)
  private var high = Coordinate(x: -.infinity, y: -.infinity)

  mutating func add(_ point: Coordinate) {
    low = Coordinate(x: min(low.x, point.x), y: min(low.y, point.y))
    high = Coordinate(x: max(high.x, point.x), y: max(high.y, point.y))
  }

  mutating func add(_ other: Bounds) {
    add(other.low)
    add(other.high)
  }

  var shape: Geometry {
    AccessGrid(origin: low, cosine: 1, sine: 0).rectangle(-40...(high.x - low.x + 40), -40...(high.y - low.y + 40))
  }
}
