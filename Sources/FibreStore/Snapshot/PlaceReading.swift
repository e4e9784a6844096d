import FibreModel

extension SnapshotReader {
  mutating func readPlaces() throws {
    try read("nodes", "code x_mm y_mm attributes", \.nodes, add: { $0.add($1) }) { reader, row in
      Node(code: Code(row.text(1)), position: row.point(2), attributes: try reader.attributes(row, 4))
    }
    try read("organisations", "code name attributes", \.organisations, add: { $0.add($1) }) { reader, row in
      Organisation(code: Code(row.text(1)), name: row.text(2), attributes: try reader.attributes(row, 3))
    }
    try read("product_references", "code kind design attributes", \.references, add: { $0.add($1) }) { reader, row in
      Reference(
        code: Code(row.text(1)), kind: row.text(2), design: row.text(3), attributes: try reader.attributes(row, 4))
    }
    try readAddresses()
    try readSites()
    try readRooms()
    try readAreas()
    try readPremises()
    try readCivilWorks()
  }

  private mutating func readAddresses() throws {
    try read(
      "addresses", "code x_mm y_mm number street postcode commune commune_code attributes", \.addresses,
      add: { $0.add($1) }
    ) { reader, row in
      Address(
        code: Code(row.text(1)), position: row.point(2), number: row.text(4), street: row.text(5),
        postcode: row.text(6), commune: row.text(7), communeCode: row.text(8),
        attributes: try reader.attributes(row, 9))
    }
  }

  private mutating func readSites() throws {
    try read(
      "sites", "code external_code name kind node_id address_id attributes", \.sites, add: { $0.add($1) }
    ) { reader, row in
      Site(
        code: Code(row.text(1)), externalCode: row.text(2), name: row.text(3), kind: try row.choice(4),
        node: try reader.index(row, 5, reader.numbers.nodes),
        address: try reader.index(row, 6, reader.numbers.addresses),
        attributes: try reader.attributes(row, 7))
    }
  }

  private mutating func readRooms() throws {
    try read("rooms", "code name site_id attributes", \.rooms, add: { $0.add($1) }) { reader, row in
      OperatorRoom(
        code: Code(row.text(1)), name: row.text(2), site: try reader.index(row, 3, reader.numbers.sites),
        attributes: try reader.attributes(row, 4))
    }
    try read("racks", "code name room_id attributes", \.racks, add: { $0.add($1) }) { reader, row in
      Rack(
        code: Code(row.text(1)), name: row.text(2), room: try reader.index(row, 3, reader.numbers.rooms),
        attributes: try reader.attributes(row, 4))
    }
    try read(
      "panels", "code name rack_id port_capacity is_cable_head attributes", \.panels, add: { $0.add($1) }
    ) { reader, row in
      Panel(
        code: Code(row.text(1)), name: row.text(2), rack: try reader.index(row, 3, reader.numbers.racks),
        portCapacity: row.optionalNumber(4), isCableHead: row.integer(5) != 0,
        attributes: try reader.attributes(row, 6))
    }
    try read("equipment", "code name rack_id attributes", \.equipment, add: { $0.add($1) }) { reader, row in
      Equipment(
        code: Code(row.text(1)), name: row.text(2), rack: try reader.index(row, 3, reader.numbers.racks),
        attributes: try reader.attributes(row, 4))
    }
  }

  /// Areas may lie in one that comes later, so all numbers are read first.
  private mutating func readAreas() throws {
    let ids = try RowReader(database, table: "service_areas", sql: "SELECT id FROM service_areas ORDER BY id")
    while try ids.next() { numbers.areas.append(ids.integer(0)) }
    let row = try rows("service_areas", "code kind node_id parent_id attributes geom")
    while try row.next() {
      let area = ServiceArea(
        code: Code(row.text(1)), kind: try row.choice(2), node: try index(row, 3, numbers.nodes),
        parent: try index(row, 4, numbers.areas), area: row.isNull(6) ? nil : try row.area(6),
        attributes: try attributes(row, 5))
      guard builder.add(area) != nil else { throw row.damage(1) }
    }
  }

  private mutating func readPremises() throws {
    try read(
      "premises", "code kind node_id address_id area_id connection_state attributes", \.premises,
      add: { $0.add($1) }
    ) { reader, row in
      Premises(
        code: Code(row.text(1)), kind: try row.choice(2), node: try reader.index(row, 3, reader.numbers.nodes),
        address: try reader.index(row, 4, reader.numbers.addresses),
        area: try reader.index(row, 5, reader.numbers.areas),
        connectionState: row.text(6), attributes: try reader.attributes(row, 7))
    }
  }

  private mutating func readCivilWorks() throws {
    try read(
      "technical_points", "code name kind nature node_id attributes", \.technicalPoints, add: { $0.add($1) }
    ) { reader, row in
      TechnicalPoint(
        code: Code(row.text(1)), name: row.text(2), kind: try row.choice(3), nature: row.text(4),
        node: try reader.index(row, 5, reader.numbers.nodes), attributes: try reader.attributes(row, 6))
    }
    try read(
      "pathways", "code node_a_id node_b_id street length_mm attributes geom", \.pathways, add: { $0.add($1) }
    ) { reader, row in
      Pathway(
        code: Code(row.text(1)), nodeA: try reader.index(row, 2, reader.numbers.nodes),
        nodeB: try reader.index(row, 3, reader.numbers.nodes),
        line: try row.line(7), street: row.text(4), length: try row.sectionLength(5),
        attributes: try reader.attributes(row, 6))
    }
  }
}
