import FibreModel

/// Symbols, links and heading of a folded network.
extension FoldedDiagram {
  func add(symbol number: Int, to dot: inout DOTGraph) {
    let symbol = folded.symbols[number]
    let rest = type.lines(of: symbol, language).map { "<BR/>" + Markup.font(Markup.text($0), size: type.textSize) }
      .joined()
    let name = Markup.font(Markup.bold(symbol.name.isEmpty ? "–" : symbol.name), size: type.nameSize(symbol))
    dot.node(
      self.name(of: number),
      [
        "color": .text(Style.ink), "fillcolor": .text(fill(symbol)), "height": 0, "label": .html(name + rest),
        "margin": "0.06,0.03", "penwidth": symbol.kind < .cabinet ? "2" : "0.7",
        "peripheries": symbol.kind == .centralOffice ? 2 : 1, "pos": boxes[number].centre.pinned,
        "style": symbol.kind == .cabinet ? "filled,rounded" : "filled", "width": 0,
      ])
  }

  /// Names need not differ, so the number makes them so.
  private func name(of number: Int) -> String { "\(folded.symbols[number].name) @\(number)" }

  private func fill(_ symbol: FoldedSymbol) -> String {
    switch symbol.kind {
    case .pop, .centralOffice: symbol.kind.fill
    case .cabinet: "#e4f2e4"
    default: symbol.count.plugs >= 2000 ? "#dbe7f6" : Style.paper
    }
  }

  // MARK: Links

  func label(of link: FoldedLink) -> String { type.label(of: link, language) }

  func add(link number: Int, bend: PagePoint?, label: PageBox?, to dot: inout DOTGraph) {
    let link = folded.links[number]
    let attributes: DOTGraph.Attributes = [
      "color": link.cableCount > 1 ? Style.severalCables : Style.oneCable, "penwidth": .text(width(of: link)),
    ]
    if let bend {
      let corner = "corner \(number + 1)"
      dot.node(
        corner,
        ["height": "0.01", "label": "", "pos": bend.pinned, "shape": "point", "style": "invis", "width": "0.01"])
      dot.edge(name(of: link.a), corner, attributes)
      dot.edge(corner, name(of: link.b), attributes)
    } else {
      dot.edge(name(of: link.a), name(of: link.b), attributes)
    }
    guard let label else { return }
    dot.node(
      "label \(number + 1)",
      [
        "fillcolor": "#ffffffe0", "fontcolor": "#303030", "fontsize": .text("\(type.linkSize)"), "height": 0,
        "label": .text(self.label(of: link)), "margin": "0.01,0.005", "pos": label.centre.pinned,
        "shape": "plaintext", "style": "filled", "width": 0,
      ])
  }

  /// Points: thicker for more fibres, so that the widths tell without colours.
  private func width(of link: FoldedLink) -> String {
    switch link.capacity {
    case ..<48: "0.6"
    case ..<144: "1"
    case ..<288: "1.8"
    default: "3"
    }
  }

  // MARK: Heading

  func header(unlabelled: Int) -> String {
    let total = folded.total
    var remarks = [
      "\(Word.revision.text(language)) \(revision) · \(Word.northUp.text(language)) ↑ · \(scaleRemark)",
      "\(total.places(language)) · \(total.cables(language))",
      (type.isBrief ? Word.briefSymbolRemark : .symbolRemark).text(language),
      (type.isBrief ? Word.briefLinkRemark : .linkRemark).text(language),
    ]
    if unlabelled > 0 {
      remarks[3] += "\(language.semicolon)\(Figures.whole(unlabelled, language)) \(Word.unlabelled.text(language))"
    }
    let rest = [folded.rest.places(language), folded.rest.cables(language)].filter { !$0.isEmpty }
    if !rest.isEmpty {
      remarks.append("\(Word.belongingNowhere.text(language))\(language.colon)\(rest.joined(separator: " · "))")
    }
    let title = folding == .commune ? Word.foldedByCommune : Word.foldedBySite
    return Style.header(title.text(language), remarks, legend: symbolsShown + linksShown, enlargement: enlargement)
  }

  /// A heading that is read on a sheet of any size: once larger for each two A4 pages side by side.
  private var enlargement: Int {
    let edges = boxes.flatMap { [$0.centre.x - $0.width / 2, $0.centre.x + $0.width / 2] }
    return max(1, Int(((edges.max() ?? 0) - (edges.min() ?? 0)) / 1400))
  }

  private var scaleRemark: String {
    ScaleMarks(scale: scale, language: language).remark(centre: folded.symbols[centre].name)
  }

  private var symbolsShown: [(sample: String, colour: String, text: String)] {
    let samples: [(PlaceKind, Word, String, String)] = [
      (.pop, .pop, "■", "#e0a100"), (.centralOffice, .officeArea, "▣", "#e07030"),
      (.cabinet, .cabinet, "▢", "#3c8c3c"), (.other, .communeSymbol, "□", Style.ink),
    ]
    return samples.filter { sample in folded.symbols.contains { $0.kind == sample.0 } }
      .map { ($0.2, $0.3, $0.1.text(language)) }
  }

  private var linksShown: [(sample: String, colour: String, text: String)] {
    [
      ("──", "#1f5fbf", Word.cable.text(language)), ("══", "#7b3fa0", Word.several.text(language)),
      ("─ ━", Style.ink, "< 48, < 144, < 288, ≥ 288 FO"),
    ]
  }
}
