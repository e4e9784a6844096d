import FibreModel

/// What the plan does to the inventory, from which its own figures are computed; no proof rests on it.
struct PlanEdits {
  let network: Network
  private(set) var changes: [NetworkChange] = []
  /// Present record of each port's joint that a cord was taken from or laid to.
  private var ports: [Port: JointRecord] = [:]
  private var cords: [Set<Port>: CordRecord] = [:]
  private var count = 0

  init(network: Network) { self.network = network }

  mutating func remove(_ joint: Index<Joint>) { changes.append(.removeJoint(network.record(of: joint))) }

  mutating func park(_ end: FibreEnd, in row: Joint) {
    var record = newRecord(row.holder, row.number)
    record.kind = .parked
    record.first = network.name(of: end)
    changes.append(.addJoint(record))
  }

  mutating func splice(_ near: FibreEnd, _ kept: FibreEnd, _ tray: Index<Cassette>, _ slot: Int) {
    var record = newRecord(.cassette(tray), slot)
    record.technique = .fusion
    record.first = network.name(of: near)
    record.second = network.name(of: kept)
    changes.append(.addJoint(record))
  }

  mutating func patch(_ a: Port, _ b: Port) {
    count += 1
    let name = "\u{1}cord \(count)"
    let cord = CordRecord(code: Code(name), cable: Code(name), fibreCode: "", node: nil)
    changes.append(.addCord(cord))
    attach(a, FibreEndName(section: cord.code, number: 1, side: .a))
    attach(b, FibreEndName(section: cord.code, number: 1, side: .b))
    cords[[a, b]] = cord
  }

  mutating func unpatch(_ a: Port, _ b: Port) {
    guard let cord = cords.removeValue(forKey: [a, b]) ?? originalCord(a, b) else { return }
    detach(a, cord.code)
    detach(b, cord.code)
    changes.append(.removeCord(cord))
  }

  mutating func move(_ service: Code<Service>, from: [Port], to: [Port]) {
    changes.append(
      .moveService(service, from: from.map { network.portName(of: $0) }, to: to.map { network.portName(of: $0) }))
  }

  private func originalCord(_ a: Port, _ b: Port) -> CordRecord? {
    guard let joint = network.joint(at: a) else { return nil }
    return network.joints[joint].ends.lazy.compactMap { network.cordRecord(of: network.section(of: $0.fibre)) }.first
  }

  private func record(at port: Port) -> JointRecord? {
    ports[port] ?? network.joint(at: port).map { network.record(of: $0) }
  }

  private mutating func attach(_ port: Port, _ end: FibreEndName) {
    guard let old = record(at: port) else { return }
    var new = old
    if new.first == nil { new.first = end } else { new.second = end }
    ports[port] = new
    changes.append(.replaceJoint(old, with: new))
  }

  private mutating func detach(_ port: Port, _ cord: Code<CableSection>) {
    guard let old = record(at: port) else { return }
    var new = old
    if new.first?.section == cord { new.first = nil }
    if new.second?.section == cord { new.second = nil }
    ports[port] = new
    changes.append(.replaceJoint(old, with: new))
  }

  private mutating func newRecord(_ holder: SlotHolder, _ number: Int?) -> JointRecord {
    count += 1
    let name: SlotHolderName =
      switch holder {
      case .cassette(let cassette): .cassette(network.cassettes[cassette].code)
      case .panel(let panel): .panel(network.panels[panel].code)
      case .unknown: .unknown
      }
    return JointRecord(
      code: Code("\u{1}joint \(count)"), holder: name, number: number, kind: .splice, first: nil, second: nil)
  }
}
