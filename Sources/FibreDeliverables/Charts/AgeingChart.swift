import FibreDiagrams
import FibreModel
import FibreProgramme

/// What waits between counters, by age: one small chart for each stock, all to one scale.
struct AgeingChart {
  private let review: ProgrammeReview
  private let language: Language

  init(_ review: ProgrammeReview, _ language: Language) {
    self.review = review
    self.language = language
  }

  /// Days that part the ages.
  static let limits = [30, 90, 180, 365]

  /// `< 30`, `30–89`…
  static let ages: [String] =
    ["< \(limits[0])"] + zip(limits, limits.dropFirst()).map { "\($0)–\($1 - 1)" } + ["≥ \(limits[limits.count - 1])"]

  /// The stock after connectable is clients' own choice; it is not a delay of the programme.
  private var stocks: [Stock] { review.deployment.stocks.filter { $0.to != .connected } }

  func drawing(width: Double, height: Double) -> Drawing {
    var chart = ChartFrame(
      review.chartText(
        Phrase("Stocks entre compteurs, par âge", "Stocks between counters, by age"),
        Phrase("Prises en attente, selon le nombre de jours d'attente", "Plugs that wait, by days of waiting"), language
      ),
      width: width, height: height, below: 26)
    let parts = stocks.map { $0.plugs(byDays: Self.limits) }
    chart.axis(upTo: Double(max(1, parts.flatMap(\.self).max() ?? 1)) * 1.08, label: chart.wholeLabel)
    let panel = chart.plot.width / Double(max(1, stocks.count))
    for (offset, stock) in stocks.enumerated() {
      draw(stock, parts[offset], x: chart.plot.x + panel * Double(offset), width: panel, &chart)
    }
    return chart.drawing
  }

  private func draw(_ stock: Stock, _ parts: [Int], x: Double, width: Double, _ chart: inout ChartFrame) {
    let (plot, step) = (chart.plot, (width - 16) / Double(parts.count))
    chart.write(ProgrammeWords.stock(after: stock.from)[language], Spot(x + 8, 47), size: 8, isBold: true)
    chart.write(summary(of: stock), Spot(x + 8, 58), size: 7)
    for (age, plugs) in parts.enumerated() {
      let left = x + 8 + step * Double(age)
      let y = chart.y(Double(plugs))
      chart.add(
        .box(
          Frame(x: left + 2, y: y, width: step - 4, height: plot.bottom - y),
          fill: ChartStyle.ramp[min(2 + age, ChartStyle.ramp.count - 1)], pen: Pen(0x303030, 0.5)))
      chart.write(
        plugs.text(language), Spot(left + step / 2, y - 3), size: 7, anchor: .middle)
      chart.write(Self.ages[age], Spot(left + step / 2, plot.bottom + 11), size: 6.5, anchor: .middle)
    }
    chart.write(
      Phrase("jours", "days")[language], Spot(x + width / 2, plot.bottom + 21), size: 6.5, anchor: .middle)
  }

  private func summary(of stock: Stock) -> String {
    let days = [50, 85].map { hundredths in
      "P\(hundredths) " + (stock.days(atHundredths: hundredths).map { "\($0)" } ?? "–")
    }
    let plugs = Phrase("\(stock.plugs.text(language)) prises", "\(stock.plugs.text(language)) plugs")[language]
    return "\(plugs) · \(days.joined(separator: " · ")) \(Phrase("j", "d")[language])"
  }
}
