import FibreDiagrams
public import FibreModel
public import FibreProgramme

/// What a committee receives of a programme: one PDF of charts and tables, A4 across, with date and source on each page.
public struct CommitteePack: Sendable {
  let review: ProgrammeReview
  private let geography: Geography?
  private let findings: [Finding]

  /// Arranges a review; communes are drawn as circles where the geography has no outlines.
  public init(_ review: ProgrammeReview, geography: Geography? = nil, findings: [Finding] = []) {
    self.review = review
    self.geography = geography
    self.findings = findings
  }

  /// The pages.
  public func pdf(in language: Language) throws(DeliverableError) -> [UInt8] {
    let pages = CommitteePages(review, language)
    let work = WorkTables(review.work, language)
    let sections =
      [pages.messages, counters(language)] + pages.summary
      + [chart(.burnUp, language, height: 330)] + pages.forecast.forecast
      + [chart(.value, language, height: 360)] + pages.forecast.value
      + [pages.bridge, chart(.ageing, language, height: 250, startsPage: false)]
      + [
        chart(.flow, language, height: 252), chart(.throughput, language, height: 152, startsPage: false),
        pages.forecast.contractors,
      ]
      + work.studies + [work.control] + work.handovers + [pages.lateZones] + work.freezes
      + [chart(.failures, language, height: 300)] + work.failures
      + [chart(.communes, language, height: 470), pages.communes]
      + MoneyTables(review.money, language).all
      + [pages.findings(ForecastSheet(review, findings: findings).report), pages.method]
    return try Report(
      title: review.programme.name, facts: pages.forecast.standing, sections: sections,
      footer: review.footer(language), language: language, isLandscape: true, cellSize: 7,
      date: max(1, (review.date.dayNumber - 719_468) * 86_400)
    ).pdf()
  }

  private func counters(_ language: Language) -> Report.Section {
    Report.Section(drawing: CounterChart(review, language).drawing(width: 785, height: 138))
  }

  private func chart(
    _ kind: ProgrammeCharts.Kind, _ language: Language, height: Double, startsPage: Bool = true
  ) -> Report.Section {
    let charts = ProgrammeCharts(review, geography: geography)
    return Report.Section(
      startsPage: startsPage, drawing: charts.drawing(kind, language, width: 785, height: height))
  }
}
