import FibreModel

/// The way of light from one end to where it can go no further, as numbers of a `ReplayState`.
struct ReplayWay: Hashable {
  /// Ends by which the fibres were entered, in order.
  var entries: [Int] = []
  /// The joint behind each fibre; one less than fibres where the last one's end is bare.
  var joints: [Int] = []
  /// Whether it stopped at the shared side of a splitter.
  var stopsAtSplitter = false
  /// Whether it came back to where it had been.
  var isLoop = false

  var fibres: [Int] { entries.map { $0 >> 1 } }
  /// The end at which it stops, or nothing when there is no way.
  var stop: Int? { entries.last.map { $0 ^ 1 } }

  /// The way up to and including a joint, or nothing when it isn't met.
  func upTo(_ joint: Int) -> ReplayWay? {
    guard let position = joints.firstIndex(of: joint) else { return nil }
    return ReplayWay(entries: Array(entries[...position]), joints: Array(joints[...position]))
  }
}

extension ReplayState {
  /// Follows light that enters a fibre by an end; through splitters only from a leg to the shared side.
  func way(from entry: Int) -> ReplayWay {
    var way = ReplayWay()
    var seen: Set<Int> = []
    var entry = entry
    while true {
      guard seen.insert(entry >> 1).inserted else {
        way.isLoop = true
        return way
      }
      way.entries.append(entry)
      guard let joint = joint(of: entry ^ 1), let row = joints[joint] else { return way }
      way.joints.append(joint)
      if row.kind == .splitter, row.first == entry ^ 1 {
        way.stopsAtSplitter = true
        return way
      }
      guard let next = row.partner(of: entry ^ 1) else { return way }
      entry = next
    }
  }

  /// The way from a port along its cable, and the way along its cord, if it has one.
  func ways(from port: Port) -> (cable: ReplayWay, cord: ReplayWay)? {
    guard let joint = joint(at: port), let end = cableEnd(of: joint) else { return nil }
    return (way(from: end), cordEnd(of: joint).map { way(from: $0) } ?? ReplayWay())
  }

  /// Whether light that enters a fibre reaches something that a test accepts; through splitters to all their legs.
  func reaches(from entry: Int, _ isGoal: (_ stop: Int, _ joint: Int?) -> Bool) -> Bool {
    var seen: Set<Int> = []
    var pending = [entry]
    while let entry = pending.popLast() {
      guard seen.insert(entry >> 1).inserted else { continue }
      let joint = joint(of: entry ^ 1)
      if isGoal(entry ^ 1, joint) { return true }
      guard let joint, let row = joints[joint] else { continue }
      if row.kind == .splitter, row.first == entry ^ 1 {
        pending += legs(of: entry ^ 1)
      } else if let next = row.partner(of: entry ^ 1) {
        pending.append(next)
      }
    }
    return false
  }

  private func legs(of input: Int) -> [Int] {
    guard input < cordBase, let splitter = network.splitter(fedBy: FibreEnd(rawValue: UInt32(input))) else { return [] }
    return splitter.legs.compactMap { network.joints[$0].second.map { Int($0.rawValue) } }
  }
}

// MARK: - Places

extension ReplayState {
  /// The site at whose panel a joint is, or nothing.
  func site(of joint: Int) -> Index<Site>? { port(of: joint).flatMap { network.site(of: $0.panel) } }

  /// Whether light is of use to somebody outside some sites when it arrives here: at a port or an outlet.
  func isEndUser(stop: Int, joint: Int?, outside sites: Set<Index<Site>>) -> Bool {
    if let joint, let port = port(of: joint) { return network.site(of: port.panel).map { !sites.contains($0) } ?? true }
    if let joint, let box = box(of: joint) { return network.boxes[box].kind == .outlet }
    guard stop < cordBase, joint == nil, let node = network.node(of: FibreEnd(rawValue: UInt32(stop))) else {
      return false
    }
    return network.boxes(at: node).contains { network.boxes[$0].kind == .outlet }
  }

  /// The name of a fibre as plans write it.
  func name(ofFibre fibre: Int) -> String {
    let name = name(of: fibre << 1)
    return "\(name.section):\(name.number)"
  }
}
