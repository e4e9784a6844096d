public import FibreModel

/// The layers of the code: a row for each layer, an arrow from each module to those it uses.
///
/// An arrow that a chain of others implies is left out.
public struct LayersDiagram {
  private let layers = CodeLayers.all
  private let language: Language

  /// Draws the layers with their names in a language.
  public init(_ language: Language) { self.language = language }

  /// The drawing as a DOT file.
  public var dot: String {
    var dot = DOTGraph("layers", directed: true)
    Style.begin(
      &dot, header: Style.header(Word.layers.text(language), [Word.impliedArrows.text(language)]),
      ["layout": "dot", "rankdir": "TB", "ranksep": "0.7", "nodesep": "0.4"])
    dot.setNodes(["fillcolor": .text(Style.paper), "margin": "0.18,0.1", "style": "filled,rounded"])
    dot.setEdges(["arrowsize": "0.6", "color": .text(Style.kept)])
    for (number, layer) in layers.enumerated().reversed() {
      // A rank and not a cluster: Graphviz 2.42 draws clusters in another order the second time in one process.
      dot.group("rank \(number)") { group in
        group.set(["rank": "same"])
        group.node(
          "layer \(number)",
          ["fontcolor": .text(Style.quiet), "label": .text(title(of: number)), "shape": "plaintext", "style": ""])
        // The default label is unknown to a library call, unlike to the command `dot`.
        for module in layer { group.node(module.name, ["label": .text(module.name)]) }
      }
    }
    for upper in 1..<layers.count { dot.edge("layer \(upper)", "layer \(upper - 1)", Self.below) }
    let reach = self.reach
    for module in layers.flatMap({ $0 }) {
      for target in module.dependencies {
        let isImplied = module.dependencies.contains { reach[$0]?.contains(target) ?? false }
        if !isImplied { dot.edge(module.name, target) }
      }
    }
    return dot.text
  }

  /// Keeps each layer above the next, whatever the arrows say; the names of layers stand in one column.
  private static let below: DOTGraph.Attributes = ["color": .text(Style.frame), "style": "dotted", "weight": 20]

  /// All that each module uses, directly or through others; lower layers are complete when a layer is reached.
  private var reach: [String: Set<String>] {
    var reach: [String: Set<String>] = [:]
    for module in layers.flatMap({ $0 }) {
      reach[module.name] = module.dependencies.reduce(into: []) { result, target in
        result.insert(target)
        result.formUnion(reach[target] ?? [])
      }
    }
    return reach
  }

  private func title(of number: Int) -> String {
    let words: [Word] = [.layerLibraries, .layerLeaves, .layerQuestions, .layerAdapters, .layerOutput, .layerPrograms]
    return number < words.count ? words[number].text(language) : "\(number)"
  }
}
