import FibreModel

/// What a plan has done at one position: a slot of a tray, or a cord.
struct PlannedPosition {
  let closure: String
  /// The tray, or the panel of a cord's first port.
  let holder: String
  let slot: Int?
  /// The joint that is taken from the slot.
  var cut: PlanStep?
  /// What is put there: a coiled end or a splice; or the cord that is laid.
  var fill: PlanStep?
  /// The cord that is taken away.
  var unpatch: PlanStep?

  /// The fibres in the slot before the work.
  var before: Set<AsDoneEnd> { cut.map { Set([$0.a, $0.b].compactMap { $0?.asDone }) } ?? [] }
  /// The fibres in the slot after the work.
  var after: Set<AsDoneEnd> { fill.map { Set([$0.a, $0.b].compactMap { $0?.asDone }) } ?? [] }
  /// What a list names on its line: what is there afterwards, else what was.
  var named: Set<AsDoneEnd> {
    if let unpatch { return Set([unpatch.a, unpatch.b].compactMap { $0?.asDone }) }
    return fill == nil ? before : after
  }

  var isCord: Bool { unpatch != nil || fill?.action == .patch }
}

extension StepEnd {
  var asDone: AsDoneEnd { AsDoneEnd(owner: owner, number: number) }
}

/// The positions of one night.
struct PlannedWork {
  private struct Slot: Hashable {
    let closure: String
    let holder: String
    let slot: Int?
  }

  private(set) var positions: [PlannedPosition] = []
  /// The steps that change something, in order, each with its position.
  private(set) var deeds: [(step: PlanStep, position: Int)] = []
  private var bySlot: [Slot: [Int]] = [:]
  private var byEnd: [AsDoneEnd: [Int]] = [:]
  private let closures: Set<String>

  init(_ night: PlanNight) {
    closures = Set(night.visits.map(\.closure))
    for visit in night.visits {
      for step in visit.steps where step.action != .open { add(step, visit.closure) }
    }
    for (number, position) in positions.enumerated() {
      bySlot[Slot(closure: position.closure, holder: position.holder, slot: position.slot), default: []].append(number)
      for end in position.named { byEnd[end, default: []].append(number) }
    }
  }

  private mutating func add(_ step: PlanStep, _ closure: String) {
    let isCord = step.action == .patch || step.action == .unpatch
    let holder = isCord ? step.a.owner : step.cassette?.rawValue ?? ""
    let slot = isCord ? step.a.number : step.slot
    var position = PlannedPosition(closure: closure, holder: holder, slot: slot)
    let known = isCord ? nil : positions.lastIndex { $0.closure == closure && $0.holder == holder && $0.slot == slot }
    if let known { position = positions[known] }
    switch step.action {
    case .cut: position.cut = step
    case .unpatch: position.unpatch = step
    default: position.fill = step
    }
    deeds.append((step, known ?? positions.count))
    if let known { positions[known] = position } else { positions.append(position) }
  }

  /// Whether anything is done in a closure or room.
  func hasWork(in closure: String) -> Bool { closures.contains(closure) }

  /// The position that a line speaks of: the one with its fibres, wherever it says that they lie; else the one at its
  /// slot; else the one with its kept fibre, or its new one.
  func position(of line: AsDoneLine) -> Int? {
    let ends = Set([line.a, line.b].compactMap { $0 })
    let around = Set(ends.flatMap { byEnd[$0] ?? [] }).sorted().filter { fits(line, $0) }
    let here = (bySlot[Slot(closure: line.closure, holder: line.cassette, slot: line.slot)] ?? [])
      .filter { fits(line, $0) }
    if let both = around.first(where: { positions[$0].named == ends && here.contains($0) })
      ?? around.first(where: { positions[$0].named == ends })
    {
      return both
    }
    if let near = here.first(where: { !positions[$0].named.isDisjoint(with: ends) }) { return near }
    for end in [line.b, line.a].compactMap({ $0 }) {
      if let other = around.first(where: { positions[$0].named.contains(end) }) { return other }
    }
    return here.first
  }

  /// Whether a line is about such work at all.
  private func fits(_ line: AsDoneLine, _ number: Int) -> Bool {
    let position = positions[number]
    guard position.closure == line.closure else { return false }
    switch line.action {
    case .leave: return false
    case .patch: return position.isCord && position.unpatch == nil
    case .unpatch: return position.unpatch != nil
    case .splice, .move: return !position.isCord && position.fill?.action == .splice
    case .cut, .park: return !position.isCord && position.fill?.action != .splice
    }
  }

  /// Whether a line only tells that a coiled end leaves its slot to be spliced elsewhere.
  func isCoilThatLeaves(_ line: AsDoneLine) -> Bool {
    guard line.action == .move, line.b == nil, let a = line.a else { return false }
    return deeds.contains { $0.step.action == .splice && $0.step.a.asDone == a }
  }

  /// The position at which a fibre is cut free for a splice, if another one.
  func cut(freeing b: AsDoneEnd, besides position: Int) -> Int? {
    deeds.first { $0.step.action == .cut && $0.step.b?.asDone == b && $0.position != position }?.position
  }
}
