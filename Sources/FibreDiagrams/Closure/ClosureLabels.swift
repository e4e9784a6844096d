import FibreModel

/// The texts of a closure drawing.
extension ClosureRows {
  /// Name, size and direction of a cable, broken to the width of its head; the name's lines come first.
  func headLines(of leg: Int, _ language: Language) -> [(text: String, isBold: Bool)] {
    let (cable, width) = (fates.legs[leg], ClosureGrid.head.right - ClosureGrid.head.left - 6)
    let code = TextWrap.lines(cable.section.code.rawValue, width: width, size: 7, isBold: true)
    let capacity = cable.section.statedCapacity ?? cable.section.fibreCount
    let size = "\(capacity) FO · \(cable.section.tubeCount) × \(cable.section.modulo)"
    let rest = [size, cable.far.isEmpty ? "" : "→ \(cable.far)"].filter { !$0.isEmpty }
      .flatMap { TextWrap.lines($0, width: width, size: ClosureGrid.textSize) }
    return code.map { ($0, true) } + rest.map { ($0, false) }
  }

  /// `T13 rouge` and `1 bague`; `T13–T24` for tubes drawn on one line.
  func tubeText(of unit: ClosureUnit, _ language: Language) -> (name: String, rings: String) {
    let first = Figures.rank("T", unit.tubes.lowerBound)
    guard unit.tubes.count == 1 else { return ("\(first)–\(Figures.rank("T", unit.tubes.upperBound))", "") }
    let mark = fates.legs[unit.leg].section.tubeMark(unit.tubes.lowerBound)
    return ("\(first) \(ColourNames.name(mark.colour, language))", ColourNames.rings(mark.rings, language))
  }

  /// `F145·1 rouge`, or `F145–F156` for a run.
  func fibreText(of row: Int, _ language: Language) -> String {
    let (leg, numbers) = (rows[row].leg, rows[row].numbers)
    guard numbers.count == 1 else { return "F\(numbers.lowerBound)–F\(numbers.upperBound)" }
    let section = fates.legs[leg].section
    let number = numbers.lowerBound
    return "F\(number)·\(section.rankInTube(ofFibre: number)) \(ColourNames.text(section.fibreMark(number), language))"
  }

  /// What becomes of a row: tray and slots, the partner's numbers.
  func label(of row: Int, _ state: ClosureState, _ language: Language) -> String {
    let (leg, numbers) = (rows[row].leg, rows[row].numbers)
    let found = numbers.map { (state == .after ? fates.after : fates.before)[leg][$0 - 1] }
    if rows[row].isFolded { return foldedLabel(found, language) }
    switch found[0] {
    case .free: return (found.count > 1 ? Word.noJoint : .freeFibre).text(language)
    case .parked(let tray, _):
      let slots = found.compactMap { if case .parked(_, let slot) = $0 { slot } else { nil } }
      return "\(Self.place(tray, slots)) \(Word.parked.text(language))".trimmingBlanks
    case .joined(let meetings): return label(meetings, found, isReversed: rows[row].isReversed, language)
    }
  }

  private func label(
    _ meetings: [FibreMeeting], _ found: [FibreFate], isReversed: Bool, _ language: Language
  ) -> String {
    let all = found.flatMap(\.meetings)
    let slots = all.compactMap(\.slot)
    var parts: [String] = []
    if meetings[0].kind == .passage {
      parts.append(Word.passage.text(language))
    } else {
      parts.append(Self.place(meetings[0].tray, slots))
      if meetings[0].kind == .splitter { parts.append(Word.splitter.text(language)) }
    }
    parts.append("↔ F\(Figures.ranges(all.map(\.partner.number)))")
    if meetings[0].technique == .mechanical { parts.append(Word.mechanicalShort.text(language)) }
    if isReversed { parts.append(Word.reversed.text(language)) }
    if all.contains(where: \.isDisputed) { parts.append(Word.disputed.text(language)) }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What whole tubes do: `passage ↔ T05–T08`, `28 ép., 20 en attente ↔ T01–T04`.
  private func foldedLabel(_ found: [FibreFate], _ language: Language) -> String {
    let meetings = found.flatMap(\.meetings)
    let parked = found.count { if case .parked = $0 { true } else { false } }
    let free = found.count - meetings.count - parked
    var parts: [String] = []
    if let kind = meetings.first?.kind {
      parts.append(
        kind == .passage
          ? Word.passage.text(language) : "\(meetings.count) \(Word.splicesShort.text(language))")
    }
    if parked > 0 { parts.append("\(parked) \(Word.parked.text(language))") }
    if free > 0 { parts.append("\(free) \(Word.noJoint.text(language))") }
    let tubes = meetings.map { fates.tube(of: $0.partner) }
    guard let low = tubes.min(), let high = tubes.max() else { return parts.joined(separator: ", ") }
    let range = low == high ? Figures.rank("T", low) : "\(Figures.rank("T", low))–\(Figures.rank("T", high))"
    return "\(parts.joined(separator: ", ")) ↔ \(range)"
  }

  /// `K05·1–8`.
  private static func place(_ tray: String, _ slots: [Int]) -> String {
    slots.isEmpty ? tray : "\(tray)·\(Figures.ranges(slots))"
  }
}

extension String {
  fileprivate var trimmingBlanks: String { String(drop { $0 == " " }) }
}
