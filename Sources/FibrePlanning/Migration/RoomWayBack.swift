public import FibreModel

/// How the cords of one room are taken back with the tubes for whose links they were laid.
///
/// A tube that is finished stays, and so do its cords; of the tube in hand, all cords of a room go back, the last one
/// first. A cord between links of two tubes belongs to the one that is worked on later.
public struct RoomWayBack: Hashable, Sendable {
  public let reserveMinutes: Int
  /// Way back must begin by then: the reserve still follows. Minutes after midnight of the night's date.
  public let mustBeginMinute: Int
  /// The tube worked on last first.
  public let parts: [Part]

  /// What goes back with one tube.
  public struct Part: Hashable, Sendable {
    /// The closure in which the tube is worked on, and its crew; nothing for cords of no tube of the night.
    public let closure: String?
    public let crew: Int
    public let tube: WayBack.Tube?
    /// The last cord first.
    public let cords: [Cord]
    /// A cord is laid or taken away in the minutes of a test.
    public let minutes: Int
  }

  /// One cord, put back as it was.
  public struct Cord: Hashable, Sendable {
    /// What is done now, the opposite of what was: `patch` or `unpatch`.
    public let action: PlanAction
    public let a: StepEnd
    public let b: StepEnd
    public let minutes: Int
  }

  /// The latest minute at which any tube with cords here may still be begun; nothing without tubes.
  public var goNoGoMinute: Int? { parts.compactMap { $0.tube?.lastStartMinute }.max() }
  /// What the way back of the tube in hand takes at most.
  public var longestMinutes: Int { parts.map(\.minutes).max() ?? 0 }
}

extension RoomWayBack {
  /// Reads the way back of a room out of a night. O(steps · log(steps)).
  ///
  /// - Parameter moves: Of the plan, with the new port of each fibre of a service.
  public init(
    of visit: PlanVisit, on night: PlanNight, in window: WorkWindow, moves: [ServiceMove], on network: Network
  ) {
    reserveMinutes = window.reserveMinutes
    mustBeginMinute = window.startMinute + window.minutes - window.reserveMinutes
    let works = TubesAtWork(night, in: window, on: network)
    var chains = CordChains(night, on: network)
    for move in moves where move.night == night.night {
      guard let work = works.last(workingOn: move.service) else { continue }
      let ports = network.services[move.service]?.endA ?? []
      for end in ports.map({ network.stepEnd(of: $0) }) + move.newPorts { chains.mark(end, with: work) }
    }
    let minutes = network.rules.parameters.testMinutes
    let cords = visit.steps.reversed().compactMap { step -> (work: Int?, cord: Cord)? in
      guard let b = step.b, step.action == .patch || step.action == .unpatch else { return nil }
      let action: PlanAction = step.action == .patch ? .unpatch : .patch
      return (chains.mark(of: step.a), Cord(action: action, a: step.a, b: b, minutes: minutes))
    }
    let byWork = Dictionary(grouping: cords) { $0.work ?? -1 }
    parts = byWork.sorted { $0.key > $1.key }.map { work, cords in
      Part(
        closure: work < 0 ? nil : works.entries[work].closure, crew: work < 0 ? 0 : works.entries[work].crew,
        tube: work < 0 ? nil : works.entries[work].tube, cords: cords.map(\.cord), minutes: cords.count * minutes)
    }
  }
}

/// The tubes of a night, in the order in which they are worked on.
private struct TubesAtWork {
  struct Entry {
    let closure: String
    let crew: Int
    let tube: WayBack.Tube
  }

  let entries: [Entry]
  private var lastOf: [Code<Service>: Int] = [:]

  init(_ night: PlanNight, in window: WorkWindow, on network: Network) {
    entries = night.visits.filter { $0.crew > 0 }
      .flatMap { visit in
        WayBack(of: visit, in: window, on: network).tubes.map {
          Entry(closure: visit.closure, crew: visit.crew, tube: $0)
        }
      }
      .sorted { ($0.tube.startMinute, $0.crew, $0.closure) < ($1.tube.startMinute, $1.crew, $1.closure) }
    for (position, entry) in entries.enumerated() {
      for service in entry.tube.moves.compactMap(\.service) { lastOf[service] = position }
    }
  }

  func last(workingOn service: Code<Service>) -> Int? { lastOf[service] }
}

/// Ports that cords of a night, or fibres of the tie, join to one another, whether before or after.
private struct CordChains {
  private var parent: [StepEnd: StepEnd] = [:]
  private var marks: [StepEnd: Int] = [:]

  init(_ night: PlanNight, on network: Network) {
    for step in night.visits.filter({ $0.crew == 0 }).flatMap(\.steps) {
      guard let b = step.b else { continue }
      join(step.a, b)
      for end in [step.a, b] { if let twin = network.tieTwin(of: end) { join(end, twin) } }
    }
  }

  private func root(of end: StepEnd) -> StepEnd {
    var end = end
    while let next = parent[end] { end = next }
    return end
  }

  private mutating func join(_ a: StepEnd, _ b: StepEnd) {
    let (rootA, rootB) = (root(of: a), root(of: b))
    if rootA != rootB { parent[rootA] = rootB }
  }

  /// The later of two marks stays.
  mutating func mark(_ end: StepEnd, with number: Int) {
    let root = root(of: end)
    marks[root] = max(marks[root] ?? number, number)
  }

  func mark(of end: StepEnd) -> Int? { marks[root(of: end)] }
}

extension Network {
  fileprivate func stepEnd(of port: Port) -> StepEnd {
    StepEnd(owner: panels[port.panel].code.rawValue, number: port.number)
  }

  /// The port at the other end of a fibre of the tie, which has no splice between.
  fileprivate func tieTwin(of end: StepEnd) -> StepEnd? {
    let walk = SurveyWalk(network: self)
    guard let port = port(named: end.description), let joint = joint(at: port), let exit = walk.cableEnd(at: joint),
      let stop = walk.strand(from: exit)?.stops.first, let twin = self.port(of: stop.joint)
    else { return nil }
    return stepEnd(of: twin)
  }
}
