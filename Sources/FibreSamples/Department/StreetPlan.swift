import Foundation
import GeoFormats

/// How many streets a commune needs for its distribution points.
struct StreetNeed {
  /// Distribution points of a full side street.
  let depth: Int
  let sides: Int

  /// - Parameter pieces: Distribution points of each cabinet in the commune; side streets are not shared.
  init(_ pieces: [Int]) {
    let points = pieces.reduce(0, +)
    // Even depths up to six fill a cable that is made.
    let depth = points <= 12 ? 2 : points <= 60 ? 4 : 6
    self.depth = depth
    sides = pieces.reduce(0) { $0 + ($1 + depth - 1) / depth }
  }
}

/// The streets of one commune: rows of crossings along an avenue, and side streets on both sides of each row.
///
/// Side streets belong to one cabinet each; rows and avenue are everybody's.
struct StreetPlan {
  /// Metres between two crossings of a row, and between two distribution points of a side street.
  static let crossingSpacing = 66.0
  static let pointSpacing = 47.0

  let grid: AccessGrid
  let rows: Int
  let columns: Int
  /// Distribution points of a full side street.
  let depth: Int
  /// The draft's node of each crossing, row by row.
  private(set) var crossings: [Int] = []
  /// The pathway from each crossing towards the centre; none at the centre.
  private(set) var inward: [Int?] = []
  let street: String

  /// Lays the crossings of a commune.
  init(
    _ need: StreetNeed, at place: Coordinate, _ commune: Territory.Commune, random: inout SeededGenerator,
    draft: inout Draft
  ) {
    let turn = random.fraction(0, 2 * .pi)
    grid = AccessGrid(origin: place, cosine: cos(turn), sine: sin(turn))
    depth = need.depth
    let streets = max(1, need.sides)
    let height = Self.rowHeight(depth)
    rows = max(1, Int((Double(streets) * Self.crossingSpacing / (2 * height)).squareRoot().rounded()))
    columns = max(1, (streets + 2 * rows - 1) / (2 * rows))
    street = Streets.names[random.below(Streets.names.count)]
    layCrossings(commune, &draft)
  }

  private static func rowHeight(_ depth: Int) -> Double { Double(2 * depth + 1) * pointSpacing }

  var middleColumn: Int { columns / 2 }
  var centre: Int { (rows / 2) * columns + middleColumn }
  /// Side streets that the plan has room for.
  var sideCount: Int { crossings.count * 2 }

  private mutating func layCrossings(_ commune: Territory.Commune, _ draft: inout Draft) {
    for index in 0..<rows * columns {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let point = grid.place(along(column), across(row))
      crossings.append(
        draft.addTechnicalPoint(
          "\(commune.insee)-C\(padded(index + 1, 3))", at: point, street: street, nature: "L3T", splicing: true
        ).node)
    }
    for index in crossings.indices { inward.append(layInward(index, &draft)) }
  }

  private func layInward(_ index: Int, _ draft: inout Draft) -> Int? {
    guard let next = next(index) else { return nil }
    return draft.layStretch(crossings[index], crossings[next], level: "DI", street: street)
  }

  /// The next crossing towards the centre.
  private func next(_ index: Int) -> Int? {
    let (row, column) = index.quotientAndRemainder(dividingBy: columns)
    if column != middleColumn { return index + (column < middleColumn ? 1 : -1) }
    let middleRow = rows / 2
    return row == middleRow ? nil : index + (row < middleRow ? columns : -columns)
  }

  private func along(_ column: Int) -> Double { Double(column - middleColumn) * Self.crossingSpacing }
  private func across(_ row: Int) -> Double { Double(row - rows / 2) * Self.rowHeight(depth) }

  /// The place of a distribution point, from 1, of a side street.
  func place(of point: Int, side: Int) -> (along: Double, across: Double) {
    let (row, column) = (side / 2).quotientAndRemainder(dividingBy: columns)
    let step = Double(point) * Self.pointSpacing * (side % 2 == 0 ? 1 : -1)
    return (along(column), across(row) + step)
  }

  /// Pathways and crossings from one crossing to another, by the tree about the centre.
  func steps(from start: Int, to end: Int) -> [Step] {
    var (upward, downward) = ([Step](), [Step]())
    var (first, second) = (start, end)
    while first != second {
      if distance(first) >= distance(second), let way = inward[first], let next = next(first) {
        upward.append(Step(pathway: way, node: crossings[next]))
        first = next
      } else if let way = inward[second], let next = next(second) {
        downward.append(Step(pathway: way, node: crossings[second]))
        second = next
      }
    }
    return upward + downward.reversed()
  }

  /// Crossings between this one and the centre.
  private func distance(_ index: Int) -> Int {
    let (row, column) = index.quotientAndRemainder(dividingBy: columns)
    return abs(column - middleColumn) + abs(row - rows / 2)
  }
}

/// One pathway of a way, and the node that it leads to.
struct Step {
  var pathway: Int
  var node: Int
}

extension Draft {
  /// Lays a straight pathway between two nodes and returns its index.
  mutating func layStretch(_ from: Int, _ to: Int, level: String, street: String) -> Int {
    pathways.addStretch(from: nodes[from], to: nodes[to], between: (from, to), level: level, street: street)
  }
}
