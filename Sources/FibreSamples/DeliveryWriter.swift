import GeoFormats

/// Turns a finished draft, or a finished part of one, into rows.
struct DeliveryWriter {
  private(set) var draft: Draft
  /// The first part of the codes of each cable's fibres.
  private let fibreStems: [String]

  init(_ draft: Draft) {
    self.draft = draft
    fibreStems = draft.cables.map(\.fibreStem)
  }

  /// Every table with a row, in the order of loading.
  func tables() -> [FeatureTable] {
    var writer = self
    writer.write(pathwaysFrom: 0)
    writer.writeReferences()
    return writer.draft.rows.filled
  }

  /// Adds the rows of everything that stands in the draft, except the references, which grow to the end.
  ///
  /// - Parameter first: The first segment of a pathway to be written.
  mutating func write(pathwaysFrom first: Int) {
    writePanels()
    writeBoxes()
    writePathways(from: first)
    writeCables()
    writeFibres()
    writePositions()
    writeRoutes()
  }

  private func code(_ fibre: FibreReference) -> String {
    let stem = fibreStems[fibre.cable]
    return draft.cables[fibre.cable].capacity == 1 ? stem : stem + "-" + padded(fibre.number, 3)
  }

  private func cassetteCode(box: Int, number: Int) -> String {
    "CS-\(draft.boxes[box].stem)-\(padded(number, 2))"
  }

  private mutating func writePanels() {
    var ranks: [String: Int] = [:]
    for panel in draft.panels {
      let rank = (ranks[panel.rack] ?? 0) + 1
      ranks[panel.rack] = rank
      draft.rows.add(
        .panel,
        [
          "ti_code": panel.code, "ti_etiquet": panel.code, "ti_ba_code": panel.rack, "ti_prop": Draft.owner,
          "ti_etat": "OK", "ti_type": "TIROIR", "ti_rf_code": draft.references.code("TI", panel.design),
          "ti_taille": String(panel.ports), "ti_placemt": String(rank), "ti_creadat": Draft.surveyed,
        ])
    }
  }

  mutating func writeReferences() {
    for (rank, reference) in draft.references.designs.enumerated() {
      draft.rows.add(
        .reference,
        [
          "rf_code": "RF-" + padded(rank + 1, 3), "rf_type": reference.kind, "rf_fabric": "FABRICANT",
          "rf_design": reference.design, "rf_etat": "A", "rf_creadat": Draft.surveyed,
        ])
    }
  }
}

// MARK: boxes

extension DeliveryWriter {
  private mutating func writeBoxes() {
    let entering = capacitiesByNode()
    for index in draft.boxes.indices {
      let box = draft.boxes[index]
      let cassettes = box.cassettes.filter { $0.capacity > 0 }
      let entries = entering[box.node] ?? []
      let model = boxModel(box, fibres: entries.reduce(0, +))
      draft.rows.add(
        .box,
        [
          "bp_code": box.code, "bp_etiquet": box.code, "bp_pt_code": box.kind == .outlet ? "" : box.holder,
          "bp_sf_code": box.kind == .outlet ? box.holder : "", "bp_prop": Draft.owner, "bp_gest": Draft.manager,
          "bp_proptyp": "CST", "bp_statut": "MCO", "bp_etat": "OK", "bp_avct": "S", "bp_typephy": model,
          "bp_typelog": box.kind.rawValue, "bp_rf_code": draft.references.code("BP", "Boîtier \(model)"),
          "bp_entrees": String(entries.count), "bp_ca_nb": String(cassettes.count),
          "bp_nb_pas": String(cassettes.reduce(0) { $0 + $1.capacity }), "bp_creadat": Draft.surveyed,
        ])
      for cassette in cassettes { write(cassette, of: index) }
    }
  }

  private mutating func write(_ cassette: Cassette, of box: Int) {
    draft.rows.add(
      .cassette,
      [
        "cs_code": cassetteCode(box: box, number: cassette.number), "cs_nb_pas": String(cassette.capacity),
        "cs_bp_code": draft.boxes[box].code, "cs_num": String(cassette.number), "cs_type": cassette.kind.rawValue,
        "cs_face": "A",
      ])
  }

  /// Capacities of the cables that enter each node.
  private func capacitiesByNode() -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for cable in draft.cables where !cable.isCord {
      for node in [cable.from, cable.to] { result[node, default: []].append(cable.capacity) }
    }
    return result
  }

  /// The value of `l_bp_type_phy` that is large enough.
  private func boxModel(_ box: Box, fibres: Int) -> String {
    if box.kind == .outlet { return "DTI1" }
    let sizes = [6, 12, 24, 36, 48, 72, 96, 144, 288, 432, 576, 720]
    return sizes.first { $0 >= fibres }.map { "B" + padded($0, 3) } ?? "AUTR"
  }
}

// MARK: pathways

extension DeliveryWriter {
  private mutating func writePathways(from first: Int) {
    for segment in draft.pathways.segments[first...] {
      let metres = hundredths(drawnMetres(segment.points))
      draft.rows.add(
        .pathway,
        [
          "cm_code": "CM-" + segment.code, "cm_ndcode1": draft.nodes[segment.from].code,
          "cm_ndcode2": draft.nodes[segment.to].code, "cm_voie": segment.street, "cm_statut": "MCO", "cm_etat": "OK",
          "cm_avct": "S", "cm_typelog": segment.level, "cm_typ_imp": "7", "cm_nature": "TEL", "cm_long": metres,
          "cm_dtclass": "B", "cm_geolmod": "CADA", "cm_creadat": Draft.surveyed,
        ], shape: .line(segment.points))
      draft.rows.add(
        .duct,
        [
          "cd_code": "CD-" + segment.code, "cd_prop": Draft.owner, "cd_gest": Draft.manager, "cd_proptyp": "CST",
          "cd_statut": "MCO", "cd_etat": "OK", "cd_avct": "S", "cd_type": "PEHD", "cd_dia_int": "33",
          "cd_dia_ext": "40", "cd_long": metres, "cd_nbcable": String(draft.pathways.cableCounts[segment.pathway]),
        ])
      draft.rows.add(.ductPathway, ["dm_cd_code": "CD-" + segment.code, "dm_cm_code": "CM-" + segment.code])
    }
  }
}

// MARK: cables and fibres

extension DeliveryWriter {
  private mutating func writeCables() {
    var used = [Int](repeating: 0, count: draft.cables.count)
    for strand in draft.strands { for fibre in strand.fibres { used[fibre.cable] += 1 } }
    for (index, cable) in draft.cables.enumerated() {
      let isLaid = cable.state == .laid
      draft.rows.add(
        .cable,
        [
          "cb_code": cable.code, "cb_etiquet": cable.label, "cb_nd1": draft.nodes[cable.from].code,
          "cb_nd2": draft.nodes[cable.to].code, "cb_prop": Draft.owner, "cb_gest": Draft.manager, "cb_proptyp": "CST",
          "cb_statut": isLaid ? "REC" : "MCO", "cb_etat": "OK", "cb_avct": isLaid ? "E" : "S", "cb_tech": "OPT",
          "cb_typephy": cable.isCord ? "J" : "C", "cb_typelog": cable.level,
          "cb_rf_code": draft.references.code("CA", design(of: cable)),
          "cb_capafo": String(cable.statedCapacity ?? cable.capacity),
          "cb_fo_util": used[index] > 0 ? String(used[index]) : "", "cb_modulo": String(cable.modulo),
          "cb_lgreel": String(cable.metres),
        ])
      if !cable.isCord { writeLine(of: index) }
    }
  }

  private func design(of cable: Cable) -> String {
    if cable.isCord { return "Jarretière 1 FO SC/APC" }
    let colours = cable.declaredColours == .orange ? "Orange" : "FOTAG"
    return "Câble \(cable.capacity) FO modulo \(cable.modulo), code couleur \(colours)"
  }

  private mutating func writeLine(of index: Int) {
    let cable = draft.cables[index]
    let (line, ducts) = draft.way(of: cable)
    draft.rows.add(
      .cableLine,
      [
        "cl_code": "CL-" + String(cable.code.dropFirst(4)), "cl_cb_code": cable.code,
        "cl_long": hundredths(drawnMetres(line)), "cl_dtclass": "B", "cl_geolmod": "CADA",
      ], shape: .line(line))
    for duct in ducts {
      draft.rows.add(.cableDuct, ["cc_cb_code": cable.code, "cc_cd_code": duct])
    }
  }

  private mutating func writeFibres() {
    for (index, cable) in draft.cables.enumerated() {
      for number in 1...cable.capacity {
        let tube = (number - 1) / cable.modulo + 1
        let rank = (number - 1) % cable.modulo + 1
        let isOrange = cable.colours == .orange
        draft.rows.add(
          .fibre,
          [
            "fo_code": code(FibreReference(cable: index, number: number)), "fo_cb_code": cable.code,
            "fo_nincab": String(number), "fo_numtub": cable.isCord ? "" : String(tube),
            "fo_nintub": cable.isCord ? "" : String(rank), "fo_type": cable.level == "RA" ? "G657A2" : "G652D",
            "fo_etat": "OK", "fo_color": cable.isCord ? "" : (isOrange ? "" : "1.") + String(rank),
            "fo_reper": cable.isCord ? "" : (isOrange ? "1." : "") + String(tube), "fo_proptyp": "CST",
          ])
      }
    }
  }
}

// MARK: positions and routes

extension DeliveryWriter {
  private mutating func writePositions() {
    for joint in draft.joints {
      draft.positionCount += 1
      var (cassette, panel) = ("", "")
      switch joint.place {
      case .cassette(let box, let index):
        cassette = cassetteCode(box: box, number: draft.boxes[box].cassettes[index].number)
      case .panel(let index): panel = draft.panels[index].code
      }
      draft.rows.add(
        .position,
        [
          "ps_code": "PS-" + padded(draft.positionCount, 6), "ps_numero": String(joint.slot),
          "ps_1": joint.first.map { code($0) } ?? "", "ps_2": joint.second.map { code($0) } ?? "",
          "ps_cs_code": cassette,
          "ps_ti_code": panel, "ps_type": joint.kind.type, "ps_fonct": joint.kind.function, "ps_etat": "OK",
        ])
    }
  }

  /// The declared route of every live fibre of the old room, from its port there to its far end.
  private mutating func writeRoutes() {
    var rank = 0
    for strand in draft.strands {
      guard let ring = strand.ring else { continue }
      let route = "RO-SF-\(padded(ring + 1, 2))-\(padded(strand.number, 3))"
      for (hop, fibre) in (strand.declared ?? strand.fibres).enumerated() {
        rank += 1
        draft.rows.add(
          .route,
          ["rt_id": String(rank), "rt_code": route, "rt_fo_code": code(fibre), "rt_fo_ordr": String(hop + 1)])
      }
    }
  }
}

extension Joint.Kind {
  /// The value of `l_position_type`.
  var type: String {
    switch self {
    case .splice, .passageFoundSpliced: "SFU"
    case .connector: "CSA"
    case .passage, .parked: ""
    }
  }

  /// The value of `l_position_fonction`.
  var function: String {
    switch self {
    case .splice: "EP"
    case .passage, .passageFoundSpliced: "PA"
    case .parked: "AT"
    case .connector: "CO"
    }
  }
}
