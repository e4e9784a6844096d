public import FibreModel

/// What can be wrong with a plan, with the facts. Links are named by their service, or by their fibre without one.
public enum PlanFault: Hashable, Sendable {
  // C1
  case unknownSite(Code<Site>)
  case wrongRevision(planned: Int, network: Int)
  /// A live link that is neither moved nor listed.
  case linkForgotten(String)
  /// Something moved, or listed as not moved, that is no live link of the old room.
  case linkInvented(String)
  case linkMovedTwice(String)
  case linkMovedAndKept(String)
  /// Announced, but no step cuts it.
  case linkNeverCut(String)
  case linkCutInAnotherNight(String, announced: Int)
  case stepNamesAnotherService(announced: Code<Service>?, actual: Code<Service>?)

  // C2
  case notJoinedThere(a: StepEnd, b: StepEnd, closure: String)
  /// The joint is not met on the way from the old room with `a` first.
  case cutOffRoute(String, a: StepEnd, b: StepEnd)

  // C3
  /// Fibres of one tube go to two new tubes.
  case tubeSplit(section: Code<CableSection>, tube: Int)
  /// Fibres of two tubes go to one new tube.
  case tubesMixed(section: Code<CableSection>, tube: Int)
  case unknownTray(String, closure: String)
  case slotBeyondTray(Code<Cassette>, slot: Int?)
  case trayNotFree(Code<Cassette>)
  /// A step names another place than the joint has.
  case otherSlot(Code<Cassette>, slot: Int?, of: Code<Joint>)
  case tooFewTrays(closure: Code<Box>, used: Int, free: Int)

  // C4
  case crewInTooManyClosures(crew: Int, closures: Int)
  case unknownCrew(crew: Int, crews: Int)
  case tooManyCrews(closure: Code<Box>, crews: Int, limit: Int)
  case wrongMinutes(announced: Int, actual: Int)
  /// The minutes of the steps don't add up to the work in the closure, set-up and closing apart.
  case wrongStepMinutes(announced: Int, actual: Int)
  case overTime(crew: Int, minutes: Int, limit: Int)
  case negativeMinutes(Int)

  // C5
  case bothLegsTogether(Code<Service>, Code<Service>, soak: Int)
  case wrongPeer(Code<Service>, announced: Code<Service>?)

  // C6
  case outageTooLong(Code<Service>, minutes: Int, limit: Int)
  case forbiddenDate(Code<Service>, CalendarDate)
  case overQuota(operatorName: String, services: Int, limit: Int)

  // C7
  case tieFull(used: Int, limit: Int)

  // C8
  case wrongObjective(PlanObjective, announced: Int?, actual: Int)
  /// The plan is better than a bound that is said to be proved.
  case boundBeaten(PlanObjective, bound: Int, actual: Int)
  /// A step promises another loss than that of a good splice, or a loss where nothing is spliced.
  case wrongStepLoss(announced: Loss?, actual: Loss?)
  case wrongOutage(Code<Service>, announced: Int, actual: Int)

  // C9
  /// The link could not be followed to its far end even before the plan.
  case routeUnclear(String)
  /// It does not start at its new port, or does not keep its fibres from the cut on.
  case routeBroken(String)
  case wrongFarEnd(String)
  case wrongNewPorts(Code<Service>)
  /// The cord to another link was not laid anew, or leads to another link.
  case patchLost(String)
  /// An earlier night, taken as done, is not done in this network.
  case earlierNightNotApplied(Code<Service>)

  // C10
  case endTaken(StepEnd, by: Code<Joint>)
  case slotTaken(Code<Cassette>, slot: Int, by: Code<Joint>)
  case portTaken(StepEnd)
  case portPromisedTwice(StepEnd)

  // C11
  case unknownClosure(String)
  case unknownFibre(StepEnd)
  case endMissing(PlanAction)
  case fibreNotInClosure(StepEnd, closure: String)
  case actionOutOfPlace(PlanAction, closure: String)
  case emptyPort(StepEnd)
  case noCord(StepEnd, StepEnd)
  /// An uncut tube is opened by a step of its own before it is cut.
  case tubeNotOpened(section: Code<CableSection>, tube: Int)
  case nothingToOpen(section: Code<CableSection>, tube: Int)
  case tubeCutInPart(section: Code<CableSection>, tube: Int)
  case tubeJoinedInPart(section: Code<CableSection>, tube: Int)
  case cutNotJoined(String)
  case spliceWithoutCut(StepEnd)
  case changeRefused(ChangeRefusal)

  // C12
  case touches(String)
  case routeChanged(Code<Service>)

  // C13
  case unknownWindow(Int)
  case wrongDate(announced: CalendarDate, window: CalendarDate)
  case nightsOutOfOrder(Int)
  case stepsOutOfOrder(Int)
  case notYetAccepted(Code<CableSection>, acceptedOn: CalendarDate)

  // C14
  case wrongFigures(Code<Service>, Moment, announced: RouteFigures, actual: RouteFigures)
  case wrongVerdict(Code<Service>, announced: OpticalVerdict, actual: OpticalVerdict)

  // C15
  case notRestored
  case rollBackTooLong(minutes: Int, reserve: Int)

  // C16
  case throughOldRoom(String)
  /// Fibres that went dark without being the old side of a moved link, or the other way round.
  case deadFibresDiffer(fibre: String)
}

/// Before or after the plan.
public enum Moment: String, Hashable, Sendable {
  case before, after
}

/// An objective that a plan announces and a check counts again.
public enum PlanObjective: String, Hashable, Sendable, CaseIterable {
  case nights, crewNights, weightedOutageMinutes, splices, tiePeakFibres, newFibreMillimetres
}

extension PlanFault {
  /// The rule that is broken.
  public var rule: PlanRule {
    switch self {
    case .unknownSite, .wrongRevision, .linkForgotten, .linkInvented, .linkMovedTwice, .linkMovedAndKept,
      .linkNeverCut, .linkCutInAnotherNight, .stepNamesAnotherService:
      .completeness
    case .notJoinedThere, .cutOffRoute: .route
    case .tubeSplit, .tubesMixed, .unknownTray, .slotBeyondTray, .trayNotFree, .otherSlot,
      .tooFewTrays:
      .trays
    case .crewInTooManyClosures, .unknownCrew, .tooManyCrews, .wrongMinutes, .wrongStepMinutes, .overTime,
      .negativeMinutes:
      .crews
    case .bothLegsTogether, .wrongPeer: .protection
    case .outageTooLong, .forbiddenDate, .overQuota: .clients
    case .tieFull: .tie
    case .wrongObjective, .boundBeaten, .wrongOutage: .announcements
    case .routeUnclear, .routeBroken, .wrongFarEnd, .wrongNewPorts, .patchLost, .earlierNightNotApplied:
      .conservation
    case .endTaken, .slotTaken, .portTaken, .portPromisedTwice: .exclusiveness
    case .unknownClosure, .unknownFibre, .endMissing, .fibreNotInClosure, .actionOutOfPlace, .emptyPort, .noCord,
      .tubeNotOpened, .nothingToOpen, .tubeCutInPart, .tubeJoinedInPart, .cutNotJoined, .spliceWithoutCut,
      .changeRefused:
      .intermediateStates
    case .touches, .routeChanged: .untouched
    case .unknownWindow, .wrongDate, .nightsOutOfOrder, .stepsOutOfOrder, .notYetAccepted: .precedence
    case .wrongFigures, .wrongVerdict, .wrongStepLoss: .optics
    case .notRestored, .rollBackTooLong: .rollBack
    case .throughOldRoom, .deadFibresDiffer: .oldSide
    }
  }
}
