import FibreModel

/// A tube in one section.
struct TubeKey: Hashable {
  let section: Index<CableSection>
  let number: Int
}

/// How a link was cut from its old side.
struct LinkCut {
  let night: Int
  /// The rank of the visit in its night, from 1.
  let visit: Int
  /// The tube on the old side.
  let tube: TubeKey
  let wasUncut: Bool
  /// The rank on the link of the first fibre that stays.
  let keptRank: Int
}

/// Work on one tube in one visit.
struct TubeVisit: Hashable {
  let night: Int
  let visit: Int
  let tube: TubeKey
}

/// What a visit turned out to be.
struct VisitRecord {
  let crew: Int
  let box: Index<Box>?
  let minutes: Int
  /// Minutes to take apart the tube worked on last.
  let rollBackMinutes: Int
}

/// Replays a plan on a network, step by step, and collects all that is wrong with it.
struct PlanReplay {
  let network: Network
  let plan: MigrationPlan
  /// The first window that is replayed.
  let firstNight: Int
  let old: Index<Site>
  let new: Index<Site>
  let live: LiveLinks
  let start: ReplayState
  /// Moves of windows that are replayed, the first of each service.
  let moves: [Code<Service>: ServiceMove]
  let tieFibres: [Int]
  /// The declared routes that lead over each link, in order.
  let declaredOver: [Int: [Index<DeclaredRoute>]]
  /// The declared routes that name each cord, by its fibre; some may have ceased to.
  var declaredOverCord: [Int: Set<Index<DeclaredRoute>>] = [:]

  var state: ReplayState
  /// As the present window began.
  var morning: ReplayState
  private(set) var found: Set<PlanViolation> = []
  var place = PlanPlace()
  /// The rank that the next step of the present window should have.
  var nextStep = 1

  var cuts: [Int: LinkCut] = [:]
  var splicesOfTube: [TubeVisit: Int] = [:]
  /// Fibre of new cables put to use, each from its port to its splice.
  var newFibre = Length.zero
  var newTubeOf: [TubeKey: TubeKey] = [:]
  var oldTubeOf: [TubeKey: TubeKey] = [:]
  /// Trays that the plan begins to use.
  var freshTrays: [Index<Box>: Set<Index<Cassette>>] = [:]
  /// Those of them that earlier windows began; they are no longer among the stated free ones.
  private(set) var earlierTrays: [Index<Box>: Set<Index<Cassette>>] = [:]
  var acceptances: [Index<CableSection>: CalendarDate?] = [:]
  var promisedPorts: Set<Port> = []
  var visits: [Int: [VisitRecord]] = [:]
  var tieInUse: [Int: Int] = [:]
  var statesReplayed = 0
  var changes: [NetworkChange] = []
  var nights: [ReplayedNight] = []

  init(_ plan: MigrationPlan, on network: Network, from firstNight: Int, old: Index<Site>, new: Index<Site>) {
    self.network = network
    self.plan = plan
    self.firstNight = firstNight
    self.old = old
    self.new = new
    start = ReplayState(network)
    state = start
    morning = start
    live = LiveLinks(start, old: old, new: new)
    moves = Dictionary(
      plan.services.filter { $0.night >= firstNight }.map { ($0.service, $0) }, uniquingKeysWith: { first, _ in first })
    tieFibres = start.tieFibres(old: old, new: new)
    declaredOver = live.declaredRoutes(in: network)
    for route in network.declaredRoutes.indices {
      for fibre in network.declaredRoutes[route].fibres where start.isCord(fibre.offset << 1) {
        declaredOverCord[fibre.offset, default: []].insert(route)
      }
    }
    noteTrays(of: plan.nights.filter { $0.night < firstNight })
    earlierTrays = freshTrays
  }

  mutating func report(_ fault: PlanFault) { found.insert(PlanViolation(place: place, fault: fault)) }

  mutating func report(_ fault: PlanFault, night: Int) {
    found.insert(PlanViolation(place: PlanPlace(night: night), fault: fault))
  }

  /// Trays that earlier nights filled were free when the plan was made, but for those from which they cut first: there
  /// the old side of a fibre is parked in its own tray.
  private mutating func noteTrays(of nights: some Sequence<PlanNight>) {
    var ownTrays: Set<Index<Cassette>> = []
    for visit in nights.lazy.flatMap(\.visits) {
      guard let box = network.box(named: visit.closure) else { continue }
      for step in visit.steps {
        guard let tray = step.cassette.flatMap({ network.cassettes.index(of: $0) }),
          network.cassettes[tray].kind == .splice
        else { continue }
        if step.action == .cut, freshTrays[box]?.contains(tray) != true { ownTrays.insert(tray) }
        let fills = step.action == .splice || step.action == .park
        if fills, !ownTrays.contains(tray) { freshTrays[box, default: []].insert(tray) }
      }
    }
  }

  // MARK: Facts

  func window(_ number: Int) -> WorkWindow? { network.rules.windows.first { $0.number == number } }

  func work(in box: Index<Box>) -> ClosureWork {
    let code = network.boxes[box].code
    let parameters = network.rules.parameters
    return network.rules.closures.first { $0.closure == code }
      ?? ClosureWork(
        closure: code, setupMinutes: parameters.defaultSetupMinutes, closeMinutes: parameters.defaultCloseMinutes,
        maximumCrews: 1, freeTrays: .max)
  }

  func tube(ofFibre fibre: Int) -> TubeKey {
    let section = network.section(of: Index(fibre))
    return TubeKey(section: section, number: network.sections[section].tube(ofFibre: network.number(of: Index(fibre))))
  }

  func fibre(_ end: StepEnd) -> Int? {
    network.fibre(section: Code(end.owner), number: end.number).map { $0.offset }
  }

  func port(_ end: StepEnd) -> Port? {
    network.panels.index(of: Code(end.owner)).map { Port(panel: $0, number: end.number) }
  }

  func section(_ tube: TubeKey) -> Code<CableSection> { network.sections[tube.section].code }
}

/// A night as it was replayed.
struct ReplayedNight {
  let night: PlanNight
  let changes: [NetworkChange]
  let rollBackMinutes: Int
  let tieRoutes: [TieRoute]
}

extension ReplayState {
  /// Fibres that lead from a port of one site to a port of the other without a joint between.
  fileprivate func tieFibres(old: Index<Site>, new: Index<Site>) -> [Int] {
    var fibres: [Int] = []
    for panel in network.panels(in: old) {
      for joint in network.joints(in: panel) {
        guard let end = cableEnd(of: joint.offset), let far = self.joint(of: end ^ 1), site(of: far) == new else {
          continue
        }
        fibres.append(end >> 1)
      }
    }
    return fibres
  }
}
