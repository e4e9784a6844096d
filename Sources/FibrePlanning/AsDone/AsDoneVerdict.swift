public import FibreModel

/// How what was done differs from what was planned.
public enum AsDoneDeviation: Hashable, Sendable {
  case fibre(planned: AsDoneEnd, done: AsDoneEnd)
  case slot(plannedCassette: String, plannedSlot: Int?, cassette: String, slot: Int?)
}

/// Why a line is not applied: it contradicts the plan or the inventory, or can't be understood.
public enum AsDoneFault: Error, Hashable, Sendable {
  // The line and the plan
  /// The plan has no such night, or no work there in it.
  case noWorkThere(night: Int, closure: String)
  /// No work of the plan is at this slot or on these fibres.
  case notPlanned
  /// Another line speaks of the same work.
  case repeated(other: String)
  /// It says otherwise, and names nothing else than was planned.
  case otherwiseUnsaid
  /// It says that something was done where nothing is to be done.
  case untouchable
  /// The position is neither as before the work, nor as after it: the closure changed since the list was made.
  case outdated(revision: Int?, cassette: String, slot: Int?)

  // The line and the inventory
  case unknownFibre(AsDoneEnd)
  /// The fibre has no end in this closure.
  case fibreElsewhere(AsDoneEnd, closure: String)
  /// Something else holds the end of the fibre: where.
  case fibreInUse(AsDoneEnd, by: Code<Joint>)
  case unknownTray(String, closure: String)
  case slotBeyondTray(String, slot: Int?)
  case slotTaken(String, slot: Int, by: Code<Joint>)
  /// The two fibres that were to be cut apart are not joined, and not cut either.
  case notJoined(AsDoneEnd, AsDoneEnd)
  /// Spliced, though another line says that its fibre was not cut.
  case cutDenied(AsDoneEnd, other: String)
  /// Said not to be cut, though the inventory holds the cut and another line says that its fibre is spliced.
  case cutThere(AsDoneEnd, other: String)
  case emptyPort(AsDoneEnd)
  case portInUse(AsDoneEnd)
  case noCord(AsDoneEnd, AsDoneEnd)
  /// The inventory refuses the edit for another reason.
  case refused(ChangeRefusal)
}

/// What became of a line.
public enum AsDoneVerdict: Hashable, Sendable {
  /// Done as planned, and applied.
  case applied
  /// Done otherwise than planned, and applied.
  case deviates([AsDoneDeviation])
  /// The inventory says so already.
  case already
  case notDone
  /// The crew left the cell empty.
  case unstated
  /// Nothing was to be done.
  case untouched
  case refused(AsDoneFault)
}

/// Something that the lines together bring about, and that somebody should know.
public enum AsDoneRemark: Hashable, Sendable {
  /// A splice was done, so its fibre was cut, though the line of the cut is empty or missing.
  case cutImplied(AsDoneEnd, place: String)
  /// A loss was measured, but the line does not say done: it is not applied.
  case notTicked(place: String)
  case lossOverLimit(Loss, limit: Loss, place: String, closure: String)
  /// Work of a list that came back has no line in it.
  case lineMissing(closure: String, cassette: String, slot: Int?, night: Int)
  /// Cut, and not joined again on every fibre.
  case serviceDark(Code<Service>)
  /// The service starts at other ports than the plan says.
  case otherPorts(Code<Service>, planned: [AsDoneEnd], actual: [AsDoneEnd])
  /// The service ends where it did not before.
  case otherFarEnd(Code<Service>)
  /// The cord that leads from the service to another one was not laid anew.
  case cordOpen(Code<Service>)
}

/// What the lines of one night change.
public struct AsDoneNight: Hashable, Sendable {
  public let night: Int
  /// In order; nothing when everything was in the inventory already, or nothing was done.
  public let changes: [NetworkChange]
}

/// What lines from the field come to, held against the plan and the inventory.
public struct AsDoneReconciliation: Hashable, Sendable {
  public let lines: [AsDoneLine]
  /// One for each line.
  public let verdicts: [AsDoneVerdict]
  /// In order of night.
  public let nights: [AsDoneNight]
  public let remarks: [AsDoneRemark]

  /// How many lines came to each verdict that a test accepts.
  public func count(_ accepts: (AsDoneVerdict) -> Bool) -> Int { verdicts.count(where: accepts) }
}
