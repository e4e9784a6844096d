/// From indices to names, for edits that must outlive one `Network` value.
extension Network {
  /// The name of a fibre end.
  public func name(of end: FibreEnd) -> FibreEndName {
    FibreEndName(section: sections[section(of: end.fibre)].code, number: number(of: end.fibre), side: end.side)
  }

  /// The fibre end of a name, or nothing.
  public func end(named name: FibreEndName) -> FibreEnd? {
    fibre(section: name.section, number: name.number).map { FibreEnd($0, name.side) }
  }

  /// The name of a fibre, in parts.
  public func fibreName(of fibre: Index<Fibre>) -> FibreName {
    FibreName(section: sections[section(of: fibre)].code, number: number(of: fibre))
  }

  /// The name of a port, in parts.
  public func portName(of port: Port) -> PortName { PortName(panel: panels[port.panel].code, number: port.number) }

  /// The port of a name, or nothing when the panel is unknown.
  public func port(named name: PortName) -> Port? {
    panels.index(of: name.panel).map { Port(panel: $0, number: name.number) }
  }

  /// A joint with all that it holds, by names.
  public func record(of joint: Index<Joint>) -> JointRecord {
    let row = joints[joint]
    let holder: SlotHolderName =
      switch row.holder {
      case .cassette(let cassette): .cassette(cassettes[cassette].code)
      case .panel(let panel): .panel(panels[panel].code)
      case .unknown: .unknown
      }
    return JointRecord(
      code: joints.code(of: joint), holder: holder, number: row.number, kind: row.kind, technique: row.technique,
      first: row.first.map { name(of: $0) }, second: row.second.map { name(of: $0) }, attributes: row.attributes)
  }

  /// A patch cord with all that it holds, by names, or nothing when the section is no patch cord.
  public func cordRecord(of section: Index<CableSection>) -> CordRecord? {
    let row = sections[section]
    let cable = cables[row.cable]
    guard cable.kind == .patchCord, row.fibreCount == 1 else { return nil }
    return CordRecord(
      code: row.code, cable: cable.code, role: cable.role, fibreCode: fibres.codes[row.firstFibre.offset],
      fibreAttributes: fibres.attributes[row.firstFibre.offset], node: row.nodeA.map { nodes[$0].code },
      length: row.length, lengthSource: row.lengthSource, attributes: row.attributes)
  }
}
