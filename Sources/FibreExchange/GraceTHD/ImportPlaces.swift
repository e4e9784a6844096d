import FibreModel
import GeoFormats

/// Who, what, and where: the tables that others name.
extension DeliveryImporter {
  mutating func importOrganisations() {
    each("t_organisme", code: "or_code", fields: ["or_nom"]) { importer, row in
      importer.builder.add(
        Organisation(code: Code(row.code), name: row.text("or_nom"), attributes: row.attributes())) != nil
    }
    each("t_reference", code: "rf_code", fields: ["rf_type", "rf_design"]) { importer, row in
      importer.builder.add(
        Reference(
          code: Code(row.code), kind: row.text("rf_type"), design: row.text("rf_design"), attributes: row.attributes()))
        != nil
    }
  }

  mutating func importPlaces() {
    each("t_noeud", code: "nd_code", fields: []) { importer, row in
      importer.builder.add(Node(code: Code(row.code), position: row.point(), attributes: row.attributes())) != nil
    }
    each(
      "t_adresse", code: "ad_code", fields: ["ad_numero", "ad_nomvoie", "ad_postal", "ad_commune", "ad_insee"]
    ) { importer, row in
      let complement = row.text("ad_rep")
      let number = row.text("ad_numero") + (complement.isEmpty ? "" : " \(complement)")
      return importer.builder.add(
        Address(
          code: Code(row.code), position: row.point(), number: number, street: row.text("ad_nomvoie"),
          postcode: row.text("ad_postal"), commune: row.text("ad_commune"), communeCode: row.text("ad_insee"),
          attributes: row.attributes())) != nil
    }
    each(
      "t_ptech", code: "pt_code", fields: ["pt_etiquet", "pt_nd_code", "pt_typephy", "pt_nature"]
    ) { importer, row in
      return importer.builder.add(
        TechnicalPoint(
          code: Code(row.code), name: row.text("pt_etiquet"),
          kind: row.meaning("pt_typephy", Vocabulary.technicalPoint) ?? .other, nature: row.text("pt_nature"),
          node: row.reference("pt_nd_code", in: importer.builder.network.nodes, of: "t_noeud"),
          attributes: row.attributes())) != nil
    }
  }

  mutating func importRooms() {
    each(
      "t_sitetech", code: "st_code", fields: ["st_nd_code", "st_codeext", "st_nom", "st_ad_code"]
    ) { importer, row in
      return importer.builder.add(
        Site(
          code: Code(row.code), externalCode: row.text("st_codeext"), name: row.text("st_nom"),
          kind: row.meaning("st_typelog", Vocabulary.site) ?? .other,
          node: row.reference("st_nd_code", in: importer.builder.network.nodes, of: "t_noeud"),
          address: row.reference("st_ad_code", in: importer.builder.network.addresses, of: "t_adresse"),
          attributes: row.attributes()))
        != nil
    }
    each("t_ltech", code: "lt_code", fields: ["lt_etiquet", "lt_st_code"]) { importer, row in
      let site = row.reference("lt_st_code", in: importer.builder.network.sites, of: "t_sitetech")
      return importer.builder.add(
        OperatorRoom(code: Code(row.code), name: row.text("lt_etiquet"), site: site, attributes: row.attributes()))
        != nil
    }
    each("t_baie", code: "ba_code", fields: ["ba_etiquet", "ba_lt_code"]) { importer, row in
      let room = row.reference("ba_lt_code", in: importer.builder.network.rooms, of: "t_ltech")
      return importer.builder.add(
        Rack(code: Code(row.code), name: row.text("ba_etiquet"), room: room, attributes: row.attributes())) != nil
    }
    each("t_tiroir", code: "ti_code", fields: ["ti_etiquet", "ti_ba_code"]) { importer, row in
      let design = importer.builder.network.references[Code(row.text("ti_rf_code"))]?.design ?? ""
      return importer.builder.add(
        Panel(
          code: Code(row.code), name: row.text("ti_etiquet"),
          rack: row.reference("ti_ba_code", in: importer.builder.network.racks, of: "t_baie"),
          portCapacity: Vocabulary.portCount(inDesign: design), isCableHead: row.text("ti_type") == "TETE",
          attributes: row.attributes())) != nil
    }
    each("t_equipement", code: "eq_code", fields: ["eq_etiquet", "eq_ba_code"]) { importer, row in
      let rack = row.reference("eq_ba_code", in: importer.builder.network.racks, of: "t_baie")
      return importer.builder.add(
        Equipment(code: Code(row.code), name: row.text("eq_etiquet"), rack: rack, attributes: row.attributes())) != nil
    }
  }

  mutating func importAreasAndPremises() {
    importAreas("t_znro", prefix: "zn", kind: .centralOffice, parent: nil)
    importAreas("t_zsro", prefix: "zs", kind: .cabinet, parent: "zs_zn_code")
    importAreas("t_zpbo", prefix: "zp", kind: .distributionPoint, parent: "zp_zs_code")
    each(
      "t_suf", code: "sf_code", fields: ["sf_nd_code", "sf_ad_code", "sf_zp_code", "sf_racco"]
    ) { importer, row in
      return importer.builder.add(
        Premises(
          code: Code(row.code), kind: row.meaning("sf_type", Vocabulary.premises) ?? .residential,
          node: row.reference("sf_nd_code", in: importer.builder.network.nodes, of: "t_noeud"),
          address: row.reference("sf_ad_code", in: importer.builder.network.addresses, of: "t_adresse"),
          area: row.reference("sf_zp_code", in: importer.builder.network.areas, of: "t_zpbo"),
          connectionState: row.text("sf_racco"), attributes: row.attributes())) != nil
    }
  }

  private mutating func importAreas(_ table: String, prefix: String, kind: ServiceAreaKind, parent: String?) {
    let node = "\(prefix)_nd_code"
    each(table, code: "\(prefix)_code", fields: [node] + [parent].compactMap { $0 }) { importer, row in
      return importer.builder.add(
        ServiceArea(
          code: Code(row.code), kind: kind,
          node: row.reference(node, in: importer.builder.network.nodes, of: "t_noeud"),
          parent: parent.flatMap {
            row.reference($0, in: importer.builder.network.areas, of: kind == .cabinet ? "t_znro" : "t_zsro")
          },
          area: row.area(), attributes: row.attributes())) != nil
    }
  }

  mutating func importBoxes() {
    each(
      "t_ebp", code: "bp_code",
      fields: ["bp_etiquet", "bp_codeext", "bp_pt_code", "bp_lt_code", "bp_sf_code", "bp_typephy", "bp_ca_nb"]
    ) { importer, row in
      let (housing, node) = importer.housing(of: &row)
      return importer.builder.add(
        Box(
          code: Code(row.code), externalCode: row.text("bp_codeext"), name: row.text("bp_etiquet"),
          kind: row.meaning("bp_typelog", Vocabulary.box) ?? .spliceClosure, housing: housing, node: node,
          capacityClass: row.text("bp_typephy"), cassetteCapacity: row.wholeNumber("bp_ca_nb"),
          attributes: row.attributes())) != nil
    }
    each(
      "t_cassette", code: "cs_code", fields: ["cs_nb_pas", "cs_bp_code", "cs_num", "cs_type", "cs_face"]
    ) { importer, row in
      let box = row.reference("cs_bp_code", in: importer.builder.network.boxes, of: "t_ebp")
      return importer.builder.add(
        Cassette(
          code: Code(row.code), box: box, number: row.wholeNumber("cs_num"), face: row.text("cs_face"),
          kind: row.meaning("cs_type", Vocabulary.cassette) ?? .splice, slotCapacity: row.wholeNumber("cs_nb_pas"),
          attributes: row.attributes())) != nil
    }
  }

  /// What a box stands in. A box that names several things stands in the first of point, room and premises.
  private func housing(of row: inout RowCursor) -> (BoxHousing, Index<Node>?) {
    let network = builder.network
    let point = row.reference("bp_pt_code", in: network.technicalPoints, of: "t_ptech")
    let room = row.reference("bp_lt_code", in: network.rooms, of: "t_ltech")
    let premises = row.reference("bp_sf_code", in: network.premises, of: "t_suf")
    let named = ["bp_pt_code", "bp_lt_code", "bp_sf_code"].filter { !row.text($0).isEmpty }
    if named.count != 1 {
      row.note(
        "box.housing", .warning,
        "The box stands in \(named.count) things; it must stand in one point, room or premises. Correct the row.")
    }
    if let point {
      if room != nil { row.keep("bp_lt_code") }
      if premises != nil { row.keep("bp_sf_code") }
      return (.technicalPoint(point), network.technicalPoints[point].node)
    }
    if let room {
      if premises != nil { row.keep("bp_sf_code") }
      return (.room(room), network.rooms[room].site.flatMap { network.sites[$0].node })
    }
    if let premises { return (.premises(premises), network.premises[premises].node) }
    return (.unknown, nil)
  }
}
