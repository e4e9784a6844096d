import FibreDiagrams
import FibreModel

/// A chart in the making: title, plot with axes, legend, and a foot with date and source.
struct ChartFrame {
  private(set) var drawing: Drawing
  let text: ChartText
  /// Where marks go.
  let plot: Frame
  /// The value at the top of the plot; its foot is zero.
  private(set) var top = 1.0

  /// A sample in the legend.
  enum Key {
    case line(Pen)
    case fill(UInt32)
    case hatch
  }

  /// Starts a chart; `right` is the room beside the plot for labels at the ends of lines.
  init(_ text: ChartText, width: Double, height: Double, left: Double = 58, right: Double = 20, below: Double = 22) {
    self.text = text
    drawing = Drawing(width: width, height: height)
    plot = Frame(x: left, y: 66, width: width - left - right, height: height - 66 - below - 22)
    write(text.title, Spot(8, 18), size: ChartStyle.titleSize, isBold: true)
    write(text.subtitle, Spot(8, 32), size: ChartStyle.textSize, colour: 0x404040)
    let foot = TextWrap.lines(text.footer, width: width - 16, size: 6.5)
    for (row, line) in foot.prefix(2).enumerated() {
      write(line, Spot(8, height - 12 + Double(row) * 8), size: 6.5, colour: 0x505050)
    }
  }

  mutating func add(_ mark: DrawingMark) { drawing.add(mark) }

  mutating func write(
    _ text: String, _ spot: Spot, size: Double = ChartStyle.textSize, isBold: Bool = false,
    anchor: DrawnText.Anchor = .start, colour: UInt32 = 0
  ) {
    drawing.add(.text(DrawnText(text, spot, size: size, isBold: isBold, anchor: anchor, colour: colour)))
  }

  /// Samples with their names, in a row above the plot.
  mutating func legend(_ keys: [(key: Key, name: String)]) {
    var x = 8.0
    var y = 46.0
    for (key, name) in keys {
      let width = 30 + FontWidths.width(of: name, size: ChartStyle.smallSize)
      if x + width > drawing.width - 8, x > 8 {
        x = 8
        y += 11
      }
      sample(key, Spot(x, y))
      write(name, Spot(x + 20, y + 2.6), size: ChartStyle.smallSize)
      x += width + 6
    }
  }

  private mutating func sample(_ key: Key, _ spot: Spot) {
    let box = Frame(x: spot.x, y: spot.y - 4, width: 16, height: 8)
    switch key {
    case .line(let pen): add(.line([spot, Spot(spot.x + 16, spot.y)], pen))
    case .fill(let colour): add(.box(box, fill: colour, pen: Pen(0x505050, 0.4)))
    case .hatch:
      add(.box(box, fill: 0xFFFFFF, pen: Pen(0x505050, 0.4)))
      for x in stride(from: 0.0, to: 16, by: 4) {
        add(.line([Spot(spot.x + x, spot.y + 4), Spot(spot.x + min(16, x + 8), spot.y - 4)], Pen(0x505050, 0.5)))
      }
    }
  }

  // MARK: Axes

  /// Sets the height of the plot for values up to one, with lines and labels at round values.
  mutating func axis(upTo most: Double, label: (Double) -> String) {
    let step = Self.roundStep(for: most)
    top = max(step, (most / step).rounded(.up) * step)
    var value = 0.0
    while value <= top + step / 2 {
      let y = self.y(value)
      add(.line([Spot(plot.x, y), Spot(plot.right, y)], Pen(value == 0 ? 0x303030 : ChartStyle.faint, 0.6)))
      write(label(value), Spot(plot.x - 5, y + 3), size: ChartStyle.smallSize, anchor: .end)
      value += step
    }
  }

  /// 1, 2 or 5 times a power of ten, so that four to eight steps reach a value.
  private static func roundStep(for most: Double) -> Double {
    guard most > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= most { power *= 10 }
    while power > most { power /= 10 }
    for factor in [0.1, 0.2, 0.5, 1] where most / (power * factor) <= 8 { return power * factor }
    return power * 2
  }

  func y(_ value: Double) -> Double { plot.bottom - plot.height * value / top }

  /// Whole numbers with parted thousands.
  func wholeLabel(_ value: Double) -> String { Int(value.rounded()).text(text.language) }

  /// Labels that don't touch: each moves away from its line's end only as far as it must.
  mutating func endLabels(_ labels: [(text: String, y: Double, colour: UInt32)], x: Double, size: Double = 7.5) {
    let gap = size * 1.25
    let sorted = labels.sorted { $0.y < $1.y }
    var places = sorted.map(\.y)
    for offset in places.indices.dropFirst() { places[offset] = max(places[offset], places[offset - 1] + gap) }
    let over = max(0, (places.last ?? 0) - plot.bottom)
    for offset in places.indices.reversed() {
      let limit = offset == places.count - 1 ? places[offset] - over : places[offset + 1] - gap
      places[offset] = min(places[offset], limit)
    }
    for (label, place) in zip(sorted, places) {
      write(label.text, Spot(x, place + size * 0.35), size: size, colour: label.colour)
    }
  }
}

/// Months along the foot of a plot: a value of the end of a month stands at the end of its piece.
struct MonthAxis {
  let first: CalendarMonth
  let count: Int
  private let plot: Frame

  init(from first: CalendarMonth, to last: CalendarMonth, in plot: Frame) {
    self.first = first
    count = max(1, first.months(to: last) + 1)
    self.plot = plot
  }

  private var width: Double { plot.width / Double(count) }

  /// The end of a month.
  func x(_ month: CalendarMonth) -> Double { plot.x + width * Double(first.months(to: month) + 1) }

  /// Ticks at every month, names at as many as have room, the year below its January or the first month.
  func draw(on chart: inout ChartFrame) {
    let every = [1, 2, 3, 6, 12].first { Double($0) * width >= 26 } ?? 12
    for offset in 0..<count {
      let month = first.adding(offset)
      let isNamed = (month.month - 1) % every == 0
      let x = x(month)
      chart.add(.line([Spot(x, plot.bottom), Spot(x, plot.bottom + (isNamed ? 4 : 2))], Pen(0x303030, 0.5)))
      guard isNamed else { continue }
      chart.write(
        month.shortName(chart.text.language), Spot(x, plot.bottom + 12), size: 7, anchor: .middle)
    }
    for year in first.year...first.adding(count - 1).year {
      guard let january = CalendarMonth(year: year, month: 1) else { continue }
      let from = max(plot.x, x(january.adding(-1)))
      let to = min(plot.right, x(january.adding(11)))
      if to - from > 24 {
        chart.write(String(year), Spot((from + to) / 2, plot.bottom + 21), size: 7, isBold: true, anchor: .middle)
      }
      if january > first, january <= first.adding(count - 1) {
        let x = x(january.adding(-1))
        chart.add(.line([Spot(x, plot.bottom), Spot(x, plot.bottom + 22)], Pen(0x909090, 0.5)))
      }
    }
  }

  /// The upright line of the day of the data.
  func drawToday(_ month: CalendarMonth, on chart: inout ChartFrame) {
    guard (first.adding(-1)...first.adding(count - 1)).contains(month) else { return }
    let x = x(month)
    chart.add(.line([Spot(x, plot.y), Spot(x, plot.bottom)], Pen(ChartStyle.accent, 1, .dashed)))
    let isNearLeft = x - plot.x < 60
    chart.write(
      Phrase("aujourd'hui", "today")[chart.text.language], Spot(isNearLeft ? x + 3 : x - 3, plot.y + 8), size: 7,
      anchor: isNearLeft ? .start : .end, colour: ChartStyle.accent)
  }
}
