public import FibreModel
public import FibrePlanning

/// One optical route as a chain, read from top to bottom and then in the next column: joints as stations with the running
/// length, fibres as lines in their own colour with cable, tube and length.
public struct RouteDiagram {
  private static let mostHopsAColumn = 14
  private static let hopHeight = 54
  private static let columnWidth = 400

  let route: OpticalRoute
  let network: Network
  let language: Language

  /// Draws a route of the network.
  public init(_ route: OpticalRoute, in network: Network, _ language: Language) {
    self.route = route
    self.network = network
    self.language = language
  }

  /// The drawing as a DOT file, laid out by position.
  public var dot: String {
    var dot = DOTGraph("route \(network.name(of: route.fibres[0]))")
    Style.begin(
      &dot, header: header,
      ["layout": "neato", "inputscale": 72, "notranslate": "true", "splines": "line", "size": "15.5,10.7"])
    let stations = self.stations
    for (offset, station) in stations.enumerated() { add(station, number: offset, to: &dot) }
    for (offset, fibre) in route.fibres.enumerated() { add(fibre, number: offset, of: stations.count, to: &dot) }
    return dot.text
  }

  // MARK: Stations

  /// One more than fibres: at each end of each fibre a joint, or a bare end.
  private var stations: [RouteHop?] {
    let startsBare = route.hops.first?.arriving != nil || route.hops.isEmpty
    let hops: [RouteHop?] = (startsBare ? [nil] : []) + route.hops
    return hops.count <= route.fibres.count ? hops + [nil] : hops
  }

  private func add(_ station: RouteHop?, number: Int, to dot: inout DOTGraph) {
    let (x, y) = position(number)
    let kind = station.map { network.joints[$0.joint].kind }
    dot.node(
      "joint \(number)",
      [
        "fillcolor": .text(kind == .passage ? Style.paper : kind == nil ? Style.cut : Style.ink),
        "color": .text(Style.ink),
        "fixedsize": "true", "height": "0.16", "label": "", "pos": pin(x, y),
        "shape": .text(kind == .connector || kind == .pigtail ? "square" : kind == .splitter ? "triangle" : "circle"),
        "style": "filled", "width": "0.16",
      ])
    dot.node(
      "running \(number)",
      [
        "label": .html(
          Style.fixedCell(
            Markup.font(Markup.text(runningLength(number, station)), colour: Style.quiet, size: 9), width: 70,
            align: "RIGHT")), "pos": pin(x - 52, y), "shape": "plain",
      ])
    dot.node(
      "place \(number)",
      [
        "label": .html(Style.fixedCell(text(of: station), width: 270, align: "LEFT")), "pos": pin(x + 155, y),
        "shape": "plain",
      ])
  }

  private func runningLength(_ number: Int, _ station: RouteHop?) -> String {
    if let station { return Figures.metres(station.runningLength, language) }
    return Figures.metres(number == 0 ? .zero : route.length, language)
  }

  // MARK: Fibres

  private func add(_ fibre: Index<Fibre>, number: Int, of stationCount: Int, to dot: inout DOTGraph) {
    guard number + 1 < stationCount else { return }
    let section = network.sections[network.section(of: fibre)]
    let colour = section.fibreMark(network.number(of: fibre)).colour
    let (x, y) = position(number)
    let attributes: DOTGraph.Attributes = ["color": .text(Style.line(colour)), "penwidth": 4]
    if number % hopsAColumn == hopsAColumn - 1 {
      // The chain leaves its column at the bottom and enters the next one at the top.
      let (nextX, nextY) = position(number + 1)
      for (name, place) in [("leaves \(number)", (x, y - 40)), ("enters \(number)", (nextX, nextY + 40))] {
        dot.node(
          name, ["label": "▼", "pos": pin(place.0, place.1), "shape": "plain"])
      }
      dot.edge("joint \(number)", "leaves \(number)", attributes)
      dot.edge("enters \(number)", "joint \(number + 1)", attributes)
    } else {
      dot.edge("joint \(number)", "joint \(number + 1)", attributes)
    }
    dot.node(
      "fibre \(number)",
      ["label": .html(label(of: fibre, in: section)), "pos": pin(x + 155, y - Self.hopHeight / 2), "shape": "plain"])
  }

  private func label(of fibre: Index<Fibre>, in section: CableSection) -> String {
    let number = network.number(of: fibre)
    let name = Markup.cell(
      Markup.font(Markup.text("\(section.code):\(number)"), colour: Style.quiet, size: 9),
      ["ALIGN": "LEFT", "WIDTH": "115"])
    let length = Markup.cell(
      Markup.font(Markup.text(Figures.metres(section.length, language)), colour: Style.quiet, size: 9),
      ["ALIGN": "LEFT", "WIDTH": "75"])
    let tube = section.tube(ofFibre: number)
    let marks =
      section.modulo == 1 ? [] : [TubeMark.cell(tube...tube, of: section), TubeMark.cell(ofFibre: number, in: section)]
    let table = Markup.table(
      [Markup.row(marks + [name, length])],
      ["BORDER": "0", "CELLBORDER": "0", "CELLPADDING": "2", "CELLSPACING": "1"])
    return Style.fixedCell(table, width: 270, align: "LEFT")
  }

  // MARK: Positions

  private func position(_ number: Int) -> (x: Int, y: Int) {
    (number / hopsAColumn * Self.columnWidth, -(number % hopsAColumn) * Self.hopHeight)
  }

  /// As few columns as the height allows, all of about one length.
  private var hopsAColumn: Int {
    let count = stations.count
    let columns = (count + Self.mostHopsAColumn - 1) / Self.mostHopsAColumn
    return (count + columns - 1) / columns
  }

  private func pin(_ x: Int, _ y: Int) -> DOTValue { .text("\(x),\(y)!") }
}
