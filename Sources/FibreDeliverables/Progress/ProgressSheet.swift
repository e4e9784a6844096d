public import FibreModel
public import FibrePlanning

/// How far a migration has come, for the manager: text, JSON and one page.
public struct ProgressSheet: Sendable {
  private let progress: MigrationProgress

  /// Arranges a survey.
  public init(_ progress: MigrationProgress) { self.progress = progress }

  /// As plain text.
  public func text(in language: Language) -> String { report(language, blocks: .max).text }

  /// One page of A4; more blocks than fit are counted.
  public func pdf(in language: Language) throws(DeliverableError) -> [UInt8] {
    try report(language, blocks: Self.blocksOnPaper).pdf()
  }

  /// Lines for what blocks on the one page.
  private static let blocksOnPaper = 12

  // MARK: Report

  private func report(_ language: Language, blocks: Int) -> Report {
    let title = "\(ProgressTerm.title.label(language)) \(progress.from) → \(progress.to)"
    return Report(
      title: title, facts: facts(language),
      sections: [standing(language), nights(language), blocked(language, limit: blocks)],
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
      + " (\(progress.crewNightsWorked) \(Term.crewNights.label(language).lowercased()))"
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

  private func nights(_ language: Language) -> Report.Section {
    let columns = [
      Report.Column(title: Term.night.label(language), width: 10, isNumeric: true),
      Report.Column(title: Term.date.label(language), width: 18),
      Report.Column(title: ProgressTerm.state.label(language), width: 24),
      Report.Column(title: ProgressTerm.splices.label(language), width: 24, isNumeric: true),
      Report.Column(title: ProgressTerm.crews.label(language), width: 14, isNumeric: true),
    ]
    let rows = progress.nights.map { night in
      [
        Report.Cell(night.night), Report.Cell(night.date.text(language)), Report.Cell(night.state.label(language)),
        Report.Cell("\(night.splicesDone) / \(night.splices)"),
        Report.Cell("\(night.crewsThatWorked) / \(night.crews)"),
      ]
    }
    return Report.Section(
      heading: Term.nights.label(language), table: Report.Table(columns: columns, rows: rows))
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
