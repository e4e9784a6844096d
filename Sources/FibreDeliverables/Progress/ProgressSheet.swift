public import FibreModel
public import FibrePlanning

/// How far a migration has come, for the manager: text, JSON and one page.
public struct ProgressSheet: Sendable {
  private let progress: MigrationProgress

  /// Arranges a survey.
  public init(_ progress: MigrationProgress) { self.progress = progress }

  /// As plain text.
  public func text(in language: Language) -> String { report(language, isOnePage: false).text }

  /// One page of A4: of many nights those that were done first are one line, and more blocks than fit are counted.
  public func pdf(in language: Language) throws(DeliverableError) -> [UInt8] {
    try report(language, isOnePage: true).pdf()
  }

  /// Lines for nights, and for what blocks, on the one page.
  private static let (nightsOnPaper, blocksOnPaper) = (28, 10)

  // MARK: Report

  private func report(_ language: Language, isOnePage: Bool) -> Report {
    let title = "\(ProgressTerm.title.label(language)) \(progress.from) → \(progress.to)"
    return Report(
      title: title, facts: facts(language),
      sections: [
        standing(language), nights(language, limit: isOnePage ? Self.nightsOnPaper : .max),
        blocked(language, limit: isOnePage ? Self.blocksOnPaper : .max),
      ],
      footer: "\(title) · \(progress.date.text(language)) · \(Term.revision.label(language)) \(progress.revision)",
      language: language, date: max(1, (progress.date.dayNumber - 719_468) * 86_400))
  }

  private func facts(_ language: Language) -> [Report.Fact] {
    func fact(_ term: ProgressTerm, _ value: String) -> Report.Fact {
      Report.Fact(label: term.label(language), value: value)
    }
    let moved = progress.count(.verified) + progress.count(.moved)
    return [
      fact(.date, progress.date.text(language)),
      Report.Fact(label: Term.revision.label(language), value: String(progress.revision)),
      fact(.nights, share(progress.count(.done), progress.nights.count, language)),
      fact(.services, share(moved, progress.services.count, language)),
      fact(.closures, share(progress.closuresDone, progress.closures, language)),
      fact(.splices, share(progress.splicesDone, progress.splices, language)),
      fact(.measured, share(progress.splicesMeasured, progress.splicesDone, language)),
      fact(.pace, pace(language)), fact(.plannedEnd, progress.plannedEnd?.text(language) ?? "–"),
      fact(.forecastEnd, progress.forecastEnd?.text(language) ?? ProgressTerm.noForecast.label(language)),
    ]
  }

  /// `3 / 25 (12 %)`.
  private func share(_ part: Int, _ whole: Int, _ language: Language) -> String {
    "\(part) / \(whole)" + (whole == 0 ? "" : " (\(100 * part / whole)\(language == .french ? " " : "")%)")
  }

  private func pace(_ language: Language) -> String {
    guard let hundredths = progress.hundredthsOfSplicesPerCrewNight else { return "–" }
    return Decimals.rounded(Int64(hundredths), scale: 2, decimals: 1, separator: language.decimalSeparator)
      + " (\(ProgressTerm.crewNights.label(language))\(language.colon)\(progress.crewNightsWorked))"
  }

  private func standing(_ language: Language) -> Report.Section {
    let columns = [
      Report.Column(title: ProgressTerm.state.label(language), width: 50),
      Report.Column(title: ProgressTerm.count.label(language), width: 14, isNumeric: true),
      Report.Column(title: ProgressTerm.share.label(language), width: 14, isNumeric: true),
    ]
    let whole = progress.services.count
    let rows = ServiceProgress.allCases.map { kind in
      let count = progress.count(kind)
      let share = whole == 0 ? "–" : "\(100 * count / whole)\(language == .french ? " " : "")%"
      return [Report.Cell(kind.label(language)), Report.Cell(count), Report.Cell(share)]
    }
    return Report.Section(
      heading: ProgressTerm.standing.label(language), table: Report.Table(columns: columns, rows: rows))
  }

  private func nights(_ language: Language, limit: Int) -> Report.Section {
    let columns = [
      Report.Column(title: Term.night.label(language), width: 14, isNumeric: true),
      Report.Column(title: Term.date.label(language), width: 18),
      Report.Column(title: ProgressTerm.state.label(language), width: 24),
      Report.Column(title: ProgressTerm.splices.label(language), width: 24, isNumeric: true),
      Report.Column(title: ProgressTerm.crews.label(language), width: 14, isNumeric: true),
    ]
    let folded = progress.nights.count > limit ? progress.nights.count - limit + 1 : 0
    let groups = [Array(progress.nights.prefix(folded))] + progress.nights.dropFirst(folded).map { [$0] }
    return Report.Section(
      heading: Term.nights.label(language),
      table: Report.Table(columns: columns, rows: groups.filter { !$0.isEmpty }.map { row($0, language) }))
  }

  /// One night, or several as one line.
  private func row(_ nights: [NightProgress], _ language: Language) -> [Report.Cell] {
    func range(_ text: (NightProgress) -> String) -> String {
      nights.count == 1 ? text(nights[0]) : "\(text(nights[0])) – \(text(nights[nights.count - 1]))"
    }
    func sum(_ part: (NightProgress) -> Int) -> Int { nights.reduce(0) { $0 + part($1) } }
    let states = Set(nights.map(\.state))
    return [
      Report.Cell(range { String($0.night) }), Report.Cell(range { $0.date.text(language) }),
      Report.Cell((states.count == 1 ? nights[0].state : .partly).label(language)),
      Report.Cell("\(sum { $0.splicesDone }) / \(sum { $0.splices })"),
      Report.Cell("\(sum { $0.crewsThatWorked }) / \(sum { $0.crews })"),
    ]
  }

  private func blocked(_ language: Language, limit: Int) -> Report.Section {
    let shown = progress.blocks.count > limit ? limit - 1 : progress.blocks.count
    var notes = progress.blocks.prefix(shown).map { $0.label(language) }
    if shown < progress.blocks.count {
      notes.append("… \(progress.blocks.count - shown) \(ProgressTerm.more.label(language))")
    }
    return Report.Section(
      heading: ProgressTerm.blocks.label(language),
      notes: notes.isEmpty ? [ProgressTerm.noBlocks.label(language)] : notes)
  }
}

// MARK: - JSON

extension ProgressSheet {
  /// The same facts, and each service.
  public func json(in language: Language) -> JSONValue {
    .members([
      ("from", .string(progress.from.rawValue)), ("to", .string(progress.to.rawValue)),
      ("revision", .integer(progress.revision)), ("date", .string("\(progress.date)")),
      ("nights", .array(progress.nights.map(json))), ("nightsDone", .integer(progress.count(.done))),
      (
        "services",
        .object(
          Dictionary(
            uniqueKeysWithValues: ServiceProgress.allCases.map { ($0.rawValue, .integer(progress.count($0))) }))
      ),
      ("standings", .object(standings)), ("closures", .integer(progress.closures)),
      ("closuresDone", .integer(progress.closuresDone)), ("splices", .integer(progress.splices)),
      ("splicesDone", .integer(progress.splicesDone)), ("splicesMeasured", .integer(progress.splicesMeasured)),
      ("crewNightsWorked", .integer(progress.crewNightsWorked)),
      (
        "splicesPerCrewNight",
        progress.hundredthsOfSplicesPerCrewNight.map { .number(Decimals.exact(Int64($0), scale: 2)) }
      ),
      ("plannedEnd", progress.plannedEnd.map { .string("\($0)") }),
      ("forecastEnd", progress.forecastEnd.map { .string("\($0)") }),
      ("blocks", .array(progress.blocks.map { json($0, language) })),
    ])
  }

  private var standings: [String: JSONValue] {
    Dictionary(
      progress.services.map { ($0.service.rawValue, .string($0.progress.rawValue)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func json(_ night: NightProgress) -> JSONValue {
    .object([
      "night": .integer(night.night), "date": .string("\(night.date)"), "state": .string(night.state.rawValue),
      "splices": .integer(night.splices), "splicesDone": .integer(night.splicesDone), "crews": .integer(night.crews),
      "crewsThatWorked": .integer(night.crewsThatWorked),
    ])
  }

  private func json(_ block: MigrationBlock, _ language: Language) -> JSONValue {
    .object(["kind": .string(block.keyword), "message": .string(block.label(language))])
  }
}
