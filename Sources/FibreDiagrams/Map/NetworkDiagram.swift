public import FibreModel

/// The network on the map: sites, cabinets, closures, and the cables between them.
///
/// What would not be legible is folded, in this order: outlets, drops and distribution points, boxes that one cable only
/// passes, dead-end branches. Places keep their direction from each other; a scale bar or distance rings tell how far.
public struct NetworkDiagram {
  /// Places that a sheet of A3 can show with their names.
  private static let placeLimit = 60
  private static let width = 1500.0
  private static let height = 1000.0

  let graph: PlaceGraph
  let scale: MapScale
  let centre: Int?
  let revision: Int
  let language: Language

  /// Folds the network to what a page can show.
  public init(_ network: Network, _ language: Language) {
    graph = PlaceGraph(network).folded(toAtMost: Self.placeLimit)
    revision = network.revision
    self.language = language
    centre = graph.middlePlace
    let positions = graph.positions
    let middle = centre.map { positions[$0] } ?? Point(x: 0, y: 0)
    scale = MapScale(positions, centre: middle, width: Self.width, height: Self.height)
  }

  /// The drawing as a DOT file, laid out by position.
  public var dot: String {
    var dot = DOTGraph("network")
    Style.begin(
      &dot, header: header,
      ["layout": "neato", "inputscale": 72, "notranslate": "true", "splines": "line", "size": "15.5,10.7"])
    let places = boxesOfPlaces.spread(margin: 44)
    let bundles = graph.bundles
    let corners = corners(of: bundles, among: places)
    let labels = labelBoxes(of: bundles, corners: corners, among: places)
    addScale(to: &dot, below: places + labels)
    for (offset, place) in graph.places.enumerated() { add(place, at: places[offset], to: &dot) }
    for (offset, bundle) in bundles.enumerated() {
      add(bundle, number: offset + 1, corner: corners[offset], label: labels[offset], to: &dot)
    }
    return dot.text
  }

  // MARK: Places

  private var boxesOfPlaces: [PageBox] {
    zip(graph.places, graph.positions).map { place, position in
      let name = TextSize.points(place.name, size: 11, isBold: true)
      let rest = TextSize.points(lines(of: place).dropFirst().joined(separator: "\n"), size: 9)
      let lineCount = Double(lines(of: place).count - 1)
      return PageBox(
        centre: scale.place(position), width: max(name.width, rest.width) + 16, height: 13.2 + 10.8 * lineCount + 10)
    }
  }

  private func lines(of place: Place) -> [String] {
    let folded = place.folded.text(language)
    return [place.name.isEmpty ? "–" : place.name, place.title, folded.isEmpty ? "" : "+ \(folded)"].enumerated()
      .filter { $0.offset == 0 || !$0.element.isEmpty }.map(\.element)
  }

  private func add(_ place: Place, at box: PageBox, to dot: inout DOTGraph) {
    let lines = lines(of: place)
    let rest = lines.dropFirst().map { "<BR/>" + Markup.font(Markup.text($0), size: 9) }.joined()
    dot.node(
      name(of: place),
      [
        "fillcolor": .text(place.kind.fill), "fontsize": 11, "label": .html(Markup.bold(lines[0]) + rest),
        "pos": position(box.centre), "color": .text(Style.ink),
        "peripheries": place.kind == .cabinet ? 2 : 1, "style": place.kind == .closure ? "filled,rounded" : "filled",
        "penwidth": place.kind == .pop ? "1.8" : "0.8",
      ])
  }

  /// Names of places need not differ, so the node's code makes them so.
  func name(of place: Place) -> String { "\(place.name) @\(place.node.offset)" }

  func position(_ point: PagePoint) -> DOTValue { point.pinned }
}
