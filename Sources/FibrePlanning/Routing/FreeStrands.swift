import FibreModel

/// Free strands that run through the same sections and joints, and end alike: to a path, as good as each other.
struct StrandClass: Sendable {
  /// One section on the way, and the side by which it is entered.
  struct Step: Hashable, Sendable {
    let section: Index<CableSection>
    let side: FibreSide
  }

  let steps: [Step]
  /// The loss of the joint behind each section but the last.
  let jointLosses: [Loss]
  /// Where it is before, between and after its sections: one more than steps.
  let places: [UInt32]
  /// The panel at whose free port it starts and ends, where it does.
  let startPanel: Index<Panel>?
  let endPanel: Index<Panel>?
  /// Its strands, by the position of each in `FreeStrands.strands`, in order of fibre.
  fileprivate(set) var members: [Int]
  /// Whether the steps are those of its strands in the other direction.
  private(set) var isTurned = false

  init(
    steps: [Step], jointLosses: [Loss], places: [UInt32], startPanel: Index<Panel>?, endPanel: Index<Panel>?,
    members: [Int]
  ) {
    self.steps = steps
    self.jointLosses = jointLosses
    self.places = places
    self.startPanel = startPanel
    self.endPanel = endPanel
    self.members = members
  }

  /// The same strands from their other end.
  var reversed: StrandClass {
    var other = StrandClass(
      steps: steps.reversed().map { Step(section: $0.section, side: $0.side.other) },
      jointLosses: jointLosses.reversed(), places: places.reversed(), startPanel: endPanel, endPanel: startPanel,
      members: members)
    other.isTurned = !isTurned
    return other
  }
}

/// The strands of which nothing is in use: chains of fibres as they are joined now, from one stop of light to the other.
struct FreeStrands: Sendable {
  /// For each strand the ends by which its fibres are entered, in order.
  private(set) var strands: [[UInt32]] = []
  private(set) var classes: [StrandClass] = []
  /// Whether each fibre lies on a free strand.
  private(set) var isFree: [Bool]
  /// Free fibres of each section.
  private(set) var freeCount: [Int]
  /// Whether each fibre lies on a strand in service that is taken as free; nothing where none are.
  private var isLive: [Bool] = []

  private struct Key: Hashable {
    let steps: [StrandClass.Step]
    let losses: [Loss]
    let startPanel: Index<Panel>?
    let endPanel: Index<Panel>?
  }

  /// Walks every strand once. Cost: fibres and joints.
  ///
  /// - Parameter includesInService: Takes what services and declared routes hang on as free too.
  init(_ tracer: Tracer, _ places: PlaceMap, includesInService: Bool) {
    let network = tracer.network
    let isUsed = FibreUse(network, includesInService: includesInService).isUsed
    let isServing = includesInService ? FibreUse(network, includesInService: false).isUsed : []
    if includesInService { isLive = [Bool](repeating: false, count: network.fibres.count) }
    isFree = [Bool](repeating: false, count: network.fibres.count)
    freeCount = [Int](repeating: 0, count: network.sections.count)
    var classOfKey: [Key: Int] = [:]
    for end in 0..<UInt32(2 * network.fibres.count) where !isUsed[Int(end >> 1)] && tracer.table.isStop(end) {
      guard let strand = Self.walk(from: end, tracer.table, isUsed) else { continue }
      for entry in strand {
        isFree[Int(entry >> 1)] = true
        freeCount[network.section(of: Index(Int(entry >> 1))).offset] += 1
      }
      if includesInService, strand.contains(where: { isServing[Int($0 >> 1)] }) {
        for entry in strand { isLive[Int(entry >> 1)] = true }
      }
      let key = Self.key(of: strand, tracer)
      let member = strands.count
      strands.append(strand)
      if let known = classOfKey[key] {
        classes[known].members.append(member)
      } else {
        classOfKey[key] = classes.count
        classes.append(Self.newClass(key, member, places))
      }
    }
  }

  /// Whether a fibre that may be taken is in service.
  func isInService(_ fibre: Index<Fibre>) -> Bool { !isLive.isEmpty && isLive[fibre.offset] }

  /// A strand from a stop to the other one; nothing from its higher end, and nothing when a part of it is in use.
  private static func walk(from stop: UInt32, _ table: StrandTable, _ isUsed: [Bool]) -> [UInt32]? {
    if case .stop(.ambiguous) = table.next(after: stop) { return nil }
    var strand = [stop]
    var entry = stop
    while true {
      if isUsed[Int(entry >> 1)] { return nil }
      switch table.next(after: entry ^ 1) {
      case .splitter, .stop(.ambiguous), .stop(.loop): return nil
      case .stop: return stop < entry ^ 1 ? strand : nil
      case .end(let next):
        entry = next
        strand.append(entry)
      }
    }
  }

  private static func key(of strand: [UInt32], _ tracer: Tracer) -> Key {
    let network = tracer.network
    let ends = strand.map { FibreEnd(rawValue: $0) }
    let losses = ends.dropLast().map { end in
      network.joints.joint(of: end.opposite).map { network.passingLoss(of: network.joints[$0]) } ?? .zero
    }
    return Key(
      steps: ends.map { StrandClass.Step(section: network.section(of: $0.fibre), side: $0.side) }, losses: losses,
      startPanel: ends.first.flatMap { network.freePort(at: $0)?.panel },
      endPanel: ends.last.flatMap { network.freePort(at: $0.opposite)?.panel })
  }

  private static func newClass(_ key: Key, _ member: Int, _ places: PlaceMap) -> StrandClass {
    let entered = key.steps.map { places.place(of: $0.section, $0.side) }
    let left = key.steps.suffix(1).map { places.place(of: $0.section, $0.side.other) }
    return StrandClass(
      steps: key.steps, jointLosses: key.losses, places: entered + left, startPanel: key.startPanel,
      endPanel: key.endPanel, members: [member])
  }
}

/// What the end of a fibre offers to be joined to. Two fibres with ports are never spliced: a cord joins free ones.
enum FibreFooting {
  /// The end of a patch cord, which nothing is spliced to.
  case cord
  /// Without a port: it can be spliced to any fibre.
  case bare
  /// Behind a port whose front is free.
  case free(Port)
  /// Behind a port in which something is plugged; that stays.
  case plugged

  /// Whether fibres are joined to each other by a new splice.
  func canBeSpliced(to other: Self) -> Bool {
    switch (self, other) {
    case (.cord, _), (_, .cord): false
    case (.bare, _), (_, .bare): true
    default: false
    }
  }
}

extension Network {
  /// The ends by which a step enters those fibres of its section that may be taken, in order of number.
  func entries(_ step: StrandClass.Step, where isFree: (Index<Fibre>) -> Bool) -> [FibreEnd] {
    sections[step.section].fibreOffsets.map { Index($0) }.filter(isFree).map { FibreEnd($0, step.side) }
  }

  /// Whether a section is a patch cord: plugged in at both ends, and nothing to splice.
  func isCord(_ section: Index<CableSection>) -> Bool { cables[sections[section].cable].kind == .patchCord }

  /// The port behind which a fibre ends alone, so that its front is free. A cord alone in a port takes the front.
  func freePort(at end: FibreEnd) -> Port? {
    guard case .free(let port) = footing(of: end) else { return nil }
    return port
  }

  /// What a fibre's end offers to be joined to.
  func footing(of end: FibreEnd) -> FibreFooting {
    if isCord(section(of: end.fibre)) { return .cord }
    guard let index = joints.joint(of: end), joints[index].kind != .parked, let port = port(of: index) else {
      return .bare
    }
    return joints[index].ends.count == 1 ? .free(port) : .plugged
  }
}
