import FibreModel

/// The cables between two places, drawn as one line.
struct CableBundle {
  let a: Int
  let b: Int
  var links: [PlaceLink]
  var fibreCount: Int { links.reduce(0) { $0 + $1.fibreCount } }
}

extension PlaceGraph {
  /// The links between each two places, in order of places, each bundle's in order of name.
  var bundles: [CableBundle] {
    var links: [[Int]: [PlaceLink]] = [:]
    for link in self.links { links[[min(link.a, link.b), max(link.a, link.b)], default: []].append(link) }
    return links.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ends, links in
      CableBundle(a: ends[0], b: ends[1], links: links.sorted { ($0.name, $0.fibreCount) < ($1.name, $1.fibreCount) })
    }
  }

  /// Where each place lies; one without a position lies between its neighbours, and one alone in the middle of all.
  var positions: [Point] {
    var known = places.map(\.position)
    var neighbours = [[Int]](repeating: [], count: places.count)
    for link in links {
      neighbours[link.a].append(link.b)
      neighbours[link.b].append(link.a)
    }
    let middle = Self.middle(of: known.compactMap { $0 }) ?? Point(x: 0, y: 0)
    while true {
      let missing = places.indices.filter { known[$0] == nil }
      let found = missing.compactMap { place in
        Self.middle(of: neighbours[place].compactMap { known[$0] }).map { (place, $0) }
      }
      for (place, point) in found { known[place] = point }
      if found.isEmpty { break }
    }
    return known.map { $0 ?? middle }
  }

  private static func middle(of points: [Point]) -> Point? {
    guard !points.isEmpty else { return nil }
    let count = Int64(points.count)
    return Point(x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
  }

  /// The site, or failing that the place, from which half of all places are nearest; of equals the first.
  var middlePlace: Int? {
    let positions = self.positions
    let sites = places.indices.filter { places[$0].kind <= .centralOffice }
    return (sites.isEmpty ? Array(places.indices) : sites).min {
      (Self.medianDistance(from: positions[$0], to: positions), $0)
        < (Self.medianDistance(from: positions[$1], to: positions), $1)
    }
  }

  private static func medianDistance(from point: Point, to others: [Point]) -> Length {
    others.map { $0.distance(to: point) }.sorted()[others.count / 2]
  }
}
