import FibreModel

/// Which sections and places some objects of a request stand for.
struct PathFilter {
  /// What one object covers.
  struct Cover {
    var sections: Set<Index<CableSection>> = []
    var places: Set<UInt32> = []

    var isEmpty: Bool { sections.isEmpty && places.isEmpty }

    mutating func formUnion(_ other: Cover) {
      sections.formUnion(other.sections)
      places.formUnion(other.places)
    }
  }

  private let network: Network
  private let map: PlaceMap

  init(_ network: Network, _ map: PlaceMap) {
    self.network = network
    self.map = map
  }

  func cover(_ object: PathObject) throws(PathRefusal) -> Cover {
    switch object {
    case .site(let site): Cover(places: places(of: site))
    case .box(let box): Cover(places: Set([map.number(of: .box(box))].compactMap { $0 }))
    case .cable(let cable): Cover(sections: Set(network.sections(of: cable)))
    case .section(let section): Cover(sections: [section])
    case .duct(let duct): Cover(sections: sections(in: [duct], WorksIndex(network)))
    case .pathway(let pathway): Cover(sections: sections(along: [pathway]))
    case .street(let street): Cover(sections: try sections(in: street))
    }
  }

  /// Whether nothing of a cover can be passed when another one is avoided: a section goes with either of its ends.
  func isBarred(_ cover: Cover, by barred: Cover) -> Bool {
    cover.places.isSubset(of: barred.places)
      && cover.sections.allSatisfy { section in
        barred.sections.contains(section)
          || FibreSide.allCases.contains { barred.places.contains(map.place(of: section, $0)) }
      }
  }

  /// Clients' sites, which no path goes through, but for those that something to be passed lies in.
  ///
  /// A section leads to its ends; where one object has sections that keep clear of clients, it leads along those.
  func clients(besides via: [PathObject]) throws(PathRefusal) -> Set<UInt32> {
    var clients: Set<UInt32> = []
    for site in network.sites.indices where network.sites[site].kind == .client {
      if let place = map.number(of: .site(site)) { clients.insert(place) }
    }
    for object in clients.isEmpty ? [] : via {
      let passed = try cover(object)
      let ends = passed.sections.map { section in
        Set(FibreSide.allCases.map { map.place(of: section, $0) })
      }
      let isOpen = ends.contains { $0.isDisjoint(with: clients) }
      clients.subtract(passed.places)
      if !isOpen { clients.subtract(ends.joined()) }
    }
    return clients
  }

  /// The site itself, and boxes that stand at its node.
  private func places(of site: Index<Site>) -> Set<UInt32> {
    var places = [map.number(of: .site(site))]
    if let node = network.sites[site].node {
      places.append(map.number(of: .node(node)))
      places += network.boxes(at: node).map { map.number(of: .box($0)) }
    }
    return Set(places.compactMap { $0 })
  }

  /// The sections in some ducts and in all ducts that lie in them.
  private func sections(in ducts: [Index<Duct>], _ works: WorksIndex) -> Set<Index<CableSection>> {
    Set(ducts.flatMap { works.ducts(in: $0) }.flatMap { network.ducts[$0].sections })
  }

  private func sections(along pathways: [Index<Pathway>]) -> Set<Index<CableSection>> {
    let works = WorksIndex(network)
    return sections(in: pathways.flatMap { works.ductsOfPathway[$0.offset].map { Index(Int($0)) } }, works)
  }

  private func sections(in street: String) throws(PathRefusal) -> Set<Index<CableSection>> {
    let name = street.lowercased()
    let pathways = network.pathways.indices.filter { network.pathways[$0].street.lowercased() == name }
    guard !pathways.isEmpty else { throw .unknownStreet(street) }
    return sections(along: pathways)
  }
}
