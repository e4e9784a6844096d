public import FibreModel

/// One closure as splicers draw it: cables left and right, a row for each run of consecutive fibres, a line for each run
/// of joints, uncut tubes as one thick grey line.
public struct ClosureDiagram {
  let network: Network
  let box: Index<Box>
  let language: Language
  private let runs: ClosureRuns
  private let sides: ClosureSides

  /// Follows the fibres of the closure; `box` is one of the network's.
  public init(_ network: Network, _ box: Index<Box>, _ language: Language) {
    self.network = network
    self.box = box
    self.language = language
    runs = ClosureRuns(network, box)
    sides = ClosureSides(runs)
  }

  /// The drawing as a DOT file.
  public var dot: String {
    var dot = DOTGraph("closure \(network.boxes[box].code)", directed: true)
    Style.begin(
      &dot, header: header,
      ["layout": "dot", "rankdir": "LR", "splines": "line", "ranksep": "3.2", "nodesep": "0.25", "size": "11,16"])
    dot.setNodes(["shape": "plain"])
    dot.setEdges(["dir": "none"])
    for (name, legs, isLeft) in [("left", sides.left, true), ("right", sides.right, false)] {
      dot.group(name) { group in
        group.set(["rank": "same"])
        for leg in legs { group.node(self.name(of: leg), ["label": .html(table(of: leg, isLeft: isLeft))]) }
        for (upper, lower) in zip(legs, legs.dropFirst()) {
          group.edge(self.name(of: upper), self.name(of: lower), ["style": "invis"])
        }
      }
    }
    if let left = sides.left.first, let right = sides.right.first {
      dot.edge(name(of: left), name(of: right), ["style": "invis"])
    }
    for run in runs.joints { add(run, to: &dot) }
    return dot.text
  }

  private func add(_ run: JointRun, to dot: inout DOTGraph) {
    let isStraight = sides.left.contains(run.first.leg)
    guard isStraight != sides.left.contains(run.second.leg) else { return }
    let (tail, head) = isStraight ? (run.first, run.second) : (run.second, run.first)
    var attributes = Self.style(of: run)
    if !runs.joints.isEmpty { attributes["weight"] = 2 }
    dot.edge(
      name(of: tail.leg), port: "\(port(of: tail)):e", name(of: head.leg), port: "\(port(of: head)):w", attributes)
  }

  private static func style(of run: JointRun) -> DOTGraph.Attributes {
    switch run.kind {
    case .passage: ["color": .text(Style.passage), "penwidth": 6]
    case .splice where run.technique == .mechanical: ["style": "dashed"]
    case .splice: [:]
    case .splitter: ["color": .text(Style.new)]
    case .connector, .pigtail, .parked: ["style": "dotted"]
    }
  }

  private func name(of leg: CableLeg) -> String {
    "\(network.sections[leg.section].code)\(leg.side == .a ? " A" : " B")"
  }

  private func port(of run: FibreRun) -> String { "f\(run.numbers.lowerBound)" }

  // MARK: Tables

  private func table(of leg: CableLeg, isLeft: Bool) -> String {
    let section = network.sections[leg.section]
    let far = (leg.side == .a ? section.nodeB : section.nodeA).map { network.placeName(of: $0) } ?? "?"
    let title =
      Markup.bold(section.code.rawValue)
      + Markup.font(
        Markup.text("  \(section.fibreCount) FO · \(isLeft ? "←" : "→") \(far)"), colour: Style.quiet, size: 9)
    let head = Markup.row([Markup.cell(title, ["BGCOLOR": Style.shade, "COLSPAN": "3"])])
    return Markup.table(
      [head] + rows(of: leg).map { row($0.run, $0.text, isLeft: isLeft) },
      ["BORDER": "0", "CELLBORDER": "1", "CELLPADDING": "2", "CELLSPACING": "0", "COLOR": Style.frame])
  }

  /// Each run of a leg once, in order, with what becomes of it; what lies idle in a tube is told with the tube's joints.
  private func rows(of leg: CableLeg) -> [(run: FibreRun, text: String)] {
    var rows: [(run: FibreRun, text: String)] = []
    var seen: Set<FibreRun> = []
    for run in runs.joints {
      for (one, other) in [(run.first, run.second), (run.second, run.first)] where one.leg == leg {
        if seen.insert(one).inserted { rows.append((one, text(of: run, to: other))) }
      }
    }
    for run in runs.idle where run.fibres.leg == leg {
      let tube = tubes(of: run.fibres)
      if let row = rows.firstIndex(where: { seen.contains($0.run) && tubes(of: $0.run) == tube }) {
        rows[row].text += " + \(remainder(run))"
      } else {
        rows.append((run.fibres, text(of: run)))
      }
    }
    return rows.sorted { $0.run.numbers.lowerBound < $1.run.numbers.lowerBound }
  }

  private func tubes(of run: FibreRun) -> ClosedRange<Int> {
    let section = network.sections[run.leg.section]
    return section.tube(ofFibre: run.numbers.lowerBound)...section.tube(ofFibre: run.numbers.upperBound)
  }

  private func row(_ run: FibreRun, _ text: String, isLeft: Bool) -> String {
    let section = network.sections[run.leg.section]
    let port = ["PORT": port(of: run)]
    let text = Markup.cell(
      Markup.font(Markup.text(text), size: 8), ["ALIGN": "LEFT"].merging(isLeft ? port : [:]) { $1 })
    let numbers = Markup.cell(Markup.text(Figures.range(run.numbers)), isLeft ? [:] : port)
    let cells = [TubeMark.cell(tubes(of: run), of: section), numbers, text]
    return Markup.row(isLeft ? cells : [numbers, cells[0], text])
  }
}
