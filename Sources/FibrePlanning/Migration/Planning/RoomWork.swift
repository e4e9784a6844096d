import FibreModel

// The technicians' patching in the two rooms.
extension PlanWriter {
  /// What the cords of the lines that move tonight become.
  ///
  /// A cord whose other line stays for now is prolonged over the tie; when both lines have moved it is laid anew in the
  /// new room, and the tie fibre is free again.
  mutating func roomVisits(moved: Set<Port>) -> [PlanVisit] {
    var old: [PlanStep] = []
    var new: [PlanStep] = []
    for (index, cord) in survey.cords.enumerated() where moved.contains(cord.a) || moved.contains(cord.b) {
      switch (newPort[cord.a], newPort[cord.b]) {
      case (let a?, let b?):
        if let tie = tieOfCord.removeValue(forKey: index) {
          let (staying, first) = moved.contains(cord.a) ? (cord.a, b) : (cord.b, a)
          old.append(unpatch(staying, tie.old))
          new.append(unpatch(tie.new, first))
          freeTies.append(tie)
          freeTies.sort { ($0.old, $0.new) < ($1.old, $1.new) }
        } else {
          old.append(unpatch(cord.a, cord.b))
        }
        new.append(patch(a, b))
      case (let there?, nil), (nil, let there?):
        guard !freeTies.isEmpty else { continue }
        let tie = freeTies.removeFirst()
        let staying = newPort[cord.a] == nil ? cord.a : cord.b
        tieOfCord[index] = tie
        old += [unpatch(cord.a, cord.b), patch(staying, tie.old)]
        new.append(patch(tie.new, there))
      case (nil, nil): continue
      }
    }
    return [(survey.old, old), (survey.new, new)].compactMap { site, steps in
      let ordered = steps.filter { $0.action == .unpatch } + steps.filter { $0.action == .patch }
      return steps.isEmpty
        ? nil : PlanVisit(closure: network.sites[site].label, crew: 0, minutes: 0, steps: ordered)
    }
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
