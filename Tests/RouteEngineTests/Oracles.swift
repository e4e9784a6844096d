import FibreTestSupport
import RouteEngine

/// Answers found the dull way, sharing no code with the engine.
enum Oracle {
  /// Distances between all nodes by Floyd and Warshall; nothing where no path leads.
  static func allDistances(_ nodeCount: Int, _ arcs: [WeightedArc]) -> [[UInt64?]] {
    var distances = [[UInt64?]](repeating: [UInt64?](repeating: nil, count: nodeCount), count: nodeCount)
    for node in 0..<nodeCount { distances[node][node] = 0 }
    for arc in arcs {
      let known = distances[Int(arc.tail)][Int(arc.head)]
      distances[Int(arc.tail)][Int(arc.head)] = min(known ?? .max, UInt64(arc.weight))
    }
    for middle in 0..<nodeCount {
      for from in 0..<nodeCount {
        guard let first = distances[from][middle] else { continue }
        for to in 0..<nodeCount {
          guard let second = distances[middle][to] else { continue }
          distances[from][to] = min(distances[from][to] ?? .max, first + second)
        }
      }
    }
    return distances
  }

  /// Every loopless path between two nodes, as nodes, with its length, shortest first; parallel arcs count once.
  static func allPaths(_ nodeCount: Int, _ arcs: [WeightedArc], from: UInt32, to: UInt32) -> [(UInt64, [UInt32])] {
    let steps = Dictionary(arcs.map { ([$0.tail, $0.head], UInt64($0.weight)) }, uniquingKeysWith: min)
    var found: [(UInt64, [UInt32])] = []
    func walk(_ path: [UInt32], _ length: UInt64) {
      guard let last = path.last, last != to else { return found.append((length, path)) }
      for next in 0..<UInt32(nodeCount) where !path.contains(next) {
        if let step = steps[[last, next]] { walk(path + [next], length + step) }
      }
    }
    walk([from], 0)
    return found.sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.lexicographicallyPrecedes($1.1) }
  }

  /// The length of a walk along nodes, each step by its cheapest arc; nothing when a step has no arc.
  static func length(of path: [UInt32], _ arcs: [WeightedArc]) -> UInt64? {
    var length: UInt64 = 0
    for (tail, head) in zip(path, path.dropFirst()) {
      guard let step = arcs.filter({ $0.tail == tail && $0.head == head }).map(\.weight).min() else { return nil }
      length += UInt64(step)
    }
    return length
  }

  /// Whether a path is right: none where none leads, else from end to end along arcs and as long as expected.
  static func isPath(
    _ path: [UInt32]?, from: UInt32, to: UInt32, ofLength expected: UInt64?, _ arcs: [WeightedArc]
  ) -> Bool {
    guard let path, let expected else { return path == nil && expected == nil }
    return path.first == from && path.last == to && length(of: path, arcs) == expected
  }
}

/// Small graphs to hold the engine against the oracles.
enum Cases {
  struct Case {
    let nodeCount: Int
    let arcs: [WeightedArc]
  }

  /// Every pair of different nodes.
  static func pairs(_ nodeCount: Int) -> [(UInt32, UInt32)] {
    (0..<UInt32(nodeCount)).flatMap { tail in (0..<UInt32(nodeCount)).map { (tail, $0) } }.filter { $0 != $1 }
  }

  /// Every directed graph of up to three nodes, each arc missing or of weight 0, 1 or 3; and every directed graph of four
  /// nodes, its arcs weighted by two patterns that make ties and detours.
  static func allSmall() -> [Case] {
    var cases: [Case] = []
    for nodeCount in 1...3 {
      let pairs = pairs(nodeCount)
      let weights: [UInt32?] = [nil, 0, 1, 3]
      for code in 0..<(1 << (2 * pairs.count)) {
        let arcs = pairs.enumerated().compactMap { place, pair in
          weights[code >> (2 * place) & 3].map { WeightedArc(pair.0, pair.1, $0) }
        }
        cases.append(Case(nodeCount: nodeCount, arcs: arcs))
      }
    }
    let pairs = pairs(4)
    for pattern in [[1, 2, 4, 1, 3, 2, 5, 1, 2, 3, 1, 4], [1, 1, 0, 1, 2, 1, 1, 0, 1, 1, 2, 1]] as [[UInt32]] {
      for code in 0..<(1 << pairs.count) {
        let present = pairs.indices.filter { code >> $0 & 1 == 1 }
        cases.append(Case(nodeCount: 4, arcs: present.map { WeightedArc(pairs[$0].0, pairs[$0].1, pattern[$0]) }))
      }
    }
    return cases
  }

  /// Every eleventh of all small graphs, for oracles that are slow.
  static func someSmall() -> [Case] { allSmall().enumerated().filter { $0.offset % 11 == 0 }.map(\.element) }

  /// Seeded graphs of up to `most` nodes, with self-loops, parallel arcs and weights of 0.
  static func random(_ count: Int, most: Int, seed: UInt64) -> [Case] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let nodeCount = Int.random(in: 1...most, using: &generator)
      let arcCount = Int.random(in: 0...(nodeCount * 3), using: &generator)
      let heaviest = [1, 10, 1000].randomElement(using: &generator) ?? 1
      let arcs = (0..<arcCount).map { _ in
        WeightedArc(
          UInt32.random(in: 0..<UInt32(nodeCount), using: &generator),
          UInt32.random(in: 0..<UInt32(nodeCount), using: &generator),
          UInt32.random(in: 0...UInt32(heaviest), using: &generator))
      }
      return Case(nodeCount: nodeCount, arcs: arcs)
    }
  }
}
