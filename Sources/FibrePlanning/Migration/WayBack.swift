public import FibreModel

/// When the work of one crew in one closure happens, and how it is taken back.
///
/// Times are minutes after midnight of the night's date; a window may run past the next midnight.
public struct WayBack: Hashable, Sendable {
  public let crew: Int
  /// The window opens, and the crew sets up.
  public let startMinute: Int
  /// The crew has left, if all goes as planned.
  public let plannedEndMinute: Int
  /// The window closes.
  public let endMinute: Int
  public let reserveMinutes: Int
  /// Way back must begin by then: the reserve and the closing of the box still follow.
  public let mustBeginMinute: Int
  /// The tubes of the visit, the one worked on last first, as they are taken back.
  public let tubes: [Tube]

  /// What is done to one tube of the old side, and undone.
  public struct Tube: Hashable, Sendable {
    /// The tube's first fibre worked on, on the old side.
    public let first: StepEnd
    public let number: Int
    public let startMinute: Int
    public let workMinutes: Int
    /// Go or no go: the tube is not cut if it could not be finished by `mustBeginMinute`.
    public let lastStartMinute: Int
    /// The last cut first.
    public let moves: [Move]
    /// As many splices as were made on it, on the old ends; it is open already and was tested before.
    public let minutes: Int
  }

  /// One kept fibre, from its new joint back to its old one.
  public struct Move: Hashable, Sendable {
    public let kept: StepEnd
    /// To what it was spliced; nothing for a fibre that was only cut.
    public let made: Place?
    /// To what it goes back.
    public let former: Place
    public let service: Code<Service>?
    public let minutes: Int
  }

  /// A partner, and the tray and slot of the joint with it.
  public struct Place: Hashable, Sendable {
    public let end: StepEnd
    public let cassette: Code<Cassette>?
    public let slot: Int?
  }

  /// The latest minute at which any tube may still be begun: that of the tube worked on last; nothing without tubes.
  public var goNoGoMinute: Int? { tubes.first?.lastStartMinute }
  /// What the way back of the tube in hand takes at most.
  public var longestMinutes: Int { tubes.map(\.minutes).max() ?? 0 }
}

extension WayBack {
  /// Reads the way back out of a visit. O(steps).
  public init(of visit: PlanVisit, in window: WorkWindow, on network: Network) {
    let parameters = network.rules.parameters
    let conditions = network.rules.closures.first { $0.closure.rawValue == visit.closure }
    let setup = conditions?.setupMinutes ?? parameters.defaultSetupMinutes
    let close = conditions?.closeMinutes ?? parameters.defaultCloseMinutes
    crew = visit.crew
    startMinute = window.startMinute
    plannedEndMinute = window.startMinute + visit.minutes
    endMinute = window.startMinute + window.minutes
    reserveMinutes = window.reserveMinutes
    mustBeginMinute = endMinute - reserveMinutes - close
    var time = startMinute + setup
    var tubes: [Tube] = []
    for work in Self.tubes(of: visit, on: network) {
      let moves = work.moves(spliceMinutes: parameters.spliceMinutes)
      tubes.append(
        Tube(
          first: work.first, number: work.key.tube, startMinute: time, workMinutes: work.minutes,
          lastStartMinute: mustBeginMinute - work.minutes, moves: moves, minutes: moves.reduce(0) { $0 + $1.minutes }))
      time += work.minutes
    }
    self.tubes = tubes.reversed()
  }

  private struct TubeKey: Hashable {
    let section: String
    let tube: Int
  }

  /// The steps on one tube, gathered.
  private struct TubeWork {
    let key: TubeKey
    var first: StepEnd
    var minutes = 0
    var cuts: [PlanStep] = []
    var splices: [StepEnd: PlanStep] = [:]

    func moves(spliceMinutes: Int) -> [Move] {
      cuts.reversed().compactMap { cut in
        guard let kept = cut.b else { return nil }
        let splice = splices[kept]
        return Move(
          kept: kept, made: splice.map { Place(end: $0.a, cassette: $0.cassette, slot: $0.slot) },
          former: Place(end: cut.a, cassette: cut.cassette, slot: cut.slot), service: cut.service,
          minutes: splice == nil ? 0 : spliceMinutes)
      }
    }
  }

  /// A splice belongs to the tube from which its kept side was cut.
  private static func tubes(of visit: PlanVisit, on network: Network) -> [TubeWork] {
    var works: [TubeWork] = []
    var tubeOfKept: [StepEnd: Int] = [:]
    for step in visit.steps {
      switch step.action {
      case .open, .cut:
        let number = network.sections[Code(step.a.owner)]?.tube(ofFibre: step.a.number) ?? 1
        let key = TubeKey(section: step.a.owner, tube: number)
        if works.firstIndex(where: { $0.key == key }) == nil { works.append(TubeWork(key: key, first: step.a)) }
        guard let place = works.firstIndex(where: { $0.key == key }) else { continue }
        works[place].minutes += step.minutes
        if step.action == .cut {
          works[place].cuts.append(step)
          if let kept = step.b { tubeOfKept[kept] = place }
        }
      case .splice:
        guard let kept = step.b, let place = tubeOfKept[kept] else { continue }
        works[place].minutes += step.minutes
        works[place].splices[kept] = step
      case .park, .patch, .unpatch: continue
      }
    }
    return works
  }
}
