import FibreModel

/// Cords of the two rooms that nights with work done should have laid or taken away, and that are not so yet.
struct ProgressCords {
  private let network: Network
  private let walk: SurveyWalk
  private let nights: [Int: NightProgress]
  /// Ports at which a service of the plan starts now.
  private let servedPorts: Set<Port>

  init(_ plan: MigrationPlan, _ network: Network, _ nights: [NightProgress]) {
    self.network = network
    walk = SurveyWalk(network: network)
    self.nights = Dictionary(nights.map { ($0.night, $0) }, uniquingKeysWith: { first, _ in first })
    servedPorts = Set(plan.services.compactMap { network.services[$0.service] }.flatMap(\.endA))
  }

  private struct Cord: Hashable {
    let a: StepEnd
    let b: StepEnd

    init?(_ step: PlanStep) {
      guard let other = step.b else { return nil }
      (a, b) = "\(step.a)" < "\(other)" ? (step.a, other) : (other, step.a)
    }
  }

  private struct Due {
    let night: Int
    let room: String
    let isLaid: Bool
  }

  /// One block a night and room, in order.
  func blocks(of plan: MigrationPlan) -> [MigrationBlock] {
    var open: [[String]: [Cord]] = [:]
    for (cord, due) in dues(of: plan) where isThere(cord) != due.isLaid {
      open[[due.room, "\(due.night)"], default: []].append(cord)
    }
    return plan.nights.flatMap { night in
      night.visits.filter { $0.crew == 0 }.compactMap { visit in
        let cords = open[[visit.closure, "\(night.night)"]]?.map { "\($0.a) – \($0.b)" }.sorted() ?? []
        return cords.first.map { .cords(cords.count, first: $0, room: visit.closure, night: night.night) }
      }
    }
  }

  /// What the last night that is worked says of each cord.
  private func dues(of plan: MigrationPlan) -> [Cord: Due] {
    var dues: [Cord: Due] = [:]
    for night in plan.nights {
      guard let state = nights[night.night]?.state, state != .left else { continue }
      for visit in night.visits where visit.crew == 0 {
        for step in visit.steps {
          guard let cord = Cord(step), state == .done || isForMovedLink(cord) else { continue }
          dues[cord] = Due(night: night.night, room: visit.closure, isLaid: step.action == .patch)
        }
      }
    }
    return dues
  }

  /// Of a night that is half done, only the cords at the new port of a link that has moved are told of for sure.
  private func isForMovedLink(_ cord: Cord) -> Bool {
    [cord.a, cord.b].contains { port($0).map(servedPorts.contains) ?? false }
  }

  private func isThere(_ cord: Cord) -> Bool {
    guard let a = port(cord.a).flatMap({ network.joint(at: $0) }), let b = port(cord.b),
      let far = walk.cordEnd(at: a).flatMap({ network.joints.joint(of: $0.opposite) })
    else { return false }
    return network.port(of: far) == b
  }

  private func port(_ end: StepEnd) -> Port? {
    network.panels.index(of: Code(end.owner)).map { Port(panel: $0, number: end.number) }
  }
}
