public import FibreModel

/// The hours of a night on one line for each crew: set-up, tubes, closing, the reserve, and the time of go or no-go.
public struct NightTimeline: Hashable, Sendable {
  /// One bar on the line of a crew.
  public struct Bar: Hashable, Sendable {
    /// What a bar stands for; each has its own look without colour.
    public enum Kind: Hashable, Sendable { case setup, tube, close }

    public let kind: Kind
    public let start: Int
    public let minutes: Int
    public let label: String

    /// Makes a bar; `start` is in minutes after midnight.
    public init(_ kind: Kind, start: Int, minutes: Int, label: String = "") {
      self.kind = kind
      self.start = start
      self.minutes = minutes
      self.label = label
    }
  }

  /// The work of one crew.
  public struct Line: Hashable, Sendable {
    public let name: String
    public let bars: [Bar]
    /// The latest start of a tube; nothing where none is cut.
    public let goNoGo: Int?
    public let wayBackBy: Int

    /// Makes a line.
    public init(name: String, bars: [Bar], goNoGo: Int?, wayBackBy: Int) {
      self.name = name
      self.bars = bars
      self.goNoGo = goNoGo
      self.wayBackBy = wayBackBy
    }
  }

  private let start: Int
  private let end: Int
  private let lines: [Line]

  /// Makes a timeline from the opening of a window to its end.
  public init(start: Int, end: Int, lines: [Line]) {
    self.start = start
    self.end = max(end, start + 1)
    self.lines = lines
  }

  private static let nameWidth = 150.0
  /// Lower where many crews share a page.
  private var lineHeight: Double { min(34, 440 / Double(max(1, lines.count))) }
  private static let top = 24.0

  /// The picture, as wide as told and as high as it needs.
  public func drawing(width: Double, _ language: Language) -> Drawing {
    var drawing = Drawing(width: width, height: Self.top + Double(lines.count) * lineHeight + 18)
    let perMinute = (width - Self.nameWidth - 14) / Double(end - start)
    let x = { (minute: Int) in Self.nameWidth + Double(min(max(minute, start), end) - start) * perMinute }
    paintHours(on: &drawing, every: [60, 120, 240, 360, 720].first { Double($0) * perMinute >= 36 } ?? 1440, x)
    for (rank, line) in lines.enumerated() {
      paint(line, top: Self.top + Double(rank) * lineHeight, on: &drawing, x)
    }
    paintLegend(on: &drawing, language)
    return drawing
  }

  private func paintHours(on drawing: inout Drawing, every: Int, _ x: (Int) -> Double) {
    let bottom = Self.top + Double(lines.count) * lineHeight
    for minute in stride(from: (start + every - 1) / every * every, through: end, by: every) {
      drawing.add(.line([Spot(x(minute), Self.top - 4), Spot(x(minute), bottom)], Pen(0x9aa0a6, 0.5)))
      let hour = minute / 60 % 24
      drawing.add(
        .text(
          DrawnText("\(hour < 10 ? "0" : "")\(hour):00", Spot(x(minute), Self.top - 8), size: 8, anchor: .middle)))
    }
  }

  private func paint(_ line: Line, top: Double, on drawing: inout Drawing, _ x: (Int) -> Double) {
    let names = TextWrap.lines(line.name, width: Self.nameWidth - 8, size: 8, isBold: true)
    let size = min(8, lineHeight / 1.3 / Double(names.count))
    let broken = TextWrap.lines(line.name, width: Self.nameWidth - 8, size: size, isBold: true)
    for (rank, name) in broken.enumerated() {
      drawing.add(.text(DrawnText(name, Spot(0, top + 9 + Double(rank) * size * 1.2), size: size, isBold: true)))
    }
    let reserve = Frame(x: x(line.wayBackBy), y: top, width: x(end) - x(line.wayBackBy), height: lineHeight * 0.75)
    drawing.add(.box(reserve, fill: 0xebebeb, pen: Pen(0x6b6b6b, 0.6, .dotted)))
    for bar in line.bars { paint(bar, top: top + lineHeight / 8, on: &drawing, x) }
    if let minute = line.goNoGo {
      let spot = Spot(x(minute), top)
      drawing.add(.line([spot, Spot(spot.x, top + lineHeight * 0.8)], Pen(0xb3261e, 1.8)))
      drawing.add(.area([spot, Spot(spot.x - 4, top - 6), Spot(spot.x + 4, top - 6)], fill: 0xb3261e))
    }
  }

  private func paint(_ bar: Bar, top: Double, on drawing: inout Drawing, _ x: (Int) -> Double) {
    let frame = Frame(x: x(bar.start), y: top, width: x(bar.start + bar.minutes) - x(bar.start), height: lineHeight / 2)
    guard frame.width > 0 else { return }
    switch bar.kind {
    case .tube: drawing.add(.box(frame, fill: 0xffffff, pen: Pen(0, 1)))
    case .setup, .close: drawing.add(.box(frame, fill: 0xbdbdbd, pen: Pen(0, 0.6)))
    }
    let text = DrawnText(
      bar.label, Spot(frame.x + frame.width / 2, top + lineHeight / 4 + 2.6), size: min(7, lineHeight / 2.4),
      anchor: .middle)
    if text.width < frame.width - 2 { drawing.add(.text(text)) }
  }

  private func paintLegend(on drawing: inout Drawing, _ language: Language) {
    let y = drawing.height - 4
    var x = Self.nameWidth
    let samples: [(UInt32, Word)] = [(0xbdbdbd, .setupAndClosing), (0xffffff, .tubeWork), (0xebebeb, .reserveTime)]
    for (fill, word) in samples {
      drawing.add(.box(Frame(x: x, y: y - 7, width: 14, height: 8), fill: fill, pen: Pen(0x6b6b6b, 0.8)))
      let text = DrawnText(word.text(language), Spot(x + 18, y), size: 7.5)
      drawing.add(.text(text))
      x += 18 + text.width + 16
    }
    drawing.add(.line([Spot(x + 4, y - 8), Spot(x + 4, y + 2)], Pen(0xb3261e, 1.8)))
    drawing.add(.text(DrawnText(Word.goNoGo.text(language), Spot(x + 10, y), size: 7.5)))
  }
}
