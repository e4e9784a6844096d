import GeoFormats

/// Builds the cables to the PoPs and the ring sections between them.
struct CollectionBuilder {
  var draft: Draft
  let ring: FirstRing
  private var sites: [Site] = []
  /// Links of each cable of the old room, in order.
  private(set) var links: [[CollectionLink]] = []
  /// The ring sections: strands and the PoPs at their ends.
  private(set) var ringLinks: [(strands: [Int], from: CollectionPoP, to: CollectionPoP)] = []

  init(_ draft: Draft, _ ring: FirstRing) {
    self.draft = draft
    self.ring = ring
  }

  mutating func build() {
    for index in 0..<7 { links.append(deal(index)) }
    for pop in CollectionPoP.all { sites.append(addSite(pop)) }
    for index in CollectionPoP.all.indices { layCable(index) }
    for chain in CollectionPoP.rings {
      for (from, to) in zip(chain, chain.dropFirst()) { layRingSection(from, to) }
    }
    draft.addEquipment(
      "EQ-COR-R2", "Routeur du groupement public, membre 2", rack: "BA-POP-COR-1", inServiceOn: "2016-09-01")
  }

  /// Deals the links of a cable round its tubes, so that each tube has its even share.
  private func deal(_ index: Int) -> [CollectionLink] {
    let design = FirstRingDesign.cables[index]
    let tubes = Array(design.range(of: .collection))
    var byTube = tubes.map { tube in
      draft.strands.indices.filter { draft.strands[$0].ring == index && draft.strands[$0].tube == tube }
    }
    var result: [CollectionLink] = []
    for (code, count) in CollectionDesign.links[index] {
      guard let pop = CollectionPoP.all.first(where: { $0.code == code }) else { continue }
      for rank in 0..<count {
        let tube = result.count % tubes.count
        result.append(CollectionLink(pop: pop, rank: rank, strands: Array(byTube[tube].prefix(2))))
        byTube[tube].removeFirst(2)
      }
    }
    return result
  }

  private mutating func addSite(_ pop: CollectionPoP) -> Site {
    draft.addSite(
      SiteDescription(
        stem: "POP-" + pop.code, externalCode: "POP-" + pop.code, name: "PoP " + pop.commune.name,
        physicalType: "SHE", logicalType: "HEBERG", user: Draft.manager),
      at: Location(
        point: Lambert93.point(longitude: pop.longitude, latitude: pop.latitude), commune: pop.commune,
        street: "rue de la Gare", number: 2))
  }

  private mutating func layCable(_ index: Int) {
    let pop = CollectionPoP.all[index]
    let section = ring.last(of: pop.ring)
    let links = links[pop.ring].filter { $0.pop.code == pop.code }
    let metres = pop.kilometres * 1_000 - (links.first.map { draft.strands[$0.strands[0]].metres } ?? 0)
    let run = draft.lay(
      BoxedRunRequest(
        code: "CAB-COL-" + pop.code, capacity: 48, level: "CO", from: draft.cables[section].to, to: sites[index].node,
        boxStem: "BPE-COL-" + pop.code, boxCount: boxCount(pop, metres: metres), metres: metres,
        street: "route de \(pop.commune.name)"))
    for link in links {
      for (side, strand) in link.strands.enumerated() {
        let (tube, number) = (draft.strands[strand].tube, draft.strands[strand].number)
        draft.splice(
          FibreReference(cable: section, number: number),
          FibreReference(cable: run.first, number: link.rank * 2 + side + 1), in: ring.trays[pop.ring][tube - 1],
          slot: (number - 1) % 12 + 1)
      }
    }
    draft.joinSections(of: run, uncut: pop.code == "ALB" ? CollectionDesign.uncutBoxes : [])
    let panel = draft.addPanel(to: &sites[index], ports: 48, suffix: "COL")
    draft.connectAll(of: run.last, to: panel)
  }

  /// A box about every five kilometres.
  private func boxCount(_ pop: CollectionPoP, metres: Int) -> Int { max(1, (metres + 2_500) / 5_000 - 1) }

  /// Lays 24 fibres between two PoPs, with one live pair.
  private mutating func layRingSection(_ from: String, _ to: String) {
    guard let first = CollectionPoP.all.firstIndex(where: { $0.code == from }),
      let second = CollectionPoP.all.firstIndex(where: { $0.code == to })
    else { return }
    let straight = draft.nodes[sites[first].node].point.distance(to: draft.nodes[sites[second].node].point)
    let run = draft.lay(
      BoxedRunRequest(
        code: "CAB-INT-\(from)-\(to)", capacity: 24, level: "CO", from: sites[first].node, to: sites[second].node,
        boxStem: "BPE-INT-\(from)-\(to)", boxCount: max(1, Int(straight * 1.35 / 5_000 + 0.5) - 1), metres: nil,
        street: "route de \(CollectionPoP.all[second].commune.name)"))
    for number in 1...2 {
      draft.strandAtFibre[FibreReference(cable: run.first, number: number)] = draft.strands.count
      draft.strands.append(
        Strand(
          ring: nil, number: number, tube: 1, kind: .collection,
          fibres: [FibreReference(cable: run.first, number: number)], metres: draft.cables[run.first].metres))
    }
    ringLinks.append(
      (Array(draft.strands.count - 2..<draft.strands.count), CollectionPoP.all[first], CollectionPoP.all[second]))
    let departure = draft.addPanel(to: &sites[first], ports: 24, suffix: to)
    draft.connectAll(of: run.first, to: departure)
    draft.joinSections(of: run)
    let arrival = draft.addPanel(to: &sites[second], ports: 24, suffix: from)
    draft.connectAll(of: run.last, to: arrival)
  }

  /// Stores the other fibres of the collection tubes in the last closures.
  mutating func finishLastTrays() {
    for (index, design) in FirstRingDesign.cables.enumerated() {
      for tube in design.range(of: .collection) {
        for rank in design.tubes[tube - 1].live + 1...12 {
          let fibre = FibreReference(cable: ring.last(of: index), number: (tube - 1) * 12 + rank)
          draft.park(fibre, in: ring.trays[index][tube - 1], slot: rank)
        }
      }
    }
  }
}
