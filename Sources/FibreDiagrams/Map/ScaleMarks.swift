import FibreModel

extension PagePoint {
  /// A fixed position, as Graphviz reads it.
  var pinned: DOTValue { .text("\(Int(x.rounded())),\(Int(y.rounded()))!") }
}

/// How far apart things are: distance rings around the centre of a map, or a bar below it.
struct ScaleMarks {
  let scale: MapScale
  let language: Language

  /// Draws the marks; `farthest` is in metres from the centre.
  func add(to dot: inout DOTGraph, farthest: Double, around boxes: [PageBox]) {
    switch scale {
    case .rings:
      let widest = boxes.flatMap { [$0.centre.y + $0.height / 2, -$0.centre.y + $0.height / 2] }.max() ?? 0
      for metres in MapScale.roundDistances(upTo: farthest)
      where (60...max(60, widest)).contains(scale.radius(metres: Double(metres))) {
        addRing(metres, to: &dot)
      }
    case .even(_, let pointsPerMetre):
      let lowest = boxes.map { $0.centre.y - $0.height / 2 }.min() ?? 0
      addBar(MapScale.roundDistances(upTo: 160 / pointsPerMetre).last ?? 1, pointsPerMetre, y: lowest - 30, to: &dot)
    }
  }

  /// What the marks mean, for a heading.
  func remark(centre: String) -> String {
    let meaning =
      switch scale {
      case .even: Word.scaleBar.text(language)
      case .rings: Word.rings.text(language).replacing("%", with: centre)
      }
    return "\(meaning)\(language.semicolon)\(Word.spread.text(language))"
  }

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
        "pos": PagePoint(x: 0, y: radius).pinned, "shape": "plaintext", "width": 0,
      ])
  }

  private func addBar(_ metres: Int, _ pointsPerMetre: Double, y: Double, to dot: inout DOTGraph) {
    let width = Double(metres) * pointsPerMetre
    for (name, x) in [("scale start", 0), ("scale end", width)] {
      dot.node(
        name,
        [
          "fixedsize": "true", "height": "0.12", "label": "", "pos": PagePoint(x: x, y: y).pinned, "shape": "box",
          "style": "filled", "width": "0.02", "fillcolor": .text(Style.ink), "color": .text(Style.ink),
        ])
    }
    dot.edge("scale start", "scale end", ["penwidth": "1.5"])
    dot.node(
      "scale label",
      [
        "fontsize": 9, "label": .text(Figures.distance(metres, language)),
        "pos": PagePoint(x: width / 2, y: y - 10).pinned, "shape": "plaintext",
      ])
  }
}
