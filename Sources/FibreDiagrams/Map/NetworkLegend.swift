import FibreModel

/// Cables, scale and legend of the network's map.
extension NetworkDiagram {
  // MARK: Cables

  /// Where each bundle turns to go round a place that is not its own, if it must.
  func corners(of bundles: [CableBundle], among places: [PageBox]) -> [PagePoint?] {
    bundles.map { bundle in
      let others = places.indices.filter { $0 != bundle.a && $0 != bundle.b }.map { places[$0] }
      return PageLine(start: places[bundle.a].centre, end: places[bundle.b].centre).corner(around: others)
    }
  }

  /// Labels on or beside their lines, off the places and each other.
  func labelBoxes(of bundles: [CableBundle], corners: [PagePoint?], among places: [PageBox]) -> [PageBox] {
    let lines = zip(bundles, corners).map { bundle, corner in
      let (a, b) = (places[bundle.a], places[bundle.b])
      guard let corner else { return PageLine(start: a.centre, end: b.centre).between(a, b) }
      let point = PageBox(centre: corner, width: 0, height: 0)
      let legs = [
        PageLine(start: a.centre, end: corner).between(a, point),
        PageLine(start: corner, end: b.centre).between(point, b),
      ]
      return (legs[0].end - legs[0].start).length < (legs[1].end - legs[1].start).length ? legs[1] : legs[0]
    }
    let sizes = bundles.map { bundle in
      let size = TextSize.points(label(of: bundle), size: 8.5)
      return (width: size.width + 4, height: size.height + 2)
    }
    return LabelPlacing(obstacles: places, lines: lines).placed(sizes)
  }

  /// Each cable with fibres, length and the boxes it passes; of many, the first three and how many more.
  func label(of bundle: CableBundle) -> String {
    if bundle.links.count == 1 {
      let link = bundle.links[0]
      let passed = link.passed.isEmpty ? "" : "\n\(link.passed.text(language))"
      return "\(link.name)\n\(size(of: link))\(passed)"
    }
    let more = bundle.links.count - 3
    return
      (bundle.links.prefix(3).map { "\($0.name) · \(size(of: $0))" }
      + (more > 0 ? ["+ \(Counted.cable.text(more, language)) · \(bundle.fibreCount) FO"] : []))
      .joined(separator: "\n")
  }

  private func size(of link: PlaceLink) -> String { "\(link.fibreCount) FO · \(Figures.length(link.length, language))" }

  func add(
    _ bundle: CableBundle, number: Int, corner: PagePoint?, label: PageBox, to dot: inout DOTGraph
  ) {
    let attributes: DOTGraph.Attributes = [
      "color": .text(bundle.links.count > 1 ? "#7b3fa0" : "#1f5fbf"),
      "penwidth": .text(bundle.links.count > 1 ? "3.2" : bundle.fibreCount >= 144 ? "2" : "1"),
    ]
    let (a, b) = (name(of: graph.places[bundle.a]), name(of: graph.places[bundle.b]))
    if let corner {
      let name = "corner \(number)"
      dot.node(
        name,
        ["height": "0.01", "label": "", "pos": position(corner), "shape": "point", "style": "invis", "width": "0.01"])
      dot.edge(a, name, attributes)
      dot.edge(name, b, attributes)
    } else {
      dot.edge(a, b, attributes)
    }
    dot.node(
      "label \(number)",
      [
        "fillcolor": "#ffffffd0", "fontcolor": "#303030", "fontsize": "8.5", "height": 0,
        "label": .text(self.label(of: bundle)), "margin": "0.02,0.01", "pos": position(label.centre),
        "shape": "plaintext", "style": "filled", "width": 0,
      ])
  }

  // MARK: Scale

  /// Distance rings around the centre, or a bar below the drawing.
  func addScale(to dot: inout DOTGraph, below boxes: [PageBox]) {
    switch scale {
    case .rings:
      let farthest = graph.positions.map { $0.distance(to: centrePoint).metres }.max() ?? 0
      let widest = boxes.flatMap { [$0.centre.y + $0.height / 2, -$0.centre.y + $0.height / 2] }.max() ?? 0
      for metres in MapScale.roundDistances(upTo: farthest)
      where (60...widest).contains(scale.radius(metres: Double(metres))) {
        addRing(metres, to: &dot)
      }
    case .even(_, let pointsPerMetre):
      let lowest = boxes.map { $0.centre.y - $0.height / 2 }.min() ?? 0
      addBar(MapScale.roundDistances(upTo: 160 / pointsPerMetre).last ?? 1, pointsPerMetre, y: lowest - 30, to: &dot)
    }
  }

  private var centrePoint: Point { centre.map { graph.positions[$0] } ?? Point(x: 0, y: 0) }

  private func addRing(_ metres: Int, to dot: inout DOTGraph) {
    let radius = scale.radius(metres: Double(metres))
    let inches = Figures.decimal(Int64((radius * 2 / 72 * 1000).rounded()), decimals: 3, .english)
    dot.node(
      "ring \(metres)",
      [
        "color": "#d0d4d9", "fixedsize": "true", "height": .text(inches), "label": "", "pos": "0,0!",
        "shape": "circle", "style": "dashed", "width": .text(inches),
      ])
    dot.node(
      "ring label \(metres)",
      [
        "fontcolor": .text(Style.quiet), "fontsize": 9, "height": 0,
        "label": .text(Figures.distance(metres, language)),
        "pos": position(PagePoint(x: 0, y: radius)), "shape": "plaintext", "width": 0,
      ])
  }

  private func addBar(_ metres: Int, _ pointsPerMetre: Double, y: Double, to dot: inout DOTGraph) {
    let width = Double(metres) * pointsPerMetre
    for (name, x) in [("scale start", 0), ("scale end", width)] {
      dot.node(
        name,
        [
          "fixedsize": "true", "height": "0.12", "label": "", "pos": position(PagePoint(x: x, y: y)), "shape": "box",
          "style": "filled", "width": "0.02", "fillcolor": .text(Style.ink), "color": .text(Style.ink),
        ])
    }
    dot.edge("scale start", "scale end", ["penwidth": "1.5"])
    dot.node(
      "scale label",
      [
        "fontsize": 9, "label": .text(Figures.distance(metres, language)),
        "pos": position(PagePoint(x: width / 2, y: y - 10)), "shape": "plaintext",
      ])
  }

  // MARK: Title and legend

  var header: String {
    var remarks = ["\(Word.revision.text(language)) \(revision) · \(Word.northUp.text(language)) ↑ · \(scaleRemark)"]
    if graph.unconnectedCount > 0 {
      let places = Counted.place.text(graph.unconnectedCount, language)
      remarks.append("\(places) \(Word.unconnected.text(language))")
    }
    if graph.places.contains(where: { !$0.folded.isEmpty }) { remarks.append(Word.foldedRemark.text(language)) }
    let kinds: [(PlaceKind, Word, String, String)] = [
      (.pop, .pop, "■", "#e0a100"), (.centralOffice, .centralOffice, "■", "#e07030"),
      (.cabinet, .cabinet, "▣", "#3c8c3c"), (.closure, .closure, "●", "#5b87bf"),
      (.other, .smallPlaces, "□", Style.ink),
    ]
    let shown = kinds.filter { kind in
      graph.places.contains { $0.kind == kind.0 || $0.kind > .closure && kind.0 == .other }
    }
    let lines: [(sample: String, colour: String, text: String)] = [
      ("──", "#1f5fbf", Word.cable.text(language)), ("━━", "#7b3fa0", Word.several.text(language)),
    ]
    return Style.header(
      Word.network.text(language), remarks,
      legend: shown.map { ($0.2, $0.3, $0.1.text(language)) } + lines)
  }

  private var scaleRemark: String {
    let scale =
      switch self.scale {
      case .even: Word.scaleBar.text(language)
      case .rings: Word.rings.text(language).replacing("%", with: centre.map { graph.places[$0].name } ?? "")
      }
    return "\(scale) ; \(Word.spread.text(language))"
  }
}
