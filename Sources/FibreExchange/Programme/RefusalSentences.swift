import FibreModel
import FibreProgramme

// What a refusal says of the row that caused it, which is left out.

extension StudyDeliverable.Refusal {
  var sentence: Sentence {
    switch self {
    case .alreadyAccepted: "The study is accepted already; the row is left out. Look for the right study."
    case .withdrawn: "The study is withdrawn; the row is left out. Look for the right study."
    case .undecided(let version):
      "Version \(version) has no decision yet; the row is left out. Record the decision first."
    case .nothingToDecide: "There is no version to decide on; the row is left out. Record the deposit first."
    case .before(let earliest, let asked):
      "The day \(asked) lies before \(earliest), which it follows; the row is left out. Correct a date."
    case .sameFile(let version): "It is the same file as version \(version); the row is left out. Ask for the new one."
    }
  }
}

extension Reserve.Refusal {
  var sentence: Sentence {
    switch self {
    case .notAllowed(let from, let to):
      "A reserve does not go from \(from.rawValue) to \(to.rawValue); the row is left out. Correct the state."
    case .before(let earliest, let asked):
      "The day \(asked) lies before \(earliest), which it follows; the row is left out. Correct a date."
    }
  }
}

extension HandoverLot.Refusal {
  var sentence: Sentence {
    switch self {
    case .blockingReserve(let zone, let reserve):
      "The blocking reserve \(reserve) of zone \(zone) is open: it can't be handed over. Have it lifted first."
    case .zoneTwice(let zone): "Zone \(zone) comes twice in the lot, which is left out. Remove one."
    case .negativePlugs(let zone, let plugs):
      "Zone \(zone) has \(plugs) plugs; the lot is left out. Correct the number."
    case .unknownZone(let zone): "Zone \(zone) is not in the lot; the answer is left out. Correct the zone."
    case .before(let earliest, let asked):
      "The day \(asked) lies before \(earliest), which it follows; the row is left out. Correct a date."
    case .noReason(let zone): "Zone \(zone) is refused without a reason; the answer is left out. Ask for it."
    }
  }
}

extension Invoice.Refusal {
  var sentence: Sentence {
    switch self {
    case .suspendedTwice: "The invoice is suspended twice; the row is left out. Keep one suspension."
    case .outOfOrder(_, _, let date):
      "The step of \(date) is not in order with the others; the row is left out. Correct a date."
    case .negativeAmount(_, let amount):
      "The amount \(amount.description) is negative; the row is left out. Correct it."
    }
  }
}

extension Authorisation.Refusal {
  var sentence: Sentence {
    switch self {
    case .belowCommitted(let wanted, let committed):
      """
      The vote of \(wanted.description) is below what is committed, \(committed.description); it is refused. Vote at \
      least that.
      """
    case .olderThanLast(let date, let last):
      "The vote of \(date) is older than that of \(last), which stands before; it is refused. Put them in order."
    case .negative(let amount): "The amount \(amount.description) is negative; the row is left out. Correct it."
    case .creditsDiffer(let amount, let credits):
      """
      The years' credits are \(credits.description) and the vote is \(amount.description); it is refused. Correct one.
      """
    }
  }
}
