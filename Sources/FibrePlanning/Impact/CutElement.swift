public import FibreModel

/// Something that a cut, a fire or a work crew takes out of service as a whole.
public enum CutElement: Hashable, Sendable {
  case fibre(Index<Fibre>)
  /// A piece of cable between two boxes, with all its fibres.
  case section(Index<CableSection>)
  /// A whole sheath, all its sections.
  case cable(Index<Cable>)
  case joint(Index<Joint>)
  case port(Port)
  case cassette(Index<Cassette>)
  /// A closure, a distribution point or an outlet.
  case box(Index<Box>)
  case panel(Index<Panel>)
  case rack(Index<Rack>)
  case room(Index<OperatorRoom>)
  case site(Index<Site>)
  /// A chamber or a pole, with the boxes in it and every cable that comes by.
  case technicalPoint(Index<TechnicalPoint>)
  /// A duct, with the ducts inside it.
  case duct(Index<Duct>)
  /// A stretch of civil works, with every duct along it.
  case pathway(Index<Pathway>)

  /// What kind of thing an element is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case fibre, section, cable, joint, port, cassette, closure, distributionPoint, outlet, panel, rack, room, site
    case technicalPoint, duct, pathway
  }
}

extension Network {
  /// What kind of thing an element is.
  public func kind(of element: CutElement) -> CutElement.Kind {
    switch element {
    case .fibre: .fibre
    case .section: .section
    case .cable: .cable
    case .joint: .joint
    case .port: .port
    case .cassette: .cassette
    case .box(let box):
      switch boxes[box].kind {
      case .spliceClosure: .closure
      case .distributionPoint: .distributionPoint
      case .outlet: .outlet
      }
    case .panel: .panel
    case .rack: .rack
    case .room: .room
    case .site: .site
    case .technicalPoint: .technicalPoint
    case .duct: .duct
    case .pathway: .pathway
    }
  }

  /// What is printed on an element: its code; a site's name of use; `SECTION:n` and `PANEL:n`.
  public func name(of element: CutElement) -> String {
    switch element {
    case .fibre(let fibre): name(of: fibre)
    case .section(let section): sections[section].code.rawValue
    case .cable(let cable): cables[cable].code.rawValue
    case .joint(let joint): joints.code(of: joint).rawValue
    case .port(let port): name(of: port)
    case .cassette(let cassette): cassettes[cassette].code.rawValue
    case .box(let box): boxes[box].code.rawValue
    case .panel(let panel): panels[panel].code.rawValue
    case .rack(let rack): racks[rack].code.rawValue
    case .room(let room): rooms[room].code.rawValue
    case .site(let site): sites[site].label
    case .technicalPoint(let point): technicalPoints[point].code.rawValue
    case .duct(let duct): ducts[duct].code.rawValue
    case .pathway(let pathway): pathways[pathway].code.rawValue
    }
  }
}
