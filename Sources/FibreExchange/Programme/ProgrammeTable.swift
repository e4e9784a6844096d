/// The files of a programme folder and their columns, in order.
enum ProgrammeTable: String, CaseIterable {
  case programme, communes, targets, zones
  case zoneSteps = "zone_steps"
  case studies
  case studyVersions = "study_versions"
  case reserves, handovers, attempts, freezes, contracts
  case contractPapers = "contract_papers"
  case invoices, authorisations, grants
  case grantSteps = "grant_steps"

  var fileName: String { rawValue + ".csv" }

  /// The first ones name what a row is about.
  var columns: [String] {
    switch self {
    case .programme: ["key", "value"]
    case .communes: ["insee", "name", "x", "y"]
    case .targets: ["kind", "month", "plugs"]
    case .zones: ["zone", "lot", "contractor", "plugs", "nro"]
    case .zoneSteps: ["zone", "step", "planned", "reached"]
    case .studies: ["zone", "kind", "contractor", "dueOn", "plugs", "withdrawnOn"]
    case .studyVersions:
      [
        "zone", "kind", "version", "depositedOn", "fingerprint", "controller", "blocking", "major", "minor", "info",
        "decision", "decidedOn",
      ]
    case .reserves: ["zone", "reserve", "severity", "object", "openedOn", "dueOn", "state", "changedOn"]
    case .handovers:
      ["handover", "zone", "presentedOn", "contractor", "plugs", "second", "answer", "answeredOn", "reason"]
    case .attempts:
      [
        "order", "attempt", "date", "code", "verified", "address", "distributionPoint", "contractor", "handedOverOn",
      ]
    case .freezes: ["address", "reason", "from", "expectedEnd", "endedOn", "evidence"]
    case .contracts: ["lot", "object", "holder", "amountExcludingTax", "notifiedOn"]
    case .contractPapers:
      ["lot", "paper", "code", "date", "amountExcludingTax", "dueOn", "acceptedOn", "reason"]
    case .invoices:
      [
        "invoice", "contractor", "amountIncludingTax", "received", "serviceCertified", "validated", "ordered", "paid",
        "suspendedFrom", "suspendedUntil",
      ]
    case .authorisations: ["authorisation", "entry", "date", "year", "amount", "object"]
    case .grants: ["grant", "ratePercent", "capPerPlug", "agreedAmount", "eligibleFrom", "eligibleUntil"]
    case .grantSteps: ["grant", "date", "state", "amount"]
    }
  }

  /// Columns that a file may do without.
  var optionalColumns: Set<String> {
    switch self {
    case .zones: ["nro"]
    default: []
    }
  }
}
