import GeoFormats

/// What the zone of a cabinet says beside its shape.
struct CabinetZone {
  var stem: String
  /// The stem of the central office's zone.
  var office: String
  var reference: String
  var capacity: Int
  var lines: Int
}

// MARK: zones

extension Draft {
  mutating func addOfficeZone(_ stem: String, at node: Int, shape: Geometry) {
    rows.add(
      .officeZone,
      [
        "zn_code": "ZN-" + stem, "zn_nd_code": nodes[node].code, "zn_nroref": stem, "zn_nrotype": "PON-PTP",
        "zn_etat": "DP", "zn_creadat": Self.surveyed,
      ], shape: shape)
  }

  mutating func addCabinetZone(_ zone: CabinetZone, at node: Int, shape: Geometry) {
    rows.add(
      .cabinetZone,
      [
        "zs_code": "ZS-" + zone.stem, "zs_nd_code": nodes[node].code, "zs_zn_code": "ZN-" + zone.office,
        "zs_refpm": zone.reference, "zs_etatpm": "DP", "zs_dateins": "2019-05-01", "zs_typeemp": "ADR",
        "zs_capamax": String(zone.capacity), "zs_nblogmt": String(zone.lines), "zs_creadat": Self.surveyed,
      ], shape: shape)
  }

  mutating func addPointZone(_ code: String, at node: Int, cabinet: String, capacity: Int, shape: Geometry) {
    rows.add(
      .pointZone,
      [
        "zp_code": code, "zp_nd_code": nodes[node].code, "zp_zs_code": "ZS-" + cabinet,
        "zp_capamax": String(capacity), "zp_creadat": Self.surveyed,
      ], shape: shape)
  }
}

// MARK: dwellings

extension Draft {
  /// Adds a dwelling on a node of its own, which it returns; `connection` is a value of `l_suf_racco`.
  mutating func addDwelling(_ stem: String, at location: Location, zone: String, connection: String) -> Int {
    let node = addNode("ND-" + stem, kind: .premises, at: location.point, street: location.street)
    let address = addAddress(location, dwellings: 1)
    rows.add(
      .premises,
      [
        "sf_code": "SF-" + stem, "sf_nd_code": nodes[node].code, "sf_ad_code": address, "sf_zp_code": zone,
        "sf_type": "R", "sf_racco": connection, "sf_creadat": Self.surveyed,
      ])
    return node
  }

  /// Lays a drop of one fibre to an outlet in a dwelling and returns the fibre.
  mutating func layDrop(to node: Int, stem: String, from box: Int) -> FibreReference {
    let outlet = addBox(Box(code: "PTO-" + stem, stem: stem, kind: .outlet, node: node, holder: "SF-" + stem))
    cables.append(
      Cable(
        code: "CAB-" + stem, label: "CAB-" + stem, capacity: 1, modulo: 1, declaredColours: .orange, colours: .orange,
        from: boxes[box].node, to: node, metres: sectionMetres(nodes[boxes[box].node].point, nodes[node].point),
        level: "RA"))
    let fibre = FibreReference(cable: cables.count - 1, number: 1)
    let socket = openTray(in: outlet, kind: .connectors, capacity: 1)
    joints.append(Joint(place: socket, slot: 1, first: nil, second: fibre, kind: .connector))
    return fibre
  }
}
