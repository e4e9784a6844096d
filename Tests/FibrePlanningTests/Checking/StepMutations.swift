import FibreModel
import FibrePlanning

/// Ways to break the steps of a plan.
enum StepMutations {
  static let all = joints + tubes + places + cords

  // MARK: What is joined to what

  private static let joints: [PlanMutation] = [
    PlanMutation("swap the two fibres of a service", .conservation) { subject in
      guard
        let (one, other) = subject.pickPair(.splice, where: { $0.service != nil && $0.service == $1.service })
      else { return false }
      let a = subject[one].a
      subject[one].a = subject[other].a
      subject[other].a = a
      return true
    } expects: {
      if case .wrongFarEnd = $0 { true } else { false }
    },
    PlanMutation("join two services the wrong way round", .conservation) { subject in
      let pair = subject.pickPair(.splice) { $0.service != nil && $1.service != nil && $0.service != $1.service }
      guard let (one, other) = pair else { return false }
      let (b, service) = (subject[one].b, subject[one].service)
      subject[one].b = subject[other].b
      subject[one].service = subject[other].service
      subject[other].b = b
      subject[other].service = service
      // Each cut of a spliced tube comes just before its splice: they change places too.
      let cuts = subject.steps(.cut).filter { $0.night == one.night && $0.visit == one.visit }
      let ends = [subject[one].b, subject[other].b]
      let own = cuts.filter { ends.contains(subject[$0].b) }
      guard own.count == 2 else { return false }
      let first = subject[own[0]]
      subject[own[0]] = subject[own[1]]
      subject[own[1]] = first
      subject.renumber()
      return true
    } expects: {
      if case .wrongFarEnd = $0 { true } else { false }
    },
    PlanMutation("use a new fibre twice", .exclusiveness) { subject in
      guard let (one, other) = subject.pickPair(.splice, where: { $0.a != $1.a }) else { return false }
      subject[one].a = subject[other].a
      return true
    } expects: {
      if case .endTaken = $0 { true } else { false }
    },
    PlanMutation("use a slot twice", .exclusiveness) { subject in
      let pair = subject.pickPair(.splice) { $0.slot != $1.slot || $0.cassette != $1.cassette }
      guard let (one, other) = pair else { return false }
      subject[one].cassette = subject[other].cassette
      subject[one].slot = subject[other].slot
      return true
    } expects: {
      if case .slotTaken = $0 { true } else { false }
    },
    PlanMutation("splice onto a fibre in use", .exclusiveness) { subject in
      guard let place = subject.pick(subject.steps(.splice)) else { return false }
      let ends = Set(subject.steps(.cut).flatMap { [subject[$0].a, subject[$0].b] })
      let closure = subject.plan.nights[place.night].visits[place.visit].closure
      let inUse = subject.joinedFibres(in: closure).filter { !ends.contains($0) }
      guard let other = subject.pick(inUse) else { return false }
      subject[place].a = other
      return true
    } expects: {
      if case .endTaken = $0 { true } else { false }
    },
    PlanMutation("cut without splicing", .intermediateStates) { subject in
      let splices = subject.steps { $0.action == .splice && $0.service != nil }
      guard let place = subject.pick(splices) else { return false }
      subject.remove([place])
      return true
    } expects: {
      if case .cutNotJoined = $0 { true } else { false }
    },
    PlanMutation("splice without cutting", .intermediateStates) { subject in
      guard let place = subject.pick(subject.steps { $0.action == .cut && $0.service != nil }) else { return false }
      subject.remove([place])
      return true
    } expects: {
      if case .spliceWithoutCut = $0 { true } else { false }
    },
    PlanMutation("cut from the wrong side", .route) { subject in
      let cuts = subject.steps { $0.action == .cut && $0.service != nil }
      guard let place = subject.pick(cuts), let b = subject[place].b else { return false }
      subject[place].b = subject[place].a
      subject[place].a = b
      return true
    } expects: {
      if case .cutOffRoute = $0 { true } else { false }
    },
    PlanMutation("cut in a closure where the fibres don't meet", .route) { subject in
      guard let place = subject.pick(subject.steps(.cut)) else { return false }
      let others = subject.plan.nights.flatMap(\.visits).filter { $0.crew > 0 }.map(\.closure)
        .filter { $0 != subject.plan.nights[place.night].visits[place.visit].closure }
      guard let other = subject.pick(others) else { return false }
      subject.withVisit(place) { $0.closure = other }
      return true
    } expects: {
      if case .notJoinedThere = $0 { true } else { false }
    },
  ]

  // MARK: Tubes

  private static let tubes: [PlanMutation] = [
    PlanMutation("join an uncut tube again by half", .intermediateStates) { subject in
      guard let place = subject.pick(subject.steps(.open)) else { return false }
      let tube = subject.tube(subject[place].b ?? subject[place].a)
      let splices = subject.steps {
        $0.action == .splice && $0.service == nil && $0.b.map { end in end.owner == tube.ownerOfTube } ?? false
      }.filter {
        $0.night == place.night && $0.visit == place.visit && subject.tube(subject[$0].b ?? subject[$0].a) == tube
      }
      guard splices.count > 1 else { return false }
      subject.remove(Array(splices.prefix(splices.count / 2)))
      return true
    } expects: {
      if case .tubeJoinedInPart = $0 { true } else { false }
    },
    PlanMutation("cut an uncut tube by half", .intermediateStates) { subject in
      guard let place = subject.pick(subject.steps(.open)) else { return false }
      let tube = subject.tube(subject[place].a)
      let cuts = subject.steps { $0.action == .cut && $0.service == nil }.filter {
        $0.night == place.night && $0.visit == place.visit && subject.tube(subject[$0].a) == tube
      }
      guard cuts.count > 1 else { return false }
      let gone = Array(cuts.prefix(cuts.count / 2))
      let ends = Set(gone.compactMap { subject[$0].b })
      let splices = subject.steps { step in step.action == .splice && step.b.map { ends.contains($0) } ?? false }
      subject.remove((gone + splices).filter { $0.night == place.night && $0.visit == place.visit })
      return true
    } expects: {
      if case .tubeCutInPart = $0 { true } else { false }
    },
    PlanMutation("cut an uncut tube without opening it", .intermediateStates) { subject in
      guard let place = subject.pick(subject.steps(.open)) else { return false }
      subject.remove([place])
      return true
    } expects: {
      if case .tubeNotOpened = $0 { true } else { false }
    },
    PlanMutation("open a tube that is cut already", .intermediateStates) { subject in
      let opened = Set(subject.steps(.open).map { subject.tube(subject[$0].a) })
      let cuts = subject.steps(.cut).filter { !opened.contains(subject.tube(subject[$0].a)) }
      guard let place = subject.pick(cuts) else { return false }
      var step = subject[place]
      step.action = .open
      subject.withVisit(place) { $0.steps.insert(step, at: place.step) }
      subject.renumber()
      return true
    } expects: {
      if case .nothingToOpen = $0 { true } else { false }
    },
    PlanMutation("mix two old tubes in one new tube", .trays) { subject in
      let used = Set(subject.steps(.splice).map { subject[$0].a })
      for place in subject.steps(.splice).shuffled(using: &subject.random) {
        guard let b = subject[place].b else { continue }
        let others = subject.steps(.splice).filter {
          subject[$0].a.owner == subject[place].a.owner && subject.tube(subject[$0].b ?? b) != subject.tube(b)
            && subject.tube(subject[$0].a) != subject.tube(subject[place].a)
        }
        guard let other = subject.pick(others), let section = subject.network.sections[Code(b.owner)] else { continue }
        let target = subject[other].a
        guard let new = subject.network.sections[Code(target.owner)], section.modulo > 1 else { continue }
        let free = new.fibres(inTube: new.tube(ofFibre: target.number))
          .map { StepEnd(owner: target.owner, number: $0) }.filter { !used.contains($0) }
        guard let fibre = subject.pick(free) else { continue }
        subject[place].a = fibre
        return true
      }
      return false
    } expects: {
      if case .tubesMixed = $0 { true } else { false }
    },
    PlanMutation("split a tube over two new tubes", .trays) { subject in
      let used = Set(subject.steps(.splice).map { subject.tube(subject[$0].a) })
      guard let (place, _) = subject.pickPair(.splice, where: { $0.a.owner == $1.a.owner }),
        let section = subject.network.sections[Code(subject[place].a.owner)]
      else { return false }
      let free = (1...section.fibreCount).map { StepEnd(owner: subject[place].a.owner, number: $0) }
        .filter { !used.contains(subject.tube($0)) }
      guard let fibre = subject.pick(free) else { return false }
      subject[place].a = fibre
      return true
    } expects: {
      if case .tubeSplit = $0 { true } else { false }
    },
  ]

  // MARK: Trays, closures, services

  private static let places: [PlanMutation] = [
    PlanMutation("go beyond a tray", .trays) { subject in
      guard let place = subject.pick(subject.steps(.splice)),
        let capacity = subject[place].cassette.flatMap({ subject.network.cassettes[$0]?.slotCapacity })
      else { return false }
      subject[place].slot = capacity + Int.random(in: 1...9, using: &subject.random)
      return true
    } expects: {
      if case .slotBeyondTray = $0 { true } else { false }
    },
    PlanMutation("splice in a tray that isn't free", .trays) { subject in
      let network = subject.network
      for place in subject.steps(.splice).shuffled(using: &subject.random) {
        let closure = subject.plan.nights[place.night].visits[place.visit].closure
        guard let box = network.box(named: closure) else { continue }
        let coiling = network.cassettes(in: box).filter { network.cassettes[$0].kind == .coiling }
        guard let tray = subject.pick(Array(coiling)) else { continue }
        let taken = Set(network.joints(in: tray).compactMap { network.joints[$0].number })
        guard let slot = (1...(network.cassettes[tray].slotCapacity ?? 999)).last(where: { !taken.contains($0) }) else {
          continue
        }
        subject[place].cassette = network.cassettes[tray].code
        subject[place].slot = slot
        return true
      }
      return false
    } expects: {
      if case .trayNotFree = $0 { true } else { false }
    },
    PlanMutation("name a closure that isn't there", .intermediateStates) { subject in
      guard let place = subject.pick(subject.crewVisits) else { return false }
      subject.withVisit(place) { $0.closure += "?" }
      return true
    } expects: {
      if case .unknownClosure = $0 { true } else { false }
    },
    PlanMutation("name another service on a step", .completeness) { subject in
      let steps = subject.steps { $0.service != nil && ($0.action == .cut || $0.action == .splice) }
      guard let place = subject.pick(steps) else { return false }
      let others = subject.plan.services.map(\.service).filter { $0 != subject[place].service }
      guard let other = subject.pick(others) else { return false }
      subject[place].service = other
      return true
    } expects: {
      if case .stepNamesAnotherService = $0 { true } else { false }
    },
    PlanMutation("cut a service that isn't moved", .untouched) { subject in
      guard let place = subject.pick(subject.steps(.cut)) else { return false }
      let closure = subject.plan.nights[place.night].visits[place.visit].closure
      let moved = Set(subject.plan.services.map(\.service))
      let joints = subject.splices(ofServicesOtherThan: moved, in: closure)
      guard let joint = subject.pick(joints) else { return false }
      subject.withVisit(place) {
        $0.steps.append(PlanStep(step: 0, action: .cut, a: joint.a, b: joint.b))
      }
      subject.renumber()
      return true
    } expects: {
      if case .touches = $0 { true } else { false }
    },
    PlanMutation("patch in a closure", .intermediateStates) { subject in
      guard let place = subject.pick(subject.crewVisits), let port = subject.plan.services.first?.newPorts.first else {
        return false
      }
      subject.withVisit(place) { $0.steps.append(PlanStep(step: 0, action: .patch, a: port, b: port)) }
      subject.renumber()
      return true
    } expects: {
      if case .actionOutOfPlace = $0 { true } else { false }
    },
    PlanMutation("number a step wrongly", .precedence) { subject in
      guard let place = subject.pick(subject.steps { _ in true }) else { return false }
      subject[place].step += 1
      return true
    } expects: {
      if case .stepsOutOfOrder = $0 { true } else { false }
    },
  ]

  // MARK: Cords

  private static let cords: [PlanMutation] = [
    PlanMutation("forget a patch", .conservation) { subject in
      guard let place = subject.pick(subject.steps(.patch)) else { return false }
      subject.remove([place])
      return true
    } expects: {
      if case .patchLost = $0 { true } else { false }
    },
    PlanMutation("cross two patches", .conservation) { subject in
      guard let (one, other) = subject.pickPair(.patch, where: { $0.b != $1.b }) else { return false }
      let b = subject[one].b
      subject[one].b = subject[other].b
      subject[other].b = b
      return true
    } expects: {
      if case .patchLost = $0 { true } else { false }
    },
    PlanMutation("use a port twice", .exclusiveness) { subject in
      guard let (one, other) = subject.pickPair(.patch, where: { $0.b != $1.b }) else { return false }
      subject[one].b = subject[other].b
      return true
    } expects: {
      if case .portTaken = $0 { true } else { false }
    },
    PlanMutation("take away a cord that isn't there", .intermediateStates) { subject in
      guard let (one, other) = subject.pickPair(.unpatch, where: { $0.b != $1.b }) else { return false }
      subject[one].b = subject[other].b
      return true
    } expects: {
      if case .noCord = $0 { true } else { false }
    },
  ]
}

extension String {
  /// The section in the name of a tube.
  fileprivate var ownerOfTube: String { String(prefix { $0 != " " }) }
}

extension MutationSubject {
  /// The fibres that are spliced or go through in a closure, in order of their joints.
  func joinedFibres(in closure: String) -> [StepEnd] {
    guard let box = network.box(named: closure) else { return [] }
    return network.cassettes(in: box).flatMap { network.joints(in: $0) }.map { network.joints[$0] }
      .filter { $0.ends.count == 2 }.flatMap(\.ends).map { stepEnd($0.fibre) }
  }

  /// The joints in a closure on the ways of services that a plan leaves alone.
  func splices(ofServicesOtherThan moved: Set<Code<Service>>, in closure: String) -> [(a: StepEnd, b: StepEnd)] {
    let tracer = Tracer(network)
    return network.services.indices.filter { !moved.contains(network.services[$0].code) }
      .flatMap { tracer.links(of: $0).compactMap(\.route).flatMap(\.hops) }
      .compactMap { hop in
        guard network.box(of: hop.joint) == network.box(named: closure), let a = hop.arriving, let b = hop.leaving
        else { return nil }
        return (stepEnd(a), stepEnd(b))
      }
  }

  private func stepEnd(_ fibre: Index<Fibre>) -> StepEnd {
    StepEnd(owner: network.sections[network.section(of: fibre)].code.rawValue, number: network.number(of: fibre))
  }
}
