public import FibreModel
public import FibreProgramme

/// How often connections fail, as people and programs read it: one count, or those of a programme.
public enum FailureSheet: Sendable {
  /// Failed of attempted connections, as somebody gives them.
  case rate(Proportion)
  /// Those of a programme; the findings are those of reading it.
  case work(WorkReview, name: String, findings: [Finding])

  /// With four decimals, so that the interval can be checked.
  private static let decimals = 4

  /// `{"failures":…,"attempts":…,"percent":…,"lowPercent":…,"highPercent":…}`, or the failures of the programme.
  public var json: JSONValue {
    switch self {
    case .rate(let rate):
      func end(_ share: Double?) -> JSONValue {
        share.map { .number(Decimals.percent($0, decimals: Self.decimals)) } ?? .null
      }
      return .object([
        "failures": .integer(rate.count), "attempts": .integer(rate.total),
        "percent": .percent(rate.share, Self.decimals), "lowPercent": end(rate.interval?.low),
        "highPercent": end(rate.interval?.high),
      ])
    case .work(let work, let name, let findings):
      return .members([
        ("programme", .string(name)), ("date", .string("\(work.date)")), ("failures", work.failuresJSON),
        ("findings", .array(findings.map(JSONValue.finding))),
      ])
    }
  }

  /// One line, or a line for each month of handover and contractor.
  public var csv: String {
    switch self {
    case .rate(let rate):
      CSVText.mark + CSVText.line(["failures", "attempts", "percent", "lowPercent", "highPercent"])
        + CSVText.line([
          "\(rate.count)", "\(rate.total)", rate.share?.percentText(decimals: Self.decimals) ?? "",
          rate.interval.map { Decimals.percent($0.low, decimals: Self.decimals) } ?? "",
          rate.interval.map { Decimals.percent($0.high, decimals: Self.decimals) } ?? "",
        ])
    case .work(let work, _, _): work.cohortTable.csv
    }
  }

  /// As text for a terminal.
  public func text(in language: Language) -> String {
    switch self {
    case .rate(let rate): return Self.text(of: rate, language)
    case .work(let work, let name, let findings):
      let report = Report(
        title: Phrase("Échecs de raccordement : \(name)", "Connection failures: \(name)")[language],
        facts: [fact("Date des données", "Date of the data", work.date.text(language), language)],
        sections: WorkTables(work, language).failures, footer: Self.footer[language], language: language, date: 0)
      return findings.isEmpty ? report.text : report.text + "\n" + FindingReport(findings).text(in: language)
    }
  }

  private static var footer: Phrase {
    Phrase(
      "Intervalles de Wilson à 95 % ; s.o. : sans objet (aucune tentative)",
      "Wilson intervals of 95%; n/a: no attempt")
  }

  private static func text(of rate: Proportion, _ language: Language) -> String {
    func end(_ share: Double?) -> String {
      share.map { Decimals.grouped(Decimals.percent($0, decimals: decimals), language) } ?? language.notApplicable
    }
    let sign = language == .french ? "\u{a0}%" : "%"
    let interval =
      rate.interval == nil
      ? language.notApplicable : "\(end(rate.interval?.low)) – \(end(rate.interval?.high))\(sign)"
    return Report(
      title: Phrase("Taux d'échec", "Failure rate")[language],
      facts: [
        fact("Échecs", "Failures", rate.count.text(language), language),
        fact("Tentatives", "Attempts", rate.total.text(language), language),
        fact("Taux", "Rate", rate.text(language, decimals: decimals), language),
        fact("Intervalle de Wilson à 95 %", "Wilson interval of 95%", interval, language),
      ], sections: [], footer: footer[language], language: language, date: 0
    ).text
  }
}
