import GeoFormats

/// Plugs of one commune that one cabinet serves.
struct Piece {
  var commune: Int
  var plugs: Int
}

/// What one cabinet (SRO) serves: 300 to 1,000 plugs, unless the whole network is smaller.
struct CabinetArea {
  var pieces: [Piece]
  var plugs: Int { pieces.reduce(0) { $0 + $1.plugs } }
  /// The commune where the cabinet stands: the one with most of its plugs.
  var hub: Int {
    var best = pieces[0]
    for piece in pieces where piece.plugs > best.plugs { best = piece }
    return best.commune
  }
}

/// What one central office (NRO) serves.
struct OfficeArea {
  var cabinets: [CabinetArea]
  /// The commune where the office stands.
  let hub: Int
  var plugs: Int { cabinets.reduce(0) { $0 + $1.plugs } }

  init(hub: Int, _ cabinets: [CabinetArea]) {
    self.hub = hub
    self.cabinets = cabinets
  }

  /// An office where the largest of its cabinets stands.
  init(_ cabinets: [CabinetArea]) {
    var best = cabinets[0]
    for cabinet in cabinets where cabinet.plugs > best.plugs { best = cabinet }
    self.init(hub: best.hub, cabinets)
  }
}

extension Piece {
  /// Plugs of each distribution point: five to ten, or all of them where there are fewer than five.
  func distributionPoints(_ random: inout SeededGenerator) -> [Int] {
    let count = pointCount
    var sizes = (0..<count).map { plugs * ($0 + 1) / count - plugs * $0 / count }
    for index in sizes.indices {
      let other = random.below(count)
      let moved = min(random.below(3), sizes[index] - 5, 10 - sizes[other])
      if moved > 0, other != index {
        sizes[index] -= moved
        sizes[other] += moved
      }
    }
    return sizes
  }

  /// Distribution points for these plugs, about eight each.
  var pointCount: Int { min(max(1, plugs / 5), max((plugs + 9) / 10, (plugs + 4) / 8)) }
}

enum ServiceAreas {
  static let leastLines = 300
  static let mostLines = 1_000
  private static let usualLines = 700
  /// Fewest plugs of a commune's share in an area, so that every distribution point has its five.
  static let leastPiece = 5

  /// Deals plugs to communes by population: exactly `plugs` in all, and five or more wherever there is one.
  static func share(_ plugs: Int, by populations: [Int]) -> [Int] {
    let total = max(1, populations.reduce(0, +))
    var shares = populations.map { plugs * $0 / total }
    let remainders = populations.indices.sorted {
      (plugs * populations[$1] % total, $0) < (plugs * populations[$0] % total, $1)
    }
    for index in remainders.prefix(plugs - shares.reduce(0, +)) { shares[index] += 1 }
    let largest = populations.indices.max { (shares[$0], $1) < (shares[$1], $0) } ?? 0
    for index in shares.indices where index != largest && shares[index] < leastPiece {
      shares[largest] += shares[index]
      shares[index] = 0
    }
    return shares
  }

  /// Parts the communes into cabinet areas, along the tree of roads from the outside inwards.
  static func cabinets(_ plugs: [Int], _ tree: RoadTree, _ roads: Roads) -> [CabinetArea] {
    var areas: [CabinetArea] = []
    var pools = [[Piece]](repeating: [], count: plugs.count)
    for commune in tree.order.reversed() {
      if plugs[commune] > 0 { pools[commune].append(Piece(commune: commune, plugs: plugs[commune])) }
      let pool = pools[commune]
      if pool.reduce(0, { $0 + $1.plugs }) >= leastLines {
        areas += cut(pool)
      } else if let road = tree.road[commune] {
        pools[roads.end(of: road, from: commune)] += pool
      } else if !pool.isEmpty {
        addRest(pool, to: &areas)
      }
    }
    return areas
  }

  /// Joins the last few plugs to the area nearest in the order of the tree: the last one closed.
  private static func addRest(_ pool: [Piece], to areas: inout [CabinetArea]) {
    guard let last = areas.popLast() else {
      areas.append(CabinetArea(pieces: pool))
      return
    }
    var pieces = last.pieces
    for piece in pool {
      if let known = pieces.firstIndex(where: { $0.commune == piece.commune }) {
        pieces[known].plugs += piece.plugs
      } else {
        pieces.append(piece)
      }
    }
    areas += cut(pieces)
  }

  /// Cuts a list of pieces into areas of nearly one size, without leaving a piece of fewer than five plugs.
  private static func cut(_ pool: [Piece]) -> [CabinetArea] {
    let total = pool.reduce(0) { $0 + $1.plugs }
    guard total > mostLines else { return [CabinetArea(pieces: pool)] }
    let count = (total + usualLines - 1) / usualLines
    var (areas, current, filled) = ([CabinetArea](), [Piece](), 0)
    for piece in pool {
      var rest = piece.plugs
      while rest > 0 {
        let goal = total * (areas.count + 1) / count
        var taken = areas.count == count - 1 ? rest : min(rest, goal - filled)
        if taken < rest, taken < leastPiece { taken = 0 }
        if rest - taken > 0, rest - taken < leastPiece { taken = rest }
        if taken > 0 { current.append(Piece(commune: piece.commune, plugs: taken)) }
        (rest, filled) = (rest - taken, filled + taken)
        if areas.count < count - 1, filled + leastPiece > goal {
          areas.append(CabinetArea(pieces: current))
          current = []
        }
      }
    }
    return areas + (current.isEmpty ? [] : [CabinetArea(pieces: current)])
  }

  /// Groups cabinet areas under central offices along the same tree, and then gives each to the office nearest by road.
  static func offices(_ cabinets: [CabinetArea], _ tree: RoadTree, _ roads: Roads) -> [OfficeArea] {
    let grouped = grouped(cabinets, tree, roads)
    let metres = grouped.map { office in RoadTree(roads, from: office.hub) { roads.all[$0].metres }.metres }
    var offices = grouped.map { OfficeArea(hub: $0.hub, []) }
    for (own, office) in grouped.enumerated() {
      for cabinet in office.cabinets {
        var nearest = own
        for other in metres.indices where metres[other][cabinet.hub] < metres[nearest][cabinet.hub] { nearest = other }
        offices[nearest].cabinets.append(cabinet)
      }
    }
    return offices
  }

  private static func grouped(_ cabinets: [CabinetArea], _ tree: RoadTree, _ roads: Roads) -> [OfficeArea] {
    let goal = min(4_000, max(900, cabinets.reduce(0) { $0 + $1.plugs } / 5))
    var offices: [OfficeArea] = []
    var pools = [[CabinetArea]](repeating: [], count: tree.road.count)
    for cabinet in cabinets { pools[cabinet.hub].append(cabinet) }
    for commune in tree.order.reversed() {
      let pool = pools[commune]
      if pool.reduce(0, { $0 + $1.plugs }) >= goal {
        offices += group(pool, goal)
      } else if let road = tree.road[commune] {
        pools[roads.end(of: road, from: commune)] += pool
      } else if !pool.isEmpty {
        let last = offices.popLast()
        offices.append(OfficeArea((last?.cabinets ?? []) + pool))
      }
    }
    return offices
  }

  private static func group(_ pool: [CabinetArea], _ goal: Int) -> [OfficeArea] {
    let total = pool.reduce(0) { $0 + $1.plugs }
    let count = max(1, total / (goal + goal / 2))
    var (offices, current, filled) = ([OfficeArea](), [CabinetArea](), 0)
    for cabinet in pool {
      current.append(cabinet)
      filled += cabinet.plugs
      if filled >= total * (offices.count + 1) / count {
        offices.append(OfficeArea(current))
        current = []
      }
    }
    return offices
  }
}
