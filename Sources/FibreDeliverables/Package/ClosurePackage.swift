import FibreDiagrams
import FibreModel

/// What a contractor receives for one place and night: a closure's whole package, or the list of cords of a room.
struct ClosurePackage {
  private let list: SpliceList
  private let network: Network
  /// Seconds since 1970 that stand as the date of making.
  private let date: Int
  private let language: Language
  private let mark: RevisionMark

  init(_ list: SpliceList, on network: Network, date: Int, _ language: Language) {
    self.list = list
    self.network = network
    self.date = date
    self.language = language
    mark = RevisionMark(of: list)
  }

  // MARK: Paper

  func pdf() throws(DeliverableError) -> [UInt8] {
    guard list.facts != nil else { return try list.report(language, isPrinted: true, date: date).pdf() }
    let paper = report([]).paper
    let canvas = try PDFCanvas(width: paper.width, height: paper.height, title: report([]).title, date: date)
    return try canvas.bytes(of: pages(on: canvas), paper, footer: footer, language)
  }

  /// Cover, cables and work, drawings before and after, tests, way back, totals, signatures; none for a room.
  func pages(on canvas: PDFCanvas) throws(DeliverableError) -> [[PDFMark]] {
    guard let facts = list.facts, let box = network.box(named: list.place) else { return [] }
    let cover = CoverPage(
      list: list, facts: facts, mark: mark, sketch: PlaceSketch(network, box, language), language: language)
    let work = report(
      [list.cableSection(facts, language), list.beforeAfterSection(language), list.workSection(language)])
    let drawings = ClosureDrawing(facts.contents, language).drawings
    return [[.drawing(try cover.drawing(), x: 0, y: 0)]] + work.pages(on: canvas)
      + drawings.map { [.drawing($0, x: 0, y: 0)] } + report(endSections(facts).map(\.1)).pages(on: canvas)
  }

  /// What follows the drawings, with the names that sheets of a workbook bear.
  private func endSections(_ facts: ClosureFacts) -> [(PackageTerm, Report.Section)] {
    let limit = network.rules.optical.fusionSpliceLimit
    return [
      (.sheetTests, Report.testSection(facts.checks, language)), (.limits, Report.limitSection(limit, language)),
    ] + facts.wayBacks.map { (.sheetWayBack, $0.section(language)) } + [
      (.totals, list.totalsSection(facts, language)), (.signOff, list.signSection(language)),
    ]
  }

  private func otherSheets(_ facts: ClosureFacts) -> [(PackageTerm, Report.Section)] {
    [
      (.cables, list.cableSection(facts, language)), (.sheetBeforeAfter, list.beforeAfterSection(language)),
    ] + endSections(facts)
  }

  private func report(_ sections: [Report.Section]) -> Report {
    Report(
      title: "\(list.title(language)) · \(Term.night.label(language).lowercased()) \(list.night)", facts: [],
      sections: sections, footer: footer, language: language, isLandscape: true, cellSize: 6.4, date: date)
  }

  /// What stands on every page; the mark names the place.
  private var footer: String {
    "\(Term.spliceList.label(language)) · \(Term.night.label(language).lowercased()) \(list.night) · "
      + "\(list.date.text(language)) · \(mark.text)"
  }

  // MARK: Workbook

  /// The positions on the first sheet, every column of the CSV under its heading; then the other parts.
  func workbook() throws(DeliverableError) -> [UInt8] {
    let positions = list.report(language, isPrinted: false, date: date)
    let book = try Workbook(title: positions.title, date: date)
    try positions.write(to: book, sheet: list.place, choices: [SpliceColumn.done.rank: DoneWord.all(language)])
    guard let facts = list.facts else {
      if let way = list.roomWayBack {
        let section = way.section(language)
        var sheet = report([Report.Section(notes: section.notes, table: section.table)])
        sheet.title = section.heading ?? sheet.title
        try sheet.write(to: book, sheet: PackageTerm.sheetWayBack.label(language))
      }
      return try book.bytes()
    }
    for (name, section) in otherSheets(facts) {
      var sheet = report([Report.Section(notes: section.notes, facts: section.facts, table: section.table)])
      sheet.title = section.heading ?? sheet.title
      try sheet.write(to: book, sheet: name.label(language))
    }
    return try book.bytes()
  }
}

/// What may stand in the column "done" of a sheet that comes back.
enum DoneWord: CaseIterable, Worded {
  case done, notDone, otherwise

  var phrase: Phrase {
    switch self {
    case .done: Phrase("fait", "done")
    case .notDone: Phrase("non fait", "not done")
    case .otherwise: Phrase("autrement", "otherwise")
    }
  }

  static func all(_ language: Language) -> [String] { allCases.map { $0.label(language) } }
}
