public import FibreModel
public import FibrePlanning

/// Single points of failure as people and programs read them.
public struct SinglePointSheet: Sendable {
  private let points: [SinglePoint]
  private let network: Network

  /// Arranges points of a network in the order given.
  public init(_ points: [SinglePoint], on network: Network) {
    self.points = points
    self.network = network
  }

  /// The first points of each kind, worst first over all kinds.
  private func first(_ top: Int?) -> [SinglePoint] {
    var counts: [CutElement.Kind: Int] = [:]
    return points.filter { point in
      counts[network.kind(of: point.element), default: 0] += 1
      return counts[network.kind(of: point.element), default: 0] <= top ?? .max
    }
  }

  /// The first points of each kind, kinds by their first point.
  public func text(in language: Language, top: Int = 10) -> String {
    guard !points.isEmpty else {
      return Phrase("Rien ne dépend d'un seul élément.", "Nothing hangs on a single element.")[language] + "\n"
    }
    var kinds: [CutElement.Kind] = []
    for point in points where !kinds.contains(network.kind(of: point.element)) {
      kinds.append(network.kind(of: point.element))
    }
    let head = [
      Phrase("Élément", "Element"), Phrase("Services coupés", "Services dark"), Phrase("Dont vitaux", "Vital"),
      Phrase("Prises coupées", "Plugs dark"), Phrase("Un chemin en moins", "One leg less"),
    ].map { $0[language] }
    return kinds.map { kind in
      let found = points.filter { network.kind(of: $0.element) == kind }
      let rows = found.prefix(top).map { point in
        [network.name(of: point.element)]
          + [point.servicesDark, point.vitalDark, point.plugsDark, point.legsLost].map { $0.text(language) }
      }
      let title = "\(kind.label(language))\(language.colon)\(found.count.text(language))"
      var lines = [title] + ImpactSheet.rows([head] + rows, language, .max)
      if found.count > rows.count {
        let rest = found.count - rows.count
        lines.append(
          "  "
            + Phrase("… et \(rest.text(.french)) de plus (--top)", "… and \(rest.text(.english)) more (--top)")[
              language])
      }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// `{"spof":[{"kind":…,"code":…,"servicesDark":n,"vitalDark":n,"plugsDark":n,"legsLost":n}]}`, worst first.
  public func json(top: Int? = nil) -> JSONValue {
    .object([
      "spof": .array(
        first(top).map { point in
          .object([
            "kind": .string(network.kind(of: point.element).rawValue),
            "code": .string(network.name(of: point.element)), "servicesDark": .integer(point.servicesDark),
            "vitalDark": .integer(point.vitalDark), "plugsDark": .integer(point.plugsDark),
            "legsLost": .integer(point.legsLost),
          ])
        })
    ])
  }

  /// A line for each point, worst first.
  public func csv(top: Int? = nil) -> String {
    let lines = first(top).enumerated().map { position, point in
      CSVText.line([
        "\(position + 1)", network.kind(of: point.element).rawValue, network.name(of: point.element),
        "\(point.servicesDark)", "\(point.plugsDark)", "\(point.legsLost)", "\(point.vitalDark)",
      ])
    }
    return CSVText.mark + CSVText.line(["rank", "kind", "code", "servicesDark", "plugsDark", "legsLost", "vitalDark"])
      + lines.joined()
  }
}
