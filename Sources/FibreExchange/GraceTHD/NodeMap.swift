import FibreModel

/// Nodes by their place on the map. Nodes within 0.1 m of each other (a box, its chamber and a site) are one place.
struct NodeMap {
  /// How far the end of a line may be from its node (constraint of the standard's check list).
  static let tolerance = Length(millimetres: 100)

  private struct Cell: Hashable {
    let x: Int64
    let y: Int64
  }

  private let nodes: [Node]
  private let rank: [Int]
  private var cells: [Cell: [Int]] = [:]
  /// A place of each node: the offset of the first node there.
  private(set) var places: [Int]

  /// - Parameter occupied: Nodes at which something stands; lines that end where several nodes are end at these.
  init(_ nodes: [Node], occupied: Set<Index<Node>>) {
    self.nodes = nodes
    places = Array(nodes.indices)
    rank = nodes.indices.map { occupied.contains(Index($0)) ? 0 : 1 }
    for (offset, node) in nodes.enumerated() {
      guard let position = node.position else { continue }
      places[offset] = near(position).map { places[$0] }.min() ?? offset
      cells[Self.cell(position), default: []].append(offset)
    }
  }

  func place(of node: Index<Node>?) -> Int? { node.map { places[$0.offset] } }

  /// The node within 0.1 m of a point: one at which something stands before others, then the nearest, then by code.
  func node(at point: Point) -> Index<Node>? {
    let found = near(point).min { key($0, point) < key($1, point) }
    return found.map { Index($0) }
  }

  private func key(_ offset: Int, _ point: Point) -> (Int, Length, Code<Node>) {
    (rank[offset], nodes[offset].position?.distance(to: point) ?? .zero, nodes[offset].code)
  }

  private func near(_ point: Point) -> [Int] {
    let centre = Self.cell(point)
    var found: [Int] = []
    for x in centre.x - 1...centre.x + 1 {
      for y in centre.y - 1...centre.y + 1 {
        for offset in cells[Cell(x: x, y: y)] ?? [] {
          guard let position = nodes[offset].position, position.distance(to: point) <= Self.tolerance else { continue }
          found.append(offset)
        }
      }
    }
    return found
  }

  private static func cell(_ point: Point) -> Cell {
    Cell(x: point.x.flooredBy(tolerance.millimetres), y: point.y.flooredBy(tolerance.millimetres))
  }
}

extension Int64 {
  fileprivate func flooredBy(_ divisor: Int64) -> Int64 { self >= 0 ? self / divisor : -((-self - 1) / divisor) - 1 }
}
