import FibreModel

/// The middle of a closure drawing: what is joined to what.
extension ClosureCanvas {
  private struct Tie: Hashable {
    let low: Int
    let high: Int
    let kind: JointKind
    let isMechanical: Bool
    let isChanged: Bool
  }

  /// Kept joints first, so that cut and new ones lie over them.
  mutating func paintJoints() {
    var ties: Set<Tie> = []
    var elsewhere: [(row: Int, partner: FibreSpot)] = []
    for row in places.keys.sorted() {
      let line = rows.rows[row]
      for number in line.numbers {
        let fates = state == .after ? rows.fates.after : rows.fates.before
        let fate = fates[line.leg][number - 1]
        if case .parked = fate, number == line.numbers.lowerBound { paintStored(row) }
        for meeting in fate.meetings {
          let partner = rows.rowOf[meeting.partner.leg][meeting.partner.number - 1]
          if places[partner] == nil {
            if elsewhere.last?.row != row { elsewhere.append((row, meeting.partner)) }
          } else {
            ties.insert(
              Tie(
                low: min(row, partner), high: max(row, partner), kind: meeting.kind,
                isMechanical: meeting.technique == .mechanical,
                isChanged: line.isChanged || rows.rows[partner].isChanged))
          }
        }
      }
    }
    let ordered = ties.sorted { ($0.isChanged ? 1 : 0, $0.low, $0.high) < ($1.isChanged ? 1 : 0, $1.low, $1.high) }
    for tie in ordered { paint(tie) }
    for (row, partner) in elsewhere { paintReference(row, partner) }
  }

  private mutating func paint(_ tie: Tie) {
    guard let a = places[tie.low], let b = places[tie.high] else { return }
    let (from, to) = (Spot(x(ClosureGrid.edge, a.isLeft), a.y), Spot(x(ClosureGrid.edge, b.isLeft), b.y))
    // Cables on one side are joined by a bow towards the middle.
    let reach = a.isLeft == b.isLeft ? 60.0 : ClosureGrid.width / 2 - ClosureGrid.edge
    let lean = { (isLeft: Bool) in isLeft ? reach : -reach }
    let pen = pen(of: tie)
    drawing.add(
      .curve(from, Spot(from.x + lean(a.isLeft), from.y), Spot(to.x + lean(b.isLeft), to.y), to, pen))
    guard tie.isChanged else { return }
    for (spot, isLeft) in [(from, a.isLeft), (to, b.isLeft)] { paintMark(at: spot, isLeft: isLeft) }
  }

  private func pen(of tie: Tie) -> Pen {
    if tie.isChanged { return state == .after ? ClosurePens.new : ClosurePens.cut }
    if tie.kind == .passage { return ClosurePens.passage }
    if rows.rows[tie.low].isFolded { return ClosurePens.folded }
    return tie.isMechanical ? ClosurePens.mechanical : ClosurePens.kept
  }

  /// A cross where a joint is cut, a dot where one is made; they tell without colour.
  private mutating func paintMark(at spot: Spot, isLeft: Bool) {
    let centre = Spot(spot.x + (isLeft ? 5 : -5), spot.y)
    guard state == .before else {
      return drawing.add(.disc(centre, radius: 2, fill: ClosurePens.new.colour, pen: nil))
    }
    paintCross(centre)
  }

  /// A ring for what lies coiled in a tray.
  private mutating func paintStored(_ row: Int) {
    guard let place = places[row], !rows.rows[row].isFolded else { return }
    let isNew = rows.rows[row].isChanged && state == .after
    drawing.add(
      .disc(
        Spot(x(ClosureGrid.edge + 5, place.isLeft), place.y), radius: 2.2, fill: nil,
        pen: Pen(isNew ? ClosurePens.cut.colour : 0x6b6b6b, isNew ? 1.4 : 0.6)))
  }

  /// Where a partner on another page is found.
  private mutating func paintReference(_ row: Int, _ partner: FibreSpot) {
    guard let place = places[row] else { return }
    let wanted = rows.rowOf[partner.leg][partner.number - 1]
    let other = closure.pages.firstIndex { ($0.left + $0.right).contains { $0.rows.contains(wanted) } } ?? page
    let cable = rows.fates.legs[partner.leg].section.code
    let text = "\(Word.drawing.text(closure.language)) \(other + 1)\(closure.language.colon)\(cable) F\(partner.number)"
    let anchor = x(ClosureGrid.edge + 14, place.isLeft)
    drawing.add(
      .line([Spot(x(ClosureGrid.edge, place.isLeft), place.y), Spot(anchor, place.y)], ClosurePens.kept))
    let room = ClosureGrid.width - 2 * (ClosureGrid.edge + 16)
    let size = min(5.2, 5.2 * room / FontWidths.width(of: text, size: 5.2))
    let drawn = DrawnText(
      text, Spot(x(ClosureGrid.edge + 16, place.isLeft), place.y + 1.8), size: size,
      anchor: place.isLeft ? .start : .end)
    drawing.add(.box(drawn.frame, fill: 0xffffff, pen: nil))
    drawing.add(.text(drawn))
  }
}
