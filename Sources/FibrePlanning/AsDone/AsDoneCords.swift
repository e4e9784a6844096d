import FibreModel

/// What is done to cords in a room. Each answers whether anything had to be changed.
extension AsDoneState {
  /// Lays a cord between two ports.
  mutating func patch(
    _ a: AsDoneEnd, _ b: AsDoneEnd, in site: Index<Site>, line: Int?
  ) throws(AsDoneFault) -> Bool {
    let (jointA, jointB) = (try joint(at: a), try joint(at: b))
    if let end = replay.cordEnd(of: jointA), replay.joint(of: end ^ 1) == jointB { return false }
    let code = replay.freeCordCode("JAR-\(a.owner):\(a.number)-\(b.owner):\(b.number)")
    let cord = CordRecord(
      code: code, cable: Code(code.rawValue), fibreCode: "",
      node: network.sites[site].node.map { network.nodes[$0].code })
    let edits = [
      try added(FibreEndName(section: code, number: 1, side: .a), to: jointA, a),
      try added(FibreEndName(section: code, number: 1, side: .b), to: jointB, b),
    ]
    guard jointA != jointB else { throw .portInUse(a) }
    try carryOut([.addCord(cord)] + edits, line: line)
    return true
  }

  /// Takes the cord between two ports away, out of the routes that name it too.
  ///
  /// - Parameter isPlanned: Whether the plan names this cord, so that it was taken away before when it isn't there.
  mutating func unpatch(
    _ a: AsDoneEnd, _ b: AsDoneEnd, isPlanned: Bool, line: Int?
  ) throws(AsDoneFault) -> Bool {
    let (jointA, jointB) = (find(a), find(b))
    guard let jointA, let jointB, let end = replay.cordEnd(of: jointA), replay.joint(of: end ^ 1) == jointB,
      let cord = replay.cordRecord(of: end)
    else {
      if isPlanned, port(a) != nil, port(b) != nil { return false }
      throw .noCord(a, b)
    }
    let removals = [(end, jointA), (end ^ 1, jointB)].compactMap { removal(of: $0.0, at: $0.1) }
    try carryOut(declarations(without: end >> 1) + removals + [.removeCord(cord)], line: line)
    return true
  }

  private func port(_ end: AsDoneEnd) -> Port? {
    network.panels.index(of: Code(end.owner)).map { Port(panel: $0, number: end.number) }
  }

  private func find(_ end: AsDoneEnd) -> Int? { port(end).flatMap { replay.joint(at: $0) } }

  private func joint(at end: AsDoneEnd) throws(AsDoneFault) -> Int {
    guard let joint = find(end), replay.cableEnd(of: joint) != nil else { throw .emptyPort(end) }
    return joint
  }

  private func added(
    _ end: FibreEndName, to joint: Int, _ name: AsDoneEnd
  ) throws(AsDoneFault) -> NetworkChange {
    guard let record = replay.record(of: joint) else { throw .emptyPort(name) }
    var patched = record
    if record.first == nil { patched.first = end } else if record.second == nil { patched.second = end }
    guard patched != record else { throw .portInUse(name) }
    return .replaceJoint(record, with: patched)
  }

  /// The edit that takes an end away from a joint, and the joint too when it holds nothing else.
  private func removal(of end: Int, at joint: Int) -> NetworkChange? {
    guard let record = replay.record(of: joint) else { return nil }
    var rest = record
    if rest.first == replay.name(of: end) { rest.first = nil } else { rest.second = nil }
    return rest.first == nil && rest.second == nil ? .removeJoint(record) : .replaceJoint(record, with: rest)
  }

  /// The edits that take a fibre out of the routes that name it.
  private func declarations(without fibre: Int) -> [NetworkChange] {
    let name = replay.fibreName(of: fibre)
    return network.declaredRoutes.indices.compactMap { route in
      let from = replay.declaration(of: route)
      guard from.contains(name) else { return nil }
      return .redeclareRoute(network.declaredRoutes[route].code, from: from, to: from.filter { $0 != name })
    }
  }
}
