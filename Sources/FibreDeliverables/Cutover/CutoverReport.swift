public import FibreModel
public import FibrePlanning

/// What a search for a cut-over plan has to say: figures, bounds, and how sure they are.
public struct CutoverReport: Sendable {
  let reduction: CutoverReduction
  let schedule: CutoverSchedule
  let bounds: CutoverBounds
  let front: [CutoverFrontPoint]
  let effort: Effort

  /// What the search took.
  public struct Effort: Sendable {
    let seed: UInt64
    let rounds: Int
    let milliseconds: Int

    public init(seed: UInt64, rounds: Int, milliseconds: Int) {
      self.seed = seed
      self.rounds = rounds
      self.milliseconds = milliseconds
    }
  }

  public init(
    _ reduction: CutoverReduction, _ schedule: CutoverSchedule, _ bounds: CutoverBounds,
    front: [CutoverFrontPoint] = [], effort: Effort
  ) {
    self.reduction = reduction
    self.schedule = schedule
    self.bounds = bounds
    self.front = front
    self.effort = effort
  }

  /// One figure with its bound. It is proved to be the least when it and all that come before it meet their bounds.
  private struct Line {
    let name: String
    let words: Phrase
    let value: Int
    let bound: CutoverBounds.Bound?
    let isProved: Bool
  }

  private var lines: [Line] {
    let figures = schedule.objectives
    let rows: [(String, Phrase, Int, CutoverBounds.Bound?)] = [
      ("windows", Phrase("fenêtres", "windows"), figures.windows, bounds.windows),
      ("crewNights", Phrase("nuits d'équipe", "crew-nights"), figures.crewNights, bounds.crewNights),
      (
        "weightedOutageMinutes", Phrase("coupure pondérée (min)", "weighted outage (min)"), figures.weightedOutage,
        bounds.weightedOutage
      ),
      ("splices", Phrase("épissures", "splices"), figures.splices, bounds.splices),
      (
        "newFibreMetres", Phrase("fibre neuve (m)", "new fibre (m)"), figures.newFibreMetres, bounds.newFibreMetres
      ),
      ("tiePeakFibres", Phrase("liaison, pointe (fibres)", "tie, peak (fibres)"), figures.peakTie, nil),
      ("passages", Phrase("tubes ouverts en passage", "tubes opened in passage"), figures.passages, nil),
    ]
    var isProved = true
    return rows.map { name, words, value, bound in
      isProved = isProved && bound?.value == value
      return Line(name: name, words: words, value: value, bound: bound, isProved: isProved)
    }
  }

  /// The plan's file: its moves, figures and bounds; the same plan and bounds give the same bytes.
  public var file: String { CutoverFile.text(of: plan, announcing: members) }

  private var plan: CutoverPlan { reduction.plan(of: schedule) }

  private var members: [String: JSONValue] {
    let proofs = lines.compactMap { line in
      line.bound.map { bound in
        (line.name, JSONValue.object(["proved": .bool(line.isProved), "source": .string(bound.source.rawValue)]))
      }
    }
    return [
      "instance": .string(reduction.instance.name),
      "objectives": .object(Dictionary(uniqueKeysWithValues: lines.map { ($0.name, .integer($0.value)) })),
      "bounds": .members(lines.map { ($0.name, $0.bound.map { .integer($0.value) }) }),
      "proofs": .object(Dictionary(uniqueKeysWithValues: proofs)),
      "optimal": .bool(isOptimal),
    ]
  }

  /// Whether windows, crew-nights and outage are proved.
  private var isOptimal: Bool { lines.prefix(3).allSatisfy(\.isProved) }

  /// The figures as one document, with what the search took.
  public var document: JSONValue {
    var all = members
    all["seconds"] = .number(Decimals.exact(Int64(effort.milliseconds), scale: 3))
    all["seed"] = .number(String(effort.seed))
    all["iterations"] = .integer(effort.rounds)
    if !front.isEmpty {
      all["front"] = .array(
        front.map { point in
          .object([
            "windows": .integer(point.windows), "crewNights": .integer(point.schedule.objectives.crewNights),
            "weightedOutageMinutes": .integer(point.weightedOutage), "tiePeakFibres": .integer(point.peakTie),
          ])
        })
    }
    return .object(all)
  }

  /// The figures as text.
  public func text(in language: Language) -> String {
    let instance = reduction.instance
    let head = Phrase(
      "\(instance.name) : \(reduction.problem.tubes.count) tubes à basculer, \(instance.services.count) services, \(instance.windowCount) fenêtres, \(french: instance.crewCount, "équipe(s)"). Plan valide, vérifié règle par règle.",
      "\(instance.name): \(reduction.problem.tubes.count) tubes to move, \(instance.services.count) services, \(instance.windowCount) windows, \(english: instance.crewCount, "crew(s)"). The plan is valid, checked rule by rule."
    )
    let seconds = Decimals.rounded(
      Int64(effort.milliseconds), scale: 3, decimals: 1, separator: language == .french ? "," : ".")
    let tail = Phrase(
      "\(seconds) s, \(french: effort.rounds, "tour(s)"), graine \(effort.seed).",
      "\(seconds) s, \(english: effort.rounds, "round(s)"), seed \(effort.seed).")
    let verdict =
      isOptimal
      ? Phrase(
        "Prouvé optimal : fenêtres, nuits d'équipe et coupure, dans cet ordre.",
        "Proved optimal: windows, crew-nights and outage, in this order.")
      : Phrase("Non prouvé optimal.", "Not proved optimal.")
    return ([head[language]] + rows(language) + [verdict[language], tail[language]] + frontRows(language))
      .joined(separator: "\n")
  }

  private func rows(_ language: Language) -> [String] {
    let names = lines.map { $0.words[language] }
    let width = names.map(\.count).max() ?? 0
    let digits = lines.map { String($0.value).count }.max() ?? 0
    return zip(lines, names).map { line, name in
      let figure = "  " + name.filled(to: width) + "  " + String(line.value).right(in: digits)
      guard let bound = line.bound else { return figure }
      let bounded = Phrase("borne \(bound.value)", "bound \(bound.value)")[language]
      let state =
        line.isProved ? Phrase("prouvé optimal", "proved optimal") : Phrase("non prouvé", "not proved")
      return figure + "  " + bounded + " (\(bound.source.label(language))), " + state[language]
    }
  }

  private func frontRows(_ language: Language) -> [String] {
    guard !front.isEmpty else { return [] }
    let head = Phrase(
      "Compromis trouvés (fenêtres, nuits d'équipe, coupure pondérée, fibres de liaison) :",
      "Compromises found (windows, crew-nights, weighted outage, tie fibres):")
    return ["", head[language]]
      + front.map { point in
        "  "
          + [point.windows, point.schedule.objectives.crewNights, point.weightedOutage, point.peakTie]
          .map { String($0).right(in: 7) }.joined()
      }
  }
}

extension String {
  /// The text with blanks after it.
  func filled(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

  /// The text with blanks before it.
  func right(in width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
