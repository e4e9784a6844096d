import Foundation
import GeoFormats

/// Builds what is behind a cabinet: couplers, branches, distribution points, outlets and premises.
struct AccessBuilder {
  var draft: Draft
  private var random: SeededGenerator
  private var lineCount = 0

  init(_ draft: Draft) {
    self.draft = draft
    random = SeededGenerator(seed: draft.seed, subject: 3)
  }

  /// Builds every cabinet's area, inside the zone of the old room.
  mutating func build(_ cabinets: [Cabinet], office: Int) {
    addOfficeZone(office)
    for cabinet in cabinets { build(cabinet) }
  }

  private mutating func addOfficeZone(_ node: Int) {
    let centre = draft.nodes[node].point
    let grid = AccessGrid(origin: centre, cosine: 1, sine: 0)
    draft.addOfficeZone("SF", at: node, shape: grid.rectangle(-8_000...6_500, -6_000...8_000))
  }

  private mutating func build(_ cabinet: Cabinet) {
    var site = cabinet.site
    let turn = random.fraction(0, 2 * .pi)
    let grid = AccessGrid(origin: draft.nodes[site.node].point, cosine: cos(turn), sine: sin(turn))
    addCabinetZone(cabinet, grid)
    let count = AccessDesign.branches * AccessDesign.pointsPerBranch * AccessDesign.outletsPerPoint
    let patched = random.shuffled(Array(0..<count)).prefix(AccessDesign.patchedOutlets).sorted()
    let cords = draft.coupleOutlets(patched, feeds: cabinet.feeds, site: &site)
    for branch in 1...AccessDesign.branches {
      build(branch: branch, of: cabinet, site: &site, grid: grid, cords: cords)
    }
  }

  private mutating func addCabinetZone(_ cabinet: Cabinet, _ grid: AccessGrid) {
    let reach = grid.along(point: AccessDesign.pointsPerBranch) + AccessDesign.pointSpacing
    let width = grid.across(branch: AccessDesign.branches) + AccessDesign.branchSpacing
    draft.addCabinetZone(
      CabinetZone(
        stem: cabinet.design.code, office: "SF", reference: "PM-80-" + cabinet.design.code, capacity: 360, lines: 300),
      at: cabinet.site.node, shape: grid.rectangle(-30...reach, -width...width))
  }

  private mutating func build(
    branch: Int, of cabinet: Cabinet, site: inout Site, grid: AccessGrid, cords: [Int: FibreReference]
  ) {
    let street = Streets.names[random.below(Streets.names.count)]
    var run = BranchRun(stem: "\(site.stem)-\(branch)", street: street, commune: cabinet.design.commune, boxes: [])
    for point in 1...AccessDesign.pointsPerBranch {
      run.boxes.append(
        draft.addClosure(
          "PBO-\(run.stem)-\(padded(point, 2))", at: grid.place(grid.along(point: point), grid.across(branch: branch)),
          street: street, nature: point % 2 == 0 ? "PBOI" : "L1T", kind: .distributionPoint))
    }
    layBranch(&run, from: site.node)
    connectBranch(run, branch: branch, site: &site, cords: cords)
    for point in 1...AccessDesign.pointsPerBranch { join(point, of: run) }
    for point in 1...AccessDesign.pointsPerBranch {
      let first = ((branch - 1) * AccessDesign.pointsPerBranch + point - 1) * AccessDesign.outletsPerPoint
      addOutlets(point, branch: branch, of: run, grid: grid, cabinet: cabinet) { cords[first + $0] != nil }
    }
  }
}

/// A branch: its points, and the sections of its two cables.
struct BranchRun {
  var stem: String
  var street: String
  var commune: Commune
  var boxes: [Int]
  var first: [Int] = []
  var second: [Int] = []

  /// The section that arrives at a point, from 1.
  func arriving(_ point: Int) -> Int { point <= 5 ? first[point - 1] : second[point - 6] }
}

// MARK: cables of a branch

extension AccessBuilder {
  private mutating func layBranch(_ run: inout BranchRun, from cabinet: Int) {
    let nodes = [cabinet] + run.boxes.map { draft.boxes[$0].node }
    let metres = draft.naturalMetres(nodes)
    run.first = draft.lay(
      CableRun(
        code: "CAB-\(run.stem)A", capacity: AccessDesign.firstCapacity, level: "DI", modulo: AccessDesign.modulo,
        nodes: Array(nodes[0...5]), metres: Array(metres[0..<5]), street: run.street))
    run.second = draft.lay(
      CableRun(
        code: "CAB-\(run.stem)B", capacity: AccessDesign.secondCapacity, level: "DI", modulo: AccessDesign.modulo,
        nodes: Array(nodes[5...10]), metres: Array(metres[5..<10]), street: run.street))
    for (cable, node) in [(run.first[0], nodes[0]), (run.first[4], nodes[5])] {
      draft.addSlack(of: cable, at: node, metres: 10)
    }
  }

  private mutating func connectBranch(
    _ run: BranchRun, branch: Int, site: inout Site, cords: [Int: FibreReference]
  ) {
    let panel = draft.addPanel(to: &site, ports: AccessDesign.firstCapacity, suffix: "DIS-\(branch)")
    let outlets = AccessDesign.pointsPerBranch * AccessDesign.outletsPerPoint
    let doubled = AccessDesign.doubledPort
    for number in 1...AccessDesign.firstCapacity {
      let isDoubled = site.stem == doubled.cabinet && branch == doubled.branch && number == doubled.fibre
      let cord = number <= outlets ? cords[(branch - 1) * outlets + number - 1] : nil
      draft.connect(
        FibreReference(cable: run.first[0], number: number),
        to: Port(panel: panel, number: isDoubled ? doubled.port : number), cord: cord)
    }
  }

  /// Joins the sections at a point: its own tube is kept for the outlets, the fifth point changes cable.
  private mutating func join(_ point: Int, of run: BranchRun) {
    guard point < AccessDesign.pointsPerBranch else { return }
    let box = run.boxes[point - 1]
    let (from, to) = (run.arriving(point), run.arriving(point + 1))
    let shift = point == 5 ? 5 : 0
    let own = point <= 5 ? point : point - 5
    let last = point <= 4 ? AccessDesign.firstCapacity / 6 : AccessDesign.secondCapacity / 6 + shift
    for tube in own + 1...last {
      let tray = point == 5 ? draft.openTray(in: box) : nil
      for rank in 1...6 {
        let first = FibreReference(cable: from, number: (tube - 1) * 6 + rank)
        let second = FibreReference(cable: to, number: (tube - shift - 1) * 6 + rank)
        if let tray {
          draft.splice(first, second, in: tray, slot: rank)
        } else {
          draft.pass(first, second, in: box)
        }
      }
    }
  }
}

// MARK: outlets

extension AccessBuilder {
  private mutating func addOutlets(
    _ point: Int, branch: Int, of run: BranchRun, grid: AccessGrid, cabinet: Cabinet, isPatched: (Int) -> Bool
  ) {
    let box = run.boxes[point - 1]
    let (along, across) = (grid.along(point: point), grid.across(branch: branch))
    let half = AccessDesign.pointSpacing / 2 - 0.5
    let zone = "ZP-\(run.stem)-\(padded(point, 2))"
    draft.addPointZone(
      zone, at: draft.boxes[box].node, cabinet: cabinet.design.code, capacity: 6,
      shape: grid.rectangle(along - half...along + half, across - 44...across + 44))
    let tray = draft.openTray(in: box)
    for outlet in 1...AccessDesign.outletsPerPoint {
      let side = outlet % 2 == 0 ? -1.0 : 1.0
      let place = grid.place(
        along + Double((outlet - 1) / 2 - 1) * 16 + random.fraction(-3, 3), across + side * random.fraction(14, 38))
      let location = Location(
        point: place, commune: run.commune, street: run.street, number: (point - 1) * 6 + outlet)
      let drop = addOutlet(
        "\(run.stem)-\(padded(point, 2))-\(outlet)", at: location, zone: zone, from: box,
        isPatched: isPatched(outlet - 1))
      let tube = point <= 5 ? point : point - 5
      draft.splice(
        FibreReference(cable: run.arriving(point), number: (tube - 1) * 6 + outlet), drop, in: tray, slot: outlet)
    }
  }

  /// Adds the premises, its outlet and the drop to it; returns the drop's fibre.
  private mutating func addOutlet(
    _ stem: String, at location: Location, zone: String, from box: Int, isPatched: Bool
  ) -> FibreReference {
    lineCount += 1
    let node = draft.addDwelling(stem, at: location, zone: zone, connection: isPatched ? "RA" : "RB")
    return draft.layDrop(to: node, stem: stem, from: box)
  }
}
