import FibreDiagrams
import FibreModel
import FibreProgramme

/// Plugs that each contractor handed over in each of the last twelve months: one small chart for each, to one scale.
struct ThroughputChart {
  private let review: ProgrammeReview
  private let language: Language

  init(_ review: ProgrammeReview, _ language: Language) {
    self.review = review
    self.language = language
  }

  private static let mostContractors = 5

  /// In order of name; of many contractors those that handed over most.
  private var works: [ContractorFigures] {
    func plugs(_ work: ContractorFigures) -> Int { work.throughput.reduce(0, +) }
    return review.contractors.map(\.work).sorted { (plugs($1), $0.contractor) < (plugs($0), $1.contractor) }
      .prefix(Self.mostContractors).sorted { $0.contractor < $1.contractor }
  }

  func drawing(width: Double, height: Double) -> Drawing {
    var chart = ChartFrame(
      review.chartText(
        Phrase("Prises livrées par mois et par entreprise", "Plugs handed over by month and contractor"),
        Phrase(
          "Douze derniers mois ; trait : moyenne de l'entreprise ; même échelle partout",
          "The last twelve months; line: the contractor's mean; one scale for all"), language),
      width: width, height: height, below: 14)
    let works = works
    let most = works.flatMap(\.throughput).max() ?? 0
    chart.axis(upTo: Double(max(1, most)) * 1.05, label: chart.wholeLabel)
    let panel = chart.plot.width / Double(max(1, works.count))
    for (offset, work) in works.enumerated() {
      draw(work, x: chart.plot.x + panel * Double(offset), width: panel, &chart)
    }
    return chart.drawing
  }

  private func draw(_ work: ContractorFigures, x: Double, width: Double, _ chart: inout ChartFrame) {
    let (plot, count) = (chart.plot, max(1, work.throughput.count))
    let step = (width - 16) / Double(count)
    let lines = TextWrap.lines(work.contractor, width: width - 12, size: 8, isBold: true)
    chart.write(lines.first ?? "", Spot(x + 8, 47), size: 8, isBold: true)
    chart.write(summary(of: work), Spot(x + 8, 58), size: 7)
    for (offset, plugs) in work.throughput.enumerated() {
      let (left, y) = (x + 8 + step * Double(offset), chart.y(Double(plugs)))
      chart.add(
        .box(
          Frame(x: left + step * 0.15, y: y, width: step * 0.7, height: plot.bottom - y), fill: ChartStyle.light,
          pen: Pen(0x303030, 0.5)))
      let month = review.date.calendarMonth.adding(offset - count + 1)
      if offset % 3 == 2 {
        chart.write(
          month.shortName(language), Spot(left + step / 2, plot.bottom + 10), size: 6.5, anchor: .middle)
      }
    }
    let mean = chart.y(Double(work.throughput.reduce(0, +)) / Double(count))
    chart.add(.line([Spot(x + 8, mean), Spot(x + 8 + step * Double(count), mean)], Pen(0, 1, .dashed)))
  }

  private func summary(of work: ContractorFigures) -> String {
    let sum = work.throughput.reduce(0, +)
    let median = work.daysLate.percentile(50).map(String.init) ?? "–"
    let plugs = sum.text(language)
    return Phrase(
      "\(plugs) prises · \(work.lateZones) zones en retard, P50 \(median) j",
      "\(plugs) plugs · \(work.lateZones) late zones, P50 \(median) d")[language]
  }
}
