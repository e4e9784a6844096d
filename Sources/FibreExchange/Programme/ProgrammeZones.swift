import FibreModel
import FibreProgramme

extension ProgrammeReading {
  mutating func places() throws(ProgrammeFolderError) -> [Programme.Place] {
    var places: [String: Programme.Place] = [:]
    try each(.communes) { row throws(RowFault) in
      let code = row.text("insee")
      let isCode =
        code.utf8.count == 5 && code.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x41 || $0 == 0x42 }
      guard isCode else { throw .unreadable(column: "insee") }
      guard places[code] == nil else { throw .repeated }
      let centre = Point(metresEast: try Self.metres("x", row), metresNorth: try Self.metres("y", row))
      places[code] = Programme.Place(code: code, name: row.text("name"), centre: centre)
    }
    return places.values.sorted { $0.code < $1.code }
  }

  /// A coordinate of metropolitan France in Lambert-93.
  private static func metres(_ column: String, _ row: ProgrammeRow) throws(RowFault) -> Double {
    guard let metres = Double(row.text(column)), (0...8_000_000).contains(metres) else {
      throw .unreadable(column: column)
    }
    return metres
  }

  mutating func targets() throws(ProgrammeFolderError) -> (contract: [BurnUp.Step], scope: [BurnUp.Step]) {
    var contract: [BurnUp.Step] = []
    var scope: [BurnUp.Step] = []
    try each(.targets) { row throws(RowFault) in
      let step = BurnUp.Step(month: try row.month("month"), plugs: try row.count("plugs"))
      switch row.text("kind") {
      case "contract" where !contract.contains { $0.month == step.month }: contract.append(step)
      case "scope" where !scope.contains { $0.month == step.month }: scope.append(step)
      case "contract", "scope": throw .repeated
      default: throw .unreadable(column: "kind")
      }
    }
    return (contract.sorted { $0.month < $1.month }, scope.sorted { $0.month < $1.month })
  }

  /// The zones with their steps, in the order of the file.
  mutating func zones() throws(ProgrammeFolderError) -> [Zone] {
    var zones: [Zone] = []
    var offsets: [String: Int] = [:]
    var empty: [(place: String, code: String)] = []
    try each(.zones) { row throws(RowFault) in
      let code = row.text("zone")
      guard !code.isEmpty else { throw .unreadable(column: "zone") }
      guard offsets[code] == nil else { throw .repeated }
      var zone = Zone(
        code: code, lot: row.text("lot"), contractor: row.text("contractor"), plugs: try row.count("plugs"))
      zone.centralOffice = row.text("nro")
      offsets[code] = zones.count
      zones.append(zone)
      if zone.plugs == 0 { empty.append((row.table.place(row.row), code)) }
    }
    for (place, code) in empty {
      note(
        "programme.zone-empty", .warning, place, code,
        "The zone has no plugs, and no rate of it can be given. Count its dwellings.")
    }
    try each(.zoneSteps) { row throws(RowFault) in
      guard let offset = offsets[row.text("zone")] else { throw .unknown(column: "zone") }
      let step: Zone.Milestone = try row.word("step")
      guard zones[offset].planned[step] == nil, zones[offset].reached[step] == nil else { throw .repeated }
      let (planned, reached) = (try row.dayIfStated("planned"), try row.dayIfStated("reached"))
      zones[offset].planned[step] = planned
      zones[offset].reached[step] = reached
    }
    return zones
  }
}
