public import FibreModel

extension Network {
  /// The central office of each cabinet, from the areas that they serve.
  ///
  /// A cabinet is found by the code of its area and by the reference that operators know it by (`zs_refpm`), in capitals,
  /// as lists of addresses name it. An office has the name its owner gives it (`zn_nroref`), else the code of its area.
  public var centralOfficesOfCabinets: [String: String] {
    var offices: [String: String] = [:]
    for area in areas.rows where area.kind == .cabinet {
      guard let parent = area.parent else { continue }
      let office = areas[parent]
      let name = office.attributes["zn_nroref"] ?? ""
      for cabinet in [area.code.rawValue, area.attributes["zs_refpm"] ?? ""] where !cabinet.isEmpty {
        offices[cabinet.uppercased()] = name.isEmpty ? office.code.rawValue : name
      }
    }
    return offices
  }
}
