import FibreModel

/// Chooses the fibres of one track along a route of sections, the cheapest by all criteria in their order. Where fibres
/// in service may be taken, those tracks come first that take the fewest.
///
/// Section by section the least cost by which each free fibre can be reached: over a joint that is there, over a patch
/// cord between two free ports, or through a new splice. Of equals, a fibre that ends where the track starts in a box
/// comes before one that must be cut, then the lower number. Where a route comes back through a section, what takes a
/// fibre twice is split into what keeps off it the first time and what does the second time, cheapest first. Cost: the
/// free fibres of the route.
struct SingleTrack {
  private let tracer: Tracer
  private let question: PathQuestion
  private let scale: CriteriaScale
  private let optical: OpticalParameters
  private let isLive: (Index<Fibre>) -> Bool

  /// The cheapest way to a fibre so far.
  private struct State {
    let end: FibreEnd
    /// Fibres in service.
    let live: Int
    let cost: UInt128
    /// Fibres cut at the ends of the path, which no criterion counts.
    let cuts: Int
    /// Its place in the section before.
    let before: Int

    func precedes(_ other: Self) -> Bool { (live, cost, cuts, end) < (other.live, other.cost, other.cuts, other.end) }
  }

  init(_ tracer: Tracer, _ question: PathQuestion, isLive: @escaping (Index<Fibre>) -> Bool) {
    self.isLive = isLive
    self.tracer = tracer
    self.question = question
    scale = CriteriaScale(question.request.order)
    optical = tracer.network.rules.optical
  }

  /// The fibres that a route's steps keep off, by the places of the steps.
  private typealias Spared = [Int: Set<Index<Fibre>>]

  /// A track and what it costs, among those that spare some fibres.
  private struct Choice {
    let track: [FibreEnd]
    let last: State
    let spared: Spared
  }

  /// Splits at most, where a route comes back through a section.
  private static let mostSplits = 64

  /// The ends by which the track enters its fibres, or nothing when none gets through.
  func track(_ steps: [StrandClass.Step], isFree: (Index<Fibre>) -> Bool) -> [FibreEnd]? {
    var choices = [cheapest(steps, [:], isFree)].compactMap(\.self)
    for _ in 0...Self.mostSplits {
      guard let best = choices.indices.min(by: { choices[$0].last.precedes(choices[$1].last) }) else { return nil }
      let choice = choices.remove(at: best)
      guard let twice = Self.firstTakenTwice(choice.track) else { return choice.track }
      for place in [twice.first, twice.second] {
        var spared = choice.spared
        spared[place, default: []].insert(choice.track[place].fibre)
        if let other = cheapest(steps, spared, isFree) { choices.append(other) }
      }
    }
    return nil
  }

  /// The places of the first fibre that a track takes twice.
  private static func firstTakenTwice(_ track: [FibreEnd]) -> (first: Int, second: Int)? {
    var places: [Index<Fibre>: Int] = [:]
    for (place, end) in track.enumerated() {
      if let first = places[end.fibre] { return (first, place) }
      places[end.fibre] = place
    }
    return nil
  }

  private func cheapest(
    _ steps: [StrandClass.Step], _ spared: Spared, _ isFree: (Index<Fibre>) -> Bool
  ) -> Choice? {
    var layers: [[State]] = []
    for (place, step) in steps.enumerated() {
      let kept = spared[place] ?? []
      let ends = tracer.network.entries(step) { isFree($0) && !kept.contains($0) }
      layers.append(layers.last.map { goOn($0, to: ends, at: step) } ?? start(ends))
    }
    let finishes = (layers.last ?? []).enumerated().compactMap { place, state in
      finish(state).map { State(end: state.end, live: state.live, cost: $0.cost, cuts: $0.cuts, before: place) }
    }
    guard let last = finishes.min(by: { $0.precedes($1) }) else { return nil }
    var place = last.before
    var track: [FibreEnd] = []
    for layer in layers.reversed() {
      track.append(layer[place].end)
      place = layer[place].before
    }
    return Choice(track: track.reversed(), last: last, spared: spared)
  }

  private func start(_ ends: [FibreEnd]) -> [State] {
    ends.compactMap { end in
      terminal(end, question.from).map {
        State(end: end, live: isLive(end.fibre) ? 1 : 0, cost: $0.cost, cuts: $0.cuts, before: 0)
      }
    }
  }

  private func finish(_ state: State) -> (cost: UInt128, cuts: Int)? {
    terminal(state.end.opposite, question.to).map { (state.cost + $0.cost, state.cuts + $0.cuts) }
  }

  private func terminal(_ end: FibreEnd, _ terminal: PathTerminal) -> (cost: UInt128, cuts: Int)? {
    let network = tracer.network
    let panel = network.freePort(at: end)?.panel
    if terminal.panels != nil, network.isCord(network.section(of: end.fibre)) { return nil }
    let isCut = terminal.panels == nil && !tracer.table.isStop(end.rawValue)
    return terminal.cost(fibres: 1, atPortOf: panel, optical).map { (scale.number($0), isCut ? 1 : 0) }
  }

  private func goOn(_ layer: [State], to ends: [FibreEnd], at step: StrandClass.Step) -> [State] {
    let network = tracer.network
    let best = { (isMeant: (FibreEnd) -> Bool) -> Int? in
      layer.indices.filter { isMeant(layer[$0].end.opposite) }.min { layer[$0].precedes(layer[$1]) }
    }
    let bare = best { if case .bare = network.footing(of: $0) { true } else { false } }
    let atFreePort = best { if case .free = network.footing(of: $0) { true } else { false } }
    let atAnyPort = best { end in
      switch network.footing(of: end) {
      case .free, .plugged: true
      case .bare, .cord: false
      }
    }
    var joined: [UInt32: Int] = [:]
    for (place, state) in layer.enumerated() {
      if case .end(let entry) = tracer.table.next(after: state.end.opposite.rawValue) { joined[entry] = place }
    }
    let splice = scale.number(question.splicing(1, at: step))
    let cord = scale.number(question.patching)
    return ends.compactMap { end in
      var ways: [State] = []
      let add = { (place: Int?, cost: UInt128) in
        guard let place else { return }
        let live = layer[place].live + (isLive(end.fibre) ? 1 : 0)
        ways.append(
          State(end: end, live: live, cost: layer[place].cost + cost, cuts: layer[place].cuts, before: place))
      }
      if let place = joined[end.rawValue], let joint = network.joints.joint(of: end) {
        add(place, scale.number(CriteriaCost(loss: network.passingLoss(of: network.joints[joint]))))
      }
      switch network.footing(of: end) {
      case .bare:
        add(bare, splice)
        add(atAnyPort, splice)
      case .free:
        add(bare, splice)
        add(atFreePort, cord)
      case .plugged: add(bare, splice)
      case .cord: break
      }
      return ways.min { $0.precedes($1) }
    }
  }
}
