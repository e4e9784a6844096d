import FibreModel

/// Turns a schedule into nights, visits and steps, and into the services' new ports.
struct PlanWriter {
  let survey: MigrationSurvey
  let facts: ScheduleFacts
  let schedule: MigrationSchedule
  var network: Network { survey.network }
  /// The port in the new room of each old one, once its line has moved.
  var newPort: [Port: Port] = [:]
  var freeTies: [(old: Port, new: Port)]
  var tieOfCord: [Int: (old: Port, new: Port)] = [:]
  var edits: PlanEdits
  /// Fibre of new cables put to use, each from its port to its splice.
  private var newFibre = Length.zero

  init(survey: MigrationSurvey, facts: ScheduleFacts, schedule: MigrationSchedule) {
    self.survey = survey
    self.facts = facts
    self.schedule = schedule
    freeTies = Array(survey.ties.prefix(max(0, facts.tieFibres - facts.tieInUse)))
    tieOfCord = survey.stretched
    for cord in survey.stretched.keys { newPort[survey.cords[cord].b] = survey.cords[cord].b }
    edits = PlanEdits(network: survey.network)
  }

  mutating func plan(for request: MigrationRequest, bounds: PlanObjectives) -> MigrationPlan {
    var nights: [PlanNight] = []
    for window in facts.windows.indices {
      if let night = night(window) { nights.append(night) }
    }
    let moves = ServiceMoves(survey: survey, facts: facts, schedule: schedule, newPort: newPort)
    return MigrationPlan(
      revision: network.revision, from: request.from, to: request.to, nights: nights,
      services: moves.figures(after: edits), notMoved: moves.notMoved(), objectives: objectives(),
      bounds: bounds)
  }

  private func objectives() -> PlanObjectives {
    let score = schedule.score
    let last = schedule.placed.compactMap { $0?.window }.max()
    return PlanObjectives(
      nights: last.map { facts.windows[$0].number }, crewNights: score[2], weightedOutageMinutes: score[3],
      splices: score[4], tiePeakFibres: score[5], newFibre: newFibre)
  }

  private mutating func night(_ window: Int) -> PlanNight? {
    let moved = facts.items.indices.filter { schedule.placed[$0]?.window == window }
    guard !moved.isEmpty else { return nil }
    var visits: [PlanVisit] = []
    for crew in Set(moved.compactMap { schedule.placed[$0]?.crew }).sorted() {
      let items = moved.filter { schedule.placed[$0]?.crew == crew }
      visits.append(visit(items, crew: crew))
    }
    let lines = Set(moved.flatMap { facts.items[$0].lines }.map { survey.lines[$0].port })
    visits += roomVisits(moved: lines)
    var step = 0
    for visit in visits.indices {
      for position in visits[visit].steps.indices {
        step += 1
        visits[visit].steps[position].step = step
      }
    }
    return PlanNight(night: facts.windows[window].number, date: facts.windows[window].date, visits: visits)
  }

  private mutating func visit(_ items: [Int], crew: Int) -> PlanVisit {
    var steps: [PlanStep] = []
    var minutes = 0
    var closure: Index<Box>?
    for item in items {
      guard let placed = schedule.placed[item] else { continue }
      closure = placed.option.closure
      minutes += placed.option.minutes + facts.landingMinutes(placed.landing)
      steps += tubeSteps(item, placed)
    }
    let visitMinutes = closure.map { facts.visitMinutes(in: $0) } ?? 0
    return PlanVisit(
      closure: closure.map { network.boxes[$0].code.rawValue } ?? "", crew: crew, minutes: minutes + visitMinutes,
      steps: steps)
  }

  private mutating func tubeSteps(_ item: Int, _ placed: MigrationSchedule.Placed) -> [PlanStep] {
    let landing = facts.landings[placed.landing]
    var steps = openDeadTube(landing)
    let places = (placed.option.places + placed.option.others).sorted { rank($0.keptEnd) < rank($1.keptEnd) }
    if placed.option.isPassage, let first = places.first {
      steps.append(step(.open, first.oldEnd, first.keptEnd, minutes: facts.parameters.tubeOpeningMinutes))
      for place in places { steps += cut(place) }
    }
    var free = landing.strands
    for (position, place) in places.enumerated() {
      if !placed.option.isPassage {
        let opening = position == 0 ? facts.parameters.tubeOpeningMinutes : 0
        steps += cut(place, minutes: opening)
      }
      guard let rank = free[rank(place.keptEnd)] != nil ? rank(place.keptEnd) : free.keys.min(),
        let strand = free.removeValue(forKey: rank)
      else { continue }
      steps.append(splice(strand, place, tray: placed.tray, slot: position + 1))
      newFibre += strand.length
      if let line = line(at: place, of: item) { newPort[survey.lines[line].port] = strand.port }
    }
    return steps
  }

  private func rank(_ end: FibreEnd) -> Int {
    network.sections[network.section(of: end.fibre)].rankInTube(ofFibre: network.number(of: end.fibre))
  }

  private func line(at place: CutPlace, of item: Int) -> Int? {
    facts.items[item].lines.first { line in survey.lines[line].places.contains { $0.keptEnd == place.keptEnd } }
  }

  private mutating func openDeadTube(_ landing: LandingTube) -> [PlanStep] {
    var steps: [PlanStep] = []
    for joint in landing.deadPassages {
      let row = network.joints[joint]
      guard let near = row.ends.first(where: { network.section(of: $0.fibre) == landing.section }),
        let dead = row.partner(of: near)
      else { continue }
      if steps.isEmpty { steps.append(step(.open, near, dead, minutes: facts.parameters.tubeOpeningMinutes)) }
      edits.remove(joint)
      steps.append(slotted(step(.cut, near, dead), network.joints[joint]))
    }
    return steps
  }

  /// - Parameter minutes: Of the first cut in a tube that is spliced already: laying it open.
  private mutating func cut(_ place: CutPlace, minutes: Int = 0) -> [PlanStep] {
    let row = network.joints[place.joint]
    var cut = slotted(step(.cut, place.oldEnd, place.keptEnd, minutes: minutes), row)
    cut.service = service(at: place)
    edits.remove(place.joint)
    guard row.number != nil, row.claim == .held else { return [cut] }
    edits.park(place.oldEnd, in: row)
    return [cut, slotted(step(.park, place.oldEnd, nil), row)]
  }

  private mutating func splice(
    _ strand: LandingStrand, _ place: CutPlace, tray: Index<Cassette>, slot: Int
  ) -> PlanStep {
    if let parked = network.joints.joint(of: strand.end), network.joints[parked].kind == .parked {
      edits.remove(parked)
    }
    edits.splice(strand.end, place.keptEnd, tray, slot)
    var splice = step(
      .splice, strand.end, place.keptEnd, minutes: facts.parameters.spliceMinutes + facts.parameters.testMinutes)
    splice.cassette = network.cassettes[tray].code
    splice.slot = slot
    splice.service = service(at: place)
    splice.expectedLoss = network.rules.optical.fusionSplice
    return splice
  }

  private func service(at place: CutPlace) -> Code<Service>? {
    facts.serviceOfKeptEnd[place.keptEnd].map { network.services[$0].code }
  }

  private func slotted(_ step: PlanStep, _ row: Joint) -> PlanStep {
    var step = step
    if case .cassette(let cassette) = row.holder { step.cassette = network.cassettes[cassette].code }
    step.slot = row.number
    return step
  }

  private func step(_ action: PlanAction, _ a: FibreEnd, _ b: FibreEnd?, minutes: Int = 0) -> PlanStep {
    PlanStep(step: 0, action: action, a: stepEnd(a), b: b.map { stepEnd($0) }, minutes: minutes)
  }

  private func stepEnd(_ end: FibreEnd) -> StepEnd {
    StepEnd(
      owner: network.sections[network.section(of: end.fibre)].code.rawValue, number: network.number(of: end.fibre))
  }
}
