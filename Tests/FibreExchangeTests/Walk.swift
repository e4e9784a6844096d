import FibreModel

/// A dull way along fibres and joints, for comparison: no splitters, no lengths, at most as many steps as joints.
struct Walk {
  let network: Network

  /// The codes of the fibres from an end onwards, its own fibre first.
  func fibres(from end: FibreEnd) -> [String] {
    var codes: [String] = []
    var end = end
    for _ in 0...network.joints.count {
      codes.append(network.code(of: end.fibre))
      guard let joint = network.joints.joint(of: end.opposite),
        let next = network.joints[joint].partner(of: end.opposite)
      else { break }
      end = next
    }
    return codes
  }

  func fibres(from code: String, _ side: FibreSide) -> [String]? {
    network.fibre(named: code).map { fibres(from: FibreEnd($0, side)) }
  }

  /// All fibres that hang together with one, by their joints.
  func component(of code: String) -> Set<String> {
    guard let start = network.fibre(named: code) else { return [] }
    var seen: Set<Index<Fibre>> = [start]
    var open = [start]
    while let fibre = open.popLast() {
      for joint in network.joints.rows where joint.ends.contains(where: { $0.fibre == fibre }) {
        for end in joint.ends where seen.insert(end.fibre).inserted { open.append(end.fibre) }
      }
    }
    return Set(seen.map { network.code(of: $0) })
  }
}
