import FibreModel

/// One end of a path as the search sees it: a place, the panels that may be used there, and the ports free for pigtails.
struct PathTerminal {
  let place: UInt32
  /// Panels of the site, room or panel asked for; nothing at a box.
  let panels: Set<Index<Panel>>?
  /// Ports of these panels that hold nothing.
  private(set) var emptyPorts: Int

  init(_ end: PathEnd, _ network: Network, _ map: PlaceMap) throws(PathRefusal) {
    let site: Index<Site>?
    switch end {
    case .box(let box):
      guard let place = map.number(of: .box(box)) else { throw .noCable(end) }
      self.place = place
      panels = nil
      emptyPorts = 0
      return
    case .site(let index): site = index
    case .room(let room): site = network.rooms[room].site
    case .panel(let panel): site = network.site(of: panel)
    }
    guard let site, let place = map.number(of: .site(site)) else { throw .noCable(end) }
    let panels = Set(network.panels(in: site).filter { network.isPanel($0, at: end) })
    self.place = place
    self.panels = panels
    emptyPorts = panels.reduce(0) { sum, panel in
      let used = Set(network.joints(in: panel).compactMap { network.joints[$0].number }).count
      return sum + max(0, (network.panels[panel].portCapacity ?? 0) - used)
    }
  }

  /// The port of one of its panels behind which a fibre ends alone, so that a new link may start there.
  func port(of end: FibreEnd, _ network: Network) -> Port? {
    guard let panels, let port = network.freePort(at: end), panels.contains(port.panel) else { return nil }
    return port
  }

  /// The same end with so many empty ports at least.
  func withPorts(_ count: Int) -> PathTerminal {
    var more = self
    more.emptyPorts = max(count, emptyPorts)
    return more
  }

  /// The same end once some of its empty ports have pigtails.
  func without(_ pigtails: Int) -> PathTerminal {
    var rest = self
    rest.emptyPorts = max(0, emptyPorts - pigtails)
    return rest
  }

  /// What it takes to end there: nothing at a port, a pigtail each elsewhere in a site, an opened closure in a box.
  /// Nothing where a site has no ports left for them.
  func cost(fibres: Int, atPortOf panel: Index<Panel>?, _ optical: OpticalParameters) -> CriteriaCost? {
    let isAtPort = panel.map { panels?.contains($0) ?? false } ?? false
    return cost(pigtails: isAtPort ? 0 : fibres, optical)
  }

  /// What it takes to end there with so many fibres that are not at a port.
  func cost(pigtails: Int, _ optical: OpticalParameters) -> CriteriaCost? {
    if panels == nil { return CriteriaCost(closures: 1) }
    if pigtails == 0 { return CriteriaCost(loss: optical.connector) }
    guard emptyPorts >= pigtails else { return nil }
    return CriteriaCost(splices: pigtails, loss: optical.fusionSplice + optical.connector)
  }
}

extension Network {
  fileprivate func isPanel(_ panel: Index<Panel>, at end: PathEnd) -> Bool {
    switch end {
    case .site: true
    case .room(let room): panels[panel].rack.flatMap { racks[$0].room } == room
    case .panel(let wanted): panel == wanted
    case .box: false
    }
  }
}
