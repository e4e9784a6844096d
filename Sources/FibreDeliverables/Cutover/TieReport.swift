public import FibreModel
public import FibrePlanning

/// The orders found for both goals, as text and as JSON.
public struct TieReport: Sendable {
  let name: String
  let file: TieFile
  let answers: [(answer: TieAnswer, milliseconds: Int)]

  /// Arranges what was found of a file: one answer a goal, and how long each took.
  public init(name: String, _ file: TieFile, _ answers: [(answer: TieAnswer, milliseconds: Int)]) {
    self.name = name
    self.file = file
    self.answers = answers
  }

  private func names(_ order: [Int]) -> [String] { order.map { file.names[$0] } }

  /// The orders and their figures; the same answers give the same bytes.
  public var fileDocument: JSONValue { document(withSeconds: false) }

  /// The same, with the seconds each took.
  public var document: JSONValue { document(withSeconds: true) }

  private func document(withSeconds: Bool) -> JSONValue {
    var goals: [String: JSONValue] = [:]
    for (answer, milliseconds) in answers {
      goals[answer.goal.rawValue] = .members([
        ("value", .integer(answer.value)), ("bound", .integer(answer.bound)), ("proved", .bool(answer.isOptimal)),
        ("order", .array(answer.order.map { .integer($0) })),
        ("names", .array(names(answer.order).map { .string($0) })),
        ("seconds", withSeconds ? .number(Decimals.exact(Int64(milliseconds), scale: 3)) : nil),
      ])
    }
    return .object([
      "name": .string(name), "nodes": .integer(file.graph.nodeCount), "edges": .integer(file.graph.edges.count),
      "goals": .object(goals),
    ])
  }

  /// As plain text: for each goal its value, how good that is, and the order.
  public func text(in language: Language) -> String {
    let head = Phrase(
      "\(name) : \(file.graph.nodeCount) nœuds, \(file.graph.edges.count) liens.",
      "\(name): \(file.graph.nodeCount) nodes, \(file.graph.edges.count) links.")
    return ([head[language]] + answers.flatMap { rows($0.answer, $0.milliseconds, language) }).joined(separator: "\n")
  }

  private func rows(_ answer: TieAnswer, _ milliseconds: Int, _ language: Language) -> [String] {
    let word = answer.goal == .peak ? Phrase("pointe", "peak") : Phrase("somme", "sum")
    let state =
      answer.isOptimal
      ? Phrase("prouvé optimal", "proved optimal")
      : Phrase("borne \(answer.bound), non prouvé", "bound \(answer.bound), not proved")
    let seconds = Decimals.rounded(
      Int64(milliseconds), scale: 3, decimals: 1, separator: language == .french ? "," : ".")
    let order = Phrase("ordre", "order")
    return [
      "  \(word[language]) \(answer.value), \(state[language]), \(seconds) s",
      "    \(order[language]) : \(names(answer.order).joined(separator: " "))",
    ]
  }
}

/// "What tie cable must we buy?": windows and crew-nights against tie fibres.
public struct TieCurve: Sendable {
  let reduction: CutoverReduction
  let points: [CutoverFrontPoint]
  /// Windows that no plan can beat, whatever the tie.
  let leastWindows: Int

  /// Keeps of the compromises those that no other beats in windows and tie.
  public init(_ reduction: CutoverReduction, _ front: [CutoverFrontPoint], leastWindows: Int) {
    self.reduction = reduction
    self.leastWindows = leastWindows
    points = front.filter { point in
      !front.contains {
        ($0.windows <= point.windows && $0.peakTie < point.peakTie)
          || ($0.windows < point.windows && $0.peakTie <= point.peakTie)
          || ($0.windows == point.windows && $0.peakTie == point.peakTie && $0.weightedOutage < point.weightedOutage)
      }
    }
  }

  private func order(_ point: CutoverFrontPoint) -> JSONValue {
    CutoverFile.document(of: reduction.plan(of: point.schedule), announcing: [:])
  }

  /// Each point with its plan.
  public var document: JSONValue {
    .object([
      "instance": .string(reduction.instance.name), "leastWindows": .integer(leastWindows),
      "curve": .array(
        points.map { point in
          .object([
            "tieFibres": .integer(point.peakTie), "windows": .integer(point.windows),
            "crewNights": .integer(point.schedule.objectives.crewNights),
            "weightedOutageMinutes": .integer(point.weightedOutage), "plan": order(point),
          ])
        }),
    ])
  }

  /// As plain text: for each goal its value, how good that is, and the order.
  public func text(in language: Language) -> String {
    let limit = reduction.problem.tieFibres
    let head = Phrase(
      "\(reduction.instance.name) : quelle liaison acheter ? Plans trouvés et vérifiés ; aucun plan ne prend moins de \(leastWindows) fenêtres, quelle que soit la liaison. L'instance en a \(limit) fibres.",
      "\(reduction.instance.name): what tie to buy? Plans found and checked; no plan takes fewer than \(leastWindows) windows, whatever the tie. The instance has \(limit) fibres."
    )
    let columns = Phrase(
      "  fibres  câble  fenêtres  nuits d'équipe  coupure pondérée",
      "  fibres  cable   windows     crew-nights   weighted outage")
    let rows = points.sorted { $0.peakTie > $1.peakTie }.map { point in
      "  " + String(point.peakTie).right(in: 6) + Self.cable(point.peakTie).right(in: 7)
        + String(point.windows).right(in: 10) + String(point.schedule.objectives.crewNights).right(in: 16)
        + String(point.weightedOutage).right(in: 18)
    }
    return ([head[language], columns[language]] + rows).joined(separator: "\n")
  }

  /// The smallest usual cable with so many fibres.
  private static func cable(_ fibres: Int) -> String {
    [0, 12, 24, 36, 48, 72, 96, 144, 288].first { $0 >= fibres }.map { String($0) } ?? "> 288"
  }
}
