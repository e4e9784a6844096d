import FibreModel

/// A slot that a line names.
struct AsDoneSlot {
  let cassette: String
  let number: Int?
}

/// What is done to fibres in a closure. Each answers whether anything had to be changed.
extension AsDoneState {
  /// Takes the joint of two fibres apart; where `b` is nothing, whatever `a` is joined to there.
  mutating func cut(
    _ a: AsDoneEnd, from b: AsDoneEnd?, in box: Index<Box>, line: Int?
  ) throws(AsDoneFault) -> Bool {
    let ends = try ends(a, in: box)
    let other = b ?? a
    for end in ends {
      guard let joint = replay.joint(of: end), let row = replay.joints[joint],
        row.kind == .splice || row.kind == .passage, let partner = row.partner(of: end),
        b == nil || name(of: partner) == b, let record = replay.record(of: joint)
      else { continue }
      try carryOut([.removeJoint(record)], line: line)
      touch([row.first, row.second])
      return true
    }
    // Bare or coiled already: it was cut before.
    guard ends.contains(where: { isFree($0) }) else { throw .notJoined(a, other) }
    return false
  }

  /// Coils an end in a slot.
  mutating func park(
    _ a: AsDoneEnd, at slot: AsDoneSlot, in box: Index<Box>, night: Int, line: Int?, _ attributes: Attributes
  ) throws(AsDoneFault) -> Bool {
    let ends = try ends(a, in: box)
    guard let end = ends.first(where: { isFree($0) }) else { throw inUse(a, ends) }
    if let joint = replay.joint(of: end) {
      guard isSlot(joint, slot) else { throw .fibreInUse(a, by: replay.code(of: joint)) }
      return try note(attributes, on: joint, line)
    }
    let place = try freeSlot(slot, in: box)
    try carryOut(
      [
        .addJoint(
          JointRecord(
            code: code(place, night), holder: .cassette(place.tray), number: place.number, kind: .parked,
            first: replay.name(of: end), second: nil, attributes: attributes))
      ], line: line)
    begin(place.index, in: box)
    return true
  }

  /// Joins two fibres in a slot; ends that are coiled leave their slots.
  mutating func splice(
    _ a: AsDoneEnd, _ b: AsDoneEnd, at slot: AsDoneSlot, in box: Index<Box>, night: Int, line: Int?,
    _ attributes: Attributes
  ) throws(AsDoneFault) -> Bool {
    let (endsA, endsB) = (try ends(a, in: box), try ends(b, in: box))
    if let joint = endsA.compactMap({ replay.joint(of: $0) }).first(where: { isSplice($0, endsA, endsB) }) {
      guard isSlot(joint, slot) else { throw .fibreInUse(a, by: replay.code(of: joint)) }
      return try note(attributes, on: joint, line)
    }
    guard let endA = endsA.first(where: { isFree($0) }) else { throw inUse(a, endsA) }
    guard let endB = endsB.first(where: { isFree($0) && $0 != endA }) else { throw inUse(b, endsB) }
    let coiled = [endA, endB].compactMap { replay.joint(of: $0) }.compactMap { replay.record(of: $0) }
    let place = try freeSlot(slot, in: box, leaving: coiled)
    try carryOut(
      coiled.map { .removeJoint($0) } + [
        .addJoint(
          JointRecord(
            code: code(place, night), holder: .cassette(place.tray), number: place.number, kind: .splice,
            technique: .fusion, first: replay.name(of: endA), second: replay.name(of: endB), attributes: attributes))
      ], line: line)
    touch([endA, endB])
    begin(place.index, in: box)
    return true
  }

  // MARK: Ends

  private func isFree(_ end: Int) -> Bool {
    replay.joint(of: end).map { replay.joints[$0]?.kind == .parked } ?? true
  }

  private func inUse(_ end: AsDoneEnd, _ ends: [Int]) -> AsDoneFault {
    let joint = ends.lazy.compactMap { replay.joint(of: $0) }.first
    return .fibreInUse(end, by: joint.map { replay.code(of: $0) } ?? Code(""))
  }

  private func isSplice(_ joint: Int, _ a: [Int], _ b: [Int]) -> Bool {
    guard let row = replay.joints[joint], row.kind == .splice, let first = row.first, let second = row.second else {
      return false
    }
    return a.contains(first) && b.contains(second) || b.contains(first) && a.contains(second)
  }

  // MARK: Slots

  private func isSlot(_ joint: Int, _ slot: AsDoneSlot) -> Bool {
    guard let row = replay.joints[joint], case .cassette(let tray) = row.holder else { return false }
    return network.cassettes[tray].code.rawValue == slot.cassette && row.number == slot.number
  }

  private func freeSlot(
    _ slot: AsDoneSlot, in box: Index<Box>, leaving coiled: [JointRecord] = []
  ) throws(AsDoneFault) -> (index: Index<Cassette>, tray: Code<Cassette>, number: Int) {
    let code = Code<Cassette>(slot.cassette)
    guard let tray = network.cassettes.index(of: code), network.cassettes[tray].box == box else {
      throw .unknownTray(slot.cassette, closure: network.boxes[box].code.rawValue)
    }
    guard let number = slot.number, number >= 1, number <= network.cassettes[tray].slotCapacity ?? .max else {
      throw .slotBeyondTray(slot.cassette, slot: slot.number)
    }
    let held = replay.joint(in: ReplayState.Slot(holder: .cassette(tray), number: number)).map { replay.code(of: $0) }
    if let held, !coiled.contains(where: { $0.code == held }) {
      throw .slotTaken(slot.cassette, slot: number, by: held)
    }
    return (tray, code, number)
  }

  private func code(_ place: (index: Index<Cassette>, tray: Code<Cassette>, number: Int), _ night: Int) -> Code<Joint> {
    replay.freeJointCode("\(place.tray)/\(place.number)@\(night)")
  }

  // MARK: What was measured

  /// Adds what a crew says to a joint that is there already; whether that changed anything.
  private mutating func note(_ attributes: Attributes, on joint: Int, _ line: Int?) throws(AsDoneFault) -> Bool {
    guard attributes != .none, let record = replay.record(of: joint) else { return false }
    var noted = record
    noted.attributes = record.attributes.replacing(with: attributes)
    guard noted != record else { return false }
    try carryOut([.replaceJoint(record, with: noted)], line: line)
    return true
  }
}

extension Attributes {
  /// These, with the values of others in the place of those of the same name.
  fileprivate func replacing(with others: Attributes) -> Attributes {
    let kept = entries.filter { others[$0.name] == nil } + others.entries
    return Attributes(kept.map { ($0.name, $0.value) })
  }
}
