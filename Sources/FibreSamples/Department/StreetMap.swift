import GeoFormats

/// All streets and roads of a département, as nodes and pathways of the draft.
struct StreetMap {
  let communes: [Territory.Commune]
  let points: [Coordinate]
  let roads: Roads
  /// The streets of each commune.
  private(set) var plans: [StreetPlan] = []
  /// The pathways of each road, from its `from` to its `to`, each with the node it leads to.
  private var stretches: [[Step]] = []
  /// Side streets that cabinets have taken in each commune.
  private var takenSides: [Int]

  /// Lays every crossing and every road.
  init(
    _ territory: Territory, _ points: [Coordinate], _ roads: Roads, needs: [StreetNeed], draft: inout Draft
  ) {
    communes = territory.communes
    self.points = points
    self.roads = roads
    takenSides = Array(repeating: 0, count: points.count)
    var random = SeededGenerator(seed: draft.seed, subject: 13)
    for index in points.indices {
      plans.append(
        StreetPlan(needs[index], at: points[index], communes[index], random: &random, draft: &draft))
    }
    for road in roads.all { stretches.append(layRoad(road, &random, &draft)) }
  }

  /// A road with chambers on the way, each a little off the straight line.
  private func layRoad(_ road: Roads.Road, _ random: inout SeededGenerator, _ draft: inout Draft) -> [Step] {
    let (first, last) = (centre(road.from), centre(road.to))
    let (start, end) = (draft.nodes[first].point, draft.nodes[last].point)
    let street = "route de \(communes[road.to].name)"
    let count = max(1, Int(road.metres / 900))
    var (steps, from) = ([Step](), first)
    for rank in 1...count {
      let share = Double(rank) / Double(count + 1)
      let offset = random.fraction(-0.09, 0.09)
      let point = Coordinate(
        x: start.x + share * (end.x - start.x) - offset * (end.y - start.y),
        y: start.y + share * (end.y - start.y) + offset * (end.x - start.x))
      let node = draft.addTechnicalPoint(
        nil, at: point.toCentimetre, street: street, nature: "L2T", splicing: true
      ).node
      steps.append(Step(pathway: draft.layStretch(from, node, level: "TR", street: street), node: node))
      from = node
    }
    return steps + [Step(pathway: draft.layStretch(from, last, level: "TR", street: street), node: last)]
  }

  /// The crossing in the middle of a commune, where its roads meet.
  func centre(_ commune: Int) -> Int { plans[commune].crossings[plans[commune].centre] }

  /// Takes side streets of a commune for one cabinet.
  mutating func takeSides(_ count: Int, in commune: Int) -> Range<Int> {
    let first = takenSides[commune]
    takenSides[commune] += count
    precondition(takenSides[commune] <= plans[commune].sideCount, "\(communes[commune].insee) has too few side streets")
    return first..<first + count
  }

  /// The next side street of a commune that no cabinet has taken.
  func nextSide(in commune: Int) -> Int { takenSides[commune] }

  /// Pathways along roads from the centre of `start` through its neighbours.
  func steps(along path: [Int], from start: Int) -> [Step] {
    var (steps, commune) = ([Step](), start)
    for road in path {
      if roads.all[road].from == commune {
        steps += stretches[road]
      } else {
        let nodes = [centre(roads.all[road].from)] + stretches[road].map(\.node)
        for index in stretches[road].indices.reversed() {
          steps.append(Step(pathway: stretches[road][index].pathway, node: nodes[index]))
        }
      }
      commune = roads.end(of: road, from: commune)
    }
    return steps
  }
}
