import GeoFormats

/// The fibre of a drop that one strand goes on with, and what is still to be done once it is spliced.
struct Drop {
  enum Rest {
    case nothing
    /// The cable ends on a panel.
    case panel(Int)
    /// The cable goes through boxes, then on a panel.
    case boxes(BoxedRun, panel: Int)
    /// The cable ends on a frame, from which a chain of frames goes on.
    case frames(Int, strand: Int, sites: [Site])
  }
  var fibre: FibreReference
  var rest: Rest

  var finishes: Bool {
    if case .nothing = rest { return false }
    return true
  }
}

/// The two business links whose optics work at the edge of their limits.
enum LimitCases {
  /// Rank, from zero, of the business tube of cable 2 and of cable 4, and of the fibre in it.
  static let longTube = 1
  static let shortTube = 0
  static let rank = 0
  static let longMetres = 9_300
  static let shortMetres = 14_400
  static let shortBoxes = 10
  static let frameBoxes = 3
  static let cordMetres = 5
}

extension DistributionBuilder {
  /// Lays a drop of 12 fibres, or more, from a box to a site; returns the cable.
  mutating func layDrop(_ code: String, box: Int, to node: Int, fibres: Int = 12) -> Int {
    let path = [draft.boxes[box].node, node]
    return draft.lay(
      CableRun(code: code, capacity: fibres, level: "RA", nodes: path, metres: draft.naturalMetres(path)))[0]
  }

  /// A drop for one link of a public site, or of an annex when `number` is 0.
  mutating func siteDrop(_ number: Int, strands: [Int], box: Int) -> [Drop] {
    if number == 0 { return annexDrop(strands, box: box) }
    for strand in strands {
      clients.names[strand] = PublicSites.all[number - 1].name
      clients.publicSites[strand] = number
    }
    if (13...16).contains(number) { return sharedDrop(number, box: box) }
    var site = sites[number - 1]
    let letter = site.panelCount == 0 ? "A" : "B"
    let cable = layDrop("CAB-RAC-\(site.stem)-\(letter)", box: box, to: site.node)
    let panel = draft.addPanel(to: &site, ports: 12)
    sites[number - 1] = site
    return pair(cable, first: 1, panel: panel)
  }

  private func pair(_ cable: Int, first: Int, panel: Int?) -> [Drop] {
    [
      Drop(fibre: FibreReference(cable: cable, number: first), rest: .nothing),
      Drop(fibre: FibreReference(cable: cable, number: first + 1), rest: panel.map { .panel($0) } ?? .nothing),
    ]
  }

  /// Sites 13 to 15 have one cable with a tube a leg; site 16 has both legs in one tube.
  private mutating func sharedDrop(_ number: Int, box: Int) -> [Drop] {
    let fibres = number == 16 ? 12 : 24
    if let known = sharedDrops[number] {
      return pair(known.cable, first: number == 16 ? 3 : 13, panel: known.panel)
    }
    var site = sites[number - 1]
    let cable = layDrop("CAB-RAC-" + site.stem, box: box, to: site.node, fibres: fibres)
    let panel = draft.addPanel(to: &site, ports: fibres)
    sites[number - 1] = site
    sharedDrops[number] = (cable, panel)
    return pair(cable, first: 1, panel: nil)
  }

  private mutating func annexDrop(_ strands: [Int], box: Int) -> [Drop] {
    annexCount += 1
    let number = padded(annexCount, 2)
    for strand in strands { clients.names[strand] = "annexe \(number)" }
    var site = draft.addSite(
      SiteDescription(
        stem: "ANX-" + number, externalCode: "SIT-ANX-" + number, name: "annexe \(number)", user: "GFU"),
      at: location(near: box))
    let cable = layDrop("CAB-RAC-" + site.stem, box: box, to: site.node)
    return pair(cable, first: 1, panel: draft.addPanel(to: &site, ports: 12))
  }

  /// One drop for all the dark fibres of a tube.
  mutating func darkFibreDrop(
    _ strands: [Int], box: Int, farEnd: Int, of distribution: inout DistributionCable
  ) -> [Drop] {
    var site = distribution.farEnds[farEnd].site
    let cable = layDrop("CAB-RAC-\(site.stem)-\(site.panelCount + 1)", box: box, to: site.node)
    let panel = draft.addPanel(to: &site, ports: 12)
    distribution.farEnds[farEnd].site = site
    return strands.enumerated().map { rank, strand in
      clients.operators[strand] = distribution.farEnds[farEnd].operatorNumber
      return Drop(
        fibre: FibreReference(cable: cable, number: rank + 1),
        rest: rank == strands.count - 1 ? .panel(panel) : .nothing)
    }
  }

  mutating func businessDrop(_ strand: Int, box: Int) -> Drop {
    var site = addBusiness(strand, at: location(near: box))
    let cable = layDrop("CAB-RAC-" + site.stem, box: box, to: site.node)
    let panel = draft.addPanel(to: &site, ports: 12)
    return Drop(fibre: FibreReference(cable: cable, number: 1), rest: .panel(panel))
  }

  private mutating func addBusiness(_ strand: Int, at location: Location) -> Site {
    businessCount += 1
    let number = padded(businessCount, 3)
    let trade = Streets.trades[random.below(Streets.trades.count)]
    let family = Streets.families[random.below(Streets.families.count)]
    let name = "\(trade) \(family) \(number)"
    clients.names[strand] = name
    return draft.addSite(
      SiteDescription(stem: "ENT-" + number, externalCode: "ENT-" + number, name: name, user: ""), at: location)
  }

  /// Ends a drop, once its strands are spliced to it.
  mutating func finish(_ drop: Drop) {
    switch drop.rest {
    case .nothing: break
    case .panel(let panel): draft.connectAll(of: drop.fibre.cable, to: panel)
    case .boxes(let run, let panel):
      draft.joinSections(of: run)
      draft.connectAll(of: run.last, to: panel)
    case .frames(let panel, let strand, let sites):
      draft.connectAll(of: drop.fibre.cable, to: panel)
      goOnThroughFrames(strand, from: panel, sites: sites)
    }
  }
}

// MARK: links at the edge of their optics

extension DistributionBuilder {
  /// A drop through ten boxes, so long that the link is 14.4 km with 13 splices.
  mutating func shortDrop(_ strand: Int, box: Int) -> Drop {
    clients.shortBusiness = strand
    let metres = LimitCases.shortMetres - draft.strands[strand].metres
    let start = draft.nodes[draft.boxes[box].node].point
    let place = start.moved(Double(metres) / 1.35, towards: random.fraction(-0.6, -0.2) * .pi)
    var site = addBusiness(
      strand, at: Location(point: place, commune: .amiens, street: "route de Conty", number: 12))
    let run = draft.lay(
      BoxedRunRequest(
        code: "CAB-RAC-" + site.stem, capacity: 12, level: "RA", from: draft.boxes[box].node, to: site.node,
        boxStem: "BPE-\(site.stem)", boxCount: LimitCases.shortBoxes, metres: metres, street: "route de Conty"))
    let panel = draft.addPanel(to: &site, ports: 12)
    return Drop(fibre: FibreReference(cable: run.first, number: 1), rest: .boxes(run, panel: panel))
  }

  /// A drop to the first of two frames through which the link goes on.
  mutating func longDrop(_ strand: Int, box: Int, of distribution: inout DistributionCable) -> Drop {
    clients.longBusiness = strand
    var first = distribution.farEnds[0].site
    let cable = layDrop("CAB-RAC-\(first.stem)-F", box: box, to: first.node)
    let panel = draft.addPanel(to: &first, ports: 12, suffix: "F1")
    distribution.farEnds[0].site = first
    return Drop(
      fibre: FibreReference(cable: cable, number: 1),
      rest: .frames(panel, strand: strand, sites: distribution.farEnds.map(\.site)))
  }

  private mutating func goOnThroughFrames(_ strand: Int, from panel: Int, sites: [Site]) {
    let reached = leaveFrame(strand, panel: panel, site: sites[0], to: sites[1].node, metres: nil)
    var second = sites[1]
    let arrival = draft.addPanel(to: &second, ports: 12, suffix: "F1")
    draft.connectAll(of: reached, to: arrival)
    let metres = LimitCases.longMetres - draft.strands[strand].metres - LimitCases.cordMetres
    let place = draft.nodes[second.node].point.moved(
      Double(metres) / 1.35, towards: random.fraction(0.1, 0.5) * .pi)
    var client = addBusiness(
      strand, at: Location(point: place, commune: .amiens, street: "route d'Albert", number: 31))
    let last = leaveFrame(strand, panel: arrival, site: second, to: client.node, metres: metres)
    draft.connectAll(of: last, to: draft.addPanel(to: &client, ports: 12))
  }

  /// A cord in a frame's room, and a cable of 12 fibres through three boxes to the next place; returns its last section.
  private mutating func leaveFrame(_ strand: Int, panel: Int, site: Site, to node: Int, metres: Int?) -> Int {
    let arrived = draft.strands[strand].fibres.last ?? FibreReference(cable: 0, number: 0)
    let cord = draft.addCord(
      stem: site.stem, node: site.node, metres: LimitCases.cordMetres, label: "Renvoi \(site.stem)")
    if let joint = draft.jointAtPort[Port(panel: panel, number: 1)] { draft.joints[joint].first = cord }
    draft.prolong(arrived, with: cord, splices: 0)
    var site = site
    let departure = draft.addPanel(to: &site, ports: 12, suffix: "F2")
    let run = draft.lay(
      BoxedRunRequest(
        code: "CAB-LIA-\(site.stem)", capacity: 12, level: "DI", from: site.node, to: node,
        boxStem: "BPE-LIA-\(site.stem)", boxCount: LimitCases.frameBoxes, metres: metres, street: "route d'Albert"))
    draft.prolong(cord, with: FibreReference(cable: run.first, number: 1), splices: 0)
    draft.connectAll(of: run.first, to: departure)
    if let joint = draft.jointAtPort[Port(panel: departure, number: 1)] { draft.joints[joint].first = cord }
    draft.joinSections(of: run)
    return run.last
  }
}
