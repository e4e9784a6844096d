import FibreModel

extension SpliceList {
  /// The work on paper: a line a position, or a run of positions that stay, under a band for each tray.
  func workTable(_ language: Language) -> Report.Table {
    let (printed, partners) = (PrintedLine.fold(lines), partners)
    var bands: [Int: String] = [:]
    for (row, line) in printed.enumerated()
    where row == 0 || printed[row - 1].first.cassette != line.first.cassette
      || printed[row - 1].first.face != line.first.face
    {
      bands[row] = band(of: line.first, language)
    }
    return Report.Table(
      columns: Self.workColumns(language), rows: printed.map { row(of: $0, partners, language) }, bands: bands)
  }

  /// What the night's splices join, by the name of either side.
  private struct Partners {
    /// By kept side: a line that cuts one names it, and where it leads, beside the end that is stored.
    var kept: [String: SpliceLine] = [:]
    /// Tray and slot to which the other sides go.
    var places: [String: String] = [:]
  }

  private var partners: Partners {
    var partners = Partners()
    for line in lines where [.splice, .move].contains(line.action) && line.b != nil {
      if let a = line.a, let slot = line.slot {
        partners.places["\(a.owner):\(a.number)"] = "\(line.cassette) · \(slot)"
      }
      if let b = line.b { partners.kept["\(b.owner):\(b.number)"] = line }
    }
    return partners
  }

  private func band(of line: SpliceLine, _ language: Language) -> String {
    let face = line.face.isEmpty ? "" : " · \(SpliceColumn.face.label(language)) \(line.face)"
    return "\(PackageTerm.tray.label(language)) \(line.cassette)\(face)"
  }

  private static func workColumns(_ language: Language) -> [Report.Column] {
    func column(_ title: String, _ width: Double) -> Report.Column { Report.Column(title: title, width: width) }
    func term(_ term: PackageTerm, _ width: Double) -> Report.Column { column(term.label(language), width) }
    func side(_ columns: [SpliceColumn]) -> [Report.Column] {
      zip(columns, [57, 52, 59]).map { column($0.label(language), $1) }
    }
    return [term(.position, 27), column(SpliceColumn.action.label(language), 60)]
      + side([.cableA, .tubeA, .fibreA]) + side([.cableB, .tubeB, .fibreB])
      + [
        term(.farEndA, 68), term(.farEndB, 68), term(.service, 96), term(.before, 50), term(.expected, 34),
        term(.done, 24), term(.measured, 38), term(.remark, 50),
      ]
  }

  private func row(
    of printed: PrintedLine, _ partners: Partners, _ language: Language
  ) -> [Report.Cell] {
    let line = printed.first
    let isWork = line.action != .leave
    let parted = line.action == .cut && line.b == nil ? partners.kept[line.before] : nil
    let slots = printed.lines.compactMap(\.slot)
    return [
      Report.Cell(slots.isEmpty ? "–" : PrintedLine.ranges(slots), isStrong: isWork),
      Report.Cell(actionText(printed, partners, language), isStrong: isWork),
    ] + side(printed.lines.map(\.a), isWork, language)
      + side(parted.map { [$0.b] } ?? printed.lines.map(\.b), isWork, language) + [
        Report.Cell(PrintedLine.ranges(printed.lines.map(\.farEndA))),
        Report.Cell(parted?.farEndB ?? PrintedLine.ranges(printed.lines.map(\.farEndB))),
        Report.Cell(serviceText(printed.lines, language), isStrong: isWork),
        Report.Cell(parted == nil ? line.before : ""), Report.Cell(lossText(line, language)),
        isWork ? .box : Report.Cell(""), Report.Cell(""), Report.Cell(""),
      ]
  }

  /// `SOUDER`, `LAISSER passage, 6 en service`.
  private func actionText(_ printed: PrintedLine, _ partners: Partners, _ language: Language) -> String {
    let (line, action) = (printed.first, printed.first.action)
    guard action == .leave else {
      var parts = ["\(action.symbol) \(action.label(language))"]
      if action == .cut, line.joint == .joint(.parked) { parts.append(PackageTerm.andPark.label(language)) }
      if action == .move, line.b == nil, let a = line.a, let place = partners.places["\(a.owner):\(a.number)"] {
        parts.append("\(PackageTerm.movedTo.label(language)) \(place)")
      }
      return parts.joined(separator: " ")
    }
    let states = SlotState.allCases.compactMap { state -> String? in
      let count = printed.lines.count { $0.state == state }
      return count == 0
        ? nil : printed.lines.count == 1 ? state.label(language) : "\(count) \(state.label(language, count: count))"
    }
    let parts = [printed.first.joint?.label(language) ?? ""] + states
    return "\(action.label(language)) \(parts.filter { !$0.isEmpty }.joined(separator: ", "))"
  }

  private func lossText(_ line: SpliceLine, _ language: Language) -> String {
    guard let expected = line.expectedLoss else { return "" }
    let limit = line.limit.map { " / \($0.decibelsText(language))" } ?? ""
    return expected.decibelsText(language) + limit
  }

  /// Services with their class, and the legs that protect them.
  private func serviceText(_ lines: [SpliceLine], _ language: Language) -> String {
    var seen: Set<String> = []
    return lines.filter { !$0.service.isEmpty && seen.insert($0.service).inserted }.map { line in
      let grade = line.serviceClass.map { " \($0.label(language))" } ?? ""
      return line.service + grade + (line.protects.isEmpty ? "" : " (⇄ \(line.protects))")
    }.joined(separator: ", ")
  }

  /// Cable with its capacity, tube and fibres with their colours by name; painted where something is done.
  private func side(_ ends: [SpliceEnd?], _ isPainted: Bool, _ language: Language) -> [Report.Cell] {
    guard let end = ends.first ?? nil else { return [Report.Cell(""), Report.Cell(""), Report.Cell("")] }
    guard let glass = end.glass else {
      return [Report.Cell(end.owner), Report.Cell(""), Report.Cell(String(end.number))]
    }
    return [
      Report.Cell("\(end.owner) (\(glass.capacity))"),
      Report.Cell(
        "T\(glass.tube) \(glass.tubeMark.label(language))", paint: isPainted ? glass.tubeMark.colour.paint : nil),
      fibreCell(ends.compactMap { $0 }, isPainted, language),
    ]
  }

  private func fibreCell(_ ends: [SpliceEnd], _ isPainted: Bool, _ language: Language) -> Report.Cell {
    let marks = ends.compactMap { end in
      end.glass.map { "\($0.rankInTube) \($0.fibreMark.label(language))" }
    }
    guard ends.count > 1, let first = marks.first, let last = marks.last else {
      return Report.Cell(
        "F\(ends.first?.number ?? 0) · \(marks.first ?? "")",
        paint: isPainted ? ends.first?.glass?.fibreMark.colour.paint : nil)
    }
    return Report.Cell("F\(ends[0].number)–F\(ends[ends.count - 1].number) · \(first) → \(last)")
  }
}

extension SpliceAction {
  /// A sign beside the word, so that rows are told apart at a glance and without colour.
  var symbol: String {
    switch self {
    case .cut: "×"
    case .splice: "●"
    case .move: "→"
    case .leave: "–"
    case .park: "○"
    case .patch: "+"
    case .unpatch: "×"
    }
  }
}
