import GeoFormats

/// The roads between communes, as their Gabriel graph: two communes are joined when no third one lies in the circle on
/// the line between them (Gabriel and Sokal, 1969).
struct Roads {
  struct Road {
    var from: Int
    var to: Int
    var metres: Double
  }
  private(set) var all: [Road] = []
  /// Roads that meet in each commune.
  private(set) var at: [[Int]]
  /// Neighbours looked at from each commune.
  private static let neighbourCount = 14

  init(_ points: [Coordinate]) {
    at = Array(repeating: [], count: points.count)
    let nearest = Self.nearest(points)
    for from in points.indices {
      for to in nearest[from] where from < to || !nearest[to].contains(from) {
        let middle = Coordinate(x: (points[from].x + points[to].x) / 2, y: (points[from].y + points[to].y) / 2)
        let radius = points[from].distance(to: points[to]) / 2
        let isFree = !(nearest[from] + nearest[to]).contains {
          $0 != from && $0 != to && middle.distance(to: points[$0]) < radius
        }
        if isFree { add(from, to, points) }
      }
    }
    joinParts(points)
  }

  /// The other end of a road.
  func end(of road: Int, from commune: Int) -> Int {
    all[road].from == commune ? all[road].to : all[road].from
  }

  private mutating func add(_ from: Int, _ to: Int, _ points: [Coordinate]) {
    at[from].append(all.count)
    at[to].append(all.count)
    all.append(Road(from: from, to: to, metres: points[from].distance(to: points[to])))
  }

  /// The nearest neighbours of each point, nearest first; points are looked up by cell.
  private static func nearest(_ points: [Coordinate]) -> [[Int]] {
    struct Cell: Hashable {
      var x: Int
      var y: Int
    }
    let size = Territory.spacing
    func cell(_ point: Coordinate) -> Cell { Cell(x: Int(point.x / size), y: Int(point.y / size)) }
    let cells = Dictionary(grouping: points.indices) { cell(points[$0]) }
    return points.indices.map { index in
      let home = cell(points[index])
      var (reach, found) = (1, [Int]())
      while found.count < min(neighbourCount, points.count - 1), reach < 64 {
        reach *= 2
        found = (home.x - reach...home.x + reach).flatMap { x in
          (home.y - reach...home.y + reach).flatMap { y in cells[Cell(x: x, y: y)] ?? [] }
        }.filter { $0 != index }
      }
      let sorted = found.map { (points[index].distance(to: points[$0]), $0) }.sorted { $0 < $1 }
      return sorted.prefix(neighbourCount).map(\.1)
    }
  }

  /// Joins what the graph leaves apart, each part by the shortest road to the part of the first commune.
  private mutating func joinParts(_ points: [Coordinate]) {
    while true {
      let reached = reached(from: 0)
      guard reached.contains(false) else { return }
      var best: (metres: Double, from: Int, to: Int)?
      for from in points.indices where reached[from] {
        for to in points.indices where !reached[to] {
          let metres = points[from].distance(to: points[to])
          if metres < best?.metres ?? .infinity { best = (metres, from, to) }
        }
      }
      guard let best else { return }
      add(best.from, best.to, points)
    }
  }

  private func reached(from start: Int) -> [Bool] {
    var seen = Array(repeating: false, count: at.count)
    var waiting = [start]
    seen[start] = true
    while let commune = waiting.popLast() {
      for road in at[commune] where !seen[end(of: road, from: commune)] {
        seen[end(of: road, from: commune)] = true
        waiting.append(end(of: road, from: commune))
      }
    }
    return seen
  }
}

/// Shortest ways by road from one commune to all others (Dijkstra, 1959).
struct RoadTree {
  let root: Int
  /// The road by which each commune is reached; none at the root.
  private(set) var road: [Int?]
  private(set) var metres: [Double]
  /// Communes from the root outwards.
  private(set) var order: [Int] = []

  /// - Parameter cost: What a road costs, for its metres.
  init(_ roads: Roads, from root: Int, cost: (Int) -> Double) {
    self.root = root
    road = Array(repeating: nil, count: roads.at.count)
    metres = Array(repeating: .infinity, count: roads.at.count)
    metres[root] = 0
    var heap = RoadHeap()
    heap.push(0, root)
    var isSettled = Array(repeating: false, count: roads.at.count)
    while let (reached, commune) = heap.pop() {
      guard !isSettled[commune] else { continue }
      isSettled[commune] = true
      order.append(commune)
      for next in roads.at[commune] {
        let (end, length) = (roads.end(of: next, from: commune), reached + cost(next))
        if length < metres[end] {
          metres[end] = length
          road[end] = next
          heap.push(length, end)
        }
      }
    }
  }

  /// Roads from the root to a commune, in order.
  func path(to commune: Int, _ roads: Roads) -> [Int] {
    var (path, place) = ([Int](), commune)
    while let last = road[place] {
      path.append(last)
      place = roads.end(of: last, from: place)
    }
    return path.reversed()
  }
}

/// A binary heap of communes by distance; equal distances leave in the order of their numbers.
private struct RoadHeap {
  private var items: [(Double, Int)] = []

  mutating func push(_ metres: Double, _ commune: Int) {
    items.append((metres, commune))
    var child = items.count - 1
    while child > 0, items[child] < items[(child - 1) / 2] {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (Double, Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first }
    items[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < items.count && items[child] < items[least] {
        least = child
      }
      if least == parent { return first }
      items.swapAt(parent, least)
      parent = least
    }
  }
}
