/// A node's place in a plane, in any unit that is the same both ways: projected, not degrees.
public struct PlanePoint: Hashable, Sendable, BitwiseCopyable {
  public var x: Int32
  public var y: Int32

  public init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  /// The straight-line distance.
  @inline(__always)
  func distance(to other: PlanePoint) -> Double {
    let across = Double(x) - Double(other.x)
    let up = Double(y) - Double(other.y)
    return (across * across + up * up).squareRoot()
  }
}

/// A lower bound of the distance between two nodes by their places, proved on the arcs of one graph.
///
/// `bound(s, t) = factor · |st| − allowance`, at least 0. An arc that weighs less than `factor` times its straight line has
/// a deficit. A shortest path uses each pair of neighbours once at most, so it is shorter than `factor · |st|` by no more
/// than the sum of the deficits of all pairs, which is the allowance. Rounded weights and arcs of weight 0 are thus no
/// harm. Of some factors the one with the largest bound at a quarter of the plane's diagonal is kept.
public struct DistanceBound: Sendable {
  let points: [PlanePoint]
  /// Weight for each unit of the plane.
  public let factor: Double
  /// What rounding and short cuts may take away in all.
  public let allowance: Double

  /// Computes the bound of a graph. Cost: a sort of the pairs of neighbours.
  public init(_ graph: CSRGraph, at points: [PlanePoint]) throws(GraphFault) {
    guard points.count == graph.nodeCount else {
      throw .wrongCoordinateCount(given: points.count, nodes: graph.nodeCount)
    }
    self.points = points
    (factor, allowance) = Self.best(Self.pairs(graph.undirectedSimple(), points), Self.diagonal(points) / 4)
  }

  /// No more than the distance between two nodes.
  @inline(__always)
  func bound(_ from: PlanePoint, _ to: PlanePoint) -> UInt32 {
    let length = factor * from.distance(to: to) - allowance
    // Sums of many roundings stay far below one unit of weight.
    return length > 1 ? (length < 4e9 ? UInt32(length - 1) : 4_000_000_000) : 0
  }

  private struct Pair {
    let line: Double
    let weight: Double
  }

  private static func pairs(_ graph: CSRGraph, _ points: [PlanePoint]) -> [Pair] {
    var pairs: [Pair] = []
    for node in 0..<UInt32(graph.nodeCount) {
      for place in graph.arcRange(of: node) where graph.arcs[place].head > node {
        let arc = graph.arcs[place]
        let line = points[Int(node)].distance(to: points[Int(arc.head)])
        if line > 0 { pairs.append(Pair(line: line, weight: Double(arc.weight))) }
      }
    }
    return pairs.sorted { $0.weight / $0.line < $1.weight / $1.line }
  }

  /// Walks up the ratios of weight to line; deficits of all pairs below a ratio grow linearly with it.
  private static func best(_ pairs: [Pair], _ reach: Double) -> (Double, Double) {
    var best = (factor: 0.0, allowance: 0.0)
    var lines = 0.0
    var weights = 0.0
    for pair in pairs {
      let factor = pair.weight / pair.line
      let allowance = max(0, factor * lines - weights) * 1.000_001
      if factor * reach - allowance > best.factor * reach - best.allowance { best = (factor, allowance) }
      lines += pair.line
      weights += pair.weight
    }
    return best
  }

  private static func diagonal(_ points: [PlanePoint]) -> Double {
    let across = points.map(\.x)
    let up = points.map(\.y)
    guard let left = across.min(), let right = across.max(), let low = up.min(), let high = up.max() else { return 0 }
    return PlanePoint(x: left, y: low).distance(to: PlanePoint(x: right, y: high))
  }
}
