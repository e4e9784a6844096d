public import FibreModel

/// One site: its rooms and racks, each panel with the ports in use, and the cables that end behind the panels.
public struct SiteDiagram {
  let network: Network
  let site: Index<Site>
  let language: Language
  private let panels: [PanelUse]

  /// Reads what is in the panels; `site` is one of the network's.
  public init(_ network: Network, _ site: Index<Site>, _ language: Language) {
    self.network = network
    self.site = site
    self.language = language
    panels = network.panels(in: site).map { PanelUse(network, $0) }
  }

  /// The drawing as a DOT file.
  public var dot: String {
    var dot = DOTGraph("site \(network.sites[site].label)", directed: true)
    Style.begin(
      &dot, header: header,
      ["layout": "dot", "rankdir": "LR", "splines": "line", "ranksep": "2.6", "nodesep": "0.3", "size": "11,16"])
    dot.setNodes(["shape": "plain"])
    dot.setEdges(["dir": "none"])
    let racks = self.racks
    dot.group("racks") { group in
      group.set(["rank": "same"])
      for rack in racks { group.node("rack \(rack.name)", ["label": .html(table(of: rack))]) }
      for (upper, lower) in zip(racks, racks.dropFirst()) {
        group.edge("rack \(upper.name)", "rack \(lower.name)", ["style": "invis"])
      }
    }
    let cables = cablesInOrder
    dot.group("cables") { group in
      group.set(["rank": "same"])
      for section in cables { group.node(cableName(section), ["label": .html(table(of: section))]) }
      for (upper, lower) in zip(cables, cables.dropFirst()) {
        group.edge(cableName(upper), cableName(lower), ["style": "invis"])
      }
    }
    if let rack = racks.first, let cable = cables.first {
      dot.edge("rack \(rack.name)", cableName(cable), ["style": "invis"])
    }
    for rack in racks {
      for panel in rack.panels { addCables(of: panel, in: rack, to: &dot) }
    }
    return dot.text
  }

  /// A rack with its panels, both in the order of the delivery.
  private var racks: [(name: String, room: String, panels: [PanelUse])] {
    var racks: [(name: String, room: String, panels: [PanelUse])] = []
    for panel in panels {
      let rack = network.panels[panel.panel].rack
      let name = rack.map { network.racks[$0].code.rawValue } ?? "?"
      if let position = racks.firstIndex(where: { $0.name == name }) {
        racks[position].panels.append(panel)
      } else {
        let room = rack.flatMap { network.racks[$0].room }.map { network.rooms[$0].code.rawValue } ?? ""
        racks.append((name, room, [panel]))
      }
    }
    return racks
  }

  /// Cables in the order in which panels, from the top, hold them.
  private var cablesInOrder: [Index<CableSection>] {
    var cables: [Index<CableSection>] = []
    for section in racks.flatMap({ $0.panels }).flatMap(\.sections) where !cables.contains(section) {
      cables.append(section)
    }
    return cables
  }

  private func addCables(
    of panel: PanelUse, in rack: (name: String, room: String, panels: [PanelUse]), to dot: inout DOTGraph
  ) {
    for section in panel.sections {
      dot.edge(
        "rack \(rack.name)", port: "p\(panel.panel.offset):e", cableName(section), port: "c:w",
        ["color": .text(Style.frame), "penwidth": 2, "weight": 2])
    }
  }

  private func cableName(_ section: Index<CableSection>) -> String { "cable \(network.sections[section].code)" }

  // MARK: Tables

  private func table(of rack: (name: String, room: String, panels: [PanelUse])) -> String {
    let title =
      Markup.bold(rack.name)
      + Markup.font(Markup.text(rack.room.isEmpty ? "" : "  \(rack.room)"), colour: Style.quiet, size: 9)
    let head = Markup.row([Markup.cell(title, ["BGCOLOR": Style.shade, "COLSPAN": "4"])])
    var groups: [[PanelUse]] = []
    for panel in rack.panels {
      if let last = groups.last?.last, last.isLike(panel) {
        groups[groups.count - 1].append(panel)
      } else {
        groups.append([panel])
      }
    }
    return Markup.table([head] + groups.map(row), Self.frame)
  }

  /// A row for panels that are told alike.
  private func row(of group: [PanelUse]) -> String {
    let panel = group[0]
    let codes = [group.first, group.count > 1 ? group.last : nil].compactMap { $0 }
      .map { network.panels[$0.panel].code.rawValue }
    let name = codes.joined(separator: " … ") + (group.count > 1 ? " × \(group.count)" : "")
    let total = panel.capacity.map { " / \($0)" } ?? ""
    let cords = panel.cords.isEmpty ? "" : Counted.cord.text(panel.cords.count, language)
    return Markup.row([
      Markup.cell(Markup.bold(name), ["ALIGN": "LEFT"]),
      Markup.cell(Markup.text("\(panel.usedCount)\(total)"), ["ALIGN": "RIGHT"]),
      Markup.cell(Markup.font(Markup.text(panel.bar), colour: Style.new), ["ALIGN": "LEFT"]),
      Markup.cell(
        Markup.font(Markup.text(cords), colour: Style.quiet, size: 8),
        ["ALIGN": "LEFT", "PORT": "p\(panel.panel.offset)"]),
    ])
  }

  private func table(of index: Index<CableSection>) -> String {
    let section = network.sections[index]
    let node = network.sites[site].node
    let far = (section.nodeA == node ? section.nodeB : section.nodeA).map { network.placeName(of: $0) } ?? "?"
    let head = Markup.row([
      Markup.cell(
        Markup.bold(section.code.rawValue)
          + Markup.font(Markup.text("  \(section.fibreCount) FO → \(far)"), colour: Style.quiet, size: 9),
        ["BGCOLOR": Style.shade, "COLSPAN": "2", "PORT": "c"])
    ])
    let rows = panels.flatMap { panel in
      panel.runs.filter { $0.section == index }.map { run in
        Markup.row([
          Markup.cell(
            Markup.font(
              Markup.text("\(network.panels[panel.panel].code):\(Figures.range(run.ports))"), size: 9),
            ["ALIGN": "LEFT"]),
          Markup.cell(Markup.font(Markup.text("F \(Figures.range(run.fibres))"), size: 9), ["ALIGN": "LEFT"]),
        ])
      }
    }
    return Markup.table([head] + rows, Self.frame)
  }

  private static let frame = [
    "BORDER": "0", "CELLBORDER": "1", "CELLPADDING": "3", "CELLSPACING": "0", "COLOR": Style.frame,
  ]

  private var header: String {
    let row = network.sites[site]
    let address = row.address.map { network.addresses[$0] }
    let place = address.map { "\($0.number) \($0.street), \($0.postcode) \($0.commune)" } ?? ""
    let used = Figures.whole(panels.reduce(0) { $0 + $1.usedCount }, language)
    let capacities = panels.compactMap(\.capacity)
    let total =
      capacities.count == panels.count ? " / \(Figures.whole(capacities.reduce(0, +), language))" : ""
    let cords = panels.reduce(into: Set<Index<CableSection>>()) { $0.formUnion($1.cords) }.count
    let figures =
      panels.isEmpty
      ? Word.noPanel.text(language)
      : "\(used)\(total) \(Word.portsUsed.text(language)), \(Counted.cord.text(cords, language))"
    return Style.header(
      "\(Word.site.text(language)) \(row.label)",
      [
        row.name == row.label ? "" : row.name, place,
        "\(Word.revision.text(language)) \(network.revision) · \(figures)",
      ])
  }
}
