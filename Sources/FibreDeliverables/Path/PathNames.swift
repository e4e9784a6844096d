public import FibreModel
public import FibrePlanning

/// Names of what paths go through, as people and programs read them.
public struct PathNames: Sendable {
  let network: Network

  /// Names things of a network.
  public init(network: Network) { self.network = network }

  func name(_ place: Place) -> String {
    switch place {
    case .box(let box): network.boxes[box].label
    case .site(let site): network.sites[site].label
    case .node(let node): network.nodes[node].code.rawValue
    case .unknown(let section, let side): "\(network.sections[section].code) \(side == .a ? "A" : "B")"
    }
  }

  /// The code or label of an end.
  public func name(_ end: PathEnd) -> String {
    switch end {
    case .site(let site): network.sites[site].label
    case .room(let room): network.rooms[room].code.rawValue
    case .panel(let panel): network.panels[panel].code.rawValue
    case .box(let box): network.boxes[box].label
    }
  }

  /// The code or label of what is to be passed or avoided; a street by its name.
  public func name(_ object: PathObject) -> String {
    switch object {
    case .site(let site): network.sites[site].label
    case .box(let box): network.boxes[box].label
    case .cable(let cable): network.cables[cable].code.rawValue
    case .section(let section): network.sections[section].code.rawValue
    case .duct(let duct): network.ducts[duct].code.rawValue
    case .pathway(let pathway): network.pathways[pathway].code.rawValue
    case .street(let street): street
    }
  }

  func name(_ risk: SharedRisk) -> Phrase {
    switch risk {
    case .section(let section):
      Phrase("le tronçon \(network.sections[section].code)", "section \(network.sections[section].code)")
    case .place(let place): Phrase("le lieu \(name(place))", "place \(name(place))")
    case .cable(let cable): Phrase("le câble \(network.cables[cable].code)", "cable \(network.cables[cable].code)")
    case .pathway(let pathway):
      Phrase("le cheminement \(network.pathways[pathway].code)", "pathway \(network.pathways[pathway].code)")
    case .duct(let duct): Phrase("la conduite \(network.ducts[duct].code)", "duct \(network.ducts[duct].code)")
    }
  }

  /// The kind and code of a risk, for programs.
  func json(_ risk: SharedRisk) -> JSONValue {
    let (kind, code): (String, String) =
      switch risk {
      case .section(let section): ("section", network.sections[section].code.rawValue)
      case .place(let place): ("place", name(place))
      case .cable(let cable): ("cable", network.cables[cable].code.rawValue)
      case .pathway(let pathway): ("pathway", network.pathways[pathway].code.rawValue)
      case .duct(let duct): ("duct", network.ducts[duct].code.rawValue)
      }
    return .object(["kind": .string(kind), "code": .string(code)])
  }

  /// Fibres of one section as ranges of numbers, in the order of the tracks: `1-12,25`.
  func numbers(_ fibres: [Index<Fibre>]) -> String { fibres.map { network.number(of: $0) }.ranges() }

  /// A join as a keyword and what it is at.
  func json(_ join: PathJoin) -> JSONValue {
    let (kind, at): (String, String?) =
      switch join {
      case .port(let port): ("port", network.name(of: port))
      case .newPigtail: ("newPigtail", nil)
      case .leftReady: ("leftReady", nil)
      case .existing(let joint): (network.joints[joint].kind.keyword, nil)
      case .newSplice: ("newSplice", nil)
      case .newCord: ("newCord", nil)
      }
    return .members([("kind", .string(kind)), ("at", at.map { .string($0) })])
  }
}

extension PathCriterion: Worded {
  public var phrase: Phrase {
    switch self {
    case .splices: Phrase("épissures neuves", "new splices")
    case .length: Phrase("longueur", "length")
    case .closures: Phrase("boîtiers ouverts", "closures opened")
    case .tubes: Phrase("tubes en plus", "further tubes")
    case .loss: Phrase("perte", "loss")
    }
  }
}
