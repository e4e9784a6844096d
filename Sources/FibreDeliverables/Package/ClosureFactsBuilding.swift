import FibreDiagrams
import FibreModel
import FibrePlanning

extension ClosureFacts {
  /// Gathers what is known of a closure on a night.
  init(
    _ box: Index<Box>, visits: [PlanVisit], list: SpliceList, before: Network, after: Network, moves: [ServiceMove]
  ) {
    access = ClosureAccess(of: box, in: before)
    cables = CableAtClosure.all(at: box, steps: visits.flatMap(\.steps), in: before)
    contents = ClosureContents(before: before, after: after, box, night: list.night)
    wayBacks = list.window.map { window in visits.map { WayBack(of: $0, in: window, on: before) } } ?? []
    let touched = list.servicesTouched
    checks = ServiceCheck.all(moves.filter { touched.contains($0.service.rawValue) }, in: before)
  }
}

extension ServiceCheck {
  /// In order of service.
  static func all(_ moves: [ServiceMove], in network: Network) -> [ServiceCheck] {
    moves.sorted { $0.service < $1.service }.compactMap { move in
      network.services[move.service].map { service in
        ServiceCheck(service: service, move: move, optics: service.optics.flatMap { network.optics[$0] })
      }
    }
  }
}

extension CableAtClosure {
  /// Cables at the box's node, patch cords excepted, and those that steps name.
  static func all(at box: Index<Box>, steps: [PlanStep], in network: Network) -> [CableAtClosure] {
    let named = Set(steps.flatMap { [$0.a.owner, $0.b?.owner].compactMap { $0 } })
    var sections = Set(named.compactMap { network.sections.index(of: Code($0)) })
    let node = network.boxes[box].node
    if let node { sections.formUnion(network.sections(at: node)) }
    return sections.filter { network.cables[network.sections[$0].cable].kind != .patchCord }
      .sorted { network.sections[$0].code < network.sections[$1].code }
      .map { CableAtClosure($0, at: node, steps, in: network) }
  }

  private init(_ index: Index<CableSection>, at node: Index<Node>?, _ steps: [PlanStep], in network: Network) {
    let row = network.sections[index]
    section = row.code.rawValue
    capacity = row.statedCapacity ?? row.fibreCount
    tubeCount = row.tubeCount
    modulo = row.modulo
    tubeCode = row.tubeCode
    fibreCode = row.fibreCode
    let end = row.nodeA == node ? row.nodeB : row.nodeA
    far = end.map { network.placeName(of: $0) } ?? ""
    length = row.length
    let coils = network.slackLoops.filter { $0.section == index && $0.node == node && node != nil }
    coil = coils.isEmpty ? nil : coils.reduce(.zero) { $0 + $1.length }
    let cut = Set(steps.filter { $0.action == .cut && $0.a.owner == row.code.rawValue }.map(\.a.number))
    let new = Set(steps.filter { $0.action == .splice && $0.a.owner == row.code.rawValue }.map(\.a.number))
    let kept = Set(
      steps.filter { $0.action == .cut || $0.action == .splice }.compactMap(\.b)
        .filter { $0.owner == row.code.rawValue }.map(\.number))
    part = !new.isEmpty ? .new : !cut.isEmpty ? .cutAway : !kept.isEmpty ? .kept : .untouched
    worked = cut.union(new).union(kept).count
  }
}
