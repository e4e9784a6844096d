public import FibreModel
import FibrePlanning

/// Finds what a code names and says what is known of it.
public struct ObjectFinder {
  let network: Network
  let tracer: Tracer
  let language: Language

  /// Prepares to look things up in a network.
  public init(_ network: Network, language: Language) {
    self.network = network
    tracer = Tracer(network)
    self.language = language
  }

  /// The sheet of the object that a code names, or nothing. Sites and boxes are found by their owner's name too.
  public func sheet(of code: String) -> ObjectSheet? {
    if let site = network.site(named: code) { return sheet(site) }
    if let panel = network.panels.index(of: Code(code)) { return sheet(panel) }
    if let box = network.box(named: code) { return sheet(box) }
    if let cassette = network.cassettes.index(of: Code(code)) { return sheet(cassette) }
    if let section = network.sections.index(of: Code(code)) { return sheet(section) }
    if let cable = network.cables.index(of: Code(code)) { return sheet(cable) }
    if let service = network.services.index(of: Code(code)) { return sheet(service) }
    if let fibre = network.fibre(named: code) { return sheet(fibre) }
    if let port = network.port(named: code) { return sheet(port) }
    return placeSheet(code)
  }

  // MARK: Sites and panels

  private func sheet(_ index: Index<Site>) -> ObjectSheet {
    let site = network.sites[index]
    var sheet = ObjectSheet("site", site.kind.phrase, site.label)
    sheet.add("code", Phrase("Code", "Code"), site.code.rawValue)
    sheet.add("name", Phrase("Nom", "Name"), site.name)
    addPosition(of: site.node, to: &sheet)
    let panels = network.panels(in: index)
    sheet.add("panels", Phrase("Tiroirs", "Panels"), lines: panels.map { panelLine($0) })
    sheet.add("sections", Phrase("Câbles qui y arrivent", "Cables that end here"), lines: cableLines(at: site.node))
    return sheet
  }

  private func panelLine(_ index: Index<Panel>) -> String {
    let panel = network.panels[index]
    let used = Set(network.joints(in: index).compactMap { network.joints[$0].number }).count
    return "\(panel.code)  \(used)/\(panel.portCapacity.map { String($0) } ?? "?")"
  }

  private func sheet(_ index: Index<Panel>) -> ObjectSheet {
    let panel = network.panels[index]
    var sheet = ObjectSheet("panel", Phrase("Tiroir", "Panel"), panel.code.rawValue)
    sheet.add("name", Phrase("Nom", "Name"), panel.name)
    sheet.add("site", Phrase("Site", "Site"), network.site(of: index).map { network.sites[$0].label })
    sheet.add("ports", Phrase("Ports", "Ports"), panel.portCapacity.map { String($0) })
    sheet.add("joints", Phrase("Ports occupés", "Ports in use"), lines: network.joints(in: index).map { jointLine($0) })
    return sheet
  }

  private func sheet(_ port: Port) -> ObjectSheet? {
    guard let joint = network.joint(at: port) else { return nil }
    var sheet = ObjectSheet("port", Phrase("Port", "Port"), network.name(of: port))
    sheet.add("site", Phrase("Site", "Site"), network.site(of: port.panel).map { network.sites[$0].label })
    sheet.add("joint", Phrase("Raccordement", "Joint"), jointLine(joint))
    let fibres = network.joints[joint].ends.map(\.fibre)
    sheet.add("services", Self.passing, lines: services { !$0.isDisjoint(with: fibres) })
    return sheet
  }

  // MARK: Boxes and cassettes

  private func sheet(_ index: Index<Box>) -> ObjectSheet {
    let box = network.boxes[index]
    var sheet = ObjectSheet(box.kind.rawValue, box.kind.phrase, box.code.rawValue)
    sheet.add("name", Phrase("Nom", "Name"), box.name)
    sheet.add("externalCode", Phrase("Nom d'usage", "Owner's name"), box.externalCode)
    sheet.add("capacityClass", Phrase("Capacité", "Capacity"), box.capacityClass)
    addPosition(of: box.node, to: &sheet)
    let trays = network.cassettes(in: index)
    sheet.add("cassettes", Phrase("Cassettes", "Cassettes"), lines: trays.map { cassetteLine($0) })
    sheet.add("sections", Phrase("Câbles qui y arrivent", "Cables that end here"), lines: cableLines(at: box.node))
    let fibres = Set(trays.flatMap { network.joints(in: $0) }.flatMap { network.joints[$0].ends.map(\.fibre) })
    sheet.add("services", Self.passing, lines: services { !$0.isDisjoint(with: fibres) })
    return sheet
  }

  private func cassetteLine(_ index: Index<Cassette>) -> String {
    let tray = network.cassettes[index]
    let used = network.joints(in: index).count
    return "\(tray.code)  \(used)/\(tray.slotCapacity.map { String($0) } ?? "?")"
  }

  private func sheet(_ index: Index<Cassette>) -> ObjectSheet {
    let tray = network.cassettes[index]
    var sheet = ObjectSheet("cassette", Phrase("Cassette", "Cassette"), tray.code.rawValue)
    sheet.add("box", Phrase("Boîte", "Box"), tray.box.map { network.boxes[$0].code.rawValue })
    sheet.add("number", Phrase("Numéro", "Number"), tray.number.map { String($0) })
    sheet.add("face", Phrase("Face", "Face"), tray.face)
    sheet.add("slots", Phrase("Positions", "Slots"), tray.slotCapacity.map { String($0) })
    sheet.add("joints", Phrase("Raccordements", "Joints"), lines: network.joints(in: index).map { jointLine($0) })
    return sheet
  }

  // MARK: Cables, fibres, services

  private func sheet(_ index: Index<Cable>) -> ObjectSheet {
    let cable = network.cables[index]
    var sheet = ObjectSheet("cable", Phrase("Câble", "Cable"), cable.code.rawValue)
    sheet.add("reference", Phrase("Modèle", "Model"), cable.reference.map { network.references[$0].design })
    let sections = network.sections(of: index)
    sheet.add("sections", Phrase("Tronçons", "Sections"), lines: sections.map { sectionLine($0) })
    let owned = Set(sections)
    sheet.add("services", Self.passing, lines: services { $0.contains { owned.contains(network.section(of: $0)) } })
    return sheet
  }

  private func sheet(_ index: Index<CableSection>) -> ObjectSheet {
    let section = network.sections[index]
    var sheet = ObjectSheet("section", Phrase("Tronçon de câble", "Cable section"), section.code.rawValue)
    sheet.add("cable", Phrase("Câble", "Cable"), network.cables[section.cable].code.rawValue)
    sheet.add("fibres", Phrase("Fibres", "Fibres"), "\(section.fibreCount)")
    sheet.add("modulo", Phrase("Modulo", "Modulo"), "\(section.modulo)")
    sheet.add("fibreCode", Phrase("Code couleur", "Colour code"), section.fibreCode.rawValue)
    sheet.add("lengthMetres", Phrase("Longueur (m)", "Length (m)"), section.length)
    sheet.add("ends", Phrase("Extrémités", "Ends"), endsText(section))
    let services = services { $0.contains { network.section(of: $0) == index } }
    sheet.add("services", Self.passing, lines: services)
    return sheet
  }

  private func sheet(_ fibre: Index<Fibre>) -> ObjectSheet {
    let section = network.sections[network.section(of: fibre)]
    let number = network.number(of: fibre)
    var sheet = ObjectSheet("fibre", Phrase("Fibre", "Fibre"), network.name(of: fibre))
    sheet.add("code", Phrase("Code", "Code"), network.code(of: fibre))
    sheet.add("tube", Phrase("Tube", "Tube"), "\(section.tube(ofFibre: number))")
    sheet.add(
      "tubeColour", Phrase("Couleur du tube", "Tube colour"), markText(section.tubeMark(section.tube(ofFibre: number))))
    sheet.add("fibreColour", Phrase("Couleur", "Colour"), markText(section.fibreMark(number)))
    sheet.add("services", Self.passing, lines: services { $0.contains(fibre) })
    return sheet
  }

  private func sheet(_ index: Index<Service>) -> ObjectSheet {
    let service = network.services[index]
    var sheet = ObjectSheet("service", Phrase("Service", "Service"), service.code.rawValue)
    sheet.add("class", Phrase("Classe", "Class"), service.serviceClass.rawValue)
    sheet.add("kind", Phrase("Nature", "Kind"), service.kind)
    sheet.add("client", Phrase("Client", "Client"), service.client)
    sheet.add("operator", Phrase("Opérateur", "Operator"), service.operatorName)
    sheet.add("endA", Phrase("Extrémité A", "End A"), service.endA.map { network.name(of: $0) }.joined(separator: ", "))
    sheet.add("endB", Phrase("Extrémité B", "End B"), service.endB.map { network.name(of: $0) }.joined(separator: ", "))
    sheet.add("protects", Phrase("Protège", "Protects"), service.protects?.rawValue)
    sheet.add("optics", Phrase("Optique", "Optics"), service.optics?.rawValue)
    sheet.add(
      "maxOutageMinutes", Phrase("Coupure admise (min)", "Outage allowed (min)"),
      service.maximumOutageMinutes.map { String($0) })
    return sheet
  }
}
