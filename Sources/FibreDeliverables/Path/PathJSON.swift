public import FibreModel
public import FibrePlanning

extension PathSheet {
  /// `{"paths":[…]}` as `path --json` prints it.
  public var json: JSONValue {
    .object(["paths": .array(answers.indices.map { path($0) }), "blocked": .null])
  }

  func path(_ rank: Int) -> JSONValue {
    let answer = answers[rank]
    let worse = rank == 0 ? nil : answer.reason(against: answers[0], by: request.order)
    return .object([
      "from": .string(names.name(request.from)), "to": .string(names.name(request.to)),
      "fibres": .integer(request.fibreCount), "lengthMetres": .metres(answer.length),
      "newSplices": .integer(answer.newSplices),
      "newCords": .integer(answer.newCords), "extraTubes": .integer(answer.extraTubes),
      "openedClosures": .array(answer.openedClosures.map { .string(network.boxes[$0].label) }),
      "loss": .array(
        answer.losses.map {
          .object(["wavelengthNanometres": .integer($0.wavelength.nanometres), "decibels": .decibels($0.loss)])
        }),
      "start": .array(answer.starts.map(names.json)), "sections": .array(answer.steps.map(step)),
      "touchedServices": .array(answer.touchedServices.map { .string(network.services[$0].code.rawValue) }),
      "worseBy": .text(worse?.rawValue),
    ])
  }

  private func step(_ step: PathStep) -> JSONValue {
    .object([
      "section": .string(network.sections[step.section].code.rawValue), "from": .string(names.name(step.from)),
      "to": .string(names.name(step.to)),
      "fibres": .array(step.fibres.map { .string(network.name(of: $0)) }),
      "joints": .array(step.joins.map(names.json)),
    ])
  }
}

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
        "Aucun chemin de \(request.fibreCount) fibre(s) de \(names.name(request.from)) à \(names.name(request.to)).",
        "No path of \(request.fibreCount) fibre(s) from \(names.name(request.from)) to \(names.name(request.to)).")[
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
        "reason": .string(keyword), "fibresThatFit": .integer(blockage.linkCount),
        "cut": .array(blockage.cut.map(names.json)), "opening": .array(blockage.opening.map(names.json)),
      ]),
    ])
  }

  private var keyword: String {
    switch blockage.reason {
    case .notConnected: "notConnected"
    case .fewPorts: "fewPorts"
    case .fullSections: "fullSections"
    case .onlyApart: "onlyApart"
    case .cannotPass: "cannotPass"
    case .tooLossy: "tooLossy"
    }
  }

  private var reason: Phrase {
    switch blockage.reason {
    case .notConnected:
      Phrase(
        "Aucun câble assez grand, libre ou plein, ne relie ces deux lieux avec ce qui est à éviter.",
        "No cable large enough, free or full, joins the two places with what is to be avoided.")
    case .fewPorts(let end, let available):
      Phrase(
        "\(names.name(end)) n'a que \(available) port(s) libre(s) : poser un tiroir, ou libérer des ports.",
        "\(names.name(end)) has only \(available) free port(s): fit a panel, or free some ports.")
    case .fullSections:
      Phrase(
        "La coupe la plus étroite laisse passer \(blockage.linkCount) fibre(s) :",
        "The tightest cut lets \(blockage.linkCount) fibre(s) through:")
    case .onlyApart(let widest):
      Phrase(
        "\(blockage.linkCount) fibres passent, mais par plusieurs routes ; une seule route en porte \(widest) au plus.",
        "\(blockage.linkCount) fibres get through, but over several routes; one route carries \(widest) at most.")
    case .cannotPass:
      Phrase(
        "Il y a des chemins, mais aucun ne passe par tout ce qui est demandé sans revenir sur ses pas.",
        "There are ways, but none that passes all that is asked for without coming back to a place.")
    case .tooLossy(let least):
      Phrase(
        "Le chemin le moins affaiblissant perd \(least.decibelsText(.french)) dB, plus que la limite.",
        "The clearest way loses \(least.decibelsText(.english)) dB, more than the limit.")
    }
  }

  private func line(_ one: TightSection) -> Phrase {
    let (from, to) = (names.name(one.from), names.name(one.to))
    let code = network.sections[one.section].code
    return Phrase(
      "\(from) – \(to), \(code) : \(one.free) libre(s) sur \(one.total)",
      "\(from) – \(to), \(code): \(one.free) of \(one.total) free")
  }

  private func opening(_ one: TightSection) -> Phrase {
    let tight = line(one)
    return Phrase(
      "\(tight.french) ; en libérer \(one.missing)", "\(tight.english); free \(one.missing) there")
  }
}

extension PathNames {
  func json(_ one: TightSection) -> JSONValue {
    .object([
      "section": .string(network.sections[one.section].code.rawValue), "from": .string(name(one.from)),
      "to": .string(name(one.to)), "free": .integer(one.free), "total": .integer(one.total),
      "missing": .integer(one.missing),
    ])
  }
}
