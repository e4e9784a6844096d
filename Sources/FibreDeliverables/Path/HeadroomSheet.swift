public import FibreModel
public import FibrePlanning

/// How many further links fit and what stops more, as people and programs read it.
public struct HeadroomSheet: Sendable {
  private let headroom: Headroom
  private let request: PathRequest
  private let names: PathNames
  private let network: Network
  /// Sections of one limit that are listed in a text.
  private static let mostListed = 8

  /// Arranges a headroom.
  public init(_ headroom: Headroom, of request: PathRequest, on network: Network) {
    self.headroom = headroom
    self.request = request
    self.network = network
    names = PathNames(network: network)
  }

  /// The links that fit, the limits in order and the gains, as text for a terminal.
  public func text(in language: Language) -> String {
    let (from, to) = (names.name(request.from), names.name(request.to))
    var lines = [
      Phrase(
        """
        \(from) → \(to) : \(headroom.linkCount) liaison(s) de \(request.fibreCount) fibre(s) de plus, \
        \(headroom.fibreCount) fibre(s) en tout.
        """,
        """
        \(from) → \(to): \(headroom.linkCount) more link(s) of \(request.fibreCount) fibre(s), \
        \(headroom.fibreCount) fibre(s) in all.
        """)[language]
    ]
    for (rank, limit) in headroom.limits.enumerated() { lines += self.lines(limit, rank, language) }
    if !headroom.gains.isEmpty {
      lines.append(Phrase("Ce qu'apporterait un câble de plus :", "What one more cable would bring:")[language])
      lines += headroom.gains.map { "  " + gain($0)[language] }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `{"links":…,"fibres":…,"limits":[…],"gains":[…]}` as `headroom --json` prints it.
  public var json: JSONValue {
    .object([
      "from": .string(names.name(request.from)), "to": .string(names.name(request.to)),
      "fibresPerLink": .integer(request.fibreCount), "links": .integer(headroom.linkCount),
      "fibres": .integer(headroom.fibreCount),
      "limits": .array(
        headroom.limits.map { limit in
          .object([
            "fibres": .integer(limit.fibreCount), "sections": .array(limit.sections.map(names.json)),
            "portsAt": .text(limit.portsAt.map(names.name)),
          ])
        }),
      "gains": .array(
        headroom.gains.map { gain in
          .object([
            "section": .string(network.sections[gain.section].code.rawValue), "cableSize": .integer(gain.cableSize),
            "fibres": .integer(gain.fibreCount), "more": .integer(gain.fibreCount - headroom.fibreCount),
          ])
        }),
    ])
  }

  private func lines(_ limit: Headroom.Limit, _ rank: Int, _ language: Language) -> [String] {
    if let end = limit.portsAt {
      return [
        Phrase(
          "\(rank + 1). À \(limit.fibreCount) fibres : plus de ports libres à \(names.name(end)).",
          "\(rank + 1). At \(limit.fibreCount) fibres: no more free ports at \(names.name(end)).")[language]
      ]
    }
    if limit.sections.isEmpty {
      return [
        Phrase(
          "\(rank + 1). À \(limit.fibreCount) fibres : aucun autre câble ne mène à l'arrivée.",
          "\(rank + 1). At \(limit.fibreCount) fibres: no other cable leads to the far end.")[language]
      ]
    }
    let title = Phrase(
      "\(rank + 1). À \(limit.fibreCount) fibres, ces tronçons sont pleins :",
      "\(rank + 1). At \(limit.fibreCount) fibres, these sections are full:")[language]
    let rows = limit.sections.prefix(Self.mostListed).map { one in
      let code = network.sections[one.section].code
      return Phrase(
        "     \(names.name(one.from)) – \(names.name(one.to)), \(code) : \(one.free) libre(s) sur \(one.total)",
        "     \(names.name(one.from)) – \(names.name(one.to)), \(code): \(one.free) of \(one.total) free")[language]
    }
    let more = limit.sections.count - Self.mostListed
    return [title] + rows + (more > 0 ? ["     … + \(more)"] : [])
  }

  private func gain(_ gain: Headroom.Gain) -> Phrase {
    let code = network.sections[gain.section].code
    let more = gain.fibreCount - headroom.fibreCount
    return Phrase(
      "\(code) + \(gain.cableSize) FO : +\(more), soit \(gain.fibreCount) fibres",
      "\(code) + \(gain.cableSize) fibres: +\(more), \(gain.fibreCount) fibres in all")
  }
}
