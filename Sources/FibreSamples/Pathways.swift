import GeoFormats

/// Pathways laid so far: one between two nodes, whatever the number of cables in it.
struct Pathways {
  struct Pathway {
    var line: [Coordinate]
    var ducts: [String]
  }
  fileprivate(set) var all: [Pathway] = []
  fileprivate var indexBetween: [Link: Int] = [:]
  fileprivate(set) var cableCounts: [Int] = []
  fileprivate(set) var segments: [Segment] = []

  /// Segments numbered so far, those already written included.
  private(set) var segmentCount = 0

  fileprivate struct Link: Hashable {
    var from: Int
    var to: Int
  }

  /// A stretch between two technical points: a pathway of GraceTHD, with one duct.
  struct Segment {
    var code: String
    var from: Int
    var to: Int
    var points: [Coordinate]
    var level: String
    var street: String
    var pathway: Int
  }

  /// Lays a straight pathway of one segment and returns its index.
  mutating func addStretch(from: Node, to: Node, between ends: (Int, Int), level: String, street: String) -> Int {
    let line = [from.point, to.point]
    let duct = addSegment(from: ends.0, to: ends.1, points: line, level: level, street: street)
    all.append(Pathway(line: line, ducts: [duct]))
    cableCounts.append(0)
    return all.count - 1
  }

  /// Notes one more cable in each of these pathways.
  mutating func addCable(to pathways: [Int]) {
    for pathway in pathways { cableCounts[pathway] += 1 }
  }

  /// Forgets the pathways of one segment each that were laid after the first `count`.
  mutating func forgetStretches(after count: Int) {
    all.removeLast(all.count - count)
    cableCounts.removeLast(cableCounts.count - count)
    segments.removeLast(segments.count - count)
  }

  /// Adds a segment to the pathway that is about to be added and returns its duct.
  fileprivate mutating func addSegment(
    from: Int, to: Int, points: [Coordinate], level: String, street: String
  ) -> String {
    segmentCount += 1
    let code = padded(segmentCount, 5)
    segments.append(
      Segment(code: code, from: from, to: to, points: points, level: level, street: street, pathway: all.count))
    return "CD-" + code
  }

  /// The pathway from one node to another.
  func index(from: Int, to: Int) -> Int? { indexBetween[Link(from: from, to: to)] }
}

extension Draft {
  /// Makes sure that there is a pathway under a cable section.
  mutating func layPathway(under cable: Int, street: String) {
    let (from, to) = (cables[cable].from, cables[cable].to)
    if let known = pathways.index(from: from, to: to) {
      pathways.cableCounts[known] += 1
      return
    }
    let bends = drawBends(from: from, to: to, metres: cables[cable].metres)
    let line = [nodes[from].point] + bends + [nodes[to].point]
    let stops =
      [from] + bends.map { addTechnicalPoint(nil, at: $0, street: street, nature: "L2T", splicing: false).node }
    let level = cables[cable].level
    pathways.indexBetween[Pathways.Link(from: from, to: to)] = pathways.all.count
    var ducts: [String] = []
    for (rank, pair) in zip(stops + [to], (stops + [to]).dropFirst()).enumerated() {
      ducts.append(
        pathways.addSegment(
          from: pair.0, to: pair.1, points: [line[rank], line[rank + 1]], level: level, street: street))
    }
    pathways.all.append(Pathways.Pathway(line: line, ducts: ducts))
    pathways.cableCounts.append(1)
  }

  /// The line of a cable and the ducts under it: straight on, without a duct, where no pathway is known.
  func way(of cable: Cable) -> (line: [Coordinate], ducts: [String]) {
    guard cable.pathways.isEmpty else { return way(from: nodes[cable.from].point, along: cable.pathways) }
    guard let index = pathways.index(from: cable.from, to: cable.to) else {
      return ([nodes[cable.from].point, nodes[cable.to].point], [])
    }
    return (pathways.all[index].line, pathways.all[index].ducts)
  }

  private func way(from start: Coordinate, along indices: [Int]) -> (line: [Coordinate], ducts: [String]) {
    var (line, ducts) = ([start], [String]())
    for index in indices {
      let pathway = pathways.all[index]
      let isForward = pathway.line.first == line.last
      line += isForward ? pathway.line.dropFirst() : pathway.line.reversed().dropFirst()
      ducts += isForward ? pathway.ducts : pathway.ducts.reversed()
    }
    return (line, ducts)
  }

  /// Chambers between two nodes, off the straight line but never so far that the line outgrows the cable.
  private mutating func drawBends(from: Int, to: Int, metres: Int) -> [Coordinate] {
    let (start, end) = (nodes[from].point, nodes[to].point)
    let straight = start.distance(to: end)
    let count = Int(straight / (metres > 3_500 ? 1_300 : 320))
    guard count > 0 else { return [] }
    let offsets = (0..<count).map { _ in shapes.fraction(-0.3, 0.3) * straight / Double(count + 1) }
    var scale = 1.0
    while true {
      let bends = offsets.enumerated().map { rank, offset in
        let share = Double(rank + 1) / Double(count + 1)
        return Coordinate(
          x: start.x + share * (end.x - start.x) - scale * offset * (end.y - start.y) / straight,
          y: start.y + share * (end.y - start.y) + scale * offset * (end.x - start.x) / straight
        ).toCentimetre
      }
      if drawnMetres([start] + bends + [end]) <= 0.985 * Double(metres) || scale < 0.01 { return bends }
      scale /= 2
    }
  }
}

/// The length of a line as drawn.
func drawnMetres(_ line: [Coordinate]) -> Double {
  zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
}
