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
    var lines = [title[language]]
    for (rank, limit) in headroom.limits.enumerated() { lines += self.lines(limit, rank, language) }
    if headroom.gains.isEmpty {
      lines.append(
        Phrase(
          "Un câble de plus n'apporterait rien sans ports de plus.",
          "One more cable would bring nothing without more ports.")[language])
    } else {
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
      "fibres": .integer(headroom.fibreCount), "limits": .array(headroom.limits.map(json)),
      "gains": .array(headroom.gains.map(json)),
    ])
  }

  private func json(_ limit: Headroom.Limit) -> JSONValue {
    .object([
      "links": .integer(limit.linkCount), "fibres": .integer(limit.linkCount * request.fibreCount),
      "sections": .array(limit.sections.map(names.json)), "portsAt": .text(limit.portsAt.map(names.name)),
    ])
  }

  private func json(_ gain: Headroom.Gain) -> JSONValue {
    let codes = gain.sections.map { network.sections[$0].code.rawValue }
    let more = gain.linkCount - headroom.linkCount
    return .object([
      "section": .text(codes.count == 1 ? codes.first : nil), "together": .array(codes.map { .string($0) }),
      "cableSize": .integer(gain.cableSize), "links": .integer(gain.linkCount),
      "fibres": .integer(gain.linkCount * request.fibreCount), "moreLinks": .integer(more),
      "more": .integer(more * request.fibreCount), "next": gain.next.map(json) ?? .null,
    ])
  }

  private var title: Phrase {
    let (from, to) = (names.name(request.from), names.name(request.to))
    let (count, size) = (headroom.linkCount, request.fibreCount)
    let alone = headroom.fibreCount
    return Phrase(
      "\(from) → \(to) : \(french: count, "liaison(s)") de \(french: size, "fibre(s)") de plus ; \(french: alone, "fibre(s)") une à une.",
      "\(from) → \(to): \(english: count, "more link(s)") of \(english: size, "fibre(s)"); \(english: alone, "fibre(s)") one by one."
    )
  }

  private func lines(_ limit: Headroom.Limit, _ rank: Int, _ language: Language) -> [String] {
    let (number, count) = (rank + 1, limit.linkCount)
    if let end = limit.portsAt {
      return [
        Phrase(
          "\(number). À \(french: count, "liaison(s)") : plus de ports libres à \(names.name(end)).",
          "\(number). At \(english: count, "link(s)"): no more free ports at \(names.name(end)).")[language]
      ]
    }
    if limit.sections.isEmpty {
      return [
        Phrase(
          "\(number). À \(french: count, "liaison(s)") : aucun autre câble ne mène à l'arrivée.",
          "\(number). At \(english: count, "link(s)"): no other cable leads to the far end.")[language]
      ]
    }
    let title = Phrase(
      "\(number). À \(french: count, "liaison(s)"), ces tronçons sont pleins :",
      "\(number). At \(english: count, "link(s)"), these sections are full:")[language]
    let rows = limit.sections.prefix(Self.mostListed).map { one in
      let code = network.sections[one.section].code
      return Phrase(
        "     \(names.name(one.from)) – \(names.name(one.to)), \(code) : \(french: one.free, "libre(s)") sur \(one.total)",
        "     \(names.name(one.from)) – \(names.name(one.to)), \(code): \(one.free) of \(one.total) free")[language]
    }
    let more = limit.sections.count - Self.mostListed
    return [title] + rows + (more > 0 ? ["     … + \(more)"] : [])
  }

  // MARK: Gains

  private func gain(_ gain: Headroom.Gain) -> Phrase {
    let codes = gain.sections.map { network.sections[$0].code.rawValue }
    let size = Phrase("\(gain.cableSize) FO", "\(gain.cableSize) fibres")
    let next = gain.next.map(then)
    let (french, english) = (next?.french ?? "", next?.english ?? "")
    let more = gain.linkCount - headroom.linkCount
    if more == 0 {
      let all = codes.joined(separator: ", ")
      return Phrase("\(all) + \(size.french) : rien\(french)", "\(all) + \(size.english): nothing\(english)")
    }
    let together: (french: String, english: String) =
      switch (codes.count, gain.isFewest) {
      case (1, _): ("", "")
      case (_, true): (" (ensemble, aucun ne suffit seul)", " (together, none does alone)")
      case (_, false): (" (ensemble)", " (together)")
      }
    return Phrase(
      """
      \(codes.joined(separator: " et ")) + \(size.french)\(together.french) : \
      +\(more), soit \(french: gain.linkCount, "liaison(s)")\(french)
      """,
      """
      \(codes.joined(separator: " and ")) + \(size.english)\(together.english): \
      +\(more), \(english: gain.linkCount, "link(s)") in all\(english)
      """)
  }

  /// What is full next, in a few words.
  private func then(_ limit: Headroom.Limit) -> Phrase {
    if let end = limit.portsAt {
      return Phrase(
        " ; puis les ports manquent à \(names.name(end))", "; then ports are wanting at \(names.name(end))")
    }
    let codes = limit.sections.prefix(3).map { network.sections[$0.section].code.rawValue }.joined(separator: ", ")
    let more = limit.sections.count > 3 ? ", … + \(limit.sections.count - 3)" : ""
    return Phrase(" ; puis sont pleins \(codes)\(more)", "; then \(codes)\(more) are full")
  }
}
