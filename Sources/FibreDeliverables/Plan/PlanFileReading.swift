import FibreModel
public import FibrePlanning

extension PlanFile {
  /// Reads a plan from the bytes of a file. Unknown members are passed over, since the format may grow; nothing is proved.
  public static func read(_ bytes: [UInt8]) throws(PlanFileError) -> MigrationPlan {
    let root = PlanCursor(value: try document(bytes), path: "$")
    try checkFormat(root)
    return MigrationPlan(
      revision: try root.member("network").member("revision").integer(),
      from: Code(try root.member("from").string()),
      to: Code(try root.member("to").string()),
      nights: try root.member("nights").items(readNight),
      services: try root.member("services").items(readMove),
      notMoved: try root.member("notMoved").items(readStay),
      objectives: try readObjectives(root.member("objectives")),
      bounds: try readObjectives(root.member("bounds")))
  }

  private static func document(_ bytes: [UInt8]) throws(PlanFileError) -> JSONValue {
    do throws(JSONFault) {
      return try JSONValue(reading: bytes)
    } catch {
      throw .notJSON(line: error.line, column: error.column)
    }
  }

  private static func checkFormat(_ root: PlanCursor) throws(PlanFileError) {
    guard case .object(let members) = root.value else { throw .otherFormat(nil) }
    guard case .string(let name) = members["format"] else { throw .otherFormat(nil) }
    guard name == format else { throw .otherFormat(name) }
  }

  private static func readNight(_ night: PlanCursor) throws(PlanFileError) -> PlanNight {
    PlanNight(
      night: try night.member("night").integer(), date: try night.member("date").date(),
      visits: try night.member("visits").items(readVisit))
  }

  private static func readVisit(_ visit: PlanCursor) throws(PlanFileError) -> PlanVisit {
    PlanVisit(
      closure: try visit.member("closure").string(), crew: try visit.member("crew").integer(),
      minutes: try visit.member("minutes").integer(), steps: try visit.member("steps").items(readStep))
  }

  private static func readStep(_ step: PlanCursor) throws(PlanFileError) -> PlanStep {
    PlanStep(
      step: try step.member("step").integer(), action: try step.member("action").keyword(),
      a: try step.member("a").end(), b: try step.optional("b")?.end(),
      cassette: try step.optional("cassette").map(readCode), slot: try step.optional("slot")?.integer(),
      service: try step.optional("service").map(readCode), minutes: try step.member("minutes").integer(),
      expectedLoss: try step.optional("expectedLossDecibels")?.loss())
  }

  private static func readMove(_ move: PlanCursor) throws(PlanFileError) -> ServiceMove {
    ServiceMove(
      service: try readCode(move.member("service")), night: try move.member("night").integer(),
      outageMinutes: try move.member("outageMinutes").integer(), before: try readFigures(move.member("before")),
      after: try readFigures(move.member("after")), verdict: try move.member("verdict").keyword(),
      newPorts: try move.optional("newPorts")?.items { cursor throws(PlanFileError) in try cursor.end() } ?? [],
      peer: try move.optional("peer").map(readCode))
  }

  private static func readFigures(_ figures: PlanCursor) throws(PlanFileError) -> RouteFigures {
    RouteFigures(length: try figures.member("lengthMetres").length(), loss: try figures.member("lossDecibels").loss())
  }

  private static func readStay(_ entry: PlanCursor) throws(PlanFileError) -> NotMoved {
    NotMoved(service: try entry.member("service").string(), reason: try readReason(entry))
  }

  private static func readReason(_ entry: PlanCursor) throws(PlanFileError) -> StayReason {
    let keyword = try entry.member("reason")
    switch try keyword.string() {
    case "noLanding": return .noLanding
    case "noFreeTube": return .noFreeTube
    case "noFreeTray": return .noFreeTray
    case "routeUnclear": return .routeUnclear
    case "endsInTheRooms": return .endsInTheRooms
    case "otherFibreStays": return .otherFibreStays
    case "noWindow": return .noWindow
    case "outageTooLong":
      return .outageTooLong(
        minutes: try entry.member("minutes").integer(), limit: try entry.member("limitMinutes").integer())
    case let text: throw .badValue(path: keyword.path, text: text, expected: "a reason to stay")
    }
  }

  private static func readObjectives(_ figures: PlanCursor) throws(PlanFileError) -> PlanObjectives {
    PlanObjectives(
      nights: try figures.optional("nights")?.integer(), crewNights: try figures.optional("crewNights")?.integer(),
      weightedOutageMinutes: try figures.optional("weightedOutageMinutes")?.integer(),
      splices: try figures.optional("splices")?.integer(),
      tiePeakFibres: try figures.optional("tiePeakFibres")?.integer(),
      newFibre: try figures.optional("newFibreMetres")?.length())
  }

  private static func readCode<Entity>(_ text: PlanCursor) throws(PlanFileError) -> Code<Entity> {
    Code(try text.string())
  }
}
