import FibreDiagrams
import FibreModel
import FibreProgramme

/// The six counters as bars of one scale, with what waits between each and the next.
struct CounterChart {
  private let review: ProgrammeReview
  private let language: Language

  init(_ review: ProgrammeReview, _ language: Language) {
    self.review = review
    self.language = language
  }

  func drawing(width: Double, height: Double) -> Drawing {
    var chart = ChartFrame(
      review.chartText(
        Phrase("Six compteurs, chacun sur sa base", "Six counters, each on its base"),
        Phrase(
          "Prises ; en blanc, ce qui manque au compteur d'avant ; l'âge médian de cette attente est à droite",
          "Plugs; white is what is missing to the counter before; the median age of that wait is at the right"),
        language),
      width: width, height: height, left: 100, right: 250)
    let figures = review.deployment.figures
    let most = Double(max(1, figures.map(\.count).max() ?? 1, review.deployment.scope))
    let step = (height - 62) / Double(max(1, figures.count))
    for (offset, figure) in figures.enumerated() {
      let y = 42 + step * Double(offset)
      let before = offset > 0 ? figures[offset - 1].count : review.deployment.scope
      draw(figure, before: before, y: y, height: step - 4, scale: chart.plot.width / most, &chart)
      guard let stock = review.deployment.stocks.first(where: { $0.to == figure.counter }) else { continue }
      let days = stock.days(atHundredths: 50).map { " · P50 \($0)\u{a0}\(Phrase("j", "d")[language])" } ?? ""
      chart.write(
        ProgrammeWords.stock(after: stock.from)[language] + language.colon + stock.plugs.text(language) + days,
        Spot(chart.plot.right + 14, y + step / 2 + 1), size: 7.5)
    }
    return chart.drawing
  }

  private func draw(
    _ figure: CounterFigure, before: Int, y: Double, height: Double, scale: Double, _ chart: inout ChartFrame
  ) {
    let (x, plot) = (chart.plot.x, chart.plot)
    let width = Double(figure.count) * scale
    chart.write(
      figure.counter.label(language), Spot(x - 6, y + height / 2 + 3), size: 8, isBold: true,
      anchor: .end)
    let whole = min(plot.width, Double(max(figure.count, before)) * scale)
    chart.add(
      .box(Frame(x: x, y: y, width: whole, height: height), fill: 0xFFFFFF, pen: Pen(0x707070, 0.5)))
    let fill = ChartStyle.ramp[min(ChartStyle.ramp.count - 1, figure.counter.rawValue + 2)]
    chart.add(.box(Frame(x: x, y: y, width: width, height: height), fill: fill, pen: Pen(0x303030, 0.6)))
    let text = "\(figure.count.text(language))  (\(language.percent(figure.rate, decimals: 1)))"
    let isInside = width > 90
    let isDark = isInside && ChartStyle.isDark(fill)
    chart.write(
      text, Spot(isInside ? x + 6 : x + width + 5, y + height / 2 + 3), size: 8, colour: isDark ? 0xFFFFFF : 0)
  }
}
