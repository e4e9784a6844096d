/// A picture with exact positions: marks in points from the top left corner, painted in their order.
///
/// What needs no layout by others is drawn this way: the same value becomes SVG, PDF and PNG.
public struct Drawing: Hashable, Sendable {
  public let width: Double
  public let height: Double
  public private(set) var marks: [DrawingMark] = []

  /// Starts an empty picture of a size in points.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Paints a mark over those before it.
  public mutating func add(_ mark: DrawingMark) { marks.append(mark) }

  /// Paints another picture with its corner at a spot.
  public mutating func add(_ other: Drawing, at corner: Spot) {
    marks += other.marks.map { $0.moved(by: corner) }
  }
}

/// A place in a drawing, in points to the right and down.
public struct Spot: Hashable, Sendable {
  public var x: Double
  public var y: Double

  /// Makes a spot.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  static func + (a: Spot, b: Spot) -> Spot { Spot(a.x + b.x, a.y + b.y) }
}

/// An upright rectangle in a drawing.
public struct Frame: Hashable, Sendable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  /// Makes a rectangle from its top left corner and size.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public var right: Double { x + width }
  public var bottom: Double { y + height }

  /// Whether another lies within it, give or take a hundredth of a point.
  public func contains(_ other: Frame) -> Bool {
    other.x >= x - 0.01 && other.y >= y - 0.01 && other.right <= right + 0.01 && other.bottom <= bottom + 0.01
  }

  /// Whether another covers a part of it that is more than a hundredth of a point wide and high.
  public func overlaps(_ other: Frame) -> Bool {
    other.x < right - 0.01 && x < other.right - 0.01 && other.y < bottom - 0.01 && y < other.bottom - 0.01
  }
}

/// How a line is drawn.
public struct Pen: Hashable, Sendable {
  /// `0xRRGGBB`.
  public var colour: UInt32
  public var width: Double
  public var dash: Dash

  /// How a line is broken.
  public enum Dash: Hashable, Sendable, CaseIterable {
    case solid, dashed, dotted, dashDot

    /// Lengths of strokes and gaps by turns, in widths of the line; empty for a line without gaps.
    public var pattern: [Double] {
      switch self {
      case .solid: []
      case .dashed: [4, 2.5]
      case .dotted: [1, 2]
      case .dashDot: [5, 2, 1, 2]
      }
    }
  }

  /// Makes a pen.
  public init(_ colour: UInt32, _ width: Double, _ dash: Dash = .solid) {
    self.colour = colour
    self.width = width
    self.dash = dash
  }
}

/// A piece of text on one line.
public struct DrawnText: Hashable, Sendable {
  /// Which part of the text stands at its spot.
  public enum Anchor: Hashable, Sendable { case start, middle, end }

  public var text: String
  /// The anchor on the base line.
  public var spot: Spot
  public var size: Double
  public var isBold: Bool
  public var anchor: Anchor
  /// `0xRRGGBB`.
  public var colour: UInt32

  /// Makes a text.
  public init(
    _ text: String, _ spot: Spot, size: Double, isBold: Bool = false, anchor: Anchor = .start, colour: UInt32 = 0
  ) {
    self.text = text
    self.spot = spot
    self.size = size
    self.isBold = isBold
    self.anchor = anchor
    self.colour = colour
  }

  func moved(by shift: Spot) -> DrawnText {
    DrawnText(text, spot + shift, size: size, isBold: isBold, anchor: anchor, colour: colour)
  }

  /// How wide it runs.
  public var width: Double { FontWidths.width(of: text, size: size, isBold: isBold) }

  /// What it covers, from the top of its capitals with accents to the foot of its longest letters.
  public var frame: Frame {
    let shift: Double =
      switch anchor {
      case .start: 0
      case .middle: width / 2
      case .end: width
      }
    return Frame(x: spot.x - shift, y: spot.y - 0.93 * size, width: width, height: 1.17 * size)
  }
}

/// One thing painted.
public enum DrawingMark: Hashable, Sendable {
  case line([Spot], Pen)
  /// A cubic curve from the first spot to the last, drawn towards the two between.
  case curve(Spot, Spot, Spot, Spot, Pen)
  case box(Frame, fill: UInt32?, pen: Pen?)
  case disc(Spot, radius: Double, fill: UInt32?, pen: Pen?)
  case area([Spot], fill: UInt32)
  case text(DrawnText)

  func moved(by shift: Spot) -> DrawingMark {
    switch self {
    case .line(let spots, let pen): .line(spots.map { $0 + shift }, pen)
    case .curve(let a, let b, let c, let d, let pen): .curve(a + shift, b + shift, c + shift, d + shift, pen)
    case .box(let frame, let fill, let pen):
      .box(
        Frame(x: frame.x + shift.x, y: frame.y + shift.y, width: frame.width, height: frame.height), fill: fill,
        pen: pen)
    case .disc(let spot, let radius, let fill, let pen): .disc(spot + shift, radius: radius, fill: fill, pen: pen)
    case .area(let spots, let fill): .area(spots.map { $0 + shift }, fill: fill)
    case .text(let text): .text(text.moved(by: shift))
    }
  }

  /// What it covers at most; the width of lines is left out.
  public var bounds: Frame {
    switch self {
    case .line(let spots, _), .area(let spots, _): Self.bounds(spots)
    case .curve(let a, let b, let c, let d, _): Self.bounds([a, b, c, d])
    case .box(let frame, _, _): frame
    case .disc(let spot, let radius, _, _):
      Frame(x: spot.x - radius, y: spot.y - radius, width: 2 * radius, height: 2 * radius)
    case .text(let text): text.frame
    }
  }

  private static func bounds(_ spots: [Spot]) -> Frame {
    let (xs, ys) = (spots.map(\.x), spots.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    return Frame(x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
  }
}
