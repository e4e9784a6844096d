@testable import FibreModel
import FibrePlanning

/// Ways to break what a plan announces, or the rules that it was made under.
enum PlanMutations {
  static let all = services + crews + clients + announcements + order

  // MARK: Completeness

  private static let services: [PlanMutation] = [
    PlanMutation("drop a move", .completeness) { subject in
      guard let position = subject.pick(Array(subject.plan.services.indices)) else { return false }
      subject.plan.services.remove(at: position)
      return true
    } expects: {
      if case .linkForgotten = $0 { true } else { false }
    },
    PlanMutation("drop the work of a move", .completeness) { subject in
      guard let service = subject.pick(subject.plan.services)?.service else { return false }
      for place in subject.steps(where: { $0.service == service }).reversed() { subject.remove([place]) }
      return true
    } expects: {
      if case .linkNeverCut = $0 { true } else { false }
    },
    PlanMutation("invent a move", .completeness) { subject in
      guard var move = subject.pick(subject.plan.services) else { return false }
      move.service = Code("NOBODY")
      subject.plan.services.append(move)
      return true
    } expects: {
      $0 == .linkInvented("NOBODY")
    },
    PlanMutation("move a service that starts elsewhere", .completeness) { subject in
      let moved = Set(subject.plan.services.map(\.service))
      let kept = Set(subject.plan.notMoved.map(\.service))
      let others = subject.network.services.rows.map(\.code)
        .filter { !moved.contains($0) && !kept.contains($0.rawValue) }
      guard var move = subject.pick(subject.plan.services), let other = subject.pick(others) else { return false }
      move.service = other
      subject.plan.services.append(move)
      return true
    } expects: {
      if case .linkInvented = $0 { true } else { false }
    },
    PlanMutation("move a service twice", .completeness) { subject in
      guard let move = subject.pick(subject.plan.services) else { return false }
      subject.plan.services.append(move)
      return true
    } expects: {
      if case .linkMovedTwice = $0 { true } else { false }
    },
    PlanMutation("list a moved service as not moved", .completeness) { subject in
      guard let move = subject.pick(subject.plan.services) else { return false }
      subject.plan.notMoved.append(NotMoved(service: move.service.rawValue, reason: .noWindow))
      return true
    } expects: {
      if case .linkMovedAndKept = $0 { true } else { false }
    },
    PlanMutation("move a service in another night than announced", .completeness) { subject in
      guard let position = subject.pick(Array(subject.plan.services.indices)) else { return false }
      let others = subject.plan.nights.map(\.night).filter { $0 != subject.plan.services[position].night }
      guard let night = subject.pick(others) else { return false }
      subject.plan.services[position].night = night
      return true
    } expects: {
      if case .linkCutInAnotherNight = $0 { true } else { false }
    },
    PlanMutation("promise a port twice", .exclusiveness) { subject in
      let services = subject.plan.services
      let pairs = services.indices.flatMap { one in
        services.indices.filter { other in
          one != other && services[one].night == services[other].night
            && services[one].newPorts.count == services[other].newPorts.count
        }.map { (one, $0) }
      }
      guard let (one, other) = subject.pick(pairs) else { return false }
      subject.plan.services[one].newPorts = services[other].newPorts
      return true
    } expects: {
      if case .portPromisedTwice = $0 { true } else { false }
    },
    PlanMutation("promise a port that isn't there", .conservation) { subject in
      guard let position = subject.pick(Array(subject.plan.services.indices)) else { return false }
      subject.plan.services[position].newPorts[0] = StepEnd(owner: "NOWHERE", number: 1)
      return true
    } expects: {
      if case .wrongNewPorts = $0 { true } else { false }
    },
    PlanMutation("plan for another revision", .completeness) { subject in
      subject.plan.revision += 1
      return true
    } expects: {
      if case .wrongRevision = $0 { true } else { false }
    },
    PlanMutation("plan for another site", .completeness) { subject in
      subject.plan.to = Code("ELSEWHERE")
      return true
    } expects: {
      $0 == .unknownSite(Code("ELSEWHERE"))
    },
  ]

  // MARK: Crews

  private static let crews: [PlanMutation] = [
    PlanMutation("send a crew to two closures", .crews) { subject in
      let closures = Set(subject.crewVisits.map { subject.plan.nights[$0.night].visits[$0.visit].closure })
      guard let place = subject.pick(subject.crewVisits) else { return false }
      let visit = subject.plan.nights[place.night].visits[place.visit]
      guard let other = subject.pick(closures.filter { $0 != visit.closure }.sorted()) else { return false }
      subject.plan.nights[place.night].visits.append(
        PlanVisit(closure: other, crew: visit.crew, minutes: 0, steps: []))
      return true
    } expects: {
      if case .crewInTooManyClosures = $0 { true } else { false }
    },
    PlanMutation("send a crew that isn't there", .crews) { subject in
      guard let place = subject.pick(subject.crewVisits) else { return false }
      subject.withVisit(place) { $0.crew = 99 }
      return true
    } expects: {
      if case .unknownCrew = $0 { true } else { false }
    },
    PlanMutation("send two crews to a closure for one", .crews) { subject in
      let single = subject.crewVisits.filter { place in
        let closure = subject.plan.nights[place.night].visits[place.visit].closure
        let limit = subject.network.rules.closures.first { $0.closure.rawValue == closure }?.maximumCrews ?? 1
        return limit == 1
      }
      guard let place = subject.pick(single) else { return false }
      let visit = subject.plan.nights[place.night].visits[place.visit]
      subject.plan.nights[place.night].visits.append(
        PlanVisit(closure: visit.closure, crew: visit.crew + 1, minutes: 0, steps: []))
      return true
    } expects: {
      if case .tooManyCrews = $0 { true } else { false }
    },
    PlanMutation("understate the minutes of a visit", .crews) { subject in
      guard let place = subject.pick(subject.crewVisits) else { return false }
      subject.withVisit(place) { $0.minutes -= 1 }
      return true
    } expects: {
      if case .wrongMinutes = $0 { true } else { false }
    },
    PlanMutation("understate the minutes of a splice", .crews) { subject in
      guard let place = subject.pick(subject.steps(.splice)) else { return false }
      subject[place].minutes = 1
      return true
    } expects: {
      if case .wrongStepMinutes = $0 { true } else { false }
    },
    PlanMutation("work longer than the window", .crews) { subject in
      guard let place = subject.pick(subject.crewVisits) else { return false }
      let night = subject.plan.nights[place.night]
      let minutes = night.visits[place.visit].minutes
      subject.withRules { rules in
        for position in rules.windows.indices where rules.windows[position].number == night.night {
          rules.windows[position].minutes = minutes + rules.windows[position].reserveMinutes - 1
        }
      }
      return true
    } expects: {
      if case .overTime = $0 { true } else { false }
    },
    PlanMutation("need longer for the way back than the reserve", .rollBack) { subject in
      guard let place = subject.pick(subject.crewVisits) else { return false }
      let night = subject.plan.nights[place.night].night
      subject.withRules { rules in
        for position in rules.windows.indices where rules.windows[position].number == night {
          rules.windows[position].reserveMinutes = 1
        }
      }
      return true
    } expects: {
      if case .rollBackTooLong = $0 { true } else { false }
    },
    PlanMutation("use more trays than are free", .trays) { subject in
      guard let place = subject.pick(subject.steps(.splice)) else { return false }
      let closure = subject.plan.nights[place.night].visits[place.visit].closure
      let box = subject.network.box(named: closure)
      let isFresh = subject[place].cassette.flatMap { subject.network.cassettes.index(of: $0) }.map {
        subject.network.joints(in: $0).isEmpty
      }
      guard let box, isFresh ?? false else { return false }
      let code = subject.network.boxes[box].code
      subject.withRules { rules in
        rules.closures.removeAll { $0.closure == code }
        rules.closures.append(
          ClosureWork(closure: code, setupMinutes: 45, closeMinutes: 15, maximumCrews: 9, freeTrays: 0))
      }
      return true
    } expects: {
      if case .tooFewTrays = $0 { true } else { false }
    },
  ]

  // MARK: Clients

  private static let clients: [PlanMutation] = [
    PlanMutation("touch both legs in one night", .protection) { subject in
      let pairs = subject.plan.services.indices.filter { subject.plan.services[$0].peer != nil }
      guard let one = subject.pick(pairs),
        let other = subject.plan.services.first(where: { $0.service == subject.plan.services[one].peer })
      else { return false }
      subject.plan.services[one].night = other.night
      return true
    } expects: {
      if case .bothLegsTogether = $0 { true } else { false }
    },
    PlanMutation("touch both legs within the soak", .protection) { subject in
      subject.withRules { $0.parameters.soakWindows = 1000 }
      return subject.plan.services.contains { $0.peer != nil }
    } expects: {
      if case .bothLegsTogether = $0 { true } else { false }
    },
    PlanMutation("name another leg", .protection) { subject in
      guard let position = subject.pick(Array(subject.plan.services.indices)) else { return false }
      subject.plan.services[position].peer = subject.plan.services[position].service
      return true
    } expects: {
      if case .wrongPeer = $0 { true } else { false }
    },
    PlanMutation("work on a forbidden date", .clients) { subject in
      guard let move = subject.pick(subject.plan.services), let client = subject.network.services[move.service]?.client,
        let date = subject.network.rules.windows.first(where: { $0.number == move.night })?.date
      else { return false }
      subject.withRules { $0.forbidden.append(ForbiddenPeriod(client: client, from: date, to: date, reason: "")) }
      return true
    } expects: {
      if case .forbiddenDate = $0 { true } else { false }
    },
    PlanMutation("go over an operator's quota", .clients) { subject in
      subject.withRules { $0.parameters.operatorQuota = 0 }
      return true
    } expects: {
      if case .overQuota = $0 { true } else { false }
    },
    PlanMutation("leave a service down for too long", .clients) { subject in
      guard let move = subject.pick(subject.plan.services),
        let index = subject.network.services.index(of: move.service)
      else { return false }
      var service = subject.network.services[index]
      service.maximumOutageMinutes = move.outageMinutes - 1
      subject.network.services.replace(index, with: service)
      return true
    } expects: {
      if case .outageTooLong = $0 { true } else { false }
    },
    PlanMutation("need more fibres than the tie has", .tie) { subject in
      guard let peak = subject.plan.objectives.tiePeakFibres, peak > 0 else { return false }
      subject.withRules { $0.parameters.tieFibres = peak - 1 }
      return true
    } expects: {
      if case .tieFull = $0 { true } else { false }
    },
  ]

  // MARK: Announcements

  private static let announcements: [PlanMutation] =
    objectives + [
      PlanMutation("announce another outage", .announcements) { subject in
        guard let position = subject.pick(Array(subject.plan.services.indices)) else { return false }
        subject.plan.services[position].outageMinutes -= 1
        return true
      } expects: {
        if case .wrongOutage = $0 { true } else { false }
      },
      PlanMutation("announce another loss", .optics) { subject in
        guard let position = subject.pick(Array(subject.plan.services.indices)) else { return false }
        subject.plan.services[position].after.loss += Loss(microdecibels: 1001)
        return true
      } expects: {
        if case .wrongFigures = $0 { true } else { false }
      },
      PlanMutation("announce another length before", .optics) { subject in
        guard let position = subject.pick(Array(subject.plan.services.indices)) else { return false }
        subject.plan.services[position].before.length += Length(millimetres: 2)
        return true
      } expects: {
        if case .wrongFigures = $0 { true } else { false }
      },
      PlanMutation("promise a splice of 9 dB", .optics) { subject in
        guard let place = subject.pick(subject.steps(.splice)) else { return false }
        subject[place].expectedLoss = Loss(decibels: 9)
        return true
      } expects: {
        if case .wrongStepLoss = $0 { true } else { false }
      },
      PlanMutation("claim a bound that the plan beats", .announcements) { subject in
        subject.plan.bounds.crewNights = (subject.plan.objectives.crewNights ?? 0) + 1
        return true
      } expects: {
        if case .boundBeaten(.crewNights, _, _) = $0 { true } else { false }
      },
      PlanMutation("announce another verdict", .optics) { subject in
        guard let position = subject.pick(Array(subject.plan.services.indices)) else { return false }
        subject.plan.services[position].verdict = subject.plan.services[position].verdict == .ok ? .fails : .ok
        return true
      } expects: {
        if case .wrongVerdict = $0 { true } else { false }
      },
    ]

  private static let objectives: [PlanMutation] = PlanObjective.allCases.map { objective in
    PlanMutation("announce other \(objective.rawValue)", .announcements) { subject in
      switch objective {
      case .nights: subject.plan.objectives.nights = (subject.plan.objectives.nights ?? 0) - 1
      case .crewNights: subject.plan.objectives.crewNights = (subject.plan.objectives.crewNights ?? 0) + 1
      case .weightedOutageMinutes: subject.plan.objectives.weightedOutageMinutes = 1
      case .splices: subject.plan.objectives.splices = nil
      case .tiePeakFibres: subject.plan.objectives.tiePeakFibres = -1
      case .newFibreMillimetres: subject.plan.objectives.newFibre = Length(metres: 1)
      }
      return true
    } expects: {
      if case .wrongObjective(let found, _, _) = $0 { found == objective } else { false }
    }
  }

  // MARK: Order and dates

  private static let order: [PlanMutation] = [
    PlanMutation("use a cable before its acceptance", .precedence) { subject in
      guard let place = subject.pick(subject.steps(.splice)) else { return false }
      let date = subject.plan.nights[place.night].date
      let section = subject[place].a.owner
      subject.withRules { $0.acceptances.insert(Acceptance(cable: section, acceptedOn: date), at: 0) }
      return true
    } expects: {
      if case .notYetAccepted = $0 { true } else { false }
    },
    PlanMutation("put the nights out of order", .precedence) { subject in
      guard subject.plan.nights.count > 1 else { return false }
      let position = Int.random(in: 1..<subject.plan.nights.count, using: &subject.random)
      subject.plan.nights.swapAt(position, position - 1)
      return true
    } expects: {
      if case .nightsOutOfOrder = $0 { true } else { false }
    },
    PlanMutation("work on another date", .precedence) { subject in
      guard let position = subject.pick(Array(subject.plan.nights.indices)),
        let date = CalendarDate(year: 1999, month: 1, day: 1)
      else { return false }
      subject.plan.nights[position].date = date
      return true
    } expects: {
      if case .wrongDate = $0 { true } else { false }
    },
    PlanMutation("work in a window that isn't there", .precedence) { subject in
      guard !subject.plan.nights.isEmpty else { return false }
      subject.plan.nights[subject.plan.nights.count - 1].night = 999
      return true
    } expects: {
      $0 == .unknownWindow(999)
    },
  ]
}

extension MutationSubject {
  mutating func withRules(_ change: (inout WorkRules) -> Void) { change(&network.rules) }
}
