import FibreDiagrams

/// Large print in one column, from top to bottom, at a scale.
struct CoverFlow {
  private let width: Double
  private let scale: Double
  private var marks: [DrawingMark] = []
  private var y = 0.0

  init(width: Double, scale: Double) {
    self.width = width
    self.scale = scale
  }

  func finished() -> Drawing {
    var drawing = Drawing(width: width, height: y)
    for mark in marks { drawing.add(mark) }
    return drawing
  }

  mutating func space(_ height: Double) { y += height * scale }

  /// Text broken to the width; nothing for an empty one.
  mutating func text(_ text: String, size: Double, isBold: Bool = false) {
    guard !text.isEmpty else { return }
    let size = size * scale
    for line in TextWrap.lines(text, width: width, size: size, isBold: isBold) {
      marks.append(.text(DrawnText(line, Spot(0, y + size * 0.95), size: size, isBold: isBold)))
      y += size * 1.24
    }
  }

  /// Times in frames side by side, to be read from arm's length.
  mutating func boxes(_ boxes: [(label: String, value: String, hint: String)]) {
    let gap = 6.0
    let side = (width - gap * Double(boxes.count - 1)) / Double(boxes.count)
    let hintSize = 8.5 * scale
    let hints = boxes.map { TextWrap.lines($0.hint, width: side - 10, size: hintSize) }
    let height = 52 * scale + Double(hints.map(\.count).max() ?? 1) * hintSize * 1.2 + 4
    for (rank, box) in boxes.enumerated() {
      let frame = Frame(x: Double(rank) * (side + gap), y: y, width: side, height: height)
      marks.append(.box(frame, fill: nil, pen: Pen(0, rank == 1 || rank == 2 ? 2.4 : 1)))
      let label = fitted(box.label, size: 11 * scale, width: side - 10)
      marks.append(.text(DrawnText(box.label, Spot(frame.x + 5, y + 14 * scale), size: label, isBold: true)))
      let value = fitted(box.value, size: 31 * scale, width: side - 10)
      marks.append(.text(DrawnText(box.value, Spot(frame.x + 5, y + 44 * scale), size: value, isBold: true)))
      for (line, hint) in hints[rank].enumerated() {
        let base = y + 52 * scale + (Double(line) + 0.8) * hintSize * 1.2
        marks.append(.text(DrawnText(hint, Spot(frame.x + 5, base), size: hintSize)))
      }
    }
    y += height
  }

  /// Labels with a line behind them, to be filled in by hand.
  mutating func blanks(_ labels: [String]) {
    let gap = 12.0
    let side = (width - gap * Double(labels.count - 1)) / Double(labels.count)
    let size = 12 * scale
    for (rank, label) in labels.enumerated() {
      let text = DrawnText(label, Spot(Double(rank) * (side + gap), y + size * 1.4), size: size)
      marks.append(.text(text))
      marks.append(
        .line(
          [Spot(text.spot.x + text.width + 5, text.spot.y + 2), Spot(text.spot.x + side, text.spot.y + 2)], Pen(0, 0.8))
      )
    }
    y += size * 1.4 + 5
  }

  private func fitted(_ text: String, size: Double, width: Double) -> Double {
    min(size, size * width / max(1, FontWidths.width(of: text, size: size, isBold: true)))
  }
}
