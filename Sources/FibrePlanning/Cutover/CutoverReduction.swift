/// The problem that an instance states, and the way back from offsets to names.
///
/// Candidates that no plan could use are left out: an outage above a service's limit, or more minutes than any night.
public struct CutoverReduction: Sendable {
  public let instance: CutoverInstance
  public let problem: CutoverProblem
  /// The instance's tube of each tube of the problem: those with live fibres.
  let tubeRows: [Int]
  /// The instance's candidate of each option.
  let candidateRows: [[Int]]

  /// Reduces an instance; throws what is wrong with its data.
  ///
  /// - Complexity: O(rows + tubes × windows).
  public init(_ instance: CutoverInstance) throws(CutoverRefusal) {
    try instance.refuseBadData()
    self.instance = instance
    let rows = instance.tubes.indices.filter { instance.tubes[$0].liveFibres > 0 }
    let making = ProblemMaking(instance, rows)
    tubeRows = rows
    candidateRows = making.candidateRows
    problem = making.problem()
  }

  /// The instance's name of a tube of the problem.
  public func name(ofTube tube: Int) -> String { instance.tubes[tubeRows[tube]].id }

  /// A schedule in the names of the instance, in order of window, crew and tube.
  public func plan(of schedule: CutoverSchedule) -> CutoverPlan {
    let moves = schedule.moves.enumerated().map { tube, move in
      let row = instance.tubes[tubeRows[tube]]
      return CutoverPlan.Move(
        tube: row.id, closure: row.candidates[candidateRows[tube][move.option]].closure, window: move.window + 1,
        crew: (move.crew ?? 0) + 1)
    }
    return CutoverPlan(moves: moves.sorted { ($0.window, $0.crew, $0.tube) < ($1.window, $1.crew, $1.tube) })
  }
}

private struct ProblemMaking {
  let instance: CutoverInstance
  let rows: [Int]
  private(set) var candidateRows: [[Int]] = []
  private let closureOf: [String: Int]
  private let cableOf: [String: Int]
  private let tubeOf: [String: Int]
  private let operatorOf: [String: Int]
  private let servicesIn: [String: [CutoverInstance.Service]]
  private let parameters: CutoverInstance.Parameters

  init(_ instance: CutoverInstance, _ rows: [Int]) {
    self.instance = instance
    self.rows = rows
    parameters = instance.parameters
    closureOf = Self.offsets(instance.closures.map(\.id))
    cableOf = Self.offsets(instance.cables.map(\.id))
    tubeOf = Self.offsets(rows.map { instance.tubes[$0].id })
    operatorOf = Self.offsets(Set(instance.services.map(\.operatorName)).sorted())
    servicesIn = Dictionary(grouping: instance.services, by: \.tube)
    candidateRows = rows.map { row in
      instance.tubes[row].candidates.indices.filter { fits(instance.tubes[row].candidates[$0], of: row) }
    }
  }

  private static func offsets(_ names: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
  }

  private var fibreMinutes: Int { parameters.spliceMinutes + parameters.testMinutes }

  private func minutes(_ candidate: CutoverInstance.Candidate) -> Int {
    parameters.tubeOpeningMinutes
      + (candidate.isPassage ? candidate.totalSplices : candidate.liveSplices) * fibreMinutes
  }

  private func outage(_ service: CutoverInstance.Service, _ candidate: CutoverInstance.Candidate) -> Int {
    candidate.isPassage ? minutes(candidate) : service.fibres * fibreMinutes
  }

  private func visitMinutes(_ closure: Int) -> Int {
    instance.closures[closure].setupMinutes + parameters.closeMinutes
  }

  private func fits(_ candidate: CutoverInstance.Candidate, of row: Int) -> Bool {
    guard let closure = closureOf[candidate.closure], instance.closures[closure].maxCrews > 0 else { return false }
    let services = servicesIn[instance.tubes[row].id] ?? []
    return services.allSatisfy { outage($0, candidate) <= $0.maxOutageMinutes }
      && minutes(candidate) <= parameters.windowMinutes - parameters.reserveMinutes - visitMinutes(closure)
  }

  func problem() -> CutoverProblem {
    let closureCount = instance.closures.count
    return CutoverProblem(
      windows: Array(
        repeating: .init(
          crews: instance.crewCount, minutes: parameters.windowMinutes - parameters.reserveMinutes),
        count: instance.windowCount),
      closures: (0..<closureCount).map {
        .init(maxCrews: instance.closures[$0].maxCrews, visitMinutes: visitMinutes($0))
      },
      tubes: rows.indices.map(tube),
      resources: instance.closures.map(\.freeTrays) + instance.cables.map { $0.fibres / $0.modulo },
      operatorCount: operatorOf.count, operatorQuota: parameters.operatorQuota, cords: cords(),
      tieFibres: parameters.tieFibres, apart: pairs(), soakWindows: parameters.soakWindows)
  }

  private func tube(_ position: Int) -> CutoverProblem.Tube {
    let row = instance.tubes[rows[position]]
    let services = servicesIn[row.id] ?? []
    let clients = Set(services.map(\.client))
    let closed = Set(
      instance.refusals.filter { clients.contains($0.client) }.flatMap(\.windows).map { $0 - 1 }
        .filter { $0 < instance.windowCount })
    let circuits = Dictionary(services.map { ($0.operatorName, 1) }, uniquingKeysWith: +)
    return CutoverProblem.Tube(
      options: candidateRows[position].map { option(row.candidates[$0], services, closed) },
      circuits: circuits.compactMap { name, count in operatorOf[name].map { .init(operatorOffset: $0, count: count) } }
        .sorted { $0.operatorOffset < $1.operatorOffset },
      lastingTie: lastingTie(row.id))
  }

  private func lastingTie(_ tube: String) -> Int {
    instance.cords.reduce(0) { sum, cord in
      let lasts = (cord.a == tube && tubeOf[cord.b] == nil) || (cord.b == tube && tubeOf[cord.a] == nil)
      return lasts ? sum + cord.fibres : sum
    }
  }

  private func option(
    _ candidate: CutoverInstance.Candidate, _ services: [CutoverInstance.Service], _ closed: Set<Int>
  ) -> CutoverProblem.Option {
    let closure = closureOf[candidate.closure] ?? 0
    let splices = candidate.isPassage ? candidate.totalSplices : candidate.liveSplices
    return CutoverProblem.Option(
      closure: closure, minutes: minutes(candidate),
      weightedOutage: services.reduce(0) { $0 + outage($1, candidate) * ($1.isVital ? 3 : 1) }, splices: splices,
      newFibreMetres: candidate.newMetres * splices, isPassage: candidate.isPassage,
      resources: [closure, instance.closures.count + (cableOf[candidate.cable] ?? 0)], closedWindows: closed)
  }

  /// Cords between the same two tubes, added up.
  private func cords() -> [CutoverProblem.Cords] {
    var fibres: [[Int]: Int] = [:]
    for cord in instance.cords {
      guard let a = tubeOf[cord.a], let b = tubeOf[cord.b] else { continue }
      fibres[[min(a, b), max(a, b)], default: 0] += cord.fibres
    }
    return fibres.map { CutoverProblem.Cords(a: $0.key[0], b: $0.key[1], fibres: $0.value) }
      .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  private func pairs() -> [CutoverProblem.Pair] {
    let tubeOfService = Dictionary(
      instance.services.map { ($0.id, $0.tube) }, uniquingKeysWith: { first, _ in first })
    let pairs = instance.services.compactMap { service -> [Int]? in
      guard let peer = service.protects, let other = tubeOfService[peer], let a = tubeOf[service.tube],
        let b = tubeOf[other]
      else { return nil }
      return [min(a, b), max(a, b)]
    }
    return Set(pairs).sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { CutoverProblem.Pair(a: $0[0], b: $0[1]) }
  }
}
