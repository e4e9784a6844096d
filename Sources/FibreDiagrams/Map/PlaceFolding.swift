import FibreModel

/// From thousands of places to those that a page can show.
extension PlaceGraph {
  /// How much is folded away; each step keeps less than the one before.
  enum Detail: Int, CaseIterable {
    case everything, withoutOutlets, withoutDrops, withoutBranches
  }

  /// What hangs on cables of so many fibres or fewer hangs below the backbone. Source: usual size of a drop (branchement).
  private static let dropFibreCount = 12

  /// The first detail at which at most `limit` places remain, or the coarsest.
  func folded(toAtMost limit: Int) -> PlaceGraph {
    var graph = self
    for detail in Detail.allCases {
      graph = folded(to: detail)
      if graph.places.count <= limit { break }
    }
    return graph
  }

  /// The graph without dead ends of the kinds that a detail leaves out, and without boxes that a cable only passes.
  func folded(to detail: Detail) -> PlaceGraph {
    var folding = Folding(self)
    folding.dropUnconnected()
    if detail == .withoutBranches { folding.foldPlacesOnDrops(ofAtMost: Self.dropFibreCount) }
    folding.foldDeadEnds { place in
      switch place.kind {
      case .pop, .centralOffice, .cabinet: false
      case .outlet, .other: detail != .everything
      case .client, .distributionPoint: detail.rawValue >= Detail.withoutDrops.rawValue
      case .closure: detail == .withoutBranches && !place.isWorkedOn
      }
    }
    if detail.rawValue >= Detail.withoutDrops.rawValue { folding.foldPassedPlaces() }
    return folding.result
  }
}

/// The working state of a folding: which places and links are still there.
private struct Folding {
  var graph: PlaceGraph
  var isThere: [Bool]
  /// The links of each place, by position; links that are gone are nothing.
  var linksOfPlace: [[Int]]
  var links: [PlaceLink?]
  var unconnected = 0

  init(_ graph: PlaceGraph) {
    self.graph = graph
    isThere = Array(repeating: true, count: graph.places.count)
    links = graph.links
    linksOfPlace = Array(repeating: [], count: graph.places.count)
    for (position, link) in graph.links.enumerated() {
      linksOfPlace[link.a].append(position)
      linksOfPlace[link.b].append(position)
    }
  }

  private func links(of place: Int) -> [Int] { linksOfPlace[place].filter { links[$0] != nil } }

  private func neighbours(of place: Int) -> Set<Int> {
    Set(links(of: place).compactMap { links[$0]?.other(than: place) })
  }

  mutating func dropUnconnected() {
    for place in graph.places.indices where graph.places[place].kind > .cabinet && links(of: place).isEmpty {
      isThere[place] = false
      unconnected += 1
    }
  }

  /// Folds what only drops reach, be it by several ways, towards the nearest place of the backbone.
  mutating func foldPlacesOnDrops(ofAtMost limit: Int) {
    var parent = [Int?](repeating: nil, count: graph.places.count)
    var reached = graph.places.indices.filter { place in
      graph.places[place].isWorkedOn || links(of: place).contains { links[$0].map { $0.fibreCount > limit } ?? false }
    }
    let backbone = Set(reached)
    var next = 0
    while next < reached.count {
      for link in links(of: reached[next]) {
        guard let other = links[link]?.other(than: reached[next]), !backbone.contains(other), parent[other] == nil
        else { continue }
        parent[other] = reached[next]
        reached.append(other)
      }
      next += 1
    }
    for place in reached.reversed() {
      if let parent = parent[place] { fold(place, into: parent) }
    }
  }

  private mutating func fold(_ place: Int, into other: Int) {
    isThere[place] = false
    graph.places[other].folded.add(graph.places[place].kind)
    graph.places[other].folded.add(graph.places[place].folded)
    for link in links(of: place) {
      if let passed = links[link]?.passed { graph.places[other].folded.add(passed) }
      links[link] = nil
    }
  }

  /// Folds places with one neighbour into it, until none is left that `mayGo`.
  mutating func foldDeadEnds(_ mayGo: (Place) -> Bool) {
    var waiting = Array(graph.places.indices.reversed())
    while let place = waiting.popLast() {
      let around = neighbours(of: place)
      guard isThere[place], around.count == 1, let neighbour = around.first, mayGo(graph.places[place]) else {
        continue
      }
      fold(place, into: neighbour)
      waiting.append(neighbour)
    }
  }

  /// Joins the two links of a place that one cable, and nothing else, goes through.
  mutating func foldPassedPlaces() {
    for place in graph.places.indices where isThere[place] && graph.places[place].kind > .cabinet {
      let around = links(of: place)
      guard around.count == 2, !graph.places[place].isWorkedOn, let first = links[around[0]],
        let second = links[around[1]], first.cable == second.cable
      else { continue }
      let (from, to) = (first.other(than: place), second.other(than: place))
      guard from != to else { continue }
      var joined = first
      joined.a = from
      joined.b = to
      joined.fibreCount = min(first.fibreCount, second.fibreCount)
      joined.length += second.length
      for passed in [second.passed, graph.places[place].folded] { joined.passed.add(passed) }
      joined.passed.add(graph.places[place].kind)
      isThere[place] = false
      links[around[0]] = joined
      links[around[1]] = nil
      linksOfPlace[to].append(around[0])
    }
  }

  var result: PlaceGraph {
    var result = graph
    var newPosition = [Int](repeating: -1, count: isThere.count)
    result.places = []
    for place in graph.places.indices where isThere[place] {
      newPosition[place] = result.places.count
      result.places.append(graph.places[place])
    }
    result.links = links.compactMap { $0 }.map { link in
      var link = link
      (link.a, link.b) = (newPosition[link.a], newPosition[link.b])
      return link
    }
    result.unconnectedCount = unconnected
    return result
  }
}
