extension Network {
  /// The network after a list of edits, applied in order and as a whole.
  ///
  /// Joints that are not touched keep their order; new ones come last. O(rows), whatever the number of edits.
  ///
  /// - Throws: the first edit that does not fit; nothing is applied then.
  public func applying(_ changes: some Sequence<NetworkChange>) throws(ChangeRefusal) -> Network {
    var draft = NetworkDraft(self)
    for change in changes { try draft.apply(change) }
    return draft.rebuilt()
  }
}

/// A network being edited: what differs from the original, by names.
struct NetworkDraft {
  private let original: Network
  /// The present record of each joint that differs; nothing when it is gone.
  private var joints: [Code<Joint>: JointRecord?] = [:]
  /// New joints, in order.
  private var addedJoints: [Code<Joint>] = []
  private var cords: [Code<CableSection>: CordRecord?] = [:]
  private var addedCords: [Code<CableSection>] = []
  private var servicePorts: [Code<Service>: [PortName]] = [:]
  private var declarations: [Code<DeclaredRoute>: [FibreName]] = [:]
  /// The work rules, with free trays as they are stated now.
  private var rules: WorkRules
  /// Who holds each fibre end and slot that an edit touched; nothing when it is free.
  private var ends: [FibreEndName: Code<Joint>?] = [:]
  private var slots: [SlotKey: Code<Joint>?] = [:]

  struct SlotKey: Hashable {
    let holder: SlotHolderName
    let number: Int
  }

  init(_ original: Network) {
    self.original = original
    rules = original.rules
  }

  mutating func apply(_ change: NetworkChange) throws(ChangeRefusal) {
    switch change {
    case .addJoint(let joint): try add(joint)
    case .removeJoint(let joint): try remove(joint)
    case .replaceJoint(let old, let new):
      try remove(old)
      try add(new)
    case .addCord(let cord): try add(cord)
    case .removeCord(let cord): try remove(cord)
    case .moveService(let service, let from, let to): try move(service, from, to)
    case .redeclareRoute(let route, let from, let to): try redeclare(route, from, to)
    case .setFreeTrays(let closure, let from, let to): try rules.setFreeTrays(of: closure, from: from, to: to)
    }
  }

  private func joint(_ code: Code<Joint>) -> JointRecord? {
    if let changed = joints[code] { return changed }
    return original.joints.index(of: code).map { original.record(of: $0) }
  }

  private func holder(of end: FibreEndName) -> Code<Joint>? {
    if let changed = ends[end] { return changed }
    return original.end(named: end).flatMap { original.joints.joint(of: $0) }.map { original.joints.code(of: $0) }
  }

  private func holder(of slot: SlotKey) -> Code<Joint>? {
    if let changed = slots[slot] { return changed }
    let index: Index<Joint>? =
      switch slot.holder {
      case .cassette(let code): original.cassettes.index(of: code).flatMap { original.joint(at: slot.number, of: $0) }
      case .panel(let code):
        original.panels.index(of: code).flatMap { original.joint(at: Port(panel: $0, number: slot.number)) }
      case .unknown: nil
      }
    return index.map { original.joints.code(of: $0) }
  }

  private mutating func remove(_ record: JointRecord) throws(ChangeRefusal) {
    guard let present = joint(record.code) else { throw .unknownJoint(record.code) }
    guard present == record else { throw .jointDiffers(record.code) }
    joints[record.code] = .some(nil)
    for end in [record.first, record.second].compactMap({ $0 }) where holder(of: end) == record.code {
      ends[end] = .some(nil)
    }
    if let slot = slotKey(record), holder(of: slot) == record.code { slots[slot] = .some(nil) }
  }

  private mutating func add(_ record: JointRecord) throws(ChangeRefusal) {
    guard joint(record.code) == nil else { throw .jointExists(record.code) }
    try checkHolder(record.holder)
    for end in [record.first, record.second].compactMap({ $0 }) {
      guard isFibre(end) else { throw .unknownFibre(end) }
      guard holder(of: end) == nil else { throw .endTaken(end) }
    }
    if let first = record.first, first == record.second { throw .endTaken(first) }
    if let slot = slotKey(record) {
      guard holder(of: slot) == nil else { throw .slotTaken(slot.holder, number: slot.number) }
      slots[slot] = record.code
    }
    for end in [record.first, record.second].compactMap({ $0 }) { ends[end] = record.code }
    if original.joints.index(of: record.code) == nil, joints[record.code] == nil { addedJoints.append(record.code) }
    joints[record.code] = record
  }

  private func slotKey(_ record: JointRecord) -> SlotKey? {
    guard record.holder != .unknown, let number = record.number else { return nil }
    return SlotKey(holder: record.holder, number: number)
  }

  private func checkHolder(_ holder: SlotHolderName) throws(ChangeRefusal) {
    switch holder {
    case .cassette(let code): if original.cassettes.index(of: code) == nil { throw .unknownHolder(holder) }
    case .panel(let code): if original.panels.index(of: code) == nil { throw .unknownHolder(holder) }
    case .unknown: break
    }
  }

  private func isFibre(_ end: FibreEndName) -> Bool {
    if let cord = cords[end.section] { return cord != nil && end.number == 1 }
    return original.end(named: end) != nil
  }

  private func isCord(_ code: Code<CableSection>) -> CordRecord? {
    if let changed = cords[code] { return changed }
    return original.sections.index(of: code).flatMap { original.cordRecord(of: $0) }
  }

  private mutating func add(_ cord: CordRecord) throws(ChangeRefusal) {
    let exists = cords[cord.code].map { $0 != nil } ?? (original.sections.index(of: cord.code) != nil)
    guard !exists else { throw .cordExists(cord.code) }
    if original.sections.index(of: cord.code) == nil, cords[cord.code] == nil { addedCords.append(cord.code) }
    cords[cord.code] = cord
  }

  private mutating func remove(_ cord: CordRecord) throws(ChangeRefusal) {
    guard let present = isCord(cord.code), present == cord else { throw .unknownCord(cord.code) }
    for side in FibreSide.allCases {
      let end = FibreEndName(section: cord.code, number: 1, side: side)
      guard holder(of: end) == nil else { throw .cordInUse(cord.code) }
    }
    cords[cord.code] = .some(nil)
  }

  private mutating func move(_ code: Code<Service>, _ from: [PortName], _ to: [PortName]) throws(ChangeRefusal) {
    guard let service = original.services[code] else { throw .unknownService(code) }
    let present = servicePorts[code] ?? service.endA.map { original.portName(of: $0) }
    guard present == from else { throw .serviceDiffers(code) }
    for port in to where original.port(named: port) == nil { throw .unknownPort(port) }
    servicePorts[code] = to
  }

  private mutating func redeclare(
    _ code: Code<DeclaredRoute>, _ from: [FibreName], _ to: [FibreName]
  ) throws(ChangeRefusal) {
    guard let route = original.declaredRoutes[code] else { throw .unknownDeclaredRoute(code) }
    let present = declarations[code] ?? route.fibres.map { original.fibreName(of: $0) }
    guard present == from else { throw .declaredRouteDiffers(code) }
    for fibre in to where !isFibre(FibreEndName(section: fibre.section, number: fibre.number, side: .a)) {
      throw .unknownDeclaredFibre(fibre)
    }
    declarations[code] = to
  }
}

// MARK: - The edited network

extension NetworkDraft {
  /// Builds the edited network anew: every table in its order, without what is gone, new rows last.
  func rebuilt() -> Network {
    var builder = NetworkBuilder(keepingPlacesOf: original)
    let moved = addCords(to: &builder)
    addJoints(to: &builder, moved)
    addServices(to: &builder)
    addRemainder(to: &builder, moved)
    return builder.build()
  }

  /// Where each section of the original stands now, by its offset; nothing for a cord that is gone.
  private typealias MovedSections = [Index<CableSection>?]

  private func addCords(to builder: inout NetworkBuilder) -> MovedSections {
    let gone = Set(cords.filter { $0.value == nil }.keys)
    let goneCables = Set(gone.compactMap { original.sections[$0].map { original.cables[$0.cable].code } })
    for cable in original.cables.rows where !goneCables.contains(cable.code) { _ = builder.add(cable) }
    var moved = MovedSections(repeating: nil, count: original.sections.count)
    for index in original.sections.indices {
      var section = original.sections[index]
      guard !gone.contains(section.code), let cable = builder.cable(original.cables[section.cable].code) else {
        continue
      }
      section.cable = cable
      moved[index.offset] = builder.add(section, fibres: original.fibreRecords(of: index))
    }
    for code in addedCords + cords.keys.filter({ original.sections.index(of: $0) != nil }).sorted() {
      guard case .some(.some(let cord)) = cords[code] else { continue }
      builder.add(cord)
    }
    return moved
  }

  /// Untouched joints are carried over by index, since looking up the names of each would take most of the time.
  private func addJoints(to builder: inout NetworkBuilder, _ moved: MovedSections) {
    let touched = Set(joints.keys.compactMap { original.joints.index(of: $0) })
    for index in original.joints.indices {
      let code = original.joints.code(of: index)
      guard touched.contains(index) else {
        let row = original.joints[index]
        let joint = Joint(
          holder: row.holder, number: row.number, kind: row.kind, technique: row.technique,
          first: row.first.flatMap { end($0, in: builder, moved) },
          second: row.second.flatMap { end($0, in: builder, moved) }, attributes: row.attributes)
        _ = builder.add(joint, code: code)
        continue
      }
      if case .some(.some(let record)) = joints[code] { builder.add(record) }
    }
    for code in addedJoints {
      if case .some(.some(let record)) = joints[code] { builder.add(record) }
    }
  }

  /// An end of the original as it is numbered now.
  private func end(_ end: FibreEnd, in builder: NetworkBuilder, _ moved: MovedSections) -> FibreEnd? {
    moved[original.section(of: end.fibre).offset]
      .flatMap { builder.fibre($0, number: original.number(of: end.fibre)) }
      .map { FibreEnd($0, end.side) }
  }

  private func addServices(to builder: inout NetworkBuilder) {
    for var service in original.services.rows {
      if let ports = servicePorts[service.code] { service.endA = ports.compactMap { original.port(named: $0) } }
      _ = builder.add(service)
    }
  }

  private func addRemainder(to builder: inout NetworkBuilder, _ moved: MovedSections) {
    for var duct in original.ducts.rows {
      duct.sections = duct.sections.compactMap { moved[$0.offset] }
      _ = builder.add(duct)
    }
    for var loop in original.slackLoops {
      guard let section = moved[loop.section.offset] else { continue }
      loop.section = section
      builder.add(loop)
    }
    for var route in original.declaredRoutes.rows {
      if let names = declarations[route.code] {
        route.fibres = names.compactMap { builder.network.fibre(section: $0.section, number: $0.number) }
      } else {
        route.fibres = route.fibres.compactMap { fibre in
          moved[original.section(of: fibre).offset].flatMap { builder.fibre($0, number: original.number(of: fibre)) }
        }
      }
      _ = builder.add(route)
    }
    builder.setRules(rules)
  }
}
