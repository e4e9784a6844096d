public import FibreModel
import FibrePlanning

// Lines that several sheets share.
extension ObjectFinder {
  static let passing = Phrase("Services qui y passent", "Services that pass through")

  /// Services with a route whose fibres fulfil a condition, in order of code.
  func services(where condition: (Set<Index<Fibre>>) -> Bool) -> [String] {
    network.services.indices.filter { service in
      let fibres = tracer.links(of: service).compactMap(\.route).flatMap(\.fibres)
      return condition(Set(fibres))
    }
    .map { network.services[$0] }.sorted { $0.code < $1.code }
    .map { "\($0.code)  \($0.serviceClass.rawValue)  \($0.client)" }
  }

  /// `3  épissure  CAB-SF-01/1:5 = CAB-DIS-01/1:5`: slot, kind and what meets there.
  func jointLine(_ index: Index<Joint>) -> String {
    let joint = network.joints[index]
    let ends = [joint.first, joint.second].map { end in end.map { network.name(of: $0.fibre) } ?? "–" }
    let number = joint.number.map { String($0) } ?? "?"
    return "\(number)  \(joint.kind.phrase[language])  \(ends[0]) = \(ends[1])"
  }

  func cableLines(at node: Index<Node>?) -> [String] {
    guard let node else { return [] }
    return network.sections(at: node).filter { network.cables[network.sections[$0].cable].kind != .patchCord }
      .map { sectionLine($0) }
  }

  func sectionLine(_ index: Index<CableSection>) -> String {
    let section = network.sections[index]
    return "\(section.code)  \(section.fibreCount) FO  \(section.length.exactMetres(language)) m  \(endsText(section))"
  }

  func endsText(_ section: CableSection) -> String {
    "\(placeText(section.nodeA)) – \(placeText(section.nodeB))"
  }

  /// What stands at a node: a site or a box if there is one, else the node's own code.
  private func placeText(_ node: Index<Node>?) -> String {
    guard let node else { return "?" }
    if let box = network.boxes(at: node).first { return network.boxes[box].code.rawValue }
    if let site = network.sites.rows.first(where: { $0.node == node }) { return site.label }
    return network.nodes[node].code.rawValue
  }

  func markText(_ mark: ColourMark) -> String { mark.label(language) }

  func addPosition(of node: Index<Node>?, to sheet: inout ObjectSheet) {
    guard let point = node.flatMap({ network.nodes[$0].position }) else { return }
    let east = Decimals.exact(point.x, scale: 3)
    let north = Decimals.exact(point.y, scale: 3)
    sheet.add("position", Phrase("Lambert-93", "Lambert-93"), "\(east) \(north)")
  }

  /// The sheet of a thing that holds no fibres: a chamber, a rack, premises, a pathway.
  func placeSheet(_ code: String) -> ObjectSheet? {
    if let point = network.technicalPoints[Code(code)] {
      var sheet = ObjectSheet("technicalPoint", point.kind.phrase, code)
      sheet.add("name", Phrase("Nom", "Name"), point.name)
      sheet.add("nature", Phrase("Modèle", "Model"), point.nature)
      addPosition(of: point.node, to: &sheet)
      let boxes = point.node.map { network.boxes(at: $0).map { network.boxes[$0].code.rawValue } } ?? []
      sheet.add("boxes", Phrase("Boîtes", "Boxes"), lines: boxes)
      sheet.add("sections", Phrase("Câbles qui y arrivent", "Cables that end here"), lines: cableLines(at: point.node))
      return sheet
    }
    if let premises = network.premises[Code(code)] {
      var sheet = ObjectSheet("premises", premises.kind.phrase, code)
      sheet.add("connectionState", Phrase("Raccordement", "Connection"), premises.connectionState)
      addPosition(of: premises.node, to: &sheet)
      return sheet
    }
    if let pathway = network.pathways[Code(code)] {
      var sheet = ObjectSheet("pathway", Phrase("Cheminement", "Pathway"), code)
      sheet.add("street", Phrase("Voie", "Street"), pathway.street)
      sheet.add("lengthMetres", Phrase("Longueur (m)", "Length (m)"), pathway.length)
      return sheet
    }
    return nil
  }
}

extension TechnicalPointKind: Worded {
  public var phrase: Phrase {
    switch self {
    case .chamber: Phrase("chambre", "chamber")
    case .pole: Phrase("appui", "pole")
    case .facade: Phrase("ancrage de façade", "facade anchor")
    case .building: Phrase("immeuble", "building")
    case .other: Phrase("point technique", "technical point")
    }
  }
}

extension PremisesKind: Worded {
  public var phrase: Phrase {
    switch self {
    case .residential: Phrase("local d'habitation", "residential premises")
    case .professional: Phrase("local professionnel", "professional premises")
    case .operatorOwned: Phrase("local d'opérateur", "operator's premises")
    case .technical: Phrase("local technique", "technical premises")
    }
  }
}
