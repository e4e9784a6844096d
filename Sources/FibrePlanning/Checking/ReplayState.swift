import FibreModel

/// The inventory between two steps: joints, cords, the ports of services, declared routes and free trays, changed in
/// place. Deliberately dull.
///
/// Ends are numbered as in the network; cords laid by the plan are numbered after them, two ends each.
struct ReplayState {
  struct HeldJoint: Hashable {
    var code: Code<Joint>?
    var holder: SlotHolder
    var number: Int?
    var kind: JointKind
    var technique: JointTechnique
    var first: Int?
    var second: Int?
    var attributes: Attributes

    func partner(of end: Int) -> Int? { end == first ? second : end == second ? first : nil }
  }

  struct Slot: Hashable {
    let holder: SlotHolder
    let number: Int
  }

  let network: Network
  /// Optical length of each section: as laid, else with its slack.
  let opticalLengths: [Length]
  private(set) var joints: [HeldJoint?]
  /// Joint + 1 of each end, or 0.
  private var jointOfEnd: [Int32]
  private var slots: [Slot: Int] = [:]
  private var newJoints: [Code<Joint>: Int] = [:]
  /// Cords laid by the plan, in order; those taken away again are nothing.
  private(set) var newCords: [CordRecord?] = []
  private var positionOfNewCord: [Code<CableSection>: Int] = [:]
  private(set) var removedCords: Set<Code<CableSection>> = []
  private(set) var movedServices: [Code<Service>: [PortName]] = [:]
  /// The fibres of each route that is declared otherwise than in the network.
  private var redeclared: [Code<DeclaredRoute>: [FibreName]] = [:]
  /// With free trays as they are stated now.
  private(set) var rules: WorkRules

  init(_ network: Network) {
    self.network = network
    rules = network.rules
    opticalLengths = Self.lengths(network)
    joints = []
    joints.reserveCapacity(network.joints.count)
    jointOfEnd = [Int32](repeating: 0, count: 2 * network.fibres.count)
    for (position, row) in network.joints.rows.enumerated() {
      joints.append(
        HeldJoint(
          code: nil, holder: row.holder, number: row.number, kind: row.kind, technique: row.technique,
          first: row.first.map { Int($0.rawValue) }, second: row.second.map { Int($0.rawValue) },
          attributes: row.attributes))
      guard row.claim != .contested else { continue }
      for end in row.ends where jointOfEnd[Int(end.rawValue)] == 0 {
        jointOfEnd[Int(end.rawValue)] = Int32(position + 1)
      }
      if row.claim == .held, let number = row.number, row.holder != .unknown {
        slots[Slot(holder: row.holder, number: number)] = position
      }
    }
  }

  private static func lengths(_ network: Network) -> [Length] {
    var lengths = network.sections.rows.map(\.length)
    for loop in network.slackLoops where network.sections[loop.section].lengthSource != .asLaid {
      lengths[loop.section.offset] += loop.length
    }
    return lengths
  }

  // MARK: Questions

  var cordBase: Int { 2 * network.fibres.count }

  var endCount: Int { jointOfEnd.count }

  func joint(of end: Int) -> Int? { jointOfEnd[end] == 0 ? nil : Int(jointOfEnd[end]) - 1 }

  func joint(in slot: Slot) -> Int? { slots[slot] }

  func joint(at port: Port) -> Int? { slots[Slot(holder: .panel(port.panel), number: port.number)] }

  func code(of joint: Int) -> Code<Joint> {
    joints[joint]?.code ?? network.joints.code(of: Index(joint))
  }

  /// The box of a joint, or nothing when it is at a panel.
  func box(of joint: Int) -> Index<Box>? {
    guard case .cassette(let cassette)? = joints[joint]?.holder else { return nil }
    return network.cassettes[cassette].box
  }

  /// The port of a joint, or nothing when it is in a box.
  func port(of joint: Int) -> Port? {
    guard let row = joints[joint], case .panel(let panel) = row.holder, let number = row.number else { return nil }
    return Port(panel: panel, number: number)
  }

  func isCord(_ end: Int) -> Bool {
    guard end < cordBase else { return true }
    let section = network.sections[network.section(of: Index(end >> 1))]
    return network.cables[section.cable].kind == .patchCord
  }

  /// The end at a joint that belongs to a cable of the ground, or nothing; of two, the customer's side.
  func cableEnd(of joint: Int) -> Int? {
    guard let row = joints[joint] else { return nil }
    return [row.second, row.first].compactMap { $0 }.first { !isCord($0) }
  }

  /// The end at a joint that belongs to a patch cord, or nothing.
  func cordEnd(of joint: Int) -> Int? {
    guard let row = joints[joint] else { return nil }
    return [row.first, row.second].compactMap { $0 }.first { isCord($0) }
  }

  func name(of end: Int) -> FibreEndName {
    if end < cordBase { return network.name(of: FibreEnd(rawValue: UInt32(end))) }
    let cord = newCords[(end - cordBase) / 2]
    return FibreEndName(section: cord?.code ?? Code(""), number: 1, side: end & 1 == 0 ? .a : .b)
  }

  func record(of joint: Int) -> JointRecord? {
    joints[joint].map { row in
      let holder: SlotHolderName =
        switch row.holder {
        case .cassette(let cassette): .cassette(network.cassettes[cassette].code)
        case .panel(let panel): .panel(network.panels[panel].code)
        case .unknown: .unknown
        }
      return JointRecord(
        code: code(of: joint), holder: holder, number: row.number, kind: row.kind, technique: row.technique,
        first: row.first.map(name), second: row.second.map(name), attributes: row.attributes)
    }
  }

  /// The name of a fibre, in parts.
  func fibreName(of fibre: Int) -> FibreName {
    let end = name(of: fibre << 1)
    return FibreName(section: end.section, number: end.number)
  }

  /// The fibres that a route is declared over, in order; cords that are gone are left out.
  func declaredFibres(of route: Index<DeclaredRoute>) -> [Int] {
    declaration(of: route).compactMap { fibre in
      end(named: FibreEndName(section: fibre.section, number: fibre.number, side: .a)).map { $0 >> 1 }
    }
  }

  /// The fibres that a route is declared over, by names and in order.
  func declaration(of route: Index<DeclaredRoute>) -> [FibreName] {
    let row = network.declaredRoutes[route]
    return redeclared[row.code] ?? row.fibres.map { network.fibreName(of: $0) }
  }

  /// The record of the cord of an end, or nothing when it is none.
  func cordRecord(of end: Int) -> CordRecord? {
    end < cordBase
      ? network.cordRecord(of: network.section(of: Index(end >> 1))) : newCords[(end - cordBase) / 2]
  }

  /// A code for a new joint that no joint has.
  func freeJointCode(_ wish: String) -> Code<Joint> {
    var code = Code<Joint>(wish)
    while network.joints.index(of: code) != nil || newJoints[code] != nil { code = Code(code.rawValue + "+") }
    return code
  }

  /// A code for a new cord that no section and no cable has or had.
  func freeCordCode(_ wish: String) -> Code<CableSection> {
    var code = Code<CableSection>(wish)
    while network.sections.index(of: code) != nil || network.cables.index(of: Code(code.rawValue)) != nil
      || positionOfNewCord[code] != nil
    {
      code = Code(code.rawValue + "+")
    }
    return code
  }

  /// Whether joints, cords, services, declared routes and work rules are those of another state; what the plan laid and
  /// took away again is ignored.
  func isSame(as other: ReplayState) -> Bool {
    Self.isSame(joints, other.joints) && Self.isSame(newCords, other.newCords) && removedCords == other.removedCords
      && movedServices == other.movedServices && redeclared == other.redeclared && rules == other.rules
  }

  private static func isSame<Row: Equatable>(_ a: [Row?], _ b: [Row?]) -> Bool {
    let common = min(a.count, b.count)
    return a[..<common] == b[..<common] && a[common...].allSatisfy { $0 == nil }
      && b[common...].allSatisfy { $0 == nil }
  }
}

// MARK: - Changes

extension ReplayState {
  /// Carries out an edit, or refuses it and changes nothing.
  mutating func apply(_ change: NetworkChange) throws(ChangeRefusal) {
    switch change {
    case .addJoint(let record): try add(record)
    case .removeJoint(let record): try remove(record)
    case .replaceJoint(let old, let new):
      try remove(old)
      try add(new)
    case .addCord(let cord):
      guard end(named: FibreEndName(section: cord.code, number: 1, side: .a)) == nil else {
        throw .cordExists(cord.code)
      }
      layCord(cord)
    case .removeCord(let cord): try remove(cord)
    case .moveService(let code, let from, let to):
      guard let service = network.services[code] else { throw .unknownService(code) }
      let original = service.endA.map { network.portName(of: $0) }
      guard movedServices[code] ?? original == from else { throw .serviceDiffers(code) }
      movedServices[code] = to == original ? nil : to
    case .redeclareRoute(let code, let from, let to): try redeclare(code, from, to)
    case .setFreeTrays(let closure, let from, let to): try rules.setFreeTrays(of: closure, from: from, to: to)
    }
  }

  private mutating func redeclare(
    _ code: Code<DeclaredRoute>, _ from: [FibreName], _ to: [FibreName]
  ) throws(ChangeRefusal) {
    guard let route = network.declaredRoutes.index(of: code) else { throw .unknownDeclaredRoute(code) }
    guard declaration(of: route) == from else { throw .declaredRouteDiffers(code) }
    for fibre in to where end(named: FibreEndName(section: fibre.section, number: fibre.number, side: .a)) == nil {
      throw .unknownDeclaredFibre(fibre)
    }
    let original = network.declaredRoutes[route].fibres.map { network.fibreName(of: $0) }
    redeclared[code] = to == original ? nil : to
  }

  private func index(of code: Code<Joint>) -> Int? {
    newJoints[code] ?? network.joints.index(of: code).map { $0.offset }
  }

  private func end(named name: FibreEndName) -> Int? {
    let side = name.side == .a ? 0 : 1
    if let position = positionOfNewCord[name.section] {
      return name.number == 1 && newCords[position] != nil ? cordBase + 2 * position + side : nil
    }
    guard !removedCords.contains(name.section) else { return nil }
    return network.end(named: name).map { Int($0.rawValue) }
  }

  private mutating func remove(_ record: JointRecord) throws(ChangeRefusal) {
    guard let joint = index(of: record.code), let row = joints[joint] else { throw .unknownJoint(record.code) }
    guard self.record(of: joint) == record else { throw .jointDiffers(record.code) }
    for end in [row.first, row.second].compactMap({ $0 }) where jointOfEnd[end] == Int32(joint + 1) {
      jointOfEnd[end] = 0
    }
    if let number = row.number, slots[Slot(holder: row.holder, number: number)] == joint {
      slots[Slot(holder: row.holder, number: number)] = nil
    }
    joints[joint] = nil
  }

  private mutating func add(_ record: JointRecord) throws(ChangeRefusal) {
    let holder = try holder(record.holder)
    let known = index(of: record.code)
    if let known, joints[known] != nil { throw .jointExists(record.code) }
    let first = try freeEnd(record.first)
    let second = try freeEnd(record.second)
    if let number = record.number, slots[Slot(holder: holder, number: number)] != nil {
      throw .slotTaken(record.holder, number: number)
    }
    let position = known ?? joints.count
    if known == nil {
      joints.append(nil)
      newJoints[record.code] = position
    }
    joints[position] = HeldJoint(
      code: position < network.joints.count ? nil : record.code, holder: holder, number: record.number,
      kind: record.kind, technique: record.technique, first: first, second: second, attributes: record.attributes)
    for end in [first, second].compactMap({ $0 }) { jointOfEnd[end] = Int32(position + 1) }
    if let number = record.number { slots[Slot(holder: holder, number: number)] = position }
  }

  private func holder(_ name: SlotHolderName) throws(ChangeRefusal) -> SlotHolder {
    switch name {
    case .cassette(let code):
      guard let index = network.cassettes.index(of: code) else { throw .unknownHolder(name) }
      return .cassette(index)
    case .panel(let code):
      guard let index = network.panels.index(of: code) else { throw .unknownHolder(name) }
      return .panel(index)
    case .unknown: return .unknown
    }
  }

  private func freeEnd(_ name: FibreEndName?) throws(ChangeRefusal) -> Int? {
    guard let name else { return nil }
    guard let end = end(named: name) else { throw .unknownFibre(name) }
    guard jointOfEnd[end] == 0 else { throw .endTaken(name) }
    return end
  }

  private mutating func layCord(_ cord: CordRecord) {
    if removedCords.remove(cord.code) != nil { return }
    if let position = positionOfNewCord[cord.code] {
      newCords[position] = cord
      return
    }
    positionOfNewCord[cord.code] = newCords.count
    newCords.append(cord)
    jointOfEnd += [0, 0]
  }

  private mutating func remove(_ cord: CordRecord) throws(ChangeRefusal) {
    guard let end = end(named: FibreEndName(section: cord.code, number: 1, side: .a)), cordRecord(of: end) == cord
    else { throw .unknownCord(cord.code) }
    guard jointOfEnd[end] == 0, jointOfEnd[end + 1] == 0 else { throw .cordInUse(cord.code) }
    if end < cordBase { removedCords.insert(cord.code) } else { newCords[(end - cordBase) / 2] = nil }
  }
}
