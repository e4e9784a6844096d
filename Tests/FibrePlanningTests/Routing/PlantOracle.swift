import FibreModel
import FibrePlanning

/// What may be used in a plant and what a step costs, straight from the rows of the network.
struct PlantOracle {
  let network: Network
  /// Fibres that nothing hangs on, on strands that have two ends.
  let free: Set<Index<Fibre>>

  init(_ network: Network, includesInService: Bool = false) {
    self.network = network
    var used = Set<Index<Fibre>>()
    if !includesInService {
      for service in network.services.rows {
        for port in service.endA + service.endB {
          if let joint = network.joint(at: port) { used.formUnion(network.joints[joint].ends.map(\.fibre)) }
        }
      }
      for route in network.declaredRoutes.rows { used.formUnion(route.fibres) }
    }
    var free = Set<Index<Fibre>>()
    for section in network.sections.rows {
      for number in 1...section.fibreCount {
        let fibre = section.fibre(number)
        if let strand = Self.strand(of: fibre, network), used.isDisjoint(with: strand) { free.insert(fibre) }
      }
    }
    self.free = free
  }

  /// All fibres of a strand, or nothing when it is a ring.
  static func strand(of fibre: Index<Fibre>, _ network: Network) -> Set<Index<Fibre>>? {
    var strand: Set = [fibre]
    for side in FibreSide.allCases {
      var end = FibreEnd(fibre, side)
      while let joint = network.joints.joint(of: end), let next = network.joints[joint].partner(of: end) {
        if next.fibre == fibre { return nil }
        strand.insert(next.fibre)
        end = next.opposite
      }
    }
    return strand
  }

  func isCord(_ section: Index<CableSection>) -> Bool {
    network.cables[network.sections[section].cable].kind == .patchCord
  }

  func place(_ section: Index<CableSection>, _ side: FibreSide) -> String {
    let row = network.sections[section]
    return (side == .a ? row.nodeA : row.nodeB).map { network.nodes[$0].code.rawValue } ?? "?"
  }

  func name(_ place: Place) -> String {
    switch place {
    case .box(let box): network.boxes[box].code.rawValue
    case .site(let site): network.sites[site].label
    case .node(let node): network.nodes[node].code.rawValue
    case .unknown: "?"
    }
  }

  func isBox(_ place: String) -> Bool { place.hasPrefix("B") }

  func free(_ section: Index<CableSection>) -> [Index<Fibre>] {
    let row = network.sections[section]
    return (1...row.fibreCount).map { row.fibre($0) }.filter { free.contains($0) }
  }

  /// The port behind which a fibre ends alone; a cord has none, it is plugged in front.
  func port(_ end: FibreEnd) -> Port? {
    guard !isCord(network.section(of: end.fibre)), let joint = network.joints.joint(of: end),
      network.joints[joint].ends.count == 1, network.joints[joint].kind != .parked
    else { return nil }
    return network.port(of: joint)
  }

  /// A splice takes a fibre that no port holds; a cord is no fibre to splice.
  func canBeSpliced(_ left: FibreEnd, _ entered: FibreEnd) -> Bool {
    let isHeld = [left, entered].map { end in
      network.joints.joint(of: end).map { network.joints[$0].kind != .parked && network.port(of: $0) != nil } ?? false
    }
    return isHeld != [true, true] && ![left, entered].contains { isCord(network.section(of: $0.fibre)) }
  }

  /// Ports of a site that hold nothing.
  func emptyPorts(_ site: String) -> Int {
    guard let panel = network.panels.index(of: Code("T\(site)")) else { return 0 }
    let capacity = network.panels[panel].portCapacity ?? 0
    return (1...max(1, capacity)).count { $0 <= capacity && network.joint(at: Port(panel: panel, number: $0)) == nil }
  }

  func existingJoint(_ left: FibreEnd, _ entered: FibreEnd) -> Index<Joint>? {
    guard let joint = network.joints.joint(of: left), network.joints[joint].partner(of: left) == entered else {
      return nil
    }
    return joint
  }

  func loss(of joint: Index<Joint>) -> Loss {
    let optical = network.rules.optical
    switch network.joints[joint].kind {
    case .passage: return .zero
    case .connector: return optical.connector
    default:
      return network.joints[joint].technique == .mechanical ? optical.mechanicalSplice : optical.fusionSplice
    }
  }
}

/// One section on the way, by the side it is entered.
struct OracleStep: Hashable {
  let section: Index<CableSection>
  let side: FibreSide
}

/// What a track costs by each criterion, to be compared in some order.
struct OracleCost: Hashable {
  var splices = 0
  var decimetres = 0
  var closures = 0
  var millibels = 0

  static func + (a: Self, b: Self) -> Self {
    OracleCost(
      splices: a.splices + b.splices, decimetres: a.decimetres + b.decimetres, closures: a.closures + b.closures,
      millibels: a.millibels + b.millibels)
  }

  func key(_ order: [PathCriterion]) -> [Int] {
    order.map {
      switch $0 {
      case .splices: splices
      case .length: decimetres
      case .closures: closures
      case .tubes: 0
      case .loss: millibels
      }
    }
  }
}

extension PlantOracle {
  /// Every route from one place to another one that comes to no place twice; cords are passed inside a site.
  func simpleRoutes(from: String, to: String) -> [[OracleStep]] {
    var routes: [[OracleStep]] = []
    func extend(_ route: [OracleStep], _ here: String, _ seen: Set<String>, _ cords: Set<Index<CableSection>>) {
      if here == to, let last = route.last, !isCord(last.section) { routes.append(route) }
      if here == to { return }
      for section in network.sections.indices {
        for side in FibreSide.allCases where place(section, side) == here && !free(section).isEmpty {
          let next = place(section, side.other)
          let step = OracleStep(section: section, side: side)
          if isCord(section) {
            if route.isEmpty || cords.contains(section) { continue }
            extend(route + [step], here, seen, cords.union([section]))
          } else if !seen.contains(next) {
            extend(route + [step], next, seen.union([next]), cords)
          }
        }
      }
    }
    extend([], from, [from], [])
    return routes
  }

  /// The ways to go from one fibre to the next at a place, each with its cost.
  func joins(_ left: FibreEnd, _ entered: FibreEnd, at place: String) -> [OracleCost] {
    let optical = network.rules.optical
    var ways: [OracleCost] = []
    if let joint = existingJoint(left, entered) { ways.append(OracleCost(millibels: milli(loss(of: joint)))) }
    if port(left) != nil, port(entered) != nil { return ways + [OracleCost(millibels: 2 * milli(optical.connector))] }
    if canBeSpliced(left, entered) {
      ways.append(OracleCost(splices: 1, closures: isBox(place) ? 1 : 0, millibels: milli(optical.fusionSplice)))
    }
    return ways
  }

  /// What ending costs, and whether it takes an empty port.
  func terminal(_ end: FibreEnd, at place: String) -> (cost: OracleCost, takesEmptyPort: Bool) {
    let optical = network.rules.optical
    if isBox(place) { return (OracleCost(closures: 1), false) }
    if port(end) != nil { return (OracleCost(millibels: milli(optical.connector)), false) }
    return (OracleCost(splices: 1, millibels: milli(optical.fusionSplice + optical.connector)), true)
  }

  func milli(_ loss: Loss) -> Int { Int(loss.microdecibels / 1000) }

  func along(_ section: Index<CableSection>) -> OracleCost {
    let length = network.sections[section].length
    let attenuation = network.rules.optical.attenuations[Wavelength(nanometres: 1310)]
    return OracleCost(
      decimetres: Int(length.millimetres / 100), millibels: milli(attenuation?.over(length) ?? .zero))
  }

  /// The least cost of one track along a route, or nothing when none gets through.
  func bestTrack(_ route: [OracleStep], _ order: [PathCriterion], from: String, to: String) -> OracleCost? {
    var costs: [FibreEnd: OracleCost] = [:]
    for (position, step) in route.enumerated() {
      var next: [FibreEnd: OracleCost] = [:]
      for fibre in free(step.section) {
        let end = FibreEnd(fibre, step.side)
        var ways: [OracleCost] = []
        if position == 0 {
          let start = terminal(end, at: from)
          if !start.takesEmptyPort || emptyPorts(from) > 0 { ways = [start.cost] }
        } else {
          for (before, cost) in costs {
            ways += joins(before.opposite, end, at: place(step.section, step.side)).map { cost + $0 }
          }
        }
        next[end] = ways.map { $0 + along(step.section) }.min { isLess($0, $1, order) }
      }
      costs = next
    }
    let ends = costs.compactMap { end, cost -> OracleCost? in
      let finish = terminal(end.opposite, at: to)
      return finish.takesEmptyPort && emptyPorts(to) == 0 ? nil : cost + finish.cost
    }
    return ends.min { isLess($0, $1, order) }
  }

  private func isLess(_ a: OracleCost, _ b: OracleCost, _ order: [PathCriterion]) -> Bool {
    a.key(order).lexicographicallyPrecedes(b.key(order))
  }

  /// The fewest splices of several tracks side by side along a route, or nothing when they do not fit.
  func fewestSplices(_ route: [OracleStep], tracks: Int, from: String, to: String) -> Int? {
    var costs: [[FibreEnd]: Int] = [:]
    for (position, step) in route.enumerated() {
      var next: [[FibreEnd]: Int] = [:]
      for ends in choices(free(step.section).map { FibreEnd($0, step.side) }, tracks) {
        if position == 0 {
          let starts = ends.map { terminal($0, at: from) }
          if starts.count(where: \.takesEmptyPort) > emptyPorts(from) { continue }
          next[ends] = starts.reduce(0) { $0 + $1.cost.splices }
          continue
        }
        let here = place(step.section, step.side)
        for (before, cost) in costs {
          let ways = zip(before, ends).map { joins($0.opposite, $1, at: here).map(\.splices).min() }
          let sum = ways.contains(nil) ? nil : ways.reduce(cost) { $0 + ($1 ?? 0) }
          if let sum { next[ends] = min(next[ends] ?? .max, sum) }
        }
      }
      costs = next
    }
    return costs.compactMap { ends, cost -> Int? in
      let finish = ends.map { terminal($0.opposite, at: to) }
      return finish.count(where: \.takesEmptyPort) > emptyPorts(to)
        ? nil : cost + finish.reduce(0) { $0 + $1.cost.splices }
    }.min()
  }

  /// Every choice of so many, in every order.
  private func choices(_ ends: [FibreEnd], _ count: Int) -> [[FibreEnd]] {
    if count == 0 { return [[]] }
    return choices(ends, count - 1).flatMap { some in ends.filter { !some.contains($0) }.map { some + [$0] } }
  }
}
