import FibreModel

/// What each fibre end leads to, as numbers only: the one table that tracing reads.
///
/// Entry `e` is the end joined to end `e`, or a splitter fed by `e`, or the reason why light stops there.
struct StrandTable: Sendable {
  /// What an entry means.
  enum Next {
    /// A fibre is entered by this end.
    case end(UInt32)
    /// Light is shared by the legs of this splitter.
    case splitter(Int)
    case stop(RouteStatus)
  }

  static let branchFlag: UInt32 = 0x8000_0000
  private static let complete = UInt32.max
  private static let open = UInt32.max - 1
  private static let ambiguous = UInt32.max - 2
  static let firstStop = ambiguous

  private(set) var entries: [UInt32]
  /// Joint + 1 of each end, or 0.
  private(set) var jointOfEnd: [UInt32]
  /// Ends by which the legs of each splitter are entered; a leg without a fibre has none.
  private(set) var legs: [[UInt32]] = []
  /// Length of fibre in each section, in millimetres, slack included.
  private(set) var lengths: [Int64]
  /// The section of each fibre: the network's own array.
  let sections: [Index<CableSection>]

  init(_ network: Network) {
    let endCount = 2 * network.fibres.count
    precondition(endCount < Int(Self.branchFlag), "more fibres than a route can number")
    entries = [UInt32](repeating: Self.open, count: endCount)
    jointOfEnd = [UInt32](repeating: 0, count: endCount)
    lengths = network.opticalLengths()
    sections = network.fibres.sections
    openAtOutlets(network)
    // A span lends its joints, where a loop over the array would copy each.
    let joints = network.joints.rows.span
    for position in joints.indices { enter(joints[position], at: Index(position), network) }
    enterSplitters(network)
    stopAtContested(network)
  }

  func next(after end: UInt32) -> Next {
    let entry = entries[Int(end)]
    if entry < Self.branchFlag { return .end(entry) }
    if entry < Self.firstStop { return .splitter(Int(entry & ~Self.branchFlag)) }
    return .stop(entry == Self.complete ? .complete : entry == Self.open ? .open : .ambiguous)
  }

  /// Whether light stops at an end, whichever way it came.
  func isStop(_ end: UInt32) -> Bool { entries[Int(end)] >= Self.firstStop }

  /// Whether an end is the input of a splitter with fibres on its legs.
  func isSplitterInput(_ end: UInt32) -> Bool {
    entries[Int(end)] >= Self.branchFlag && entries[Int(end)] < Self.firstStop
  }

  // MARK: Filling

  /// A bare fibre end at an outlet is where the customer plugs in.
  private mutating func openAtOutlets(_ network: Network) {
    var hasOutlet = [Bool](repeating: false, count: network.nodes.count)
    for box in network.boxes.rows where box.kind == .outlet {
      if let node = box.node { hasOutlet[node.offset] = true }
    }
    for section in network.sections.rows {
      for (side, node) in [(UInt32(0), section.nodeA), (1, section.nodeB)] {
        guard let node, hasOutlet[node.offset] else { continue }
        for fibre in section.fibreOffsets {
          entries[2 * fibre + Int(side)] = Self.complete
        }
      }
    }
  }

  private mutating func enter(_ joint: Joint, at index: Index<Joint>, _ network: Network) {
    guard joint.claim != .contested else { return }
    let first = joint.first?.rawValue
    let second = joint.second?.rawValue
    if let first { claim(first, by: index) }
    if let second { claim(second, by: index) }
    if let first, let second {
      entries[Int(second)] = first
      if joint.kind != .splitter { entries[Int(first)] = second }
    } else if let end = first ?? second {
      entries[Int(end)] = stop(at: joint, network)
    }
  }

  private mutating func claim(_ end: UInt32, by joint: Index<Joint>) {
    if jointOfEnd[Int(end)] == 0 { jointOfEnd[Int(end)] = UInt32(joint.offset + 1) }
  }

  private func stop(at joint: Joint, _ network: Network) -> UInt32 {
    if joint.kind == .parked || joint.kind == .splitter { return Self.open }
    switch joint.holder {
    case .panel: return Self.complete
    case .cassette(let cassette):
      let isOutlet = network.cassettes[cassette].box.map { network.boxes[$0].kind == .outlet } ?? false
      return isOutlet || joint.kind == .connector ? Self.complete : Self.open
    case .unknown: return joint.kind == .connector ? Self.complete : Self.open
    }
  }

  private mutating func enterSplitters(_ network: Network) {
    for splitter in network.splitters {
      let used = splitter.legs.compactMap { network.joints[$0].second?.rawValue }
      entries[Int(splitter.input.rawValue)] =
        used.isEmpty ? Self.open : Self.branchFlag | UInt32(legs.count)
      if let first = splitter.legs.first { jointOfEnd[Int(splitter.input.rawValue)] = UInt32(first.offset + 1) }
      legs.append(used)
    }
  }

  /// No light is followed through a joint of which another joint claims an end, from either side.
  private mutating func stopAtContested(_ network: Network) {
    let joints = network.joints.rows.span
    for position in joints.indices where joints[position].claim == .contested {
      for end in joints[position].ends where network.isContested(end) {
        if let holder = network.joints.joint(of: end) { block(end, heldBy: network.joints[holder]) }
        entries[Int(end.rawValue)] = Self.ambiguous
      }
    }
  }

  private mutating func block(_ end: FibreEnd, heldBy holder: Joint) {
    guard holder.kind == .splitter, let input = holder.first else {
      for other in holder.ends { entries[Int(other.rawValue)] = Self.ambiguous }
      return
    }
    guard isSplitterInput(input.rawValue) else { return }
    let splitter = Int(entries[Int(input.rawValue)] & ~Self.branchFlag)
    if end == input {
      for leg in legs[splitter] { entries[Int(leg)] = Self.ambiguous }
    } else {
      legs[splitter].removeAll { $0 == end.rawValue }
      if legs[splitter].isEmpty { entries[Int(input.rawValue)] = Self.ambiguous }
    }
  }
}

extension Network {
  /// Fibre length of each section in millimetres: as laid where that is stated, else its line and its slack loops.
  fileprivate func opticalLengths() -> [Int64] {
    var lengths = sections.rows.map(\.length.millimetres)
    for loop in slackLoops where sections[loop.section].lengthSource != .asLaid {
      lengths[loop.section.offset] += loop.length.millimetres
    }
    return lengths
  }
}
