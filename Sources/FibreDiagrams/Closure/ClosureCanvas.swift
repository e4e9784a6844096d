import FibreModel

/// One page of a closure drawing in the making.
struct ClosureCanvas {
  let closure: ClosureDrawing
  let page: Int
  let state: ClosureState
  var drawing = Drawing(width: ClosureGrid.width, height: ClosureGrid.height)
  /// The middle of each row that stands on the page, and whether it is on the left.
  private(set) var places: [Int: (y: Double, isLeft: Bool)] = [:]
  var rows: ClosureRows { closure.rows }

  init(_ closure: ClosureDrawing, page: Int, _ state: ClosureState) {
    self.closure = closure
    self.page = page
    self.state = state
  }

  /// The page with everything on it.
  func painted() -> Drawing {
    var canvas = self
    canvas.paintHeader()
    let content = closure.pages[page]
    for (units, isLeft) in [(content.left, true), (content.right, false)] { canvas.note(units, isLeft: isLeft) }
    canvas.paintJoints()
    for (units, isLeft) in [(content.left, true), (content.right, false)] { canvas.paint(units, isLeft: isLeft) }
    return canvas.drawing
  }

  /// Mirrors what stands on the left when the right side is painted.
  func x(_ left: Double, _ isLeft: Bool) -> Double { isLeft ? left : ClosureGrid.width - left }

  /// The left edge of a column.
  private func start(_ column: (left: Double, right: Double), _ isLeft: Bool) -> Double {
    isLeft ? column.left : ClosureGrid.width - column.right
  }

  // MARK: Cables, tubes, fibres

  private mutating func note(_ units: [ClosureUnit], isLeft: Bool) {
    eachUnit(units) { canvas, unit, top in
      var y = top
      for row in unit.rows {
        let height = canvas.closure.measures.height(ofRow: row)
        canvas.places[row] = (y + height / 2, isLeft)
        y += height
      }
    }
  }

  /// Calls for every unit with the top at which it stands.
  private mutating func eachUnit(_ units: [ClosureUnit], _ body: (inout Self, ClosureUnit, Double) -> Void) {
    var y = ClosureGrid.top
    for leg in ClosureGrid.legs(of: units) {
      var top = y
      for unit in leg {
        body(&self, unit, top)
        top += closure.measures.height(of: unit) + ClosureGrid.unitGap
      }
      y += closure.measures.height(ofLeg: leg) + ClosureGrid.legGap
    }
  }

  private mutating func paint(_ units: [ClosureUnit], isLeft: Bool) {
    eachUnit(units) { $0.paint($1, top: $2, isLeft: isLeft) }
    var y = ClosureGrid.top
    for leg in ClosureGrid.legs(of: units) {
      paintHead(leg, top: y, isLeft: isLeft)
      y += closure.measures.height(ofLeg: leg) + ClosureGrid.legGap
    }
  }

  private mutating func paintHead(_ units: [ClosureUnit], top: Double, isLeft: Bool) {
    guard let leg = units.first?.leg else { return }
    let height = closure.measures.height(ofHead: leg)
    let whole = closure.measures.height(ofLeg: units)
    let frame = Frame(
      x: start(ClosureGrid.head, isLeft), y: top + (whole - height) / 2,
      width: ClosureGrid.head.right - ClosureGrid.head.left, height: height)
    var y = top
    for unit in units {
      let middle = y + closure.measures.height(of: unit) / 2
      let (from, to) = (x(ClosureGrid.head.right, isLeft), x(ClosureGrid.tube.left, isLeft))
      drawing.add(
        .curve(
          Spot(from, frame.y + height / 2), Spot((from + to) / 2, frame.y + height / 2),
          Spot((from + to) / 2, middle), Spot(to, middle), Pen(0x6b6b6b, unit.tubes.count > 1 ? 1.6 : 0.6)))
      y += closure.measures.height(of: unit) + ClosureGrid.unitGap
    }
    drawing.add(.box(frame, fill: 0xffffff, pen: Pen(0x1a1a1a, 1)))
    for (line, text) in rows.headLines(of: leg, closure.language).enumerated() {
      drawing.add(
        .text(
          DrawnText(
            text.text, Spot(frame.x + 3, frame.y + 9 + Double(line) * 8.4),
            size: text.isBold ? 7 : ClosureGrid.textSize,
            isBold: text.isBold)))
    }
  }

  private mutating func paint(_ unit: ClosureUnit, top: Double, isLeft: Bool) {
    let section = rows.fates.legs[unit.leg].section
    let height = closure.measures.height(of: unit)
    let bar = Frame(x: x(ClosureGrid.tube.left, isLeft) - (isLeft ? 0 : 5), y: top, width: 5, height: height)
    let colour = unit.tubes.count == 1 ? Style.ink(of: section.tubeMark(unit.tubes.lowerBound).colour) : 0xd9d9d9
    drawing.add(.box(bar, fill: colour, pen: Pen(0x1a1a1a, 0.5)))
    let left = start(ClosureGrid.tube, isLeft) + (isLeft ? 7 : 0)
    for (line, text) in ClosureGrid.lines(ofTube: rows.tubeText(of: unit, closure.language)).enumerated() {
      drawing.add(
        .text(
          DrawnText(
            text, Spot(left, top + 6.6 + Double(line) * ClosureGrid.line), size: ClosureGrid.textSize,
            isBold: line == 0)))
    }
    var y = top
    for row in unit.rows {
      paint(row, top: y, isLeft: isLeft)
      y += closure.measures.height(ofRow: row)
    }
  }

  private mutating func paint(_ row: Int, top: Double, isLeft: Bool) {
    let line = rows.rows[row]
    let height = closure.measures.height(ofRow: row)
    if line.isChanged {
      let (a, b) = (x(ClosureGrid.fibre.left, isLeft), x(ClosureGrid.edge, isLeft))
      drawing.add(
        .box(Frame(x: min(a, b), y: top, width: abs(b - a), height: height), fill: 0xebebeb, pen: nil))
    }
    let start = start(ClosureGrid.fibre, isLeft)
    if line.numbers.count == 1 {
      let mark = rows.fates.legs[line.leg].section.fibreMark(line.numbers.lowerBound)
      drawing.add(
        .box(
          Frame(x: start, y: top + 1.7, width: 5, height: 5.6), fill: Style.ink(of: mark.colour),
          pen: Pen(0x1a1a1a, 0.5)))
    }
    drawing.add(
      .text(
        DrawnText(
          rows.fibreText(of: row, closure.language), Spot(start + 7, top + 6.8), size: ClosureGrid.textSize,
          isBold: line.isChanged)))
    let label = ClosureGrid.lines(ofLabel: rows.label(of: row, state, closure.language))
    for (number, text) in label.enumerated() {
      drawing.add(
        .text(
          DrawnText(
            text, Spot(self.start(ClosureGrid.label, isLeft), top + 6.8 + Double(number) * ClosureGrid.line),
            size: ClosureGrid.textSize)))
    }
  }
}

/// How joints are drawn; each can be told from the others without colour.
enum ClosurePens {
  static let kept = Pen(0x6b6b6b, 0.6)
  static let mechanical = Pen(0x6b6b6b, 0.6, .dashDot)
  /// Spliced tubes on one line.
  static let folded = Pen(0x6b6b6b, 1.6)
  static let passage = Pen(0xb8bcc2, 4)
  static let cut = Pen(0xb3261e, 1, .dashed)
  static let new = Pen(0x1f5fbf, 1.4)
}
