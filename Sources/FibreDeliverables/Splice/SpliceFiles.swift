public import FibreModel
import FibrePlanning

/// A form in which splice lists are written.
public enum SheetFormat: String, Hashable, Sendable, CaseIterable {
  case csv, xlsx, pdf
}

extension SpliceSheet {
  /// The lists as files, one a place and night for each form asked for: `splices-night-01-BPE-AMI-003.csv`; and a sheet
  /// for each whole night where PDF is among them: `night-01.pdf`.
  ///
  /// - Parameters:
  ///   - place: Only this closure or room; all when nothing.
  ///   - night: Only this night; all when nothing.
  public func deliverables(
    in language: Language, formats: Set<SheetFormat>, place: String? = nil, night: Int? = nil
  ) throws(DeliverableError) -> [Deliverable] {
    let chosen = lists.filter { (place ?? $0.place) == $0.place && (night ?? $0.night) == $0.night }
    let documents = chosen.flatMap { list in
      SheetFormat.allCases.filter(formats.contains).map { (list: list, format: $0) }
    }
    let files = try documents.mapOnAllCores { document throws(DeliverableError) in
      Deliverable(
        name: "\(document.list.fileName).\(document.format)",
        bytes: try bytes(of: document.list, document.format, language))
    }
    guard place == nil, formats.contains(.pdf) else { return files }
    // Nights that were carried out before are no longer in the lists.
    let nights = plan.nights.filter { planned in chosen.contains { $0.night == planned.night } }
    return try files
      + nights.mapOnAllCores { planned throws(DeliverableError) in
        try nightSheet(planned, lists.filter { $0.night == planned.night }, language).deliverable()
      }
  }

  private func nightSheet(_ night: PlanNight, _ lists: [SpliceList], _ language: Language) -> NightSheet {
    NightSheet(
      night: night, lists: lists, moves: plan.services.filter { $0.night == night.night }, network: network,
      revision: plan.revision, date: plan.secondsOfFirstNight, language: language)
  }

  private func bytes(
    of list: SpliceList, _ format: SheetFormat, _ language: Language
  ) throws(DeliverableError) -> [UInt8] {
    let package = ClosurePackage(list, on: network, date: plan.secondsOfFirstNight, language)
    return switch format {
    case .csv: Array(list.csv(language).utf8)
    case .xlsx: try package.workbook()
    case .pdf: try package.pdf()
    }
  }

  /// All lists in one workbook: what is done where and when, then every line.
  public func overview(in language: Language) throws(DeliverableError) -> Deliverable {
    let title = "\(Term.spliceOverview.label(language)) \(plan.from) → \(plan.to)"
    let book = try Workbook(title: title, date: plan.secondsOfFirstNight)
    try report(title, summaryTable(language), language).write(to: book, sheet: Term.spliceOverview.label(language))
    let lines = Report.Table(columns: SpliceList.columns(language), rows: lists.flatMap { $0.rows(language) })
    try report(title, lines, language).write(to: book, sheet: Term.allPositions.label(language))
    return Deliverable(name: "splices-all.xlsx", bytes: try book.bytes())
  }

  private func report(_ title: String, _ table: Report.Table, _ language: Language) -> Report {
    let revision = "\(Term.revision.label(language)) \(plan.revision)"
    return Report(
      title: title, facts: [Report.Fact(label: Term.revision.label(language), value: String(plan.revision))],
      sections: [Report.Section(heading: nil, table: table)], footer: "\(title) · \(revision)", language: language,
      isLandscape: true, date: plan.secondsOfFirstNight)
  }

  /// A line a list, and the totals.
  func summaryTable(_ language: Language) -> Report.Table {
    let actions = SpliceAction.allCases
    let columns =
      [(Term.night, 8.0), (.date, 12), (.closure, 24), (.crewNights, 10), (.minutes, 10)].map {
        Report.Column(title: $0.0.label(language), width: $0.1)
      }
      + actions.map { Report.Column(title: $0.label(language), width: 13, isNumeric: true) }
      + [Term.lines, .servicesTouched].map { Report.Column(title: $0.label(language), width: 13, isNumeric: true) }
    let rows = lists.map { list in
      let crews = list.crews.filter { $0.number > 0 }
      return [
        Report.Cell(list.night), Report.Cell(list.date.text(language)), Report.Cell(list.place),
        Report.Cell(crews.count), Report.Cell(crews.reduce(0) { $0 + $1.minutes }),
      ] + actions.map { Report.Cell(list.count($0)) }
        + [Report.Cell(list.lines.count), Report.Cell(list.servicesTouched.count)]
    }
    let totals = columns.indices.map { column -> Report.Cell in
      switch column {
      case 0: Report.Cell(Term.total.label(language), isStrong: true)
      case 1, 2: Report.Cell("")
      default: Report.Cell(rows.reduce(0) { $0 + Int($1[column].number ?? 0) })
      }
    }
    return Report.Table(columns: columns, rows: rows + [totals])
  }
}

extension SpliceList {
  /// The name of its files without their kind.
  var fileName: String {
    let number = night < 10 ? "0\(night)" : String(night)
    return "\(isRoom ? "patching" : "splices")-night-\(number)-\(Deliverable.fileName(place))"
  }
}
