/// Checks a plan against its instance, rule by rule, by counting; it knows nothing of how plans are made.
public struct CutoverCheck: Sendable {
  /// What a figure of the objectives is called where it is announced.
  public static let figures: [(name: String, path: any KeyPath<CutoverObjectives, Int> & Sendable)] = [
    ("windows", \.windows), ("crewNights", \.crewNights), ("weightedOutageMinutes", \.weightedOutage),
    ("splices", \.splices), ("newFibreMetres", \.newFibreMetres), ("tiePeakFibres", \.peakTie),
    ("passages", \.passages),
  ]

  /// Every rule that is broken, in order of rule.
  public let violations: [CutoverViolation]
  /// The figures of the plan, counted; of moves that name a tube and one of its candidates.
  public let objectives: CutoverObjectives

  /// Checks a plan of an instance whose names and figures are in order.
  ///
  /// - Parameter announced: Figures to be compared with those counted.
  /// - Complexity: O(moves × services + windows × cords).
  public init(_ plan: CutoverPlan, of instance: CutoverInstance, announced: CutoverObjectives? = nil) {
    let count = PlanCount(plan, instance)
    objectives = count.objectives
    var found =
      count.completeness() + count.candidates() + count.capacities() + count.crews() + count.pairs()
      + count.services() + count.tie()
    if let announced {
      for (name, path) in Self.figures where announced[keyPath: path] != objectives[keyPath: path] {
        found.append(.announced(name, announced: announced[keyPath: path], counted: objectives[keyPath: path]))
      }
    }
    violations = found
  }
}

private struct PlanCount {
  /// A move whose tube and candidate are known.
  struct Known {
    let move: CutoverPlan.Move
    let candidate: CutoverInstance.Candidate
    let minutes: Int
    let services: [CutoverInstance.Service]
  }

  let plan: CutoverPlan
  let instance: CutoverInstance
  private let rules: CutoverInstance.Parameters
  private var known: [Known] = []
  /// The window of each tube that moves; of two moves the first.
  private var window: [String: Int] = [:]

  init(_ plan: CutoverPlan, _ instance: CutoverInstance) {
    self.plan = plan
    self.instance = instance
    rules = instance.parameters
    for move in plan.moves {
      if window[move.tube] == nil { window[move.tube] = move.window }
      guard let tube = instance.tubes.first(where: { $0.id == move.tube }),
        let candidate = tube.candidates.first(where: { $0.closure == move.closure })
      else { continue }
      let splices = candidate.isPassage ? candidate.totalSplices : candidate.liveSplices
      known.append(
        Known(
          move: move, candidate: candidate,
          minutes: rules.tubeOpeningMinutes + splices * (rules.spliceMinutes + rules.testMinutes),
          services: instance.services.filter { $0.tube == move.tube }))
    }
  }

  private func outage(_ service: CutoverInstance.Service, _ move: Known) -> Int {
    move.candidate.isPassage ? move.minutes : service.fibres * (rules.spliceMinutes + rules.testMinutes)
  }

  // C1
  func completeness() -> [CutoverViolation] {
    var found: [CutoverViolation] = []
    var seen: Set<String> = []
    for move in plan.moves {
      guard let tube = instance.tubes.first(where: { $0.id == move.tube }) else {
        found.append(.unknownTube(move.tube))
        continue
      }
      if tube.liveFibres == 0 { found.append(.spareTube(move.tube)) }
      if !seen.insert(move.tube).inserted { found.append(.movedTwice(tube: move.tube)) }
    }
    for tube in instance.tubes where tube.liveFibres > 0 && !seen.contains(tube.id) {
      found.append(.notMoved(tube: tube.id))
    }
    return found
  }

  // C2
  func candidates() -> [CutoverViolation] {
    plan.moves.compactMap { move in
      guard let tube = instance.tubes.first(where: { $0.id == move.tube }) else { return nil }
      return tube.candidates.contains { $0.closure == move.closure }
        ? nil : .notCandidate(tube: move.tube, closure: move.closure)
    }
  }

  // C3
  func capacities() -> [CutoverViolation] {
    var found: [CutoverViolation] = []
    for cable in instance.cables {
      let used = known.count { $0.candidate.cable == cable.id }
      let tubes = cable.fibres / cable.modulo
      if used > tubes { found.append(.cableFull(cable.id, used: used, tubes: tubes)) }
    }
    for closure in instance.closures {
      let used = known.count { $0.move.closure == closure.id }
      if used > closure.freeTrays {
        found.append(.traysFull(closure: closure.id, used: used, free: closure.freeTrays))
      }
    }
    return found
  }

  // C4
  func crews() -> [CutoverViolation] {
    var found: [CutoverViolation] = []
    for move in plan.moves {
      if move.window < 1 || move.window > instance.windowCount {
        found.append(.noSuchWindow(tube: move.tube, window: move.window))
      }
      if move.crew < 1 || move.crew > instance.crewCount {
        found.append(.noSuchCrew(tube: move.tube, crew: move.crew))
      }
    }
    for window in Set(plan.moves.map(\.window)).sorted() {
      let moves = known.filter { $0.move.window == window }
      for crew in Set(moves.map(\.move.crew)).sorted() {
        let closures = Set(moves.filter { $0.move.crew == crew }.map(\.move.closure)).sorted()
        if closures.count > 1 { found.append(.crewDivided(window: window, crew: crew, closures: closures)) }
      }
      for closure in instance.closures { found += crews(in: closure, window, moves) }
    }
    return found
  }

  private func crews(
    in closure: CutoverInstance.Closure, _ window: Int, _ moves: [Known]
  ) -> [CutoverViolation] {
    var found: [CutoverViolation] = []
    let here = moves.filter { $0.move.closure == closure.id }
    let crews = Set(here.map(\.move.crew)).sorted()
    if crews.count > closure.maxCrews {
      found.append(
        .closureCrowded(window: window, closure: closure.id, crews: crews.count, most: closure.maxCrews))
    }
    let usable = rules.windowMinutes - rules.reserveMinutes - closure.setupMinutes - rules.closeMinutes
    for crew in crews {
      let minutes = here.filter { $0.move.crew == crew }.reduce(0) { $0 + $1.minutes }
      if minutes > usable {
        found.append(
          .crewOvertime(window: window, crew: crew, closure: closure.id, minutes: minutes, usable: usable))
      }
    }
    return found
  }

  // C5
  func pairs() -> [CutoverViolation] {
    instance.services.compactMap { service in
      guard let peer = instance.services.first(where: { $0.id == service.protects }),
        let own = window[service.tube], let other = window[peer.tube], abs(own - other) < rules.soakWindows
      else { return nil }
      return .legsTogether(service: service.id, peer: peer.id, windows: [own, other])
    }
  }

  // C6
  func services() -> [CutoverViolation] {
    var found: [CutoverViolation] = []
    var circuits: [Int: [String: Int]] = [:]
    for move in known {
      for service in move.services {
        let minutes = outage(service, move)
        if minutes > service.maxOutageMinutes {
          found.append(.outageTooLong(service: service.id, minutes: minutes, most: service.maxOutageMinutes))
        }
        let isForbidden = instance.refusals.contains {
          $0.client == service.client && $0.windows.contains(move.move.window)
        }
        if isForbidden { found.append(.forbiddenWindow(service: service.id, window: move.move.window)) }
        circuits[move.move.window, default: [:]][service.operatorName, default: 0] += 1
      }
    }
    for (window, counts) in circuits.sorted(by: { $0.key < $1.key }) {
      for (name, count) in counts.sorted(by: { $0.key < $1.key }) where count > rules.operatorQuota {
        found.append(
          .operatorQuota(window: window, operatorName: name, circuits: count, most: rules.operatorQuota))
      }
    }
    return found
  }

  // C7
  func tie() -> [CutoverViolation] {
    stretched.filter { $0.fibres > rules.tieFibres }.map {
      .tieFull(window: $0.window, fibres: $0.fibres, most: rules.tieFibres)
    }
  }

  /// Tie fibres in use after each window of the instance, and after later ones that a plan invents.
  private var stretched: [(window: Int, fibres: Int)] {
    let last = max(instance.windowCount, window.values.max() ?? 0)
    return (0..<max(0, last)).map { $0 + 1 }.map { now in
      let fibres = instance.cords.reduce(0) { sum, cord in
        let (a, b) = (window[cord.a].map { $0 <= now } ?? false, window[cord.b].map { $0 <= now } ?? false)
        return a == b ? sum : sum + cord.fibres
      }
      return (now, fibres)
    }
  }

  // C8
  var objectives: CutoverObjectives {
    var figures = CutoverObjectives()
    figures.windows = plan.moves.map(\.window).max() ?? 0
    figures.crewNights = Set(plan.moves.map { [$0.window, $0.crew] }).count
    for move in known {
      for service in move.services { figures.weightedOutage += outage(service, move) * (service.isVital ? 3 : 1) }
      let splices = move.candidate.isPassage ? move.candidate.totalSplices : move.candidate.liveSplices
      figures.splices += splices
      figures.newFibreMetres += move.candidate.newMetres * splices
      figures.passages += move.candidate.isPassage ? 1 : 0
    }
    figures.peakTie = stretched.map(\.fibres).max() ?? 0
    return figures
  }
}
