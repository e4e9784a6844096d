public import FibreModel
public import FibrePlanning

/// A request without an answer, as people and programs read it.
public struct BlockageSheet: Sendable {
  private let blockage: PathBlockage
  private let request: PathRequest
  private let names: PathNames
  private let network: Network
  /// Sections of a cut that are listed in a text.
  private static let mostListed = 12

  /// Arranges why a request has no answer.
  public init(_ blockage: PathBlockage, of request: PathRequest, on network: Network) {
    self.blockage = blockage
    self.request = request
    self.network = network
    names = PathNames(network: network)
  }

  /// The reason, the cut and what opens it, as text for a terminal.
  public func text(in language: Language) -> String {
    var lines = [
      Phrase(
        "Aucun chemin de \(french: request.fibreCount, "fibre(s)") de \(names.name(request.from)) à \(names.name(request.to)).",
        "No path of \(english: request.fibreCount, "fibre(s)") from \(names.name(request.from)) to \(names.name(request.to))."
      )[
        language], reason[language],
    ]
    lines += blockage.cut.prefix(Self.mostListed).map { "  " + line($0)[language] }
    if blockage.cut.count > Self.mostListed {
      lines.append("  … + \(blockage.cut.count - Self.mostListed)")
    }
    if !blockage.opening.isEmpty {
      lines.append(Phrase("Ce qui ouvrirait le passage :", "What would open the way:")[language])
      lines += blockage.opening.map { "  " + opening($0)[language] }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `{"paths":[],"blocked":{…}}` as `path --json` prints it.
  public var json: JSONValue {
    .object([
      "paths": .array([]),
      "blocked": .object([
        "reason": .string(keyword), "object": .text(object), "fibresThatFit": .integer(blockage.linkCount),
        "cut": .array(blockage.cut.map(names.json)), "opening": .array(blockage.opening.map(names.json)),
      ]),
    ])
  }

  /// The place or object that can't be got to, or has too few ports.
  private var object: String? {
    switch blockage.reason {
    case .fewPorts(let ends, _): ends.map(names.name).joined(separator: ", ")
    case .cannotReach(let object): names.name(object)
    default: nil
    }
  }

  private var keyword: String {
    switch blockage.reason {
    case .notConnected: "notConnected"
    case .fewPorts: "fewPorts"
    case .fullSections: "fullSections"
    case .onlyApart: "onlyApart"
    case .pluggedPorts: "pluggedPorts"
    case .cannotReach: "cannotReach"
    case .cannotPassAll: "cannotPassAll"
    case .tooLossy: "tooLossy"
    }
  }

  private var reason: Phrase {
    switch blockage.reason {
    case .notConnected: notConnected
    case .fewPorts(let ends, let fitting): fewPorts(ends, fitting)
    case .fullSections:
      Phrase(
        "La coupe la plus étroite laisse passer \(french: blockage.linkCount, "fibre(s)") :",
        "The tightest cut lets \(english: blockage.linkCount, "fibre(s)") through:")
    case .onlyApart(let widest):
      Phrase(
        "\(blockage.linkCount) fibres passent, mais par plusieurs routes ; une seule route en porte \(widest) au plus.",
        "\(blockage.linkCount) fibres get through, but over several routes; one route carries \(widest) at most.")
    case .pluggedPorts: pluggedPorts
    case .cannotReach(let object): cannotReach(names.name(object))
    case .cannotPassAll: cannotPassAll
    case .tooLossy(let least): tooLossy(least)
    }
  }

  private func fewPorts(_ ends: [PathEnd], _ fitting: Int) -> Phrase {
    let (french, english) = (
      ends.map(names.name).joined(separator: " et à "), ends.map(names.name).joined(separator: " and at ")
    )
    return Phrase(
      "Faute de ports libres à \(french), \(french: fitting, "fibre(s) passe(nt)") : poser un tiroir, ou libérer des ports.",
      "For want of free ports at \(english), \(english: fitting, "fibre(s) get(s|)") through: fit a panel, or free some ports."
    )
  }

  private var pluggedPorts: Phrase {
    Phrase(
      "Une route a assez de fibres libres, mais des jarretières inutilisées tiennent leurs ports en chemin : les débrancher.",
      "One route has enough free fibres, but unused patch cords hold their ports on the way: unplug these.")
  }

  private var notConnected: Phrase {
    let size = request.fibreCount
    return request.avoid.isEmpty
      ? Phrase(
        "Aucune suite de câbles de \(french: size, "fibre(s)") ou plus, libres ou non, ne relie ces deux lieux\(clients.french).",
        "No cables of \(english: size, "fibre(s)") or more, free or not, join the two places\(clients.english).")
      : Phrase(
        "Sans \(avoided), aucune suite de câbles de \(french: size, "fibre(s)") ou plus, libres ou non, ne relie ces deux lieux\(clients.french) : retirer un --avoid.",
        "Without \(avoided), no cables of \(english: size, "fibre(s)") or more, free or not, join the two places\(clients.english): take out an --avoid."
      )
  }

  /// What else is kept off, where there is any.
  private var clients: (french: String, english: String) {
    network.sites.rows.contains { $0.kind == .client }
      ? (" sans traverser un site de client", " without crossing a client's site") : ("", "")
  }

  private var avoided: String { request.avoid.map(names.name).joined(separator: ", ") }

  private func cannotReach(_ object: String) -> Phrase {
    blockage.cut.isEmpty
      ? Phrase(
        "Aucun chemin libre ne passe par \(object) : le retirer de --via.",
        "No free way passes \(object): take it out of --via.")
      : Phrase(
        "Aucun chemin libre ne passe par \(object). La coupe qui y mène laisse passer \(french: blockage.linkCount, "fibre(s)") :",
        "No free way passes \(object). The cut on the way there lets \(english: blockage.linkCount, "fibre(s)") through:"
      )
  }

  private var cannotPassAll: Phrase {
    let all = request.via.map(names.name).joined(separator: ", ")
    return request.isViaOrdered
      ? Phrase(
        "Chacun de \(all) se laisse passer seul, mais aucun chemin libre ne les passe tous dans cet ordre : retirer --in-order, ou un --via.",
        "Each of \(all) can be passed alone, but no free way passes all in this order: take out --in-order, or a --via."
      )
      : Phrase(
        "Chacun de \(all) se laisse passer seul, mais aucun chemin libre ne les passe tous : retirer un --via.",
        "Each of \(all) can be passed alone, but no free way passes all: take out a --via.")
  }

  private func tooLossy(_ least: Loss) -> Phrase {
    let limit = request.limit
    let wavelength = limit.map { " (\($0.wavelength.nanometres) nm)" } ?? ""
    let (french, english) = (limit?.loss.decibelsText(.french) ?? "", limit?.loss.decibelsText(.english) ?? "")
    return Phrase(
      "Le chemin le moins affaiblissant perd \(least.decibelsText(.french)) dB\(wavelength), plus que la limite de \(french) dB.",
      "The clearest way loses \(least.decibelsText(.english)) dB\(wavelength), more than the limit of \(english) dB.")
  }

  private func line(_ one: TightSection) -> Phrase {
    let (from, to) = (names.name(one.from), names.name(one.to))
    let code = network.sections[one.section].code
    return Phrase(
      "\(from) – \(to), \(code) : \(french: one.free, "libre(s)") sur \(one.total)",
      "\(from) – \(to), \(code): \(one.free) of \(one.total) free")
  }

  private func opening(_ one: TightSection) -> Phrase {
    let tight = line(one)
    return Phrase(
      "\(tight.french) ; en libérer \(one.missing)", "\(tight.english); free \(one.missing) there")
  }
}
