import FibreModel

/// A network with at least one row in every table, and odd values: nothing where nothing may be, quotes, line ends,
/// accents, a joint without a place, two that claim one fibre end and one slot.
enum EveryTable {
  static func network() -> Network {
    var builder = NetworkBuilder()
    let odd = Attributes([("note", "« l'été »; \"x\"\nfin\u{1}"), ("vide", ""), ("b", "1.10")])
    let node = builder.add(Node(code: Code("N1"), position: Point(x: 649_858_123, y: -5), attributes: odd))
    let other = builder.add(Node(code: Code("N2"), position: nil))
    _ = builder.add(Organisation(code: Code("O"), name: "Syndicat d'été", attributes: odd))
    let reference = builder.add(Reference(code: Code("R"), kind: "CA", design: "144 FO"))
    let address = builder.add(
      Address(code: Code("AD"), position: Point(x: 1, y: 2), number: "12 bis", street: "rue É", communeCode: "01004"))
    let site = builder.add(
      Site(code: Code("ST"), externalCode: "POP", name: "", kind: .centralOffice, node: node, address: address))
    let room = builder.add(OperatorRoom(code: Code("LT"), site: site))
    _ = builder.add(OperatorRoom(code: Code("LT2"), site: nil, attributes: odd))
    let rack = builder.add(Rack(code: Code("BA"), room: room))
    let panel = builder.add(Panel(code: Code("TI"), rack: rack, portCapacity: nil, isCableHead: true))
    _ = builder.add(Equipment(code: Code("EQ"), rack: nil))
    let ring = [Point(x: 0, y: 0), Point(x: 9, y: 0), Point(x: 9, y: 9), Point(x: 0, y: 0)]
    let wide = builder.add(ServiceArea(code: Code("Z1"), kind: .centralOffice, node: node, area: Area([[ring]])))
    let area = builder.add(ServiceArea(code: Code("Z2"), kind: .distributionPoint, node: nil, parent: wide))
    let premises = builder.add(
      Premises(code: Code("SF"), kind: .professional, node: other, address: address, area: area))
    let point = builder.add(TechnicalPoint(code: Code("PT"), kind: .pole, nature: "K2C", node: node))
    let line = Polyline([Point(x: 0, y: 0), Point(x: 5, y: 5)])
    let pathway = builder.add(
      Pathway(code: Code("CM"), nodeA: node, nodeB: nil, line: line, street: "", length: line.length))
    let housings: [BoxHousing] = [
      point.map { .technicalPoint($0) } ?? .unknown, room.map { .room($0) } ?? .unknown,
      premises.map { .premises($0) } ?? .unknown, .unknown,
    ]
    for (position, housing) in housings.enumerated() {
      _ = builder.add(
        Box(code: Code("BP\(position)"), kind: BoxKind.allCases[position % 3], housing: housing, node: node))
    }
    let tray = builder.add(
      Cassette(
        code: Code("CS"), box: builder.network.boxes.index(of: Code("BP0")), number: 0, face: "A", kind: .coiling,
        slotCapacity: 12))
    _ = builder.add(Cassette(code: Code("CS2"), box: nil, number: nil, kind: .splitter))
    addCables(to: &builder, node, other, line, reference)
    addJoints(to: &builder, tray, panel)
    addServices(to: &builder, panel)
    if let section = builder.network.sections.index(of: Code("CB/1")) {
      _ = builder.add(
        Duct(code: Code("CD"), parent: "CD0", pathways: [pathway].compactMap { $0 }, sections: [section]))
      builder.add(SlackLoop(identifier: "7", section: section, node: nil, length: Length(metres: 15), attributes: odd))
    }
    let finding = Finding(
      rule: "x.y", severity: .warning, place: "t_x.csv:3", code: "",
      message: "\(Sentence("slot \(3) of \("C\"S")")) and \(Sentence("no fibre")) were seen \("[\n,")\("").")
    builder.add(QuarantinedRow(table: "t_x", line: 3, cells: [("a", "1"), ("b", ""), ("a", "\"")], finding: finding))
    builder.setRevision(1)
    return builder.build()
  }

  private static func addCables(
    to builder: inout NetworkBuilder, _ node: Index<Node>?, _ other: Index<Node>?, _ line: Polyline,
    _ reference: Index<Reference>?
  ) {
    for (code, kind) in [("CB", CableKind.cable), ("J1", .patchCord)] {
      guard let cable = builder.add(Cable(code: Code(code), kind: kind, role: "TR", reference: reference)) else {
        continue
      }
      let count = kind == .cable ? 24 : 1
      for section in 1...2 where kind == .cable || section == 1 {
        let row = CableSection(
          code: Code(kind == .cable ? "\(code)/\(section)" : code), cable: cable, nodeA: node, nodeB: other,
          fibreCount: count, statedCapacity: section == 1 ? count : nil, modulo: kind == .cable ? 6 : 1,
          tubeCode: .fotag, fibreCode: .swisscom, referenceCode: section == 1 ? .orange : nil,
          length: Length(metres: 12.345), lengthSource: .statedLine, line: section == 1 ? line : nil)
        let fibres = (1...count).filter { $0 % 3 > 0 }.map {
          FibreRecord(
            number: $0, code: "F-\(code)-\(section)-\($0)", statedRank: UInt8($0 % 13),
            attributes: Attributes([("fo_type", "G652")]))
        }
        _ = builder.add(row, fibres: fibres)
      }
    }
  }

  private static func addJoints(to builder: inout NetworkBuilder, _ tray: Index<Cassette>?, _ panel: Index<Panel>?) {
    guard let tray, let panel, let one = builder.network.sections[Code("CB/1")],
      let two = builder.network.sections[Code("CB/2")], let cord = builder.network.sections[Code("J1")]
    else { return }
    func end(_ section: CableSection, _ number: Int, _ side: FibreSide) -> FibreEnd {
      FibreEnd(section.fibre(number), side)
    }
    let joints: [Joint] = [
      Joint(
        holder: .cassette(tray), number: 1, kind: .splice, technique: .fusion, first: end(one, 1, .b),
        second: end(two, 1, .a)),
      // The slot is taken; then the fibre end is.
      Joint(holder: .cassette(tray), number: 1, kind: .passage, first: end(one, 2, .b), second: end(two, 2, .a)),
      Joint(holder: .cassette(tray), number: 2, kind: .splice, first: end(one, 1, .b), second: end(two, 3, .a)),
      Joint(holder: .cassette(tray), number: nil, kind: .parked, first: end(one, 4, .b), second: nil),
      Joint(
        holder: .panel(panel), number: 1, kind: .connector, technique: .scAPC, first: end(cord, 1, .a),
        second: end(one, 1, .a)),
      Joint(holder: .panel(panel), number: 2, kind: .connector, technique: .mpo, first: nil, second: end(one, 2, .a)),
      Joint(holder: .panel(panel), number: 3, kind: .splitter, first: end(cord, 1, .b), second: end(one, 5, .a)),
      Joint(holder: .panel(panel), number: 4, kind: .splitter, first: end(cord, 1, .b), second: end(one, 6, .a)),
      Joint(holder: .unknown, number: 5, kind: .pigtail, technique: .mechanical, first: nil, second: nil),
    ]
    for (position, joint) in joints.enumerated() { _ = builder.add(joint, code: Code("PS\(position)")) }
  }

  private static func addServices(to builder: inout NetworkBuilder, _ panel: Index<Panel>?) {
    guard let panel, let one = builder.network.sections[Code("CB/1")] else { return }
    _ = builder.add(
      Optics(
        code: Code("ER"), wavelength: Wavelength(nanometres: 1550), budget: Loss(decibels: 11), dispersionLimit: 728,
        reach: Length(metres: 40_000)))
    let ports = [Port(panel: panel, number: 1), Port(panel: panel, number: 2)]
    _ = builder.add(
      Service(
        code: Code("S1"), serviceClass: .vital, kind: "GFU", client: "hôpital", operatorName: "GFU", fibreCount: 2,
        endA: ports, endB: ports.reversed(), protects: Code("S2"), maximumOutageMinutes: 60, optics: Code("ER")))
    _ = builder.add(
      Service(
        code: Code("S2"), serviceClass: .ftth, kind: "", client: "", operatorName: "", fibreCount: 1, endA: [],
        endB: []))
    _ = builder.add(
      DeclaredRoute(
        code: Code("RT"), name: "route", fibres: [one.fibre(3), one.fibre(1)],
        attributes: Attributes([("rt_comment", "à voir")])))
    var rules = WorkRules()
    if let date = CalendarDate("2027-01-12") {
      rules.windows = [
        WorkWindow(number: 1, date: date, startMinute: 0, minutes: 360, reserveMinutes: 60, crews: 2)
      ]
      rules.forbidden = [ForbiddenPeriod(client: "hôpital", from: date, to: date, reason: "é")]
      rules.acceptances = [Acceptance(cable: "CB", acceptedOn: date)]
    }
    rules.closures = [
      ClosureWork(closure: Code("BP0"), setupMinutes: 1, closeMinutes: 2, maximumCrews: 3, freeTrays: 4)
    ]
    rules.parameters.tieFibres = 48
    rules.optical.fusionSpliceLimit = Loss(decibels: 0.15)
    builder.setRules(rules)
  }
}
