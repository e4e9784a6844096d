import FibreModel
import FibreProgramme

extension ForecastSheet {
  /// The facts of the text, and the months of the fan.
  public var json: JSONValue {
    let throughput = review.throughput
    let head: [(key: String, value: JSONValue?)] = [
      ("programme", .string(review.programme.name)), ("date", .string("\(review.date)")),
      ("note", .string(review.programme.note)), ("source", .string(review.footerSource)),
      ("scope", .integer(throughput.scope)), ("handedOver", .integer(throughput.handedOver)),
      ("remaining", .integer(throughput.remaining)), ("promised", throughput.promised.map { .integer($0) }),
      ("contractEnd", throughput.contractEnd.map { .string("\($0)") }),
      ("counters", counters), ("forecast", forecast), ("backTest", backTest),
      ("earnedValue", review.value.today.json(review.value.schedule)),
      ("contractors", .array(review.contractors.map(contractor))),
      ("findings", .array(report.findings.map(JSONValue.finding))),
    ]
    return .members(head + review.work.members + review.money.members)
  }

  private var counters: JSONValue {
    .array(
      Counter.allCases.map { counter in
        let figure = review.deployment.figures.first { $0.counter == counter }
        return .object([
          "counter": .string(counter.keyword), "count": figure.map { .integer($0.count) } ?? .null,
          "date": .text(figure.map { "\($0.date)" }), "source": .text(figure?.source),
          "base": figure.map { .integer($0.base.count) } ?? .null, "baseCounter": .text(counter.holder?.keyword),
          "percent": .percent(figure?.rate, 2),
        ])
      })
  }

  private var forecast: JSONValue {
    let throughput = review.throughput
    let start: [(key: String, value: JSONValue?)] = [
      ("firstMonth", throughput.firstMonth.map { .string("\($0)") }), ("lastMonth", .string("\(throughput.lastMonth)")),
      ("history", .array(throughput.history.map { .integer($0) })),
      ("finishedContractors", .array(throughput.finished.map { .string($0) })),
      ("draws", .integer(throughput.choices.draws)), ("seed", .number(String(throughput.choices.seed))),
      ("scopeGrowth", .integer(throughput.choices.scopeGrowth)), ("slowTail", .integer(throughput.choices.slowTail)),
    ]
    switch throughput.outcome {
    case .success(let forecast): return .members(start + members(of: forecast))
    case .failure(let refusal):
      let range: ForecastRefusal.Range? = if case .tooShort(_, let range) = refusal { range } else { nil }
      return .members(
        start + [
          ("refused", .string(refusal.keyword)), ("shortestMonths", range?.shortest.map { .integer($0) }),
          ("longestMonths", range?.longest.map { .integer($0) }),
        ])
    }
  }

  private func members(of forecast: Forecast) -> [(key: String, value: JSONValue?)] {
    let throughput = review.throughput
    func end(_ months: Int?) -> JSONValue? {
      months.map { .object(["months": .integer($0), "month": .string("\(throughput.lastMonth.adding($0))")]) }
    }
    return [
      ("p50", end(forecast.p50)), ("p85", end(forecast.p85)), ("p95", end(forecast.p95)),
      ("atAverage", end(forecast.monthsAtAverage)), ("atRecentRate", end(forecast.monthsAtRecentRate)),
      ("requiredRate", throughput.monthsLeft.flatMap { forecast.requiredRate(monthsLeft: $0) }.map { .integer($0) }),
      (
        "confidencePercent",
        throughput.monthsLeft.map { .number(Decimals.percent(forecast.confidence(monthsLeft: $0))) }
      ),
      (
        "fan",
        .array(
          forecast.fan.map { month in
            .object([
              "month": .string("\(throughput.lastMonth.adding(month.month))"), "p50": .integer(month.p50),
              "p85": .integer(month.p85), "p95": .integer(month.p95),
            ])
          })
      ),
    ]
  }

  private var backTest: JSONValue? {
    guard let test = review.throughput.backTest, let coverage = test.coverage else { return nil }
    func covered(_ proportion: Proportion) -> JSONValue {
      .object([
        "held": .integer(proportion.count), "of": .integer(proportion.total), "percent": .percent(proportion.share, 2),
        "lowPercent": proportion.interval.map { .number(Decimals.percent($0.low)) } ?? .null,
        "highPercent": proportion.interval.map { .number(Decimals.percent($0.high)) } ?? .null,
      ])
    }
    return .object([
      "horizonMonths": .integer(ThroughputReview.horizon), "trials": .integer(test.trials.count),
      "p50": covered(coverage.p50), "p85": covered(coverage.p85), "p95": covered(coverage.p95),
    ])
  }

  private func contractor(_ line: ProgrammeReview.ContractorLine) -> JSONValue {
    .object([
      "contractor": .string(line.contractor), "throughput": .array(line.work.throughput.map { .integer($0) }),
      "lateZones": .integer(line.work.lateZones),
      "medianDaysLate": line.work.daysLate.percentile(50).map { .integer($0) } ?? .null,
      "p85DaysLate": line.work.daysLate.percentile(85).map { .integer($0) } ?? .null,
      "firstPassPercent": .percent(line.studies.firstPass.share, 2),
      "failurePercent": .percent(line.failures.failures.share, 2), "lateInvoices": .integer(line.lateInvoices),
      "penalties": .money(line.penalties),
    ])
  }
}

extension ProgrammeReview {
  /// The programme's own source and the last list of addresses.
  var footerSource: String {
    ([programme.source] + [deployment.snapshots.last?.source].compactMap(\.self)).filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

extension ForecastRefusal {
  /// Its name in data.
  var keyword: String {
    switch self {
    case .tooShort: "historyTooShort"
    case .negative: "numberOutOfRange"
    case .noOutput: "noOutput"
    case .draws: "draws"
    }
  }

  func phrase(_ language: Language) -> Phrase {
    switch self {
    case .tooShort(let months, let range):
      Phrase(
        "Historique de \(months) mois : il en faut \(ForecastRequest.fewestMonths). Au meilleur mois \(Self.text(range.shortest)), au pire \(Self.text(range.longest)) mois.",
        "\(months) months of history: \(ForecastRequest.fewestMonths) are needed. At the best month \(Self.text(range.shortest)), at the worst \(Self.text(range.longest)) months."
      )
    case .negative(let number):
      Phrase("\(number) n'est pas un nombre de prises possible.", "\(number) can't be a number of plugs.")
    case .noOutput:
      Phrase("Aucune prise n'a encore été livrée : aucune prévision.", "No plug was handed over yet: no forecast.")
    case .draws(let draws):
      Phrase("\(draws) tirages : en demander de 1 à 1 000 000.", "\(draws) draws: ask for 1 to 1,000,000.")
    }
  }

  private static func text(_ months: Int?) -> String { months.map(String.init) ?? "–" }
}
