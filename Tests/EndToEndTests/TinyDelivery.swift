import Foundation

/// A delivery of a few rows, as text that a test breaks as it likes.
///
///     PoP A (TI-A) ─ A1:12 ─ closure B (cassette CS-1) ─ B1:12 ─ PoP C (TI-C), and so on for A2, B2…
///
/// Its nodes are the Shapefile of the reference delivery, so that a Shapefile takes part.
struct TinyDelivery {
  /// By file name.
  var files: [String: Data] = [:]
  private let nodes = (a: "ND-SF", b: "ND-AMI-001", c: "ND-IT")

  /// - Parameter pairs: How many pairs of cables lead through the closure.
  init(pairs: Int = 1, fibres: Int = 12) throws {
    for suffix in ["shp", "shx", "dbf", "prj", "cpg"] {
      files["t_noeud.\(suffix)"] = try Data(contentsOf: URL(fileURLWithPath: "\(rip80)/t_noeud.\(suffix)"))
    }
    let sites = [("A", nodes.a), ("C", nodes.c)]
    set(
      "t_sitetech", "st_code;st_nd_code;st_codeext;st_nom;st_typelog;st_ad_code",
      sites.map { "ST-\($0.0);\($0.1);POP-\($0.0);PoP \($0.0);HEBERG;" })
    set("t_ltech", "lt_code;lt_etiquet;lt_st_code;lt_elec", ["LT-A;Salle;ST-A;t", "LT-C;Salle;ST-C;t"])
    set("t_baie", "ba_code;ba_etiquet;ba_lt_code", ["BA-A;Baie;LT-A", "BA-C;Baie;LT-C"])
    set(
      "t_tiroir", "ti_code;ti_etiquet;ti_ba_code;ti_type", ["TI-A;TI-A;BA-A;TIROIR", "TI-C;TI-C;BA-C;TIROIR"])
    set("t_ptech", "pt_code;pt_etiquet;pt_nd_code;pt_typephy;pt_nature", ["PT-B;B;\(nodes.b);C;L3T"])
    set(
      "t_ebp", "bp_code;bp_etiquet;bp_codeext;bp_pt_code;bp_lt_code;bp_sf_code;bp_typephy;bp_typelog;bp_ca_nb",
      ["BP-B;BPE B;;PT-B;;;B024;BPE;\(pairs)"])
    addCables(pairs, fibres)
  }

  private mutating func addCables(_ pairs: Int, _ fibres: Int) {
    var (cables, fibreRows, positions): ([String], [String], [String]) = ([], [], [])
    for pair in 1...pairs {
      for (name, from, to) in [("A\(pair)", nodes.a, nodes.b), ("B\(pair)", nodes.b, nodes.c)] {
        cables.append("\(name);\(name);\(from);\(to);C;TR;;\(fibres);6;500.25;REC")
        fibreRows += (1...fibres).map {
          "\(name)-\($0);\(name);\($0);\(($0 - 1) / 6 + 1);\(($0 - 1) % 6 + 1);\(($0 - 1) % 6 + 1);1.1;OK"
        }
      }
      positions += (1...fibres).map { "PS-\(pair)-\($0);\($0);A\(pair)-\($0);B\(pair)-\($0);CS-\(pair);;SFU;EP;OK" }
      positions.append("PS-\(pair)-A;\(pair);;A\(pair)-1;;TI-A;CSA;CO;OK")
      positions.append("PS-\(pair)-C;\(pair);;B\(pair)-1;;TI-C;CSA;CO;OK")
    }
    set(
      "t_cassette", "cs_code;cs_nb_pas;cs_bp_code;cs_num;cs_type;cs_face",
      (1...pairs).map { "CS-\($0);\(fibres);BP-B;\($0);E;A" })
    set(
      "t_cable",
      "cb_code;cb_etiquet;cb_nd1;cb_nd2;cb_typephy;cb_typelog;cb_rf_code;cb_capafo;cb_modulo;cb_lgreel;cb_statut",
      cables)
    set("t_fibre", "fo_code;fo_cb_code;fo_nincab;fo_numtub;fo_nintub;fo_color;fo_reper;fo_etat", fibreRows)
    set("t_position", "ps_code;ps_numero;ps_1;ps_2;ps_cs_code;ps_ti_code;ps_type;ps_fonct;ps_etat", positions)
  }

  private mutating func set(_ table: String, _ header: String, _ rows: [String]) {
    files[table + ".csv"] = Data(([header] + rows).map { $0 + "\n" }.joined().utf8)
  }

  // MARK: Breaking

  /// Puts another text where one stands first in a table.
  mutating func replace(_ text: String, with other: String, in table: String) {
    replace(Data(text.utf8), with: Data(other.utf8), in: table)
  }

  /// Puts other bytes where some stand first in a table.
  mutating func replace(_ bytes: Data, with other: Data, in table: String) {
    guard let place = files[table + ".csv"]?.firstRange(of: bytes) else {
      preconditionFailure("\(table) has no such text")
    }
    files[table + ".csv"]?.replaceSubrange(place, with: other)
  }

  /// Adds rows at the end of a table.
  mutating func add(_ rows: [String], to table: String) {
    files[table + ".csv"]?.append(Data(rows.map { $0 + "\n" }.joined().utf8))
  }

  /// Writes the files into a folder of a test; its path.
  func write(into folder: Folder) throws -> String {
    let place = folder.url.appendingPathComponent("livraison")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for (name, bytes) in files { try bytes.write(to: place.appendingPathComponent(name)) }
    return place.path
  }
}
