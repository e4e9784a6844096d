public import FibreModel
public import FibrePlanning

/// Two plans side by side, as people and programs read it.
public struct PlanComparisonSheet: Sendable {
  private let comparison: PlanComparison

  /// Arranges a comparison.
  public init(_ comparison: PlanComparison) { self.comparison = comparison }

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
    if !changed.isEmpty { lines.append("") }
    lines += changed.map { "  \($0.service)  \($0.change.label(language))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func count(_ change: PlanComparison.Change) -> Int { comparison.changes.count { $0.change == change } }

  /// `{"first":{…},"second":{…},"kept":n,"done":n,"changes":[{"service":…,"change":"otherNight","from":3,"to":5}]}`.
  public var json: JSONValue {
    let side = { (value: (name: Phrase, key: String, first: Int?, second: Int?), isFirst: Bool) in
      (value.key, (isFirst ? value.first : value.second).map { JSONValue.integer($0) })
    }
    return .object([
      "first": .members(figures.map { side($0, true) }), "second": .members(figures.map { side($0, false) }),
      "kept": .integer(count(.kept)), "done": .integer(count(.done)), "renoticed": .integer(comparison.renoticed),
      "changes": .array(
        comparison.changes.filter { $0.change != .kept && $0.change != .done }.map { one in
          .members([("service", .string(one.service.rawValue))] + one.change.members)
        }),
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
