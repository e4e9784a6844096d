import FibreDiagrams
import FibreModel
import FibreProgramme

/// Failure codes of connections by how often they came, with the share that the first ones make.
struct ParetoChart {
  private let review: ProgrammeReview
  private let language: Language

  init(_ review: ProgrammeReview, _ language: Language) {
    self.review = review
    self.language = language
  }

  private static let mostBars = 18

  private struct Bar {
    let name: String
    let count: Int
    let cause: FailureCause?
    let isOwn: Bool
  }

  private var bars: [Bar] {
    let ranked = review.work.failures.pareto
    let shown = ranked.prefix(ranked.count > Self.mostBars ? Self.mostBars - 1 : Self.mostBars).map { code in
      Bar(
        name: code.key.text, count: code.count, cause: code.key.cause, isOwn: code.key.cause?.isNetworkOrData ?? false)
    }
    let rest = ranked.dropFirst(shown.count).reduce(0) { $0 + $1.count }
    guard rest > 0 else { return shown }
    return shown + [Bar(name: Phrase("autres", "others")[language], count: rest, cause: nil, isOwn: false)]
  }

  func drawing(width: Double, height: Double) -> Drawing {
    let total = review.work.failures.failures.count
    let attempts = review.work.failures.failures.total.text(language)
    var chart = ChartFrame(
      review.chartText(
        Phrase("Pareto des échecs de raccordement", "Pareto of connection failures"),
        Phrase(
          "Échecs par code du protocole, 12 derniers mois : \(total.text(language)) échecs sur \(attempts) tentatives",
          "Failures by code of the protocol, last 12 months: \(total.text(language)) of \(attempts) attempts"), language
      ),
      width: width, height: height, right: 46, below: 26)
    let bars = bars
    // One scale for both: the top of the left axis is all failures' share of the highest bar.
    chart.axis(upTo: Double(max(1, bars.map(\.count).max() ?? 1)) * 1.1, label: chart.wholeLabel)
    draw(bars, &chart)
    drawShare(of: bars, total, &chart)
    chart.legend([
      (.fill(ChartStyle.middle), Phrase("réseau ou données", "network or data")[language]),
      (.hatch, Phrase("client, opérateur, planification, autre", "client, operator, planning, other")[language]),
      (.line(Pen(0, 1.2)), Phrase("part cumulée (échelle de droite)", "running share (right scale)")[language]),
    ])
    return chart.drawing
  }

  private func draw(_ bars: [Bar], _ chart: inout ChartFrame) {
    let (plot, step) = (chart.plot, chart.plot.width / Double(max(1, bars.count)))
    for (offset, bar) in bars.enumerated() {
      let (x, y) = (plot.x + step * Double(offset), chart.y(Double(bar.count)))
      let box = Frame(x: x + step * 0.12, y: y, width: step * 0.76, height: plot.bottom - y)
      chart.add(.box(box, fill: bar.isOwn ? ChartStyle.middle : 0xFFFFFF, pen: nil))
      if !bar.isOwn { hatch(box, &chart) }
      chart.add(.box(box, fill: nil, pen: Pen(0x303030, 0.6)))
      chart.write(bar.name, Spot(x + step / 2, plot.bottom + 10), size: min(7, step / 5.6), anchor: .middle)
      if let cause = bar.cause {
        chart.write(cause.rawValue, Spot(x + step / 2, plot.bottom + 19), size: 7, anchor: .middle, colour: 0x505050)
      }
    }
  }

  /// Slanted lines within a box.
  private func hatch(_ box: Frame, _ chart: inout ChartFrame) {
    for start in stride(from: box.x - box.height, to: box.right, by: 4) {
      let from = max(start, box.x)
      let to = min(start + box.height, box.right)
      guard to > from else { continue }
      chart.add(
        .line([Spot(from, box.bottom - (from - start)), Spot(to, box.bottom - (to - start))], Pen(0x9A9A9A, 0.6)))
    }
  }

  /// Each number on paper of its own, over the line of shares.
  private func drawCounts(of bars: [Bar], _ chart: inout ChartFrame) {
    let step = chart.plot.width / Double(max(1, bars.count))
    for (offset, bar) in bars.enumerated() {
      let text = DrawnText(
        bar.count.text(language), Spot(chart.plot.x + step * (Double(offset) + 0.5), chart.y(Double(bar.count)) - 3),
        size: 7, anchor: .middle)
      let frame = text.frame
      chart.add(
        .box(
          Frame(x: frame.x - 1, y: frame.y, width: frame.width + 2, height: frame.height), fill: 0xFFFFFF, pen: nil))
      chart.add(.text(text))
    }
  }

  private func drawShare(of bars: [Bar], _ total: Int, _ chart: inout ChartFrame) {
    guard total > 0 else { return }
    let (plot, step) = (chart.plot, chart.plot.width / Double(max(1, bars.count)))
    var sum = 0
    let spots = bars.enumerated().map { offset, bar in
      sum += bar.count
      return Spot(plot.x + step * (Double(offset) + 0.5), plot.bottom - plot.height * Double(sum) / Double(total))
    }
    if spots.count > 1 { chart.add(.line(spots, Pen(0, 1.2))) }
    drawCounts(of: bars, &chart)
    for spot in spots { chart.add(.disc(spot, radius: 1.8, fill: 0xFFFFFF, pen: Pen(0, 1))) }
    for percent in stride(from: 0, through: 100, by: 20) {
      let y = plot.bottom - plot.height * Double(percent) / 100
      chart.add(.line([Spot(plot.right, y), Spot(plot.right + 3, y)], Pen(0x303030, 0.5)))
      let label = "\(percent)\(language == .french ? "\u{a0}" : "")%"
      chart.write(label, Spot(plot.right + 6, y + 3), size: 7)
    }
  }
}
