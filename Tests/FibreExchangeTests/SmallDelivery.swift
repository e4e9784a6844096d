import FibreExchange
import FibreModel
import Foundation
import GeoFormats

/// A delivery of a few rows, written anew for each test, which breaks it as it likes.
///
///     PoP A (TI-A 1-4, cord to TI-X) ─ C1:12 ─ closure B (cassettes CS-1, CS-2) ─ C2:12 ─ PoP C (TI-C 1-4)
struct SmallDelivery {
  var tables: [String: FeatureTable] = [:]
  /// Files written as they are, under their names, after the tables.
  var files: [String: [UInt8]] = [:]

  init() {
    add("t_noeud", ["nd_code": "ND-A", "nd_type": "ST"], .point(Coordinate(x: 1000, y: 2000)))
    add("t_noeud", ["nd_code": "ND-B", "nd_type": "PT"], .point(Coordinate(x: 1500, y: 2000)))
    add("t_noeud", ["nd_code": "ND-C", "nd_type": "ST"], .point(Coordinate(x: 2000, y: 2000)))
    for name in ["A", "C"] {
      add(
        "t_sitetech",
        [
          "st_code": "ST-\(name)", "st_nd_code": "ND-\(name)", "st_codeext": "POP-\(name)", "st_nom": "PoP \(name)",
          "st_typelog": "HEBERG", "st_ad_code": "",
        ])
      add("t_ltech", ["lt_code": "LT-\(name)", "lt_etiquet": "Salle", "lt_st_code": "ST-\(name)", "lt_elec": "t"])
      add("t_baie", ["ba_code": "BA-\(name)", "ba_etiquet": "Baie", "ba_lt_code": "LT-\(name)"])
      addPanel("TI-\(name)", rack: "BA-\(name)")
    }
    addPanel("TI-X", rack: "BA-A")
    add("t_ptech", ["pt_code": "PT-B", "pt_etiquet": "B", "pt_nd_code": "ND-B", "pt_typephy": "C", "pt_nature": "L3T"])
    add(
      "t_ebp",
      [
        "bp_code": "BP-B", "bp_etiquet": "BPE B", "bp_codeext": "", "bp_pt_code": "PT-B", "bp_lt_code": "",
        "bp_sf_code": "", "bp_typephy": "B024", "bp_typelog": "BPE", "bp_ca_nb": "2",
      ])
    for number in 1...2 {
      add(
        "t_cassette",
        [
          "cs_code": "CS-\(number)", "cs_nb_pas": "12", "cs_bp_code": "BP-B", "cs_num": "\(number)", "cs_type": "E",
          "cs_face": "A",
        ])
    }
    addCable("C1", from: "ND-A", to: "ND-B")
    addCable("C2", from: "ND-B", to: "ND-C")
    addCable("J1", from: "", to: "", kind: "J", fibres: 1)
    for number in 1...2 {
      addPosition("TI-A", number, number == 1 ? "J1-1" : "", "C1-\(number)", function: "CO", type: "CSA")
      addPosition("CS-1", number, "C1-\(number)", "C2-\(number)", function: "EP", type: "SFU")
      addPosition("TI-C", number, "", "C2-\(number)", function: "CO", type: "CSA")
    }
    addPosition("TI-X", 1, "", "J1-1", function: "CO", type: "CSA")
  }

  // MARK: Rows

  mutating func add(_ table: String, _ values: KeyValuePairs<String, String>, _ shape: Geometry? = nil) {
    var rows = tables[table] ?? FeatureTable(name: table, columns: values.map(\.key))
    rows.cells += rows.columns.map { column in values.first { $0.key == column }?.value ?? "" }
    if let shape { rows.geometries.append(shape) }
    tables[table] = rows
  }

  mutating func addPanel(_ code: String, rack: String) {
    add("t_tiroir", ["ti_code": code, "ti_etiquet": code, "ti_ba_code": rack, "ti_type": "TIROIR"])
  }

  mutating func addCable(
    _ code: String, from: String, to: String, kind: String = "C", fibres: Int = 12, label: String? = nil
  ) {
    add(
      "t_cable",
      [
        "cb_code": code, "cb_etiquet": label ?? code, "cb_nd1": from, "cb_nd2": to, "cb_typephy": kind,
        "cb_typelog": "TR", "cb_rf_code": "", "cb_capafo": "\(fibres)", "cb_modulo": kind == "J" ? "1" : "6",
        "cb_lgreel": kind == "J" ? "" : "500.25", "cb_statut": "REC",
      ])
    for number in 1...fibres {
      add(
        "t_fibre",
        [
          "fo_code": "\(code)-\(number)", "fo_cb_code": code, "fo_nincab": "\(number)",
          "fo_numtub": kind == "J" ? "" : "\((number - 1) / 6 + 1)",
          "fo_nintub": kind == "J" ? "" : "\((number - 1) % 6 + 1)",
          "fo_color": kind == "J" ? "" : "\((number - 1) % 6 + 1)",
          "fo_reper": kind == "J" ? "" : "1.\((number - 1) / 6 + 1)", "fo_etat": "OK",
        ])
    }
  }

  mutating func addPosition(
    _ holder: String, _ number: Int, _ first: String, _ second: String, function: String, type: String,
    code: String? = nil
  ) {
    let count = tables["t_position"]?.rowCount ?? 0
    add(
      "t_position",
      [
        "ps_code": code ?? "PS-\(count + 1)", "ps_numero": "\(number)", "ps_1": first, "ps_2": second,
        "ps_cs_code": holder.hasPrefix("CS") ? holder : "", "ps_ti_code": holder.hasPrefix("TI") ? holder : "",
        "ps_type": type, "ps_fonct": function, "ps_etat": "OK",
      ])
  }

  /// Puts a value in the cells of a column, all of them or those of one row (from 0).
  mutating func set(_ table: String, _ column: String, _ value: String, row: Int? = nil) {
    guard let offset = tables[table]?.columns.firstIndex(of: column), let rows = tables[table] else { return }
    for index in 0..<rows.rowCount where row ?? index == index {
      tables[table]?.cells[index * rows.columns.count + offset] = value
    }
  }

  mutating func removeColumn(_ table: String, _ column: String) {
    guard let rows = tables[table], let offset = rows.columns.firstIndex(of: column) else { return }
    var fewer = FeatureTable(name: table, columns: rows.columns.filter { $0 != column })
    for index in 0..<rows.rowCount {
      fewer.cells += rows.row(index).enumerated().filter { $0.offset != offset }.map(\.element)
    }
    fewer.geometries = rows.geometries
    tables[table] = fewer
  }

  // MARK: Files

  /// Takes a table out and gives its CSV.
  mutating func take(_ table: String) -> [UInt8] {
    tables.removeValue(forKey: table)?.csv() ?? []
  }

  /// Writes the delivery to a new folder, gives it to `body`, and removes it.
  func written<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("delivery-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for table in tables.values {
      if table.geometries.isEmpty {
        try table.writeCSV(into: folder.path)
      } else {
        try table.writeShapefile(into: folder.path)
      }
    }
    for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
    return try body(folder.path)
  }

  func imported() throws -> GraceTHDImport {
    try written { try GraceTHDImport(reading: $0) }
  }
}

extension GraceTHDImport {
  /// `severity rule place code` of each finding.
  var findings: [String] {
    report.findings.map { "\($0.severity) \($0.rule) \($0.place) \($0.code)" }
  }
}
