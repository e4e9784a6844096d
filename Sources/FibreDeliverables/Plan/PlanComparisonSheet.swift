public import FibreModel
public import FibrePlanning

/// Two plans side by side, as people and programs read it.
public struct PlanComparisonSheet: Sendable {
  private let comparison: PlanComparison
  private let limits: PlanLimits?

  /// Arranges a comparison.
  ///
  /// - Parameter limits: What is proved of the second plan.
  public init(_ comparison: PlanComparison, limits: PlanLimits? = nil) {
    self.comparison = comparison
    self.limits = limits
  }

  private var figures: [(name: Phrase, key: String, first: Int?, second: Int?)] {
    let (a, b) = (comparison.first, comparison.second)
    return [
      (
        Phrase("non déplacés", "not moved"), "notMoved", comparison.notMoved.first, comparison.notMoved.second
      ),
      (Phrase("dernière fenêtre utilisée", "last window used"), "nights", a.nights, b.nights),
      (Phrase("équipes-nuits", "crew-nights"), "crewNights", a.crewNights, b.crewNights),
      (
        Phrase("minutes de coupure pondérées", "weighted outage minutes"), "weightedOutageMinutes",
        a.weightedOutageMinutes, b.weightedOutageMinutes
      ),
      (Phrase("épissures", "splices"), "splices", a.splices, b.splices),
      (Phrase("fibres de liaison au plus", "tie fibres at most"), "tiePeakFibres", a.tiePeakFibres, b.tiePeakFibres),
    ]
  }

  /// The figures of both, then every service that is not kept as it was.
  public func text(in language: Language) -> String {
    let head = ["", "Plan 1", "Plan 2"]
    let rows = figures.map { figure in
      [figure.name[language], figure.first.map(String.init) ?? "–", figure.second.map(String.init) ?? "–"]
    }
    let changed = comparison.changes.filter { $0.change != .kept && $0.change != .done }
    let counts = Phrase(
      """
      \(count(.kept)) services gardent leur nuit et leur boîtier, \(count(.done)) sont déjà déplacés, \(changed.count) \
      changent, dont \(comparison.renoticed) à prévenir de nouveau.
      """,
      """
      \(count(.kept)) services keep their night and closure, \(count(.done)) have moved already, \(changed.count) \
      change, of which \(comparison.renoticed) need a new notice.
      """)
    var lines = ImpactSheet.rows([head] + rows, language, .max) + ["", counts[language]]
    lines += proofs.map { $0[language] }
    if !changed.isEmpty { lines.append("") }
    lines += changed.map { "  \($0.service)  \($0.change.label(language))" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How good the second plan is, as far as that is proved.
  private var proofs: [Phrase] {
    guard let limits else { return [] }
    let (moved, most) = (comparison.movedCount, limits.mostServices)
    var phrases: [Phrase] = []
    if comparison.notMoved.second > 0 {
      phrases.append(
        moved >= most
          ? Phrase(
            "\(moved) services déplacés : prouvé, aucun plan n'en déplace plus.",
            "\(moved) services moved: proved, no plan moves more.")
          : Phrase(
            "\(moved) services déplacés : le mieux trouvé ; prouvé, aucun plan n'en déplace plus de \(most).",
            "\(moved) services moved: the best found; proved, no plan moves more than \(most)."))
    }
    if let fewest = limits.fewestNotices, comparison.renoticed > 0 {
      let count = comparison.renoticed
      phrases.append(
        count <= fewest
          ? Phrase(
            "\(count) avis à refaire : prouvé, aucun plan qui en déplace autant n'en change moins.",
            "\(count) new notices: proved, no plan that moves as many needs fewer.")
          : Phrase(
            "\(count) avis à refaire : le mieux trouvé ; prouvé, il en faut au moins \(fewest) (écart \(count - fewest)).",
            "\(count) new notices: the best found; proved, at least \(fewest) are needed (gap \(count - fewest))."))
    }
    return phrases
  }

  private func count(_ change: PlanComparison.Change) -> Int { comparison.changes.count { $0.change == change } }

  /// `{"first":{…},"second":{…},"kept":n,"done":n,"changes":[{"service":…,"change":"otherNight","from":3,"to":5}]}`.
  public var json: JSONValue {
    let side = { (value: (name: Phrase, key: String, first: Int?, second: Int?), isFirst: Bool) in
      (value.key, (isFirst ? value.first : value.second).map { JSONValue.integer($0) })
    }
    return .members([
      ("first", .members(figures.map { side($0, true) })), ("second", .members(figures.map { side($0, false) })),
      (
        "limits",
        limits.map { limits in
          .members([
            ("mostServices", .integer(limits.mostServices)),
            ("fewestNotices", limits.fewestNotices.map { .integer($0) }),
          ])
        }
      ), ("kept", .integer(count(.kept))), ("done", .integer(count(.done))),
      ("renoticed", .integer(comparison.renoticed)),
      (
        "changes",
        .array(
          comparison.changes.filter { $0.change != .kept && $0.change != .done }.map { one in
            .members([("service", .string(one.service.rawValue))] + one.change.members)
          })
      ),
    ])
  }
}

extension PlanComparison.Change: Worded {
  public var phrase: Phrase {
    switch self {
    case .done: Phrase("déjà déplacé", "moved already")
    case .kept: Phrase("inchangé", "kept")
    case .otherClosure(let from, let to):
      Phrase("même nuit, à \(to) au lieu de \(from)", "same night, in \(to) instead of \(from)")
    case .otherNight(let from, let to): Phrase("nuit \(to) au lieu de \(from)", "night \(to) instead of \(from)")
    case .dropped(let from): Phrase("n'est plus déplacé (était nuit \(from))", "no longer moved (was night \(from))")
    case .added(let to): Phrase("en plus, nuit \(to)", "added, night \(to)")
    }
  }

  fileprivate var members: [(key: String, value: JSONValue?)] {
    switch self {
    case .done: [("change", .string("done"))]
    case .kept: [("change", .string("kept"))]
    case .otherClosure(let from, let to):
      [("change", .string("otherClosure")), ("from", .string(from)), ("to", .string(to))]
    case .otherNight(let from, let to):
      [("change", .string("otherNight")), ("from", .integer(from)), ("to", .integer(to))]
    case .dropped(let from): [("change", .string("dropped")), ("from", .integer(from))]
    case .added(let to): [("change", .string("added")), ("to", .integer(to))]
    }
  }
}
