import FibreModel

/// A cable as it enters a box: a section and the side that lies there.
struct CableLeg: Hashable {
  let section: Index<CableSection>
  let side: FibreSide
}

/// Consecutive fibres of one leg that all fare alike.
struct FibreRun: Hashable {
  let leg: CableLeg
  var numbers: ClosedRange<Int>
}

/// Consecutive fibres of one leg joined, one by one, to consecutive fibres of another.
struct JointRun: Hashable {
  var first: FibreRun
  var second: FibreRun
  let kind: JointKind
  let technique: JointTechnique
  /// The second's numbers fall while the first's rise.
  var isReversed = false
  let holder: SlotHolder
  var slots: [Int]
  /// Another joint claims an end or a slot of these.
  let isDisputed: Bool
}

/// Consecutive fibres of one leg that are joined to nothing.
struct IdleRun: Hashable {
  var fibres: FibreRun
  /// Coiled in a tray; else nothing is recorded.
  let isParked: Bool
  let holder: SlotHolder
  var slots: [Int]
}

/// What a box does with the fibres that reach it, told in runs.
struct ClosureRuns {
  private(set) var legs: [CableLeg] = []
  private(set) var joints: [JointRun] = []
  private(set) var idle: [IdleRun] = []
  private let network: Network
  private let box: Index<Box>

  /// Follows every fibre end at the box's node that no other box there holds.
  init(_ network: Network, _ box: Index<Box>) {
    self.network = network
    self.box = box
    guard let node = network.boxes[box].node else { return }
    for section in network.sections(at: node) {
      let row = network.sections[section]
      guard network.cables[row.cable].kind != .patchCord, row.fibreCount > 0 else { continue }
      if row.nodeA == node { add(CableLeg(section: section, side: .a)) }
      if row.nodeB == node { add(CableLeg(section: section, side: .b)) }
    }
    mergeIdleTubes()
  }

  private mutating func add(_ leg: CableLeg) {
    let row = network.sections[leg.section]
    let ends = (1...row.fibreCount).map { FibreEnd(row.fibre($0), leg.side) }
    let held = ends.map { network.joints.joint(of: $0) }
    let heldElsewhere = held.contains { $0.map { network.box(of: $0) != box } ?? false }
    let heldHere = held.contains { $0.map { network.box(of: $0) == box } ?? false }
    guard heldHere || !heldElsewhere else { return }
    legs.append(leg)
    for (offset, joint) in held.enumerated() {
      let fibre = FibreRun(leg: leg, numbers: offset + 1...offset + 1)
      guard let joint, network.box(of: joint) == box else {
        addIdle(fibre, nil)
        continue
      }
      add(fibre, ends[offset], joint)
    }
  }

  private mutating func add(_ fibre: FibreRun, _ end: FibreEnd, _ index: Index<Joint>) {
    let joint = network.joints[index]
    if let splitter = network.splitter(fedBy: end) {
      for leg in splitter.legs { addJoint(fibre, leg) }
    } else if joint.partner(of: end) == nil {
      addIdle(fibre, joint)
    } else if joint.first == end {
      if joint.kind != .splitter { addJoint(fibre, index) }
    }
  }

  private mutating func addJoint(_ fibre: FibreRun, _ index: Index<Joint>) {
    let joint = network.joints[index]
    guard let partner = joint.second else { return }
    let number = network.number(of: partner.fibre)
    let leg = CableLeg(section: network.section(of: partner.fibre), side: partner.side)
    let run = JointRun(
      first: fibre, second: FibreRun(leg: leg, numbers: number...number), kind: joint.kind, technique: joint.technique,
      holder: joint.holder, slots: joint.number.map { [$0] } ?? [],
      isDisputed: joint.claim != .held || joint.ends.contains { network.isContested($0) })
    if let last = joints.last, let longer = extended(last, by: run) {
      joints[joints.count - 1] = longer
    } else {
      joints.append(run)
    }
  }

  /// One run from two, when the second goes on where the first stops and neither leaves its tube; passages may.
  private func extended(_ run: JointRun, by next: JointRun) -> JointRun? {
    guard run.first.leg == next.first.leg, run.second.leg == next.second.leg, run.kind == next.kind,
      run.technique == next.technique, run.holder == next.holder, run.isDisputed == next.isDisputed,
      run.kind == .passage || sameTube(run.first, next.first) && sameTube(run.second, next.second)
    else { return nil }
    let (a, b) = (next.first.numbers.lowerBound, next.second.numbers.lowerBound)
    let isLeg = run.kind == .splitter && run.first.numbers == next.first.numbers
    guard isLeg || a == run.first.numbers.upperBound + 1 else { return nil }
    let isAlone = run.second.numbers.count == 1
    let rises = b == run.second.numbers.upperBound + 1 && (isAlone || !run.isReversed)
    let falls = b == run.second.numbers.lowerBound - 1 && (isAlone || run.isReversed)
    guard rises || falls else { return nil }
    var longer = run
    longer.first.numbers = run.first.numbers.lowerBound...a
    longer.second.numbers = min(b, run.second.numbers.lowerBound)...max(b, run.second.numbers.upperBound)
    longer.isReversed = falls
    longer.slots += next.slots
    return longer
  }

  private func sameTube(_ a: FibreRun, _ b: FibreRun) -> Bool {
    let row = network.sections[a.leg.section]
    return row.tube(ofFibre: a.numbers.lowerBound) == row.tube(ofFibre: b.numbers.lowerBound)
  }

  private mutating func addIdle(_ fibre: FibreRun, _ joint: Joint?) {
    let run = IdleRun(
      fibres: fibre, isParked: joint != nil, holder: joint?.holder ?? .unknown, slots: joint?.number.map { [$0] } ?? [])
    guard let last = idle.last, last.fibres.leg == fibre.leg, last.isParked == run.isParked,
      last.holder == run.holder, last.fibres.numbers.upperBound + 1 == fibre.numbers.lowerBound,
      sameTube(last.fibres, fibre)
    else { return idle.append(run) }
    idle[idle.count - 1].fibres.numbers = last.fibres.numbers.lowerBound...fibre.numbers.upperBound
    idle[idle.count - 1].slots += run.slots
  }

  /// Whole tubes in a row that lie idle alike are told as one.
  private mutating func mergeIdleTubes() {
    var merged: [IdleRun] = []
    for run in idle {
      if let last = merged.last, last.fibres.leg == run.fibres.leg, last.isParked == run.isParked,
        isWhole(last.fibres), isWhole(run.fibres),
        last.fibres.numbers.upperBound + 1 == run.fibres.numbers.lowerBound
      {
        merged[merged.count - 1].fibres.numbers = last.fibres.numbers.lowerBound...run.fibres.numbers.upperBound
        merged[merged.count - 1].slots = []
      } else {
        merged.append(run)
      }
    }
    idle = merged
  }

  private func isWhole(_ run: FibreRun) -> Bool {
    let row = network.sections[run.leg.section]
    return row.rankInTube(ofFibre: run.numbers.lowerBound) == 1
      && (row.rankInTube(ofFibre: run.numbers.upperBound) == row.modulo || run.numbers.upperBound == row.fibreCount)
  }
}
