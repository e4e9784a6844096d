import FibreDiagrams
import FibreModel
import FibreProgramme

/// Zones by the last step they reached, month by month: a cumulative flow. The width of a band is a waiting time.
struct FlowChart {
  private let review: ProgrammeReview
  private let language: Language

  init(_ review: ProgrammeReview, _ language: Language) {
    self.review = review
    self.language = language
  }

  /// The steps that are drawn, from the last.
  private static let steps: [Zone.Milestone] = [
    .open, .handover, .acceptance, .works, .executionStudy, .detailedStudy, .survey,
  ]
  /// From dark to light in even steps: two bands that meet are told apart in grey too.
  private static let fills: [UInt32] = [0x0B2545, 0x2A598F, 0x4C7EB3, 0x739DCB, 0x9DBDDD, 0xC6D8EA, 0xEDF2F8]

  func drawing(width: Double, height: Double) -> Drawing {
    let flow = review.deployment.flow
    var chart = ChartFrame(
      review.chartText(
        Phrase("Flux cumulé des zones", "Cumulative flow of zones"),
        Phrase(
          "Zones ayant franchi chaque étape en fin de mois ; la largeur d'une bande est un temps d'attente",
          "Zones past each step at the end of each month; the width of a band is a waiting time"), language),
      width: width, height: height, right: 112)
    guard let first = flow.months.first, let last = flow.months.last else { return chart.drawing }
    chart.axis(upTo: Double(max(1, review.programme.zones.count)), label: chart.wholeLabel)
    let axis = MonthAxis(from: first, to: last, in: chart.plot)
    axis.draw(on: &chart)
    var below = flow.months.map { _ in 0 }
    var labels: [(text: String, y: Double, colour: UInt32)] = []
    for (step, fill) in zip(Self.steps, Self.fills) {
      let counts = flow.zones[step] ?? below
      let upper = line(counts, flow.months, axis, chart)
      chart.add(.area(upper + line(below, flow.months, axis, chart).reversed(), fill: fill))
      chart.add(.line(upper, Pen(0xFFFFFF, 1.2)))
      chart.add(.line(upper, Pen(0x404040, 0.5)))
      let count = counts.last ?? 0
      labels.append((ProgrammeWords.step(step)[language] + language.colon + String(count), chart.y(Double(count)), 0))
      below = counts
    }
    chart.endLabels(labels, x: chart.plot.right + 5)
    chart.legend(
      zip(Self.steps, Self.fills).reversed().map {
        (ChartFrame.Key.fill($1), ProgrammeWords.step($0)[language])
      })
    return chart.drawing
  }

  private func line(
    _ counts: [Int], _ months: [CalendarMonth], _ axis: MonthAxis, _ chart: ChartFrame
  ) -> [Spot] {
    zip(months, counts).map { Spot(axis.x($0), chart.y(Double($1))) }
  }
}
