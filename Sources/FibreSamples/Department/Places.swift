import GeoFormats

extension Territory {
  /// Metres between neighbours where communes have to be placed: nearer than they lie in the country, so that 216,000 plugs
  /// take about 4,900 km of cable, as a département of that size does whose roads lead straighter to its cabinets.
  static let spacing = 2_000.0
  private static let centre = Coordinate(x: 660_000, y: 6_980_000)

  /// The places of all communes: those stated, or else cells of a grid about a centre, moved a little.
  ///
  /// Communes of one group take neighbouring cells, since cells are dealt along a Hilbert curve.
  func places(seed: UInt64) -> [Coordinate] {
    let stated = communes.compactMap(\.point)
    return stated.count == communes.count ? apart(stated) : dealt(seed: seed)
  }

  /// Moves communes that stand on the same spot 300 m on, so that every road has a length.
  private func apart(_ points: [Coordinate]) -> [Coordinate] {
    var taken: Set<Coordinate> = []
    return points.map { point in
      var place = point.toCentimetre
      while !taken.insert(place).inserted { place.x += 300 }
      return place
    }
  }

  private func dealt(seed: UInt64) -> [Coordinate] {
    var random = SeededGenerator(seed: seed, subject: 12)
    let order = communes.indices.sorted {
      (communes[$0].group, communes[$0].insee) < (communes[$1].group, communes[$1].insee)
    }
    var side = 1
    while side * side < communes.count * 2 { side *= 2 }
    let middle = Double(side - 1) / 2
    func distance(_ cell: (x: Int, y: Int)) -> Double {
      (Double(cell.x) - middle) * (Double(cell.x) - middle) + (Double(cell.y) - middle) * (Double(cell.y) - middle)
    }
    let curve = (0..<side * side).map { HilbertCurve.cell($0, side: side) }
    let nearest = curve.indices.sorted { (distance(curve[$0]), $0) < (distance(curve[$1]), $1) }
      .prefix(communes.count).sorted()
    var places = [Coordinate](repeating: Self.centre, count: communes.count)
    for (commune, index) in zip(order, nearest) {
      let (x, y) = (Double(curve[index].x) - middle, Double(curve[index].y) - middle)
      places[commune] =
        Coordinate(
          x: Self.centre.x + (x + random.fraction(-0.32, 0.32)) * Self.spacing,
          y: Self.centre.y + (y + random.fraction(-0.32, 0.32)) * Self.spacing
        ).toCentimetre
    }
    return places
  }
}

/// The curve of Hilbert (1891), which fills a square so that what is near on it is near in the square.
enum HilbertCurve {
  /// The cell of rank `index` in a square of `side` cells, a power of two.
  static func cell(_ index: Int, side: Int) -> (x: Int, y: Int) {
    var (x, y, rest, size) = (0, 0, index, 1)
    while size < side {
      let right = 1 & (rest / 2)
      let up = 1 & (rest ^ right)
      if up == 0 {
        if right == 1 { (x, y) = (size - 1 - x, size - 1 - y) }
        (x, y) = (y, x)
      }
      x += size * right
      y += size * up
      rest /= 4
      size *= 2
    }
    return (x, y)
  }
}
