import GeoFormats

/// Whom the links of the old room reach, strand by strand.
struct Clients {
  /// The client of a strand, for links that are named by their client.
  var names: [Int: String] = [:]
  /// The public site of a strand, from 1.
  var publicSites: [Int: Int] = [:]
  /// The operator of a dark fibre, from 1.
  var operators: [Int: Int] = [:]
  /// The two businesses whose optics are at their limits.
  var longBusiness: Int?
  var shortBusiness: Int?
}

/// One distribution cable while it is built.
struct DistributionCable {
  var ring: Int
  var sections: [Int]
  var boxes: [Int]
  /// Far ends of dark fibre, in the order of the design, with the operator's number.
  var farEnds: [(site: Site, operatorNumber: Int, box: Int)]
}

/// Builds the distribution cables and everything at their ends.
struct DistributionBuilder {
  var draft: Draft
  let ring: FirstRing
  var clients = Clients()
  var sites: [Site] = []
  var annexCount = 0
  var businessCount = 0
  /// Drops that both legs of a site share, until the second leg is spliced.
  var sharedDrops: [Int: (cable: Int, panel: Int)] = [:]
  var random: SeededGenerator

  init(_ draft: Draft, _ ring: FirstRing) {
    self.draft = draft
    self.ring = ring
    random = SeededGenerator(seed: draft.seed, subject: 2)
  }

  /// Builds all seven cables.
  mutating func build() {
    for site in PublicSites.all { sites.append(addPublicSite(site)) }
    for ring in 0..<7 {
      var cable = layCable(ring)
      let design = FirstRingDesign.cables[ring]
      var distributionTube = 0
      for (offset, tube) in design.tubes.enumerated() where tube.kind != .collection && tube.kind != .access {
        distributionTube += 1
        build(tube: offset + 1, as: distributionTube, kind: tube.kind, of: &cable)
      }
      passSpareTubes(after: distributionTube, of: cable)
    }
  }

  private mutating func addPublicSite(_ site: PublicSite) -> Site {
    let number = padded(site.number, 2)
    return draft.addSite(
      SiteDescription(
        stem: "GFU-" + number, externalCode: "SIT-GFU-" + number, name: site.name, user: "GFU"),
      at: Location(
        point: site.point, commune: site.commune, street: street(), number: random.number(in: 1...120)))
  }

  mutating func street() -> String { Streets.names[random.below(Streets.names.count)] }

  private mutating func layCable(_ index: Int) -> DistributionCable {
    let design = DistributionDesign.all[index]
    let start = draft.cables[ring.last(of: index)].to
    let shared = DistributionDesign.sharedBox
    var cable = DistributionCable(ring: index, sections: [], boxes: [], farEnds: [])
    for (rank, place) in design.boxes.enumerated() {
      if index == shared.rings.1 && rank + 1 == shared.box {
        cable.boxes.append(draft.box("BPE-DIS-\(padded(shared.rings.0 + 1, 2))-\(shared.box)"))
      } else {
        cable.boxes.append(
          draft.addClosure(
            "BPE-DIS-\(padded(index + 1, 2))-\(rank + 1)", at: Coordinate(x: place.easting, y: place.northing),
            street: street()))
      }
    }
    let path = [start] + cable.boxes.map { draft.boxes[$0].node }
    cable.sections = draft.lay(
      CableRun(
        code: "CAB-DIS-" + padded(index + 1, 2), capacity: DistributionDesign.fibres[index], level: "DI", nodes: path,
        metres: draft.naturalMetres(path), street: street()))
    for farEnd in design.farEnds {
      let site = addFarEnd(farEnd.operatorNumber, near: cable.boxes[farEnd.box - 1])
      cable.farEnds.append((site, farEnd.operatorNumber, farEnd.box))
    }
    return cable
  }

  private mutating func addFarEnd(_ operatorNumber: Int, near box: Int) -> Site {
    let letter = draft.nodes.contains { $0.code == "ND-FON-OP\(operatorNumber)-A" } ? "B" : "A"
    let stem = "FON-OP\(operatorNumber)-\(letter)"
    return draft.addSite(
      SiteDescription(
        stem: stem, externalCode: stem, name: "Hébergement \(letter) de l'opérateur \(operatorNumber)",
        logicalType: "HEBERG", user: "OP\(operatorNumber)"),
      at: location(near: box))
  }

  /// A place 80 to 880 m from a box, so that its drop is 0.1 to 1.2 km long.
  mutating func location(near box: Int) -> Location {
    let centre = draft.nodes[draft.boxes[box].node].point
    let angle = random.fraction(0, 2 * .pi)
    return Location(
      point: centre.moved(random.fraction(80, 880), towards: angle), commune: .amiens, street: street(),
      number: random.number(in: 1...160))
  }

  /// Takes the spare tubes through every box.
  private mutating func passSpareTubes(after used: Int, of cable: DistributionCable) {
    for tube in 1...DistributionDesign.fibres[cable.ring] / 12 where tube > used {
      for (rank, box) in cable.boxes.dropLast().enumerated() {
        draft.passTube(tube, from: cable.sections[rank], to: cable.sections[rank + 1], in: box)
      }
    }
  }
}

// MARK: tubes

extension DistributionBuilder {
  private mutating func build(tube: Int, as distributionTube: Int, kind: LinkKind, of cable: inout DistributionCable) {
    let design = FirstRingDesign.cables[cable.ring]
    let index = tube - design.range(of: kind).lowerBound
    let strands = draft.strands.indices.filter {
      draft.strands[$0].ring == cable.ring && draft.strands[$0].tube == tube
    }
    var targets: [Int: FibreReference] = [:]
    let shift = (distributionTube - tube) * 12
    for strand in strands {
      let number = draft.strands[strand].number
      targets[number] = FibreReference(cable: cable.sections[0], number: number + shift)
    }
    draft.endTube(tube, of: ring.last(of: cable.ring), in: ring.trays[cable.ring][tube - 1]) { targets[$0] }
    let cut = cutBox(kind, index: index, of: cable)
    for rank in 0..<cut - 1 {
      draft.passTube(
        distributionTube, from: cable.sections[rank], to: cable.sections[rank + 1], in: cable.boxes[rank])
    }
    let drops = makeDrops(kind, index: index, strands: strands, box: cable.boxes[cut - 1], of: &cable)
    var ends: [Int: FibreReference] = [:]
    for (strand, drop) in zip(strands, drops) { ends[draft.strands[strand].number + shift] = drop.fibre }
    let tray = draft.openTray(in: cable.boxes[cut - 1])
    draft.endTube(distributionTube, of: cable.sections[cut - 1], in: tray) { ends[$0] }
    for drop in drops where drop.finishes { finish(drop) }
  }

  private mutating func cutBox(_ kind: LinkKind, index: Int, of cable: DistributionCable) -> Int {
    switch kind {
    case .publicSite: DistributionDesign.all[cable.ring].siteTubes[index].box
    case .darkFibre: cable.farEnds[index % cable.farEnds.count].box
    default:
      if cable.ring == 1 && index == LimitCases.longTube {
        cable.farEnds[0].box
      } else if cable.ring == 3 && index == LimitCases.shortTube {
        6
      } else {
        random.number(in: 1...6)
      }
    }
  }

  private mutating func makeDrops(
    _ kind: LinkKind, index: Int, strands: [Int], box: Int, of cable: inout DistributionCable
  ) -> [Drop] {
    switch kind {
    case .publicSite:
      let sites = DistributionDesign.all[cable.ring].siteTubes[index].sites
      return sites.enumerated().flatMap { rank, number in
        siteDrop(number, strands: Array(strands[rank * 2..<rank * 2 + 2]), box: box)
      }
    case .darkFibre:
      return darkFibreDrop(strands, box: box, farEnd: index % cable.farEnds.count, of: &cable)
    default:
      return strands.enumerated().map { rank, strand in
        if cable.ring == 1 && index == LimitCases.longTube && rank == LimitCases.rank {
          return longDrop(strand, box: box, of: &cable)
        }
        if cable.ring == 3 && index == LimitCases.shortTube && rank == LimitCases.rank {
          return shortDrop(strand, box: box)
        }
        return businessDrop(strand, box: box)
      }
    }
  }
}
