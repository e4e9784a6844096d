import FibreModel

/// Follows single strands of a network; splitters and contested ends end a strand.
struct SurveyWalk {
  let network: Network

  /// One joint on a strand, with the ends by which light arrives and leaves.
  struct Stop {
    let joint: Index<Joint>
    let arriving: FibreEnd
    let leaving: FibreEnd?
  }

  /// The joints behind a fibre end, the fibre being entered there; empty when its far end is bare.
  ///
  /// - Returns: The stops, and the last end reached; nothing when the strand loops or is not certain.
  func strand(from entry: FibreEnd) -> (stops: [Stop], last: FibreEnd, length: Length)? {
    var stops: [Stop] = []
    var end = entry
    var length = Length.zero
    for _ in 0...network.fibres.count {
      length += network.sections[network.section(of: end.fibre)].length
      let arriving = end.opposite
      guard !network.isContested(arriving) else { return nil }
      guard let joint = network.joints.joint(of: arriving) else { return (stops, arriving, length) }
      let row = network.joints[joint]
      let leaving = row.kind == .splitter ? nil : row.partner(of: arriving)
      stops.append(Stop(joint: joint, arriving: arriving, leaving: leaving))
      guard let leaving else { return (stops, arriving, length) }
      end = leaving
    }
    return nil
  }

  /// The end at a port by which light leaves for the network: that of a cable, not of a cord.
  func cableEnd(at joint: Index<Joint>) -> FibreEnd? {
    let row = network.joints[joint]
    return [row.second, row.first].compactMap { $0 }.first { !isCord($0) }
  }

  /// The cord's end at a port, or nothing.
  func cordEnd(at joint: Index<Joint>) -> FibreEnd? {
    network.joints[joint].ends.first { isCord($0) }
  }

  func isCord(_ end: FibreEnd) -> Bool {
    network.cables[network.sections[network.section(of: end.fibre)].cable].kind == .patchCord
  }
}
