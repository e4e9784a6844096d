import GeoFormats

/// Where a new place stands.
struct Location {
  var point: Coordinate
  var commune: Commune
  var street: String
  var number: Int
}

extension Draft {
  static let owner = "SYNDICAT"
  static let manager = "DELEGATAIRE"

  /// Adds a node and returns its index.
  mutating func addNode(_ code: String, kind: Node.Kind, at point: Coordinate, street: String) -> Int {
    nodes.append(Node(code: code, kind: kind, point: point))
    rows.add(
      .node,
      [
        "nd_code": code, "nd_voie": street, "nd_type": kind.rawValue, "nd_type_ep": "OPT", "nd_dtclass": "B",
        "nd_geolmod": "CADA", "nd_creadat": Self.surveyed,
      ],
      shape: .point(point))
    return nodes.count - 1
  }

  static let surveyed = "2024-06-03 00:00:00"

  /// Adds an address and returns its code.
  mutating func addAddress(_ location: Location, dwellings: Int = 0, businesses: Int = 0) -> String {
    addressCount += 1
    let code = "AD-" + padded(addressCount, 5)
    rows.add(
      .address,
      [
        "ad_code": code, "ad_nomvoie": location.street, "ad_numero": String(location.number),
        "ad_insee": location.commune.insee, "ad_postal": location.commune.postal, "ad_commune": location.commune.name,
        "ad_nblhab": String(dwellings), "ad_nblpro": String(businesses), "ad_ietat": "DE",
        "ad_itypeim": dwellings > 0 ? "P" : "", "ad_typzone": "3", "ad_geolmod": "CADA", "ad_creadat": Self.surveyed,
      ],
      shape: .point(location.point))
    return code
  }

  /// Adds a chamber or a pole on a node of its own.
  ///
  /// - Returns: The technical point's code and the node's index.
  mutating func addTechnicalPoint(
    _ stem: String?, at point: Coordinate, street: String, nature: String, splicing: Bool
  ) -> (code: String, node: Int) {
    technicalPointCount += 1
    let stem = stem ?? "CH-" + padded(technicalPointCount, 5)
    let node = addNode("ND-" + stem, kind: .technicalPoint, at: point, street: street)
    let code = "PT-" + stem
    let isPole = nature == "PBOI"
    rows.add(
      .technicalPoint,
      [
        "pt_code": code, "pt_etiquet": stem, "pt_nd_code": nodes[node].code, "pt_prop": Self.owner,
        "pt_gest": Self.manager, "pt_proptyp": "CST", "pt_statut": "MCO", "pt_etat": "OK", "pt_avct": "S",
        "pt_typephy": isPole ? "A" : "C", "pt_typelog": splicing ? "R" : "T", "pt_nature": nature, "pt_secu": "0",
        "pt_creadat": Self.surveyed,
      ])
    return (code, node)
  }

  /// Adds a closure in its chamber and returns its index.
  mutating func addClosure(
    _ code: String, at point: Coordinate, street: String, nature: String = "L3T", kind: Box.Kind = .closure
  ) -> Int {
    let stem = code.replacing("BPE-", with: "", maxReplacements: 1).replacing("PBO-", with: "P-", maxReplacements: 1)
    let holder = addTechnicalPoint(stem, at: point.toCentimetre, street: street, nature: nature, splicing: true)
    return addBox(Box(code: code, stem: stem, kind: kind, node: holder.node, holder: holder.code))
  }

  /// Adds a box with its empty tray for uncut tubes.
  mutating func addBox(_ box: Box) -> Int {
    boxAtCode[box.code] = boxes.count
    boxes.append(box)
    boxes[boxes.count - 1].cassettes = [Cassette(number: 0, kind: .passage, capacity: 0)]
    return boxes.count - 1
  }

  /// The box of a code that the design names.
  func box(_ code: String) -> Int {
    guard let index = boxAtCode[code] else { preconditionFailure("no box \(code)") }
    return index
  }
}

// MARK: sites

/// What a site is, as `t_sitetech` says it.
struct SiteDescription {
  var stem: String
  var externalCode: String
  var name: String
  var physicalType = "BAT"
  var logicalType = "CLIENT"
  var user: String
  var rack = true
  var comment = "fictif"
}

extension Draft {
  /// Adds a site with its address and its room and, unless told not to, one rack.
  mutating func addSite(_ description: SiteDescription, at location: Location) -> Site {
    let stem = description.stem
    let node = addNode("ND-" + stem, kind: .site, at: location.point, street: location.street)
    let address = addAddress(location, businesses: description.logicalType == "CLIENT" ? 1 : 0)
    rows.add(
      .site,
      [
        "st_code": "ST-" + stem, "st_nd_code": nodes[node].code, "st_codeext": description.externalCode,
        "st_nom": description.name, "st_prop": Self.owner, "st_gest": Self.manager, "st_user": description.user,
        "st_proptyp": "LOC", "st_statut": "MCO", "st_etat": "OK", "st_avct": "S",
        "st_typephy": description.physicalType, "st_typelog": description.logicalType, "st_ad_code": address,
        "st_comment": description.comment, "st_creadat": Self.surveyed,
      ])
    rows.add(
      .room,
      [
        "lt_code": "LT-" + stem, "lt_etiquet": stem, "lt_st_code": "ST-" + stem, "lt_prop": Self.owner,
        "lt_gest": Self.manager, "lt_user": description.user, "lt_proptyp": "LOC", "lt_statut": "MCO",
        "lt_etat": "OK", "lt_elec": "1", "lt_creadat": Self.surveyed,
      ])
    let site = Site(stem: stem, node: node, rack: "BA-\(stem)-1")
    if description.rack { addRack(site.rack, room: stem) }
    if description.logicalType == "CLIENT" { addClientPremises(description, node: node, address: address) }
    return site
  }

  private mutating func addClientPremises(_ description: SiteDescription, node: Int, address: String) {
    rows.add(
      .premises,
      [
        "sf_code": "SF-" + description.stem, "sf_nd_code": nodes[node].code, "sf_ad_code": address,
        "sf_oper": description.user, "sf_type": "P", "sf_racco": "RA", "sf_creadat": Self.surveyed,
      ])
  }

  mutating func addRack(_ code: String, room stem: String, user: String = "") {
    rows.add(
      .rack,
      [
        "ba_code": code, "ba_etiquet": code, "ba_lt_code": "LT-" + stem, "ba_prop": Self.owner,
        "ba_gest": Self.manager, "ba_user": user, "ba_proptyp": "CST", "ba_statut": "MCO", "ba_etat": "OK",
        "ba_rf_code": references.code("BA", "Baie 42U 600 x 600"), "ba_type": "BAIE", "ba_nb_u": "42",
        "ba_creadat": Self.surveyed,
      ])
  }

  /// Adds a panel to a rack and returns its index.
  mutating func addPanel(_ code: String, rack: String, ports: Int, design: String? = nil) -> Int {
    panels.append(Panel(code: code, rack: rack, ports: ports, design: design ?? "Tiroir \(ports) ports SC/APC"))
    return panels.count - 1
  }

  /// Adds the next panel of a site's rack; its code takes the suffix, or its rank.
  mutating func addPanel(to site: inout Site, ports: Int, suffix: String? = nil, design: String? = nil) -> Int {
    site.panelCount += 1
    return addPanel(
      "TI-\(site.stem)-\(suffix ?? String(site.panelCount))", rack: site.rack, ports: ports, design: design)
  }
}
