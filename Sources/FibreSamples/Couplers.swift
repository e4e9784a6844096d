extension Draft {
  /// Ends a transport fibre on a port from which a cord feeds a coupler; returns the cord.
  mutating func connectFeed(_ fibre: FibreReference, to port: Port, of site: Site) -> FibreReference {
    let cord = addCord(stem: site.stem, node: site.node, metres: 2, label: "Entrée de coupleur")
    connect(fibre, to: port, cord: cord)
    return cord
  }

  /// Puts a coupler behind each transport fibre and spreads the patched outlets over them.
  ///
  /// - Returns: The cord that reaches each patched outlet's port, by outlet.
  mutating func coupleOutlets(_ patched: [Int], feeds: [FibreReference], site: inout Site) -> [Int: FibreReference] {
    var couplers: [Int] = []
    for rank in feeds.indices {
      couplers.append(
        addPanel(
          to: &site, ports: AccessDesign.couplerOutputs, suffix: "CPL-" + padded(rank + 1, 2),
          design: "Coupleur 1:\(AccessDesign.couplerOutputs) SC/APC"))
    }
    var cords: [Int: FibreReference] = [:]
    for (rank, outlet) in patched.enumerated() {
      let (output, coupler) = rank.quotientAndRemainder(dividingBy: couplers.count)
      let cord = addCord(stem: site.stem, node: site.node, metres: 2, label: "Sortie de coupleur")
      cords[outlet] = cord
      joints.append(
        Joint(
          place: .panel(couplers[coupler]), slot: output + 1, first: feeds[coupler], second: cord, kind: .connector))
    }
    return cords
  }
}
