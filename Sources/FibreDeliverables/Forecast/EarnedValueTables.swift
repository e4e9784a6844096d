import FibreModel
import FibreProgramme

/// Planned and earned value, cost, indices and estimates, as tables.
struct EarnedValueTables {
  let today: EarnedValue
  let schedule: EarnedSchedule?
  let language: Language

  /// Earned value in euros, then indices, estimates and earned schedule.
  var all: [Report.Section] {
    let measures = [Phrase("Mesure", "Measure"), Phrase("Valeur", "Value")]
    func section(_ heading: Phrase, _ side: Report.Side, _ rows: [(Phrase, String)]) -> Report.Section {
      Report.Section(
        heading: heading[language], side: side,
        table: Report.Table(
          measures, texts: 1, widths: [30, 16], rows: rows.map { [$0.0[language], $0.1] }, in: language))
    }
    return [
      section(Phrase("Valeur acquise (HT)", "Earned value (without tax)"), .left, amounts),
      section(Phrase("Indices et coût final", "Indices and final cost"), .right, indices),
    ]
  }

  private func amount(_ amount: Money?) -> String { amount?.text(language) ?? language.notApplicable }

  private var amounts: [(Phrase, String)] {
    [
      (Phrase("Budget à terminaison (BAC)", "Budget at completion (BAC)"), amount(today.budget)),
      (Phrase("Valeur prévue (PV)", "Planned value (PV)"), amount(today.planned)),
      (Phrase("Valeur acquise (EV)", "Earned value (EV)"), amount(today.earned)),
      (Phrase("Coût réel (AC)", "Actual cost (AC)"), amount(today.actualCost)),
      (Phrase("Écart de délai (SV = EV − PV)", "Schedule variance (SV = EV − PV)"), amount(today.scheduleVariance)),
      (Phrase("Écart de coût (CV = EV − AC)", "Cost variance (CV = EV − AC)"), amount(today.costVariance)),
      (Phrase("Coût final, tendance (BAC / CPI)", "Final cost by trend (BAC / CPI)"), amount(today.estimateByTrend)),
    ]
  }

  private var indices: [(Phrase, String)] {
    func ratio(_ rate: Rate?, _ decimals: Int = 4) -> String {
      rate.map { Decimals.grouped($0.text(decimals: decimals), language) } ?? language.notApplicable
    }
    let ofTime = schedule.map {
      [
        (Phrase("Délai acquis (ES), en mois", "Earned schedule (ES), months"), ratio($0.periods, 1)),
        (Phrase("Indice de délai en temps, SPI(t)", "Schedule index in time, SPI(t)"), ratio($0.index, 3)),
      ]
    }
    return [
      (Phrase("Indice de délai (SPI = EV / PV)", "Schedule index (SPI = EV / PV)"), ratio(today.scheduleIndex)),
      (Phrase("Indice de coût (CPI = EV / AC)", "Cost index (CPI = EV / AC)"), ratio(today.costIndex)),
      (Phrase("Indice qu'exige le budget (TCPI)", "Index to budget (TCPI)"), ratio(today.indexToBudget)),
    ] + (ofTime ?? []) + [
      (Phrase("Coût final, reste au budget", "Final cost, rest at budget"), amount(today.estimateRestAtBudget)),
      (Phrase("Coût final, coût et délai", "Final cost by cost and delay"), amount(today.estimateByCostAndDelay)),
    ]
  }
}

extension EarnedValue {
  /// `{"budget":…,"planned":…,"earned":…,…}`: amounts as texts, indices as numbers.
  func json(_ schedule: EarnedSchedule?) -> JSONValue {
    func ratio(_ rate: Rate?) -> JSONValue { rate.map { .number($0.text(decimals: 4)) } ?? .null }
    return .object([
      "budget": .money(budget), "planned": .money(planned), "earned": .money(earned),
      "actualCost": .money(actualCost), "scheduleVariance": .money(scheduleVariance),
      "costVariance": .money(costVariance), "scheduleIndex": ratio(scheduleIndex), "costIndex": ratio(costIndex),
      "indexToBudget": ratio(indexToBudget), "estimateByTrend": estimateByTrend.map { .money($0) } ?? .null,
      "estimateRestAtBudget": .money(estimateRestAtBudget),
      "estimateByCostAndDelay": estimateByCostAndDelay.map { .money($0) } ?? .null,
      "earnedScheduleMonths": ratio(schedule?.periods), "scheduleIndexInTime": ratio(schedule?.index),
    ])
  }
}
