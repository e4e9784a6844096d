import FibreModel

extension MigrationSurvey {
  /// By line: the services whose light it carries, its own and those of the lines to which cords join it.
  func servicesOnLines() -> [Set<Index<Service>>] {
    let serviceAt = Dictionary(
      lines.compactMap { line in line.service.map { (line.portJoint, $0) } }, uniquingKeysWith: { first, _ in first })
    return lines.map { line in
      let ways = [walk.cableEnd(at: line.portJoint), walk.cordEnd(at: line.portJoint)].compactMap { $0 }
      let stops = ways.flatMap { walk.strand(from: $0)?.stops ?? [] }
      return Set(stops.compactMap { serviceAt[$0.joint] }).union([line.service].compactMap { $0 })
    }
  }
}
