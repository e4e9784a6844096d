import FibreModel
import Testing

/// Two boxes in a row, three sections of twelve fibres, a panel at each end: `P1 ─ S1 ─ B1 ─ S2 ─ B2 ─ S3 ─ P2`.
struct SmallNetwork {
  var builder: NetworkBuilder
  let trays: [Index<Cassette>]
  let panels: [Index<Panel>]
  let sections: [Index<CableSection>]

  init() throws {
    var builder = NetworkBuilder()
    let nodes = try (0..<4).map { number in
      try added(builder.add(Node(code: Code("N\(number)"), position: Point(x: Int64(number) * 1_000_000, y: 0))))
    }
    panels = try [(0, "P1"), (3, "P2")].map { node, name in
      let site = builder.add(Site(code: Code("SITE-\(name)"), kind: .pop, node: nodes[node]))
      let room = builder.add(OperatorRoom(code: Code("ROOM-\(name)"), site: site))
      let rack = builder.add(Rack(code: Code("RACK-\(name)"), room: room))
      return try added(builder.add(Panel(code: Code(name), rack: rack, portCapacity: 24)))
    }
    trays = try (1...2).map { number in
      let box = builder.add(
        Box(code: Code("B\(number)"), kind: .spliceClosure, housing: .unknown, node: nodes[number]))
      return try added(builder.add(Cassette(code: Code("T\(number)"), box: box, number: 1, slotCapacity: 12)))
    }
    sections = try (1...3).map { number in
      let cable = try added(builder.add(Cable(code: Code("C\(number)"), kind: .cable)))
      let section = CableSection(
        code: Code("S\(number)"), cable: cable, nodeA: nodes[number - 1], nodeB: nodes[number], fibreCount: 12,
        length: Length(metres: 1000), lengthSource: .asLaid)
      let fibres = (1...12).map { FibreRecord(number: $0, code: "F\(number)-\($0)") }
      return try added(builder.add(section, fibres: fibres))
    }
    self.builder = builder
  }

  /// The end of fibre `number` of section `section` (from 1).
  func end(_ section: Int, _ number: Int, _ side: FibreSide) -> FibreEnd {
    FibreEnd(builder.network.sections[sections[section - 1]].fibre(number), side)
  }

  /// Splices fibres 1 to 6 straight in both boxes and brings them out at both panels.
  mutating func connectSix() throws {
    for number in 1...6 {
      for box in 1...2 {
        let joint = Joint(
          holder: .cassette(trays[box - 1]), number: number, kind: .splice, technique: .fusion,
          first: end(box, number, .b), second: end(box + 1, number, .a))
        _ = try added(builder.add(joint, code: Code("J\(box)-\(number)")))
      }
      for (panel, section, side) in [(0, 1, FibreSide.a), (1, 3, FibreSide.b)] {
        let joint = Joint(
          holder: .panel(panels[panel]), number: number, kind: .connector, technique: .scAPC, first: nil,
          second: end(section, number, side))
        _ = try added(builder.add(joint, code: Code("Q\(panel)-\(number)")))
      }
    }
  }
}

/// What was added, or a failed test when its code was taken.
func added<Entity>(_ index: Index<Entity>?) throws -> Index<Entity> { try #require(index) }
