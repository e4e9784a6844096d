public import FibreModel

/// A large network as a map of symbols: one for each SRO, NRO and PoP, or one for each commune.
///
/// Symbols keep their places on the map, moved apart only as far as their names need. The sheet grows with their number,
/// up to A0; of many, each says less, so that the sheet can be read as a whole. A link whose label finds no room goes
/// without one, and the heading says how many do.
public struct FoldedDiagram {
  let folded: FoldedNetwork
  let folding: NetworkFolding
  let revision: Int
  let language: Language
  let type: SymbolType
  /// The symbols that stand on the map.
  let boxes: [PageBox]
  let scale: MapScale
  /// The symbol in the middle of the others, and how many metres the farthest is away from it.
  let centre: Int
  private let farthest: Double

  /// Folds a network; nothing when it has no site, or no address, to fold by.
  public init?(_ network: Network, by folding: NetworkFolding, _ language: Language) {
    switch folding {
    case .none: return nil
    case .sro: folded = FoldedNetwork(bySite: network)
    case .commune: folded = FoldedNetwork(byCommune: network)
    }
    if folded.symbols.isEmpty { return nil }
    self.folding = folding
    self.language = language
    revision = network.revision
    type = SymbolType(symbolCount: folded.symbols.count)
    let sizes = folded.symbols.map { [type] in type.size(of: $0, language) }
    let positions = Self.positions(of: folded)
    centre = Self.middle(of: folded, positions)
    scale = Self.scale(positions, around: positions[centre], sizes, gap: type.gap)
    farthest = positions.map { [middle = positions[centre]] in $0.distance(to: middle).metres }.max() ?? 0
    boxes = zip(positions, sizes).map { [scale] position, size in
      PageBox(centre: scale.place(position), width: size.width, height: size.height)
    }.spread(margin: type.gap, isCrowd: true)
  }

  /// How much of the sheet the symbols may cover.
  private static let coverage = 0.22

  /// The scale at which symbols of such sizes cover the sheet as much as they may.
  private static func scale(
    _ points: [Point], around centre: Point, _ sizes: [(width: Double, height: Double)], gap: Double
  ) -> MapScale {
    let width = max(Double((points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0)) / 1000, 1)
    let height = max(Double((points.map(\.y).max() ?? 0) - (points.map(\.y).min() ?? 0)) / 1000, 1)
    let area = sizes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) } / coverage
    // A network along one line would else be drawn as long as a street.
    let shape = min(max(width / height, 1.0 / 3), 3)
    return MapScale(
      points, centre: centre, width: (area * shape).squareRoot(), height: (area / shape).squareRoot())
  }

  /// Where symbols lie; one without a position lies with the first that has one.
  private static func positions(of folded: FoldedNetwork) -> [Point] {
    let first = folded.symbols.lazy.compactMap(\.position).first ?? Point(x: 0, y: 0)
    return folded.symbols.map { $0.position ?? first }
  }

  /// The head, or failing that the symbol, from which half of all symbols are nearest; of equals the first.
  private static func middle(of folded: FoldedNetwork, _ positions: [Point]) -> Int {
    let heads = folded.symbols.indices.filter { folded.symbols[$0].kind <= .centralOffice }
    let nearest = (heads.isEmpty ? Array(folded.symbols.indices) : heads).map { symbol in
      (positions.map { $0.distance(to: positions[symbol]) }.sorted()[positions.count / 2], symbol)
    }.min { $0 < $1 }
    return nearest?.1 ?? 0
  }

  // MARK: Drawing

  /// The drawing as a DOT file, laid out by position.
  public var dot: String {
    var dot = DOTGraph("network")
    let bends = folded.links.map { bend(of: $0) }
    let labels = placedLabels(bends)
    Style.begin(
      &dot, header: header(unlabelled: labels.count { $0 == nil }),
      ["layout": "neato", "inputscale": 72, "notranslate": "true", "size": "33,46", "splines": "line"])
    ScaleMarks(scale: scale, language: language).add(to: &dot, farthest: farthest, around: boxes)
    for number in folded.symbols.indices { add(symbol: number, to: &dot) }
    for number in folded.links.indices {
      add(link: number, bend: bends[number], label: labels[number], to: &dot)
    }
    return dot.text
  }

  private func bend(of link: FoldedLink) -> PagePoint? {
    let line = PageLine(start: boxes[link.a].centre, end: boxes[link.b].centre)
    let others = boxes.indices.filter { $0 != link.a && $0 != link.b && line.meets(boxes[$0]) }.map { boxes[$0] }
    return others.isEmpty ? nil : line.corner(around: others)
  }

  /// Labels where there is room, the links of most fibres first.
  private func placedLabels(_ bends: [PagePoint?]) -> [PageBox?] {
    var room = FreeRoom(boxes)
    var result = [PageBox?](repeating: nil, count: bends.count)
    let order = folded.links.indices.sorted { (-folded.links[$0].capacity, $0) < (-folded.links[$1].capacity, $1) }
    for number in order {
      let link = folded.links[number]
      let size = TextSize.points(label(of: link), size: type.linkSize)
      let from = boxes[link.a]
      let to = bends[number].map { PageBox(centre: $0, width: 0, height: 0) } ?? boxes[link.b]
      let line = PageLine(start: from.centre, end: to.centre).between(from, to)
      result[number] = room.place((size.width + 3, size.height + 1), along: line)
    }
    return result
  }
}
