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
      "color": bundle.links.count > 1 ? Style.severalCables : Style.oneCable,
      "penwidth": .text(bundle.links.count > 1 || bundle.fibreCount < 144 ? "1" : "2"),
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
    let positions = graph.positions
    let middle = centre.map { positions[$0] } ?? Point(x: 0, y: 0)
    ScaleMarks(scale: scale, language: language)
      .add(to: &dot, farthest: positions.map { $0.distance(to: middle).metres }.max() ?? 0, around: boxes)
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
      ("──", "#1f5fbf", Word.cable.text(language)), ("══", "#7b3fa0", Word.several.text(language)),
    ]
    return Style.header(
      Word.network.text(language), remarks,
      legend: shown.map { ($0.2, $0.3, $0.1.text(language)) } + lines)
  }

  private var scaleRemark: String {
    ScaleMarks(scale: scale, language: language).remark(centre: centre.map { graph.places[$0].name } ?? "")
  }
}
