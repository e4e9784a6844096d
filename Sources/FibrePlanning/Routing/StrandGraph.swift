import FibreModel
import RouteEngine

/// The graph of what parallel free fibres can do, for one request.
///
/// A class of strands with enough members carries the path along its sections, one way or the other, and can be left and
/// taken up at each place on its way: leaving costs nothing, taking up costs the splices there. Each section with enough
/// free fibres of several classes carries it too, spliced at both ends. Where one class ends at ports and another one starts
/// at ports of the same site, patch cords join them, and nothing else does: a splice takes a fibre without a port. Nodes: a
/// source, a target, three hubs for each place, for what ends without ports, at free ports and at ports with a plug, and
/// one for each class, direction and section; all of them once for each stage of what must be passed.
struct StrandGraph {
  static let source: UInt32 = 0
  static let target: UInt32 = 1

  let graph: LabelledGraph

  /// Builds the graph. Cost: the sections of all classes, times the stages.
  ///
  /// - Parameter mayComeBack: Lets routes come back to places that they met before they passed something.
  init(_ strands: FreeStrands, _ question: PathQuestion, mayComeBack: Bool = false) {
    var builder = Builder(strands, question, mayComeBack: mayComeBack)
    builder.addAll()
    do {
      graph = try LabelledGraph(groups: builder.groups, arcs: builder.arcs)
    } catch {
      preconditionFailure("a graph built from its own nodes: \(error)")
    }
  }

  /// What the graph is built from beside the strands.
  struct Settings {
    let network: Network
    let map: PlaceMap
    let stages: PathStages
    let barred: PathFilter.Cover
    let wavelength: Wavelength?
    let lengths: (Index<CableSection>) -> Length
    /// Free fibres of a section at ports of a terminal, at one side.
    let fibresAtPorts: (Index<CableSection>, FibreSide, PathTerminal) -> Int
  }

  /// The section and side that a label stands for.
  static func step(of label: UInt32) -> StrandClass.Step {
    StrandClass.Step(section: Index(Int(label >> 1)), side: label & 1 == 0 ? .a : .b)
  }

  static func label(of step: StrandClass.Step) -> UInt32 { step.section.rawValue << 1 | UInt32(step.side.rawValue) }
}

extension StrandGraph {
  private struct Builder {
    let strands: FreeStrands
    let question: PathQuestion
    let fibreCount: Int
    let from: PathTerminal
    let to: PathTerminal
    let settings: Settings
    let scale: CriteriaScale
    let optical: OpticalParameters
    /// What the groups of one stage are apart from those of the one before.
    let groupStep: UInt32
    /// By place: whether it is a box, which has no ports.
    let isBox: [Bool]
    var groups: [UInt32]
    var arcs: [LabelledGraph.Arc] = []

    init(_ strands: FreeStrands, _ question: PathQuestion, mayComeBack: Bool) {
      self.strands = strands
      self.question = question
      fibreCount = question.request.fibreCount
      from = question.from
      to = question.to
      settings = question.settings
      scale = CriteriaScale(question.request.order)
      optical = settings.network.rules.optical
      let placeCount = settings.map.places.count
      isBox = settings.map.places.map { if case .box = $0 { true } else { false } }
      groupStep = mayComeBack ? UInt32(placeCount + 1) : 0
      groups = [from.place, UInt32(placeCount)]
      for _ in Hub.allCases {
        for stage in 0..<UInt32(settings.stages.count) {
          groups += (0..<UInt32(placeCount)).map { $0 + stage * groupStep }
        }
      }
    }

    mutating func addAll() {
      let bySection = fibreCount > 1 ? looseClasses() : []
      for one in strands.classes where one.members.count >= fibreCount { add(one) }
      for one in bySection { add(one) }
    }

    /// All free fibres of each section as one class, where no single class has what the section has.
    private func looseClasses() -> [StrandClass] {
      var members: [Index<CableSection>: (count: Int, largest: Int)] = [:]
      for one in strands.classes {
        for step in one.steps {
          let known = members[step.section] ?? (0, 0)
          members[step.section] = (known.count + one.members.count, max(known.largest, one.members.count))
        }
      }
      return members.keys.filter { !settings.network.isCord($0) }.sorted().compactMap { section in
        guard let known = members[section], known.count >= fibreCount, known.largest < known.count else { return nil }
        let step = StrandClass.Step(section: section, side: .a)
        let places = FibreSide.allCases.map { settings.map.place(of: section, $0) }
        return StrandClass(
          steps: [step], jointLosses: [], places: places, startPanel: panel(of: section, .a),
          endPanel: panel(of: section, .b), members: [])
      }
    }

    /// A panel behind whose free ports all free fibres of a section end at one side, or behind those of others.
    private func panel(of section: Index<CableSection>, _ side: FibreSide) -> Index<Panel>? {
      if isBox[Int(settings.map.place(of: section, side))] { return nil }
      let network = settings.network
      let free = network.sections[section].fibreOffsets.filter { strands.isFree[$0] }
      let panels = free.compactMap { network.freePort(at: FibreEnd(Index($0), side))?.panel }
      return panels.count == free.count ? panels.first : nil
    }

    private mutating func add(_ one: StrandClass) {
      addOneWay(one)
      addOneWay(one.reversed)
    }

    /// A class along its sections in their order. The node behind step `i` is `first + i` of each stage.
    private mutating func addOneWay(_ one: StrandClass) {
      let first = groups.count
      let stages = settings.stages.count
      for stage in 0..<UInt32(stages) {
        for place in one.places.dropFirst() { groups.append(place + stage * groupStep) }
      }
      for (position, step) in one.steps.enumerated() where !isBarred(step, one.places, position) {
        for stage in 0..<stages {
          let head = one.places[position + 1]
          let next = settings.stages.stage(after: stage, through: step.section, to: head)
          let node = UInt32(first + next * one.steps.count + position)
          let along = cost(of: step)
          if position > 0 {
            let tail = UInt32(first + stage * one.steps.count + position - 1)
            addArc(tail, node, step, along + CriteriaCost(loss: one.jointLosses[position - 1]))
          }
          addStarts(one, position, stage, node, along)
          addEnds(one, position, stage, UInt32(first + stage * one.steps.count + position))
        }
      }
    }

    /// The ways to take a class up before one of its steps: at the hub of the place, or at the start of the path.
    private mutating func addStarts(
      _ one: StrandClass, _ position: Int, _ stage: Int, _ node: UInt32, _ along: CriteriaCost
    ) {
      let place = one.places[position]
      let step = one.steps[position]
      let together = along + CriteriaCost(tubes: extraTubes(one, position))
      if settings.network.isCord(step.section) { return }
      if place == from.place {
        guard stage == settings.stages.stage(after: 0, through: nil, to: place) else { return }
        let panel = position == 0 ? one.startPanel : nil
        if let cost = cost(of: one, at: from, panel, step.section, step.side) {
          addArc(StrandGraph.source, node, step, together + cost)
        }
        return
      }
      let splicing = together + question.splicing(fibreCount, at: step)
      let footing = self.footing(of: one, enteredAt: position)
      addArc(hub(.bare, place, stage), node, step, splicing)
      switch footing {
      case .bare where isBox[Int(place)]: break
      case .bare: for hub in [Hub.free, .plugged] { addArc(self.hub(hub, place, stage), node, step, splicing) }
      case .free: addArc(hub(.free, place, stage), node, step, together + question.patching)
      case .plugged: break
      }
    }

    /// The ways to leave a class behind one of its steps.
    private mutating func addEnds(_ one: StrandClass, _ position: Int, _ stage: Int, _ node: UInt32) {
      let place = one.places[position + 1]
      if settings.network.isCord(one.steps[position].section) { return }
      if place == to.place {
        guard stage == settings.stages.count - 1 else { return }
        let panel = position == one.steps.count - 1 ? one.endPanel : nil
        let step = one.steps[position]
        guard let cost = cost(of: one, at: to, panel, step.section, step.side.other) else { return }
        arcs.append(
          LabelledGraph.Arc(node, StrandGraph.target, label: LabelledGraph.silent, cost: scale.number(cost)))
        return
      }
      let hub = hub(footing(of: one, leftAt: position), place, stage)
      arcs.append(LabelledGraph.Arc(node, hub, label: LabelledGraph.silent, cost: 0))
    }

    /// Where a class can be left or taken up: at ends without ports, at free ports, or at ports with a plug.
    private enum Hub: Int, CaseIterable {
      case bare
      case free
      case plugged

      init(_ footing: FibreFooting) {
        switch footing {
        case .bare, .cord: self = .bare
        case .free: self = .free
        case .plugged: self = .plugged
        }
      }
    }

    private func footing(of one: StrandClass, enteredAt position: Int) -> Hub {
      if isBox[Int(one.places[position])] { return .bare }
      guard let end = firstEnd(of: one, position) else { return one.startPanel == nil ? .bare : .free }
      return Hub(settings.network.footing(of: end))
    }

    private func footing(of one: StrandClass, leftAt position: Int) -> Hub {
      if isBox[Int(one.places[position + 1])] { return .bare }
      guard let end = firstEnd(of: one, position) else { return one.endPanel == nil ? .bare : .free }
      return Hub(settings.network.footing(of: end.opposite))
    }

    /// The end by which the first strand of a class enters a section; all its strands are joined alike.
    private func firstEnd(of one: StrandClass, _ position: Int) -> FibreEnd? {
      guard let member = one.members.first else { return nil }
      let strand = strands.strands[member]
      let entered = FibreEnd(rawValue: strand[one.isTurned ? strand.count - 1 - position : position])
      return one.isTurned ? entered.opposite : entered
    }

    /// What it takes to end at a terminal: fibres of several classes may find ports for some of them.
    private func cost(
      of one: StrandClass, at terminal: PathTerminal, _ panel: Index<Panel>?, _ section: Index<CableSection>,
      _ side: FibreSide
    ) -> CriteriaCost? {
      guard one.members.isEmpty else { return terminal.cost(fibres: fibreCount, atPortOf: panel, optical) }
      let atPorts = settings.fibresAtPorts(section, side, terminal)
      return terminal.cost(pigtails: max(0, fibreCount - atPorts), optical)
    }

    private func hub(_ hub: Hub, _ place: UInt32, _ stage: Int) -> UInt32 {
      UInt32(2 + (hub.rawValue * settings.stages.count + stage) * settings.map.places.count) + place
    }

    private mutating func addArc(
      _ tail: UInt32, _ head: UInt32, _ step: StrandClass.Step, _ cost: CriteriaCost
    ) {
      arcs.append(LabelledGraph.Arc(tail, head, label: StrandGraph.label(of: step), cost: scale.number(cost)))
    }

    private func isBarred(_ step: StrandClass.Step, _ places: [UInt32], _ position: Int) -> Bool {
      settings.barred.sections.contains(step.section) || settings.barred.places.contains(places[position])
        || settings.barred.places.contains(places[position + 1])
    }

    private func cost(of step: StrandClass.Step) -> CriteriaCost {
      let length = settings.lengths(step.section)
      let loss = settings.wavelength.flatMap { optical.attenuations[$0] }?.over(length) ?? .zero
      return CriteriaCost(length: length, loss: loss)
    }

    /// The tubes that so many fibres of a class need beyond one, those chosen that need fewest.
    private func extraTubes(_ one: StrandClass, _ position: Int) -> Int {
      guard fibreCount > 1 else { return 0 }
      let row = settings.network.sections[one.steps[position].section]
      var free: [Int: Int] = [:]
      if one.members.isEmpty {
        for number in 1...max(1, row.fibreCount) where number <= row.fibreCount {
          if strands.isFree[row.fibre(number).offset] { free[row.tube(ofFibre: number), default: 0] += 1 }
        }
      } else {
        for member in one.members {
          let strand = strands.strands[member]
          let place = one.isTurned ? strand.count - 1 - position : position
          free[row.tube(ofFibre: Int(strand[place] >> 1) - row.firstFibre.offset + 1), default: 0] += 1
        }
      }
      return TubeChoice.fewest(of: free, holding: fibreCount) - 1
    }
  }
}

extension CriteriaCost {
  static func + (a: CriteriaCost, b: CriteriaCost) -> CriteriaCost {
    CriteriaCost(
      splices: a.splices + b.splices, closures: a.closures + b.closures, tubes: a.tubes + b.tubes,
      length: a.length + b.length, loss: a.loss + b.loss)
  }
}
