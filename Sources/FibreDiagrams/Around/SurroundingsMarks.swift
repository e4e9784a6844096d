import FibreModel

/// Places, labels, stubs and heading of a drawing of surroundings.
extension SurroundingsDiagram {
  func nodeName(_ node: Int) -> String { network.nodes.rows[node].code.rawValue }

  func addPlace(_ offset: Int, to dot: inout DOTGraph) {
    let node = around.nodes[offset]
    let place = named(node)
    let isCentre = if case .place(let asked, _) = centre { asked.offset == node } else { false }
    let mark = isCentre ? "★ " : ""
    let rest = place.others.map { "<BR/>" + Markup.font(Markup.text($0), size: 8) }.joined()
    dot.node(
      nodeName(node),
      [
        "color": .text(Style.ink), "fillcolor": .text(place.kind.fill),
        "label": .html(Markup.bold(mark + place.name) + rest), "penwidth": isCentre ? "4" : "0.8",
        "peripheries": place.kind == .cabinet || place.kind == .centralOffice ? 2 : 1,
        "style": place.kind <= .cabinet ? "filled" : "filled,rounded",
      ])
  }

  /// The most important thing at a node by name, and below it up to three others and how many more.
  private func named(_ node: Int) -> (kind: PlaceKind, name: String, others: [String]) {
    var things: [(kind: PlaceKind, name: String, title: String)] = []
    let index = Index<Node>(node)
    for site in sitesOfNode[index, default: []] {
      let row = network.sites[site]
      things.append((PlaceKind(row.kind), row.label, row.name == row.label ? "" : row.name))
    }
    for box in network.boxes(at: index) {
      things.append((PlaceKind(network.boxes[box].kind), network.boxes[box].label, ""))
    }
    let sorted = things.enumerated().sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }
      .map(\.element)
    guard let first = sorted.first else { return (.other, network.nodes.rows[node].code.rawValue, []) }
    var others = (first.title.isEmpty ? [] : [first.title]) + sorted.dropFirst().prefix(3).map(\.name)
    if sorted.count > 4 { others.append("+ \(sorted.count - 4) \(Word.otherPlaces.text(language))") }
    return (first.kind, first.name, others)
  }

  /// Each section with fibres and length; of many, the first three and how many more.
  func label(of rows: [CableSection], _ isMarked: Bool) -> String {
    let told = rows.count == 4 ? rows[...] : rows.prefix(3)
    var lines = told.map { "\($0.code.rawValue)\n\($0.fibreCount) FO · \(Figures.length($0.length, language))" }
    if rows.count > told.count {
      let more = rows.dropFirst(told.count)
      let fibres = Figures.whole(more.reduce(0) { $0 + $1.fibreCount }, language)
      lines.append("+ \(Counted.section.text(more.count, language)) · \(fibres) FO")
    }
    return (isMarked ? "★ " : "") + lines.joined(separator: "\n")
  }

  func addStub(_ offset: Int, to dot: inout DOTGraph) {
    let name = "further on \(nodeName(around.nodes[offset]))"
    let count = Counted.section.text(around.furtherOn[offset], language)
    dot.node(
      name,
      [
        "fontcolor": .text(Style.quiet), "fontsize": 8, "height": 0, "label": .text("… + \(count)"),
        "margin": "0.02,0.01", "shape": "plaintext", "width": 0,
      ])
    dot.edge(nodeName(around.nodes[offset]), name, ["color": .text(Style.quiet), "style": "dashed"])
  }

  var header: String {
    let sections = Counted.section.text(around.sections.count, language)
    let remark =
      "\(Word.revision.text(language)) \(network.revision) · \(Word.radius.text(language)) \(Counted.section.text(radius, language)) · \(Counted.place.text(placeCount, language)), \(sections) · \(Word.towardsHead.text(language))"
    let kinds = Set(around.nodes.map { named($0).kind })
    let samples: [(PlaceKind, Word, String, String)] = [
      (.pop, .pop, "■", "#e0a100"), (.centralOffice, .centralOffice, "▣", "#e07030"),
      (.cabinet, .cabinet, "▣", "#3c8c3c"), (.closure, .closure, "●", "#5b87bf"),
    ]
    var legend = samples.filter { kinds.contains($0.0) }.map { ($0.2, $0.3, $0.1.text(language)) }
    if kinds.contains(where: { $0 > .closure && $0 != .other }) {
      legend.append(("▢", Style.ink, Word.smallPlaces.text(language)))
    }
    legend += [
      ("★", Style.ink, Word.centre.text(language)), ("──", "#1f5fbf", Word.cable.text(language)),
      ("══", "#7b3fa0", Word.several.text(language)), ("- -", Style.quiet, Word.furtherOn.text(language)),
    ]
    return Style.header(
      "\(Word.surroundings.text(language)) \(centre.name(in: network))", [remark],
      legend: legend.map { (sample: $0.0, colour: $0.1, text: $0.2) })
  }
}
