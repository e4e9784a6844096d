/// What is taken on a page, in squares, so that a free place for a label is found without looking at the whole page.
struct FreeRoom {
  private static let side = 120.0
  private var taken: [Square: [PageBox]] = [:]

  private struct Square: Hashable {
    let column: Int
    let row: Int
  }

  /// Takes the room of each box.
  init(_ boxes: [PageBox]) { for box in boxes { take(box) } }

  mutating func take(_ box: PageBox) {
    for square in Self.squares(of: box) { taken[square, default: []].append(box) }
  }

  func isFree(_ box: PageBox) -> Bool {
    Self.squares(of: box).allSatisfy { square in
      taken[square, default: []].allSatisfy { $0.overlap(box, margin: 2) == nil }
    }
  }

  private static func squares(of box: PageBox) -> [Square] {
    let columns = range(box.centre.x, box.width)
    let rows = range(box.centre.y, box.height)
    return columns.flatMap { column in rows.map { Square(column: column, row: $0) } }
  }

  private static func range(_ centre: Double, _ extent: Double) -> ClosedRange<Int> {
    Int(((centre - extent / 2 - 2) / side).rounded(.down))...Int(((centre + extent / 2 + 2) / side).rounded(.down))
  }

  /// Takes a free place on a line or close beside it, nearest to its middle; nothing when there is none.
  mutating func place(_ size: (width: Double, height: Double), along line: PageLine) -> PageBox? {
    let way = line.end - line.start
    guard way.length > size.height else { return nil }
    let across = PagePoint(x: -way.y / way.length, y: way.x / way.length)
    let reach = abs(across.x) * size.width / 2 + abs(across.y) * size.height / 2 + 1
    for share in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] {
      for offset in [0, reach, -reach] {
        let box = PageBox(
          centre: line.point(at: share) + across.scaled(offset), width: size.width, height: size.height)
        if isFree(box) {
          take(box)
          return box
        }
      }
    }
    return nil
  }
}
