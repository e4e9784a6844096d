import FibreModel

extension MigrationSurvey {
  /// By line: the services whose light it carries, its own and those of the lines to which cords join it.
  func servicesOnLines() -> [Set<Index<Service>>] {
    var serviceAt: [Index<Joint>: Index<Service>] = [:]
    for service in network.services.indices {
      for joint in network.services[service].endA.compactMap({ network.joint(at: $0) }) { serviceAt[joint] = service }
    }
    return lines.map { line in
      let cord = walk.cordEnd(at: line.portJoint).flatMap { walk.strand(from: $0)?.stops } ?? []
      return Set((line.stops + cord).compactMap { serviceAt[$0.joint] }).union([line.service].compactMap { $0 })
    }
  }

  /// The cords of the old room, and by position the tie fibre of those that an earlier night has prolonged: one end of
  /// such a cord lies in the new room already.
  func foundCords() -> (cords: [(a: Port, b: Port)], stretched: [Int: (old: Port, new: Port)]) {
    var cords: [(a: Port, b: Port)] = []
    var stretched: [Int: (old: Port, new: Port)] = [:]
    for panel in network.panels(in: old) {
      for joint in network.joints(in: panel) {
        guard let port = network.port(of: joint), let other = portBehindCord(at: joint), port < other,
          network.site(of: other.panel) == old
        else { continue }
        if let far = farEnd(ofTieAt: other) {
          stretched[cords.count] = (old: other, new: far.port)
          cords.append((a: port, b: far.patched))
        } else if let far = farEnd(ofTieAt: port) {
          stretched[cords.count] = (old: port, new: far.port)
          cords.append((a: other, b: far.patched))
        } else {
          cords.append((a: port, b: other))
        }
      }
    }
    return (cords, stretched)
  }

  private func portBehindCord(at joint: Index<Joint>) -> Port? {
    walk.cordEnd(at: joint).flatMap { network.joints.joint(of: $0.opposite) }.flatMap { network.port(of: $0) }
  }

  /// Where a fibre from a port of the old room ends in the new one without a splice, and the port to which it is patched
  /// there.
  private func farEnd(ofTieAt port: Port) -> (port: Port, patched: Port)? {
    guard let joint = network.joint(at: port), let exit = walk.cableEnd(at: joint),
      let stop = walk.strand(from: exit)?.stops.first, let far = network.port(of: stop.joint),
      network.site(of: far.panel) == new, let patched = portBehindCord(at: stop.joint),
      network.site(of: patched.panel) == new
    else { return nil }
    return (far, patched)
  }
}
