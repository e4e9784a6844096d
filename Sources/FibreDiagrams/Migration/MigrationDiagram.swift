public import FibreModel
public import FibrePlanning

/// What a migration plan does to the network: the old room left, the new room right, between them each closure with what is
/// cut, what is new and what is kept; each of the three has a colour, a line style and a word of its own.
public struct MigrationDiagram {
  private let plan: MigrationPlan
  private let network: Network
  private let language: Language
  private let summary: MigrationSummary

  /// Sums up a plan that was made for this network.
  public init(_ plan: MigrationPlan, on network: Network, _ language: Language) {
    self.plan = plan
    self.network = network
    self.language = language
    summary = MigrationSummary(plan, network)
  }

  /// The drawing as a DOT file.
  public var dot: String {
    var dot = DOTGraph("migration \(plan.from) \(plan.to)", directed: true)
    Style.begin(
      &dot, header: header,
      ["layout": "dot", "rankdir": "LR", "splines": "line", "ranksep": "1.8", "nodesep": "0.18", "size": "10.7,15.5"])
    dot.setNodes(["shape": "plain"])
    dot.setEdges(["dir": "none"])
    addRooms(to: &dot)
    let closures = summary.closures
    dot.group("closures") { group in
      group.set(["rank": "same"])
      for closure in closures {
        group.node(closure.closure, ["label": .html(table(of: closure))])
        group.node("kept \(closure.closure)", ["label": .html(keptTable(of: closure))])
      }
      for closure in closures {
        group.edge(
          closure.closure, "kept \(closure.closure)", ["color": .text(Style.kept), "penwidth": 2])
      }
      for (upper, lower) in zip(closures, closures.dropFirst()) {
        group.edge("kept \(upper.closure)", lower.closure, ["style": "invis"])
      }
    }
    for closure in closures { addLines(of: closure, to: &dot) }
    return dot.text
  }

  private func addRooms(to dot: inout DOTGraph) {
    for (name, code, word, colour) in [
      ("old room", plan.from, Word.before, Style.cut), ("new room", plan.to, Word.after, Style.new),
    ] {
      let label = network.sites[code]?.label ?? code.rawValue
      let text =
        Markup.font(Markup.text(word.text(language)), colour: Style.quiet, size: 10) + "<BR/>"
        + Markup.font(Markup.bold(label), size: 14)
      dot.node(
        name,
        [
          "color": .text(colour), "fillcolor": .text(Style.shade), "label": .html(text), "margin": "0.2,0.3",
          "penwidth": 2, "shape": "box", "style": name == "old room" ? "filled,dashed" : "filled,bold",
        ])
    }
  }

  private func addLines(of closure: ClosureSummary, to dot: inout DOTGraph) {
    for (offset, _) in closure.cut.enumerated() {
      dot.edge(
        "old room", port: "e", closure.closure, port: "c\(offset):w",
        ["color": .text(Style.cut), "penwidth": "1.3", "style": "dashed"])
    }
    for (offset, _) in closure.new.enumerated() {
      dot.edge(
        closure.closure, port: "n\(offset):e", "new room", port: "w",
        ["color": .text(Style.new), "penwidth": 3])
    }
  }

  // MARK: Tables

  private func table(of closure: ClosureSummary) -> String {
    let figures = [
      "\((closure.nights.count == 1 ? Word.night : Word.nights).text(language)) \(Figures.ranges(closure.nights))",
      "\(Counted.visit.text(closure.visitCount, language)), \(Counted.splice.text(closure.spliceCount, language)), "
        + Counted.service.text(closure.services.count, language),
    ]
    let name =
      Markup.font(Markup.bold(closure.closure), size: 12)
      + figures.map { "<BR/>" + Markup.font(Markup.text($0), size: 9) }.joined()
    let rowCount = max(closure.cut.count, closure.new.count, 1)
    let middle = Markup.cell(name, ["BGCOLOR": Style.shade, "ROWSPAN": String(rowCount), "WIDTH": "220"])
    let rows = (0..<rowCount).map { row in
      Markup.row([
        cell(row, of: closure.cut, rowCount, mark: "× ", colour: Style.cut, port: "c"), row == 0 ? middle : "",
        cell(row, of: closure.new, rowCount, mark: "+ ", colour: Style.new, port: "n"),
      ])
    }
    return Markup.table(rows, Self.frame)
  }

  /// The cell of a row; the last one takes the rows that are left.
  private func cell(
    _ row: Int, of works: [SectionWork], _ rowCount: Int, mark: String, colour: String, port: String
  ) -> String {
    guard row < works.count else {
      return works.isEmpty && row == 0 ? Markup.cell("", ["ROWSPAN": String(rowCount), "WIDTH": "150"]) : ""
    }
    let name = Markup.font(Markup.bold(mark + network.sections[works[row].section].code.rawValue), colour: colour)
    let rows = row == works.count - 1 ? rowCount - row : 1
    return Markup.cell(
      name + "<BR/>" + Markup.font(Markup.text(counts(of: works[row])), size: 9),
      ["PORT": "\(port)\(row)", "ROWSPAN": String(rows), "WIDTH": "150"])
  }

  private func counts(of work: SectionWork) -> String {
    "\(Counted.tube.text(work.tubes.count, language)), \(Counted.fibre.text(work.fibres.count, language))"
  }

  private func keptTable(of closure: ClosureSummary) -> String {
    let node = network.box(named: closure.closure).flatMap { network.boxes[$0].node }
    let rows = closure.kept.map { work in
      let section = network.sections[work.section]
      let far = (section.nodeA == node ? section.nodeB : section.nodeA).map { network.placeName(of: $0) } ?? "?"
      let text = "\(Word.kept.text(language))\(language.colon)\(section.code) → \(far) · \(counts(of: work))"
      return Markup.row([
        Markup.cell(Markup.font(Markup.text(text), colour: Style.kept, size: 9), ["ALIGN": "LEFT"])
      ])
    }
    return Markup.table(rows, Self.frame)
  }

  private static let frame = [
    "BORDER": "0", "CELLBORDER": "1", "CELLPADDING": "4", "CELLSPACING": "0", "COLOR": Style.frame,
  ]

  // MARK: Title and legend

  private var header: String {
    let from = network.sites[plan.from]?.label ?? plan.from.rawValue
    let to = network.sites[plan.to]?.label ?? plan.to.rawValue
    let dates = [plan.nights.first?.date, plan.nights.last?.date].compactMap { $0?.description }
    let remarks = [
      "\(Word.revision.text(language)) \(plan.revision) · \(Counted.night.text(plan.nights.count, language))"
        + (dates.isEmpty ? "" : " · \(dates.joined(separator: " → "))"),
      "\(Counted.service.text(plan.services.count, language)) \(Word.moved.text(language)), "
        + "\(Figures.whole(plan.notMoved.count, language)) \(Word.notMoved.text(language)) · "
        + Counted.splice.text(summary.closures.reduce(0) { $0 + $1.spliceCount }, language),
      "\(Counted.cord.text(summary.unpatchCount, language)) \(Word.unpatched.text(language)), "
        + "\(Figures.whole(summary.patchCount, language)) \(Word.patched.text(language))",
    ]
    return Style.header(
      "\(Word.migration.text(language)) \(from) → \(to)", remarks,
      legend: [
        ("╌╌ ×", Style.cut, Word.cut.text(language)), ("━━ +", Style.new, Word.new.text(language)),
        ("──", Style.kept, Word.kept.text(language)),
      ])
  }
}
