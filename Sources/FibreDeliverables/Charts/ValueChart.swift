import FibreDiagrams
import FibreModel
import FibreProgramme

/// Planned value, earned value and actual cost by month: the S-curve.
struct ValueChart {
  private let review: ProgrammeReview
  private let language: Language

  init(_ review: ProgrammeReview, _ language: Language) {
    self.review = review
    self.language = language
  }

  private static let plannedPen = Pen(ChartStyle.grey, 1.6, .dashed)
  private static let earnedPen = Pen(ChartStyle.middle, 2.4)
  private static let costPen = Pen(ChartStyle.dark, 1.6, .dashDot)

  func drawing(width: Double, height: Double) -> Drawing {
    let value = review.value
    var chart = ChartFrame(
      review.chartText(
        Phrase("Courbe en S : valeur prévue, valeur acquise, coût", "S-curve: planned value, earned value, cost"),
        Phrase(
          "Millions d'euros HT cumulés en fin de mois ; coût : situations de travaux",
          "Millions of euros without tax by the end of each month; cost: statements of work"), language),
      width: width, height: height, right: 92)
    guard let first = value.points.first?.month, let last = value.points.last?.month else { return chart.drawing }
    let most = value.points.flatMap { [$0.planned, $0.earned ?? .zero, $0.actualCost ?? .zero] } + [value.today.budget]
    chart.axis(upTo: Self.millions(most.max() ?? .zero)) { amount in
      let tenths = Int64((amount * 10).rounded())
      return Decimals.rounded(
        tenths, scale: 1, decimals: tenths % 10 == 0 ? 0 : 1, separator: language.decimalSeparator)
    }
    let axis = MonthAxis(from: first, to: last, in: chart.plot)
    axis.draw(on: &chart)
    let budget = chart.y(Self.millions(value.today.budget))
    chart.add(.line([Spot(chart.plot.x, budget), Spot(chart.plot.right, budget)], Pen(0x000000, 1, .dotted)))
    line(\.planned, Self.plannedPen, axis, &chart)
    line(\.actualCost, Self.costPen, axis, &chart)
    line(\.earned, Self.earnedPen, axis, &chart)
    axis.drawToday(value.date.calendarMonth, on: &chart)
    drawLabels(&chart)
    chart.legend([
      (.line(Pen(0x000000, 1, .dotted)), Phrase("budget à terminaison (BAC)", "budget at completion (BAC)")[language]),
      (.line(Self.plannedPen), Phrase("valeur prévue (PV)", "planned value (PV)")[language]),
      (.line(Self.earnedPen), Phrase("valeur acquise (EV)", "earned value (EV)")[language]),
      (.line(Self.costPen), Phrase("coût réel (AC)", "actual cost (AC)")[language]),
    ])
    return chart.drawing
  }

  private static func millions(_ amount: Money) -> Double { Double(amount.cents) / 100_000_000 }

  private func line(
    _ value: (ValueCurve.Point) -> Money?, _ pen: Pen, _ axis: MonthAxis, _ chart: inout ChartFrame
  ) {
    let spots = review.value.points.compactMap { point in
      value(point).map { Spot(axis.x(point.month), chart.y(Self.millions($0))) }
    }
    if spots.count > 1 { chart.add(.line(spots, pen)) }
  }

  private func drawLabels(_ chart: inout ChartFrame) {
    let today = review.value.today
    func label(_ name: String, _ amount: Money, _ colour: UInt32) -> (text: String, y: Double, colour: UInt32) {
      let text = Decimals.rounded(
        amount.cents, scale: 8, decimals: 2, separator: language.decimalSeparator)
      return ("\(name) \(text)\u{a0}M€", chart.y(Self.millions(amount)), colour)
    }
    chart.endLabels(
      [
        label("BAC", today.budget, 0), label("PV", today.planned, 0x505050),
        label("EV", today.earned, ChartStyle.middle),
        label("AC", today.actualCost, ChartStyle.dark),
      ], x: chart.plot.right + 4)
  }
}
