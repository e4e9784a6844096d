import FibreModel

/// Title, remarks and legend above a closure drawing.
extension ClosureCanvas {
  mutating func paintHeader() {
    let (left, right) = (ClosureGrid.margin, ClosureGrid.width - ClosureGrid.margin)
    let badge = badge
    let badgeWidth = badge.isEmpty ? 0 : FontWidths.width(of: badge, size: 13, isBold: true) + 14
    if !badge.isEmpty {
      drawing.add(
        .box(
          Frame(x: right - badgeWidth, y: 28, width: badgeWidth, height: 20), fill: state == .after ? 0x1a1a1a : nil,
          pen: Pen(0x1a1a1a, 1.2)))
      drawing.add(
        .text(
          DrawnText(
            badge, Spot(right - badgeWidth / 2, 42.8), size: 13, isBold: true, anchor: .middle,
            colour: state == .after ? 0xffffff : 0)))
    }
    let title = "\(Word.closureTitle.text(closure.language)) \(closure.contents.label)"
    // A long name is set smaller rather than cut.
    let room = right - left - badgeWidth - 12
    let size = min(15, 15 * room / FontWidths.width(of: title, size: 15, isBold: true))
    drawing.add(.text(DrawnText(title, Spot(left, 42), size: size, isBold: true)))
    paintRemarks(width: right - left)
    paintLegend(y: 82)
  }

  /// On two lines at most, in smaller print where names are long.
  private mutating func paintRemarks(width: Double) {
    var size = 7.0
    var lines = TextWrap.lines(remarks, width: width, size: size)
    while lines.count > 2, size > 2 {
      size -= 0.5
      lines = TextWrap.lines(remarks, width: width, size: size)
    }
    for (line, text) in lines.enumerated() {
      let spot = Spot(ClosureGrid.margin, 57 + 8.6 * Double(line))
      drawing.add(.text(DrawnText(text, spot, size: size, colour: 0x404040)))
    }
  }

  private var badge: String {
    switch state {
    case .asIs: ""
    case .before: "\(Word.before.text(closure.language).uppercased()) · \(night)"
    case .after: "\(Word.after.text(closure.language).uppercased()) · \(night)"
    case .unchanged: "\(Word.unchanged.text(closure.language).uppercased()) · \(night)"
    }
  }

  private var night: String { "\(Word.night.text(closure.language)) \(closure.contents.night ?? 0)" }

  /// Revision, place, trays and what lies in them before the work, and which of the drawing's pages this is.
  private var remarks: String {
    let (contents, language) = (closure.contents, closure.language)
    let capacity = contents.trayCapacity.map { " / \($0)" } ?? ""
    let parts = [
      "\(Word.drawing.text(language)) \(page + 1) / \(closure.pages.count)",
      "\(Word.revision.text(language)) \(contents.revision)", contents.place,
      state == .after ? "" : "\(Word.traysUsed.text(language)) \(contents.traysUsed)\(capacity)",
      state == .after ? "" : jointCounts,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private var jointCounts: String {
    let told: [(JointKind, Word)] = [
      (.splice, .splicedFibres), (.passage, .passingFibres), (.parked, .parkedFibres), (.splitter, .splitterLegs),
    ]
    return told.compactMap { kind, word in
      closure.contents.jointCounts[kind].map {
        "\(Figures.whole($0, closure.language)) \(word.text(closure.language))"
      }
    }.joined(separator: ", ")
  }

  // MARK: Legend

  private mutating func paintLegend(y: Double) {
    var x = ClosureGrid.margin
    for (pen, word) in legend {
      drawing.add(.line([Spot(x, y - 2.4), Spot(x + 26, y - 2.4)], pen))
      if pen == ClosurePens.cut { paintCross(Spot(x + 13, y - 2.4)) }
      if pen == ClosurePens.new {
        for end in [x, x + 26] { drawing.add(.disc(Spot(end, y - 2.4), radius: 2, fill: pen.colour, pen: nil)) }
      }
      let text = DrawnText(word.text(closure.language), Spot(x + 31, y), size: 7)
      drawing.add(.text(text))
      x += 31 + text.width + 16
    }
    drawing.add(.disc(Spot(x + 4, y - 2.4), radius: 2.2, fill: nil, pen: Pen(0x6b6b6b, 0.8)))
    let stored = DrawnText(Word.parked.text(closure.language), Spot(x + 11, y), size: 7)
    drawing.add(.text(stored))
    x += 11 + stored.width + 16
    drawing.add(.text(DrawnText("K05·1–8 : \(Word.trayAndSlots.text(closure.language))", Spot(x, y), size: 7)))
  }

  private var legend: [(Pen, Word)] {
    let kept: [(Pen, Word)] = [(ClosurePens.kept, .spliced), (ClosurePens.passage, .passage)]
    switch state {
    case .asIs: return kept + [(ClosurePens.mechanical, .mechanical)]
    case .unchanged: return kept + [(ClosurePens.folded, .splicedTubes)]
    case .before: return kept + [(ClosurePens.folded, .splicedTubes), (ClosurePens.cut, .toCut)]
    case .after: return kept + [(ClosurePens.folded, .splicedTubes), (ClosurePens.new, .newSplice)]
    }
  }

  mutating func paintCross(_ centre: Spot) {
    let pen = Pen(ClosurePens.cut.colour, 1.2)
    drawing.add(.line([Spot(centre.x - 2.4, centre.y - 2.4), Spot(centre.x + 2.4, centre.y + 2.4)], pen))
    drawing.add(.line([Spot(centre.x - 2.4, centre.y + 2.4), Spot(centre.x + 2.4, centre.y - 2.4)], pen))
  }
}
