import FibreModel

extension AsDoneEnd {
  /// `CAB-SF-04/2:13`.
  var name: String { "\(owner):\(number)" }
}

extension [AsDoneEnd] {
  var names: String { map(\.name).joined(separator: ", ") }
}

extension AsDoneDeviation {
  var sentence: Sentence {
    switch self {
    case .fibre(let planned, let done): "\(done.name) was used instead of \(planned.name). It is applied so."
    case .slot(let plannedCassette, let plannedSlot, let cassette, let slot):
      """
      Slot \(slot ?? 0) of \(cassette) was used instead of slot \(plannedSlot ?? 0) of \(plannedCassette). It is applied \
      so.
      """
    }
  }
}

extension AsDoneFault {
  /// The rule that a line breaks.
  var rule: String {
    switch self {
    case .noWorkThere: "asdone.no-work"
    case .notPlanned: "asdone.not-planned"
    case .repeated: "asdone.repeated"
    case .otherwiseUnsaid: "asdone.otherwise-unsaid"
    case .untouchable: "asdone.untouchable"
    case .outdated: "asdone.outdated"
    case .unknownFibre: "asdone.fibre-unknown"
    case .fibreElsewhere: "asdone.fibre-elsewhere"
    case .fibreInUse: "asdone.fibre-in-use"
    case .unknownTray: "asdone.tray-unknown"
    case .slotBeyondTray: "asdone.slot"
    case .slotTaken: "asdone.slot-taken"
    case .notJoined: "asdone.not-joined"
    case .cutDenied, .cutThere: "asdone.cut-denied"
    case .emptyPort, .portInUse: "asdone.port"
    case .noCord: "asdone.no-cord"
    case .refused: "asdone.refused"
    }
  }

  var sentence: Sentence { sentenceOfPlan ?? sentenceOfInventory }

  private var sentenceOfPlan: Sentence? {
    switch self {
    case .noWorkThere(let night, let closure):
      "The plan has no work in \(closure) on night \(night). Return the list with the plan that it was made from."
    case .notPlanned: "The line says done, but the plan has no such work there. Correct the fibres or the slot."
    case .repeated(let other): "Line \(other) speaks of the same work. Leave one of them."
    case .otherwiseUnsaid: "The line says otherwise, but names the planned fibres and slot. Enter those that were used."
    case .untouchable:
      "The position was to be left as it was, and the inventory holds something else there. Look on site."
    case .outdated(let revision, let cassette, let slot):
      """
      The list, of revision \(revision.map(String.init) ?? "?"), is refused as a whole: slot \(slot ?? 0) of \
      \(cassette) is no longer as it shows it. Issue the list again, and have it filled in again.
      """
    case .cutDenied(let end, let other):
      "\(end.name) is said to be spliced, but line \(other) says that it was not cut. Correct one of them."
    case .cutThere(let end, let other):
      """
      \(end.name) is said not to be cut, but the inventory has it cut and line \(other) says that it is spliced. Correct \
      this line.
      """
    default: nil
    }
  }

  private var sentenceOfInventory: Sentence {
    switch self {
    case .unknownFibre(let end): "There is no fibre \(end.name). Correct its cable or its number."
    case .fibreElsewhere(let end, let closure): "Fibre \(end.name) has no end in \(closure). Correct its cable."
    case .fibreInUse(let end, let joint): "Fibre \(end.name) is held by joint \(joint). Look which fibre was used."
    case .unknownTray(let tray, let closure): "\(closure) has no tray \(tray). Correct the tray."
    case .slotBeyondTray(let tray, let slot):
      "Tray \(tray) has no slot \(slot.map(String.init) ?? "?"). Correct the slot."
    case .slotTaken(let tray, let slot, let joint):
      "Slot \(slot) of \(tray) is taken by joint \(joint). Look which slot was used."
    case .notJoined(let a, let b): "\(a.name) and \(b.name) are not joined. Look what was cut."
    case .emptyPort(let end): "Port \(end.name) is unknown, or has no fibre behind it. Correct the port."
    case .portInUse(let end): "Port \(end.name) holds a cord already. Look which port was used."
    case .noCord(let a, let b): "No cord joins \(a.name) and \(b.name). Look which cord was taken away."
    default: "The inventory can't take the line as it stands. Look on site."
    }
  }
}
