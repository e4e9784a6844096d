import FibreModel

extension ContentTable {
  static let placeTables = [
    nodes, organisations, references, addresses, sites, rooms, racks, panels, equipment, areas, premises,
    technicalPoints, pathways,
  ]

  private static let nodes = ContentTable(
    "nodes", names("code x_mm y_mm attributes"), of: { $0.nodes.rows }, numbers: { $0.nodes }
  ) { row, _ in [Cell(row.code), Cell(row.position?.x), Cell(row.position?.y), Cell(row.attributes)] }

  private static let organisations = ContentTable(
    "organisations", names("code name attributes"), of: { $0.organisations.rows }, numbers: { $0.organisations }
  ) { row, _ in [Cell(row.code), Cell(row.name), Cell(row.attributes)] }

  private static let references = ContentTable(
    "product_references", names("code kind design attributes"), of: { $0.references.rows },
    numbers: { $0.references }
  ) { row, _ in [Cell(row.code), Cell(row.kind), Cell(row.design), Cell(row.attributes)] }

  private static let addresses = ContentTable(
    "addresses", names("code x_mm y_mm number street postcode commune commune_code attributes"),
    of: { $0.addresses.rows }, numbers: { $0.addresses }
  ) { row, _ in
    [
      Cell(row.code), Cell(row.position?.x), Cell(row.position?.y), Cell(row.number), Cell(row.street),
      Cell(row.postcode), Cell(row.commune), Cell(row.communeCode), Cell(row.attributes),
    ]
  }

  private static let sites = ContentTable(
    "sites", names("code external_code name kind node_id address_id attributes geom"), of: { $0.sites.rows },
    numbers: { $0.sites }
  ) { row, content in
    [
      Cell(row.code), Cell(row.externalCode), Cell(row.name), Cell(row.kind), content.number(row.node),
      content.number(row.address), Cell(row.attributes), content.pin(at: row.node),
    ]
  }

  private static let rooms = ContentTable(
    "rooms", names("code name site_id attributes"), of: { $0.rooms.rows }, numbers: { $0.rooms }
  ) { row, content in [Cell(row.code), Cell(row.name), content.number(row.site), Cell(row.attributes)] }

  private static let racks = ContentTable(
    "racks", names("code name room_id attributes"), of: { $0.racks.rows }, numbers: { $0.racks }
  ) { row, content in [Cell(row.code), Cell(row.name), content.number(row.room), Cell(row.attributes)] }

  private static let panels = ContentTable(
    "panels", names("code name rack_id port_capacity is_cable_head attributes"), of: { $0.panels.rows },
    numbers: { $0.panels }
  ) { row, content in
    [
      Cell(row.code), Cell(row.name), content.number(row.rack), Cell(row.portCapacity),
      Cell(row.isCableHead ? 1 : 0), Cell(row.attributes),
    ]
  }

  private static let equipment = ContentTable(
    "equipment", names("code name rack_id attributes"), of: { $0.equipment.rows }, numbers: { $0.equipment }
  ) { row, content in [Cell(row.code), Cell(row.name), content.number(row.rack), Cell(row.attributes)] }

  private static let areas = ContentTable(
    "service_areas", names("code kind node_id parent_id attributes geom"), of: { $0.areas.rows },
    numbers: { $0.areas }
  ) { row, content in
    [
      Cell(row.code), Cell(row.kind), content.number(row.node), content.number(row.parent), Cell(row.attributes),
      Cell(row.area.map { GeometryBlob.area($0) }),
    ]
  }

  private static let premises = ContentTable(
    "premises", names("code kind node_id address_id area_id connection_state attributes geom"),
    of: { $0.premises.rows }, numbers: { $0.premises }
  ) { row, content in
    [
      Cell(row.code), Cell(row.kind), content.number(row.node), content.number(row.address),
      content.number(row.area), Cell(row.connectionState), Cell(row.attributes), content.pin(at: row.node),
    ]
  }

  private static let technicalPoints = ContentTable(
    "technical_points", names("code name kind nature node_id attributes geom"), of: { $0.technicalPoints.rows },
    numbers: { $0.technicalPoints }
  ) { row, content in
    [
      Cell(row.code), Cell(row.name), Cell(row.kind), Cell(row.nature), content.number(row.node),
      Cell(row.attributes), content.pin(at: row.node),
    ]
  }

  private static let pathways = ContentTable(
    "pathways", names("code node_a_id node_b_id street length_mm attributes geom"), of: { $0.pathways.rows },
    numbers: { $0.pathways }
  ) { row, content in
    [
      Cell(row.code), content.number(row.nodeA), content.number(row.nodeB), Cell(row.street), Cell(row.length),
      Cell(row.attributes), Cell(GeometryBlob.line(row.line)),
    ]
  }
}
