import FibreDiagrams
import FibreModel
import FibreProgramme

/// Plugs by month: contract in steps, scope on top, built, handed over and open, and the fan of the forecast.
struct BurnUpChart {
  private let review: ProgrammeReview
  private let burnUp: BurnUp
  private let language: Language

  init(_ review: ProgrammeReview, _ language: Language) {
    self.review = review
    self.language = language
    burnUp = review.burnUp
  }

  private static let contractPen = Pen(ChartStyle.grey, 1.4)
  private static let scopePen = Pen(0x000000, 1.2, .dotted)
  private static let builtPen = Pen(ChartStyle.light, 2.2)
  private static let handedPen = Pen(ChartStyle.middle, 2.4)
  private static let openPen = Pen(ChartStyle.dark, 1.8, .dashDot)
  private static let likelyPen = Pen(ChartStyle.middle, 1.4, .dashed)

  func drawing(width: Double, height: Double) -> Drawing {
    var chart = ChartFrame(
      review.chartText(
        Phrase("Courbe d'avancement et prévision", "Burn-up and forecast"),
        Phrase(
          "Prises cumulées en fin de mois ; faisceau : rejeu des mois passés, de P50 à P95",
          "Plugs by the end of each month; fan: past months drawn again, from P50 to P95"), language),
      width: width, height: height, right: 92)
    guard let first = burnUp.points.first?.month, let last = burnUp.points.last?.month else { return chart.drawing }
    let most =
      burnUp.points.flatMap { [$0.contract, $0.scope, $0.built, $0.handedOver, $0.connectable] }
      .compactMap(\.self).max() ?? 1
    chart.axis(upTo: Double(most), label: chart.wholeLabel)
    let axis = MonthAxis(from: first, to: last, in: chart.plot)
    axis.draw(on: &chart)
    drawFan(axis, &chart)
    drawContract(axis, &chart)
    drawSteps(axis, &chart)
    line(\.built, Self.builtPen, axis, &chart)
    line(\.handedOver, Self.handedPen, axis, &chart)
    line(\.connectable, Self.openPen, axis, &chart)
    axis.drawToday(review.throughput.lastMonth, on: &chart)
    drawEnds(axis, &chart)
    drawLabels(axis, &chart)
    chart.legend([
      (.line(Self.scopePen), Phrase("périmètre", "scope")[language]),
      (.line(Self.contractPen), Phrase("engagement contractuel", "contract")[language]),
      (.line(Self.builtPen), Counter.built.label(language)),
      (.line(Self.handedPen), Counter.handedOver.label(language)),
      (.line(Self.openPen), Counter.connectable.label(language)),
      (.line(Self.likelyPen), Phrase("prévision P50", "forecast P50")[language]),
      (.fill(ChartStyle.light), "P50–P85"), (.fill(ChartStyle.pale), "P85–P95"),
    ])
    return chart.drawing
  }

  private func spots(
    _ value: (BurnUp.Point) -> Int?, _ axis: MonthAxis, _ chart: ChartFrame
  ) -> [Spot] {
    burnUp.points.compactMap { point in
      value(point).map { Spot(axis.x(point.month), chart.y(Double($0))) }
    }
  }

  private func line(
    _ value: KeyPath<BurnUp.Point, Int?>, _ pen: Pen, _ axis: MonthAxis, _ chart: inout ChartFrame
  ) {
    let spots = spots({ $0[keyPath: value] }, axis, chart)
    if spots.count > 1 { chart.add(.line(spots, pen)) }
  }

  /// A commitment holds up to the month of the next one: steps.
  private func drawContract(_ axis: MonthAxis, _ chart: inout ChartFrame) {
    var spots: [Spot] = []
    for spot in self.spots(\.contract, axis, chart) {
      if let last = spots.last, last.y != spot.y { spots.append(Spot(spot.x, last.y)) }
      spots.append(spot)
    }
    if spots.count > 1 { chart.add(.line(spots, Self.contractPen)) }
  }

  private func drawSteps(_ axis: MonthAxis, _ chart: inout ChartFrame) {
    let spots = spots(\.scope, axis, chart)
    if spots.count > 1 { chart.add(.line(spots, Self.scopePen)) }
  }

  // MARK: Forecast

  /// The plugs reached after each coming month, from what is handed over today.
  private func fan(_ value: (Forecast.FanMonth) -> Int, _ axis: MonthAxis, _ chart: ChartFrame) -> [Spot] {
    let (done, start) = (review.throughput.handedOver, review.throughput.lastMonth)
    let months = review.throughput.forecast?.fan ?? []
    let end = burnUp.points.last?.month ?? start
    let spots = months.filter { start.adding($0.month) <= end }.map {
      Spot(axis.x(start.adding($0.month)), chart.y(Double(done + value($0))))
    }
    return [Spot(axis.x(start), chart.y(Double(done)))] + spots
  }

  private func drawFan(_ axis: MonthAxis, _ chart: inout ChartFrame) {
    guard review.throughput.forecast != nil else { return }
    let (p50, p85, p95) = (fan(\.p50, axis, chart), fan(\.p85, axis, chart), fan(\.p95, axis, chart))
    chart.add(.area(p85 + p95.reversed(), fill: ChartStyle.pale))
    chart.add(.area(p50 + p85.reversed(), fill: ChartStyle.light))
    chart.add(.line(p50, Self.likelyPen))
    chart.add(.line(p95, Pen(ChartStyle.grey, 0.6)))
  }

  /// The months of P50, P85 and P95, each with a line down to the axis; the latest stands highest, clear of the others.
  private func drawEnds(_ axis: MonthAxis, _ chart: inout ChartFrame) {
    guard let forecast = review.throughput.forecast else { return }
    let ends = [("P50", forecast.p50), ("P85", forecast.p85), ("P95", forecast.p95)]
    for (rank, end) in ends.enumerated() {
      guard let month = review.throughput.month(after: end.1), month <= burnUp.points.last?.month ?? month else {
        continue
      }
      let x = axis.x(month)
      let y = chart.plot.bottom - 8 - Double(rank) * 13
      chart.add(.line([Spot(x, y - 7), Spot(x, chart.plot.bottom)], Pen(0x303030, 0.7)))
      let name = end.0 + language.colon + month.text(language)
      let width = FontWidths.width(of: name, size: 7.5, isBold: true)
      chart.add(.box(Frame(x: x - width - 5, y: y - 8, width: width + 3, height: 10), fill: 0xFFFFFF, pen: nil))
      chart.write(name, Spot(x - 3, y), size: 7.5, isBold: true, anchor: .end)
    }
  }

  private func drawLabels(_ axis: MonthAxis, _ chart: inout ChartFrame) {
    let plot = chart.plot
    var labels: [(text: String, y: Double, colour: UInt32)] = []
    func label(_ value: Int?, _ name: String, _ colour: UInt32) {
      guard let value else { return }
      labels.append(("\(name) \(value.text(language))", chart.y(Double(value)), colour))
    }
    let now = burnUp.points.last { $0.handedOver != nil || $0.built != nil || $0.connectable != nil }
    label(burnUp.points.last?.scope, Phrase("périmètre", "scope")[language], 0)
    label(now?.built, Counter.built.label(language), 0x4A7DAE)
    label(now?.handedOver, Counter.handedOver.label(language), ChartStyle.middle)
    label(now?.connectable, Counter.connectable.label(language), ChartStyle.dark)
    chart.endLabels(labels, x: plot.right + 4, size: 7)
  }
}
