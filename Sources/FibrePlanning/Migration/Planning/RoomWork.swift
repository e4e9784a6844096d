import FibreModel

// The technicians' patching in the two rooms.
extension PlanWriter {
  /// What the cords of the lines that move tonight become.
  ///
  /// A cord whose other line stays for now is prolonged over the tie; when both lines have moved it is laid anew in the
  /// new room, and the tie fibre is free again.
  ///
  /// Cords that leave the tie come first, so that others find it free. The new room comes before the old one: a cord is
  /// taken away while the link for whose sake it goes is still at its other end.
  mutating func roomVisits(moved: Set<Port>) -> [PlanVisit] {
    let due = survey.cords.indices.filter { moved.contains(survey.cords[$0].a) || moved.contains(survey.cords[$0].b) }
    var work = RoomSteps()
    for cord in due { layInNewRoom(cord, moved, &work) }
    for cord in due { stretch(cord, &work) }
    return [(survey.new, work.new), (survey.old, work.old)].compactMap { site, steps in
      let ordered = steps.filter { $0.action == .unpatch } + steps.filter { $0.action == .patch }
      return steps.isEmpty ? nil : PlanVisit(closure: network.sites[site].label, crew: 0, minutes: 0, steps: ordered)
    }
  }

  /// The steps of one night in both rooms.
  private struct RoomSteps {
    var old: [PlanStep] = []
    var new: [PlanStep] = []
  }

  /// A cord both of whose lines have moved: it leaves the old room, or the tie, for the new room.
  private mutating func layInNewRoom(_ index: Int, _ moved: Set<Port>, _ work: inout RoomSteps) {
    let cord = survey.cords[index]
    guard let a = newPort[cord.a], let b = newPort[cord.b] else { return }
    if let tie = tieOfCord.removeValue(forKey: index) {
      let (staying, first) = moved.contains(cord.a) ? (cord.a, b) : (cord.b, a)
      work.old.append(unpatch(staying, tie.old))
      work.new.append(unpatch(tie.new, first))
      freeTies.append(tie)
      freeTies.sort { ($0.old, $0.new) < ($1.old, $1.new) }
    } else {
      work.old.append(unpatch(cord.a, cord.b))
    }
    work.new.append(patch(a, b))
  }

  /// A cord one of whose lines has moved: it is prolonged over the tie.
  private mutating func stretch(_ index: Int, _ work: inout RoomSteps) {
    let cord = survey.cords[index]
    guard let there = newPort[cord.a] ?? newPort[cord.b], newPort[cord.a] == nil || newPort[cord.b] == nil,
      tieOfCord[index] == nil, !freeTies.isEmpty
    else { return }
    let tie = freeTies.removeFirst()
    let staying = newPort[cord.a] == nil ? cord.a : cord.b
    tieOfCord[index] = tie
    work.old += [unpatch(cord.a, cord.b), patch(staying, tie.old)]
    work.new.append(patch(tie.new, there))
  }

  private mutating func unpatch(_ a: Port, _ b: Port) -> PlanStep {
    edits.unpatch(a, b)
    return step(.unpatch, a, b)
  }

  private mutating func patch(_ a: Port, _ b: Port) -> PlanStep {
    edits.patch(a, b)
    return step(.patch, a, b)
  }

  private func step(_ action: PlanAction, _ a: Port, _ b: Port) -> PlanStep {
    PlanStep(step: 0, action: action, a: end(a), b: end(b))
  }

  private func end(_ port: Port) -> StepEnd {
    StepEnd(owner: network.panels[port.panel].code.rawValue, number: port.number)
  }
}
