import GeoFormats

/// A cable to be laid through boxes.
struct CableRun {
  var code: String
  var capacity: Int
  var level: String
  var colours = ColourOrder.orange
  var modulo = 12
  /// Nodes from the network's side to the customer's.
  var nodes: [Int]
  /// Metres of each section.
  var metres: [Int]
  /// The pathways of each section, in order; none lays one between the ends of each section.
  var pathways: [[Int]] = []
  var state = Cable.State.inService
  var street = ""
}

/// The length of a section between two places: the straight distance times 1.35, in whole metres.
func sectionMetres(_ from: Coordinate, _ to: Coordinate) -> Int {
  max(1, Int((from.distance(to: to) * 1.35).rounded()))
}

extension Draft {
  /// Lays a cable, cut into sections at each box, with the pathways under it.
  ///
  /// - Returns: The sections, in order. A cable of one section keeps the cable's name.
  mutating func lay(_ run: CableRun) -> [Int] {
    precondition(run.nodes.count == run.metres.count + 1, "\(run.code): one length a section")
    var sections: [Int] = []
    for (rank, metres) in run.metres.enumerated() {
      precondition(metres > 0, "\(run.code)/\(rank + 1) has no length")
      cables.append(
        Cable(
          code: run.metres.count == 1 ? run.code : "\(run.code)/\(rank + 1)", label: run.code, capacity: run.capacity,
          modulo: run.modulo, declaredColours: run.colours, colours: run.colours, from: run.nodes[rank],
          to: run.nodes[rank + 1], metres: metres, level: run.level,
          pathways: run.pathways.isEmpty ? [] : run.pathways[rank], state: run.state))
      sections.append(cables.count - 1)
      if run.pathways.isEmpty {
        layPathway(under: cables.count - 1, street: run.street)
      } else {
        pathways.addCable(to: run.pathways[rank])
      }
    }
    return sections
  }

  /// Lengths of sections between nodes by the straight distance times 1.35.
  func naturalMetres(_ path: [Int]) -> [Int] {
    zip(path, path.dropFirst()).map { sectionMetres(nodes[$0].point, nodes[$1].point) }
  }

  /// Records a coil of a cable at a node.
  mutating func addSlack(of cable: Int, at node: Int, metres: Int) {
    slackCount += 1
    rows.add(
      .slack,
      [
        "lv_id": String(slackCount), "lv_cb_code": cables[cable].code, "lv_nd_code": nodes[node].code,
        "lv_long": String(metres), "lv_creadat": Self.surveyed,
      ])
  }

  /// Adds a patch cord of one fibre in a room and returns its fibre.
  mutating func addCord(stem: String, node: Int, metres: Int, label: String) -> FibreReference {
    let rank = (cordCounts[stem] ?? 0) + 1
    cordCounts[stem] = rank
    cables.append(
      Cable(
        code: "JAR-\(stem)-\(padded(rank, 3))", label: label, capacity: 1, modulo: 1, declaredColours: .orange,
        colours: .orange, from: node, to: node, metres: metres, level: "NC", isCord: true))
    return FibreReference(cable: cables.count - 1, number: 1)
  }
}
