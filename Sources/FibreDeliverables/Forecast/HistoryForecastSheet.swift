public import FibreModel
public import FibreProgramme

/// When what remains is done, from months of output alone: text, JSON and CSV.
public struct HistoryForecastSheet: Sendable {
  private let forecast: Forecast
  /// Nothing when it takes too long to work out.
  private let exact: MonthDistribution?

  /// Arranges a forecast, and the exact distribution that its draws come near.
  public init(_ forecast: Forecast, exact: MonthDistribution?) {
    self.forecast = forecast
    self.exact = exact
  }

  /// A chance that is not told.
  private static let least = 0.0005
  private static let percentiles = [50, 85, 95]

  /// From the first month by which it may be done to the one by which it nearly surely is.
  private var months: [(month: Int, drawn: Double, exact: Double?)] {
    let last = max(forecast.distribution.cumulative.count, exact?.cumulative.count ?? 0)
    let all = (0..<last).map { month in
      (month, forecast.distribution.probability(within: month), exact?.probability(within: month))
    }
    let first = all.firstIndex { max($0.1, $0.2 ?? 0) >= Self.least } ?? all.count
    let end = all.firstIndex { min($0.1, $0.2 ?? 1) >= 1 - Self.least / 10 } ?? all.count - 1
    return first <= end ? Array(all[first...end]) : []
  }

  /// `{"p50":…,"exactP50":…,…,"months":[{"months":…,"drawnPercent":…,"exactPercent":…}]}`.
  public var json: JSONValue {
    let request = forecast.request
    var members: [(key: String, value: JSONValue?)] = [
      ("history", .array(request.history.map { .integer($0) })), ("remaining", .integer(request.remaining)),
      ("scopeGrowth", .integer(request.scopeGrowth)), ("slowTail", .integer(request.slowTail)),
      ("draws", .integer(request.draws)), ("seed", .number(String(request.seed))),
      ("monthsAtAverage", forecast.monthsAtAverage.map { .integer($0) }),
      ("monthsAtRecentRate", forecast.monthsAtRecentRate.map { .integer($0) }),
    ]
    for percentile in Self.percentiles {
      let share = Double(percentile) / 100
      members.append(("p\(percentile)", forecast.distribution.months(at: share).map { .integer($0) }))
      members.append(("exactP\(percentile)", exact?.months(at: share).map { .integer($0) }))
    }
    members.append(
      (
        "months",
        .array(
          months.map { month in
            .members([
              ("months", .integer(month.month)), ("drawnPercent", .number(Decimals.percent(month.drawn, decimals: 4))),
              ("exactPercent", month.exact.map { .number(Decimals.percent($0, decimals: 4)) }),
            ])
          })
      ))
    return .members(members)
  }

  /// A line for each month.
  public var csv: String {
    CSVText.mark + CSVText.line(["months", "drawnPercent", "exactPercent"])
      + months.map { month in
        CSVText.line([
          "\(month.month)", Decimals.percent(month.drawn, decimals: 4),
          month.exact.map { Decimals.percent($0, decimals: 4) } ?? "",
        ])
      }.joined()
  }

  /// As text for a terminal.
  public func text(in language: Language) -> String {
    let request = forecast.request
    func count(_ months: Int?) -> String { months?.text(language) ?? "–" }
    func percent(_ share: Double?) -> String {
      share.map { Decimals.grouped(Decimals.percent($0, decimals: 4), language) } ?? "–"
    }
    let ends = Self.percentiles.map { percentile in
      let share = Double(percentile) / 100
      return ["P\(percentile)", count(forecast.distribution.months(at: share)), count(exact?.months(at: share))]
    }
    let (drawn, exactly) = (Phrase("Tirages", "Draws"), Phrase("Loi exacte", "Exact"))
    return Report(
      title: Phrase("Prévision d'après un historique", "Forecast from a history")[language],
      facts: [
        fact("Reste", "Remaining", request.remaining.plugs(language), language),
        fact(
          "Historique", "History", Phrase("\(request.history.count) mois", "\(request.history.count) months")[language],
          language),
        fact("Mois au rythme moyen", "Months at the average rate", count(forecast.monthsAtAverage), language),
        fact(
          "Mois au rythme des six derniers", "Months at the rate of the last six", count(forecast.monthsAtRecentRate),
          language),
      ],
      sections: [
        Report.Section(
          heading: Phrase("Mois qu'il faut", "Months needed")[language],
          table: Report.Table([Phrase("Chances", "Chance"), drawn, exactly], texts: 1, rows: ends, in: language)),
        Report.Section(
          heading: Phrase("Chances d'avoir fini, en %", "Chance of being done, in %")[language],
          table: Report.Table(
            [Phrase("Mois", "Months"), drawn, exactly], texts: 0,
            rows: months.map { [count($0.month), percent($0.drawn), percent($0.exact)] }, in: language)),
      ],
      footer: Phrase(
        "\(request.draws.text(.french)) tirages avec remise, graine \(request.seed) ; loi exacte par convolution",
        "\(request.draws.text(.english)) draws with replacement, seed \(request.seed); exact by convolution")[language],
      language: language, date: 0
    ).text
  }
}
