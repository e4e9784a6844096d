import FibreModel
import FibreTestSupport
import Testing

/// A seeded random network with an old room, a new room, closures on the way, and what a migration needs.
///
/// Old cables run `OLD ─ closures ─ FAR`, one section between two closures; their tubes pass uncut or are spliced. New
/// cables run from `NEW` to some of the closures, where they lie coiled. Some links are patched to one another.
struct RandomMigration {
  private var builder = NetworkBuilder()
  private var random: SeededGenerator
  private var joints = 0
  private var nodeOf: [String: Index<Node>] = [:]
  private var panelOf: [String: Index<Panel>] = [:]
  private var portCount: [String: Int] = [:]
  private var boxOf: [String: Index<Box>] = [:]
  private var trayCount: [String: Int] = [:]
  /// Ports of live links: in the old room, and at the far end.
  private var links: [(old: Port, far: Port, cable: Int)] = []
  private let modulo: Int

  /// The network of a seed.
  static func network(seed: UInt64) throws -> Network {
    var making = try RandomMigration(seed: seed)
    return try making.make()
  }

  private init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    modulo = seed % 2 == 0 ? 12 : 6
    for (name, x) in [("OLD", 0), ("NEW", 1), ("FAR", 9)] {
      let node = try place(name, x: x)
      let site = builder.add(Site(code: Code(name), kind: .pop, node: node))
      let room = builder.add(OperatorRoom(code: Code("LT-\(name)"), site: site))
      let rack = builder.add(Rack(code: Code("BA-\(name)"), room: room))
      panelOf[name] = try added(builder.add(Panel(code: Code("TI-\(name)"), rack: rack, portCapacity: 2000)))
      panelOf["\(name)-TIE"] = try added(
        builder.add(Panel(code: Code("TI-\(name)-TIE"), rack: rack, portCapacity: 48)))
    }
  }

  private mutating func make() throws -> Network {
    let closures = (1...Int.random(in: 2...3, using: &random)).map { "B\($0)" }
    for (position, closure) in closures.enumerated() { try addClosure(closure, x: 2 + position) }
    for cable in 1...Int.random(in: 2...3, using: &random) { try addOldCable(cable, through: closures) }
    for (position, closure) in closures.enumerated() where position == 0 || Bool.random(using: &random) {
      try addSection("N\(position)", from: "NEW", to: closure, fibres: 8 * modulo, metres: 900)
      try connect("N\(position)", 8 * modulo, at: "NEW", side: .a)
    }
    try addSection("TIE", from: "NEW", to: "OLD", fibres: 24, metres: 3100)
    try connect("TIE", 24, at: "NEW-TIE", side: .a)
    try connect("TIE", 24, at: "OLD-TIE", side: .b)
    try addCords()
    try addServices()
    builder.setRules(rules(closures))
    return builder.build()
  }

  // MARK: Places

  private mutating func place(_ name: String, x: Int) throws -> Index<Node> {
    let node = try added(
      builder.add(Node(code: Code("ND-\(name)"), position: Point(x: Int64(x) * 1_000_000, y: 0))))
    nodeOf[name] = node
    return node
  }

  private mutating func addClosure(_ name: String, x: Int) throws {
    let node = try place(name, x: x)
    let box = try added(
      builder.add(Box(code: Code(name), kind: .spliceClosure, housing: .unknown, node: node)))
    boxOf[name] = box
    _ = try added(
      builder.add(
        Cassette(code: Code("\(name)-T0"), box: box, number: 0, kind: .coiling, slotCapacity: 2000)))
    for tray in 1...40 {
      _ = try added(
        builder.add(Cassette(code: Code("\(name)-T\(tray)"), box: box, number: tray, slotCapacity: 12)))
    }
  }

  // MARK: Cables

  private mutating func addSection(
    _ code: String, from: String, to: String, fibres: Int, metres: Double
  ) throws {
    let cable = try added(builder.add(Cable(code: Code(code), kind: .cable)))
    let section = CableSection(
      code: Code(code), cable: cable, nodeA: nodeOf[from], nodeB: nodeOf[to], fibreCount: fibres,
      statedCapacity: fibres, modulo: modulo, length: Length(metres: metres), lengthSource: .asLaid)
    _ = try added(builder.add(section, fibres: (1...fibres).map { FibreRecord(number: $0, code: "") }))
  }

  private mutating func addOldCable(_ cable: Int, through all: [String]) throws {
    let closures = cable == 1 ? all : Array(all.prefix(Int.random(in: 1...all.count, using: &random)))
    let tubes = Int.random(in: 2...3, using: &random)
    let stops = ["OLD"] + closures + ["FAR"]
    for (position, pair) in zip(stops, stops.dropFirst()).enumerated() {
      try addSection(
        "C\(cable)/\(position)", from: pair.0, to: pair.1, fibres: tubes * modulo,
        metres: Double(Int.random(in: 300...1500, using: &random)))
    }
    for tube in 0..<tubes {
      let live = Int.random(in: 1...modulo, using: &random)
      let isCut = closures.map { _ in Bool.random(using: &random) }
      for (position, closure) in closures.enumerated() {
        try joinTube(cable, position, tube, in: closure, live: live, isCut: isCut[position])
      }
      for number in tube * modulo + 1...tube * modulo + live {
        let old = try port("OLD", end("C\(cable)/0", number, .a))
        let far = try port("FAR", end("C\(cable)/\(closures.count)", number, .b))
        links.append((old, far, cable))
      }
    }
  }

  private mutating func joinTube(
    _ cable: Int, _ position: Int, _ tube: Int, in closure: String, live: Int, isCut: Bool
  ) throws {
    let tray = isCut ? (trayCount[closure] ?? 0) + 1 : 0
    if isCut { trayCount[closure] = tray }
    for rank in 1...(isCut ? live : modulo) {
      let number = tube * modulo + rank
      try join(
        "\(closure)-T\(tray)", isCut ? rank : (cable * 40 + tube) * 12 + rank, isCut ? .splice : .passage,
        end("C\(cable)/\(position)", number, .b), end("C\(cable)/\(position + 1)", number, .a))
    }
  }

  private mutating func connect(_ section: String, _ fibres: Int, at panel: String, side: FibreSide) throws {
    for number in 1...fibres { _ = try port(panel, end(section, number, side)) }
  }

  private mutating func join(
    _ cassette: String, _ slot: Int, _ kind: JointKind, _ first: FibreEnd, _ second: FibreEnd
  ) throws {
    let tray = try #require(builder.network.cassettes.index(of: Code(cassette)))
    joints += 1
    _ = try added(
      builder.add(
        Joint(
          holder: .cassette(tray), number: slot, kind: kind, technique: kind == .splice ? .fusion : .unstated,
          first: first, second: second), code: Code("PS\(joints)")))
  }

  private mutating func port(_ panel: String, _ end: FibreEnd) throws -> Port {
    let index = try #require(panelOf[panel])
    let number = (portCount[panel] ?? 0) + 1
    portCount[panel] = number
    pendingPorts.append((index, number, end))
    return Port(panel: index, number: number)
  }

  /// Port joints are added last, once it is known which have cords.
  private var pendingPorts: [(panel: Index<Panel>, number: Int, end: FibreEnd)] = []

  private func end(_ section: String, _ number: Int, _ side: FibreSide) throws -> FibreEnd {
    FibreEnd(try #require(builder.network.sections[Code(section)]).fibre(number), side)
  }

  // MARK: Links

  private mutating func addCords() throws {
    var cordEnd: [Port: FibreEnd] = [:]
    let pool = links.filter { $0.old.number % 5 == 0 }.map(\.old)
    for (position, pair) in zip(pool, pool.dropFirst()).enumerated() where position % 2 == 0 {
      let cable = try added(builder.add(Cable(code: Code("J\(position)"), kind: .patchCord)))
      let section = CableSection(
        code: Code("J\(position)"), cable: cable, nodeA: nodeOf["OLD"], nodeB: nodeOf["OLD"], fibreCount: 1,
        modulo: 1)
      _ = try added(builder.add(section))
      cordEnd[pair.0] = try end("J\(position)", 1, .a)
      cordEnd[pair.1] = try end("J\(position)", 1, .b)
    }
    for port in pendingPorts {
      joints += 1
      _ = try added(
        builder.add(
          Joint(
            holder: .panel(port.panel), number: port.number, kind: .connector, technique: .scAPC,
            first: cordEnd[Port(panel: port.panel, number: port.number)], second: port.end),
          code: Code("PS\(joints)")))
    }
  }

  private mutating func addServices() throws {
    for (code, wavelength, budget, least) in [
      ("EX", 1310, 17.0, 0.0), ("SHORT", 1310, 2.4, 0), ("LOUD", 1550, 20, 1.6),
    ] {
      _ = builder.add(
        Optics(
          code: Code(code), wavelength: Wavelength(nanometres: wavelength), budget: Loss(decibels: budget),
          minimumLoss: Loss(decibels: least)))
    }
    var previous: (code: Code<Service>, cable: Int)?
    for (position, link) in links.enumerated() where position % 9 != 8 {
      let code = Code<Service>("S\(position + 1000)")
      var protects: Code<Service>?
      if let candidate = previous, candidate.cable != link.cable { (protects, previous) = (candidate.code, nil) }
      if protects == nil, position % 4 == 0 { previous = (code, link.cable) }
      _ = try added(
        builder.add(
          Service(
            code: code, serviceClass: position % 7 == 0 ? .vital : .standard, kind: "FON",
            client: "client \(position % 11)", operatorName: "OP\(position % 3)", fibreCount: 1, endA: [link.old],
            endB: [link.far], protects: protects, maximumOutageMinutes: 240,
            optics: Code(["EX", "EX", "SHORT", "LOUD"][position % 4]))))
    }
  }

  private func rules(_ closures: [String]) -> WorkRules {
    var rules = WorkRules()
    rules.parameters.tieFibres = 24
    for number in 1...40 {
      guard let date = CalendarDate(year: 2027, month: 1 + number / 28, day: 1 + number % 28) else { continue }
      rules.windows.append(
        WorkWindow(number: number, date: date, startMinute: 0, minutes: 360, reserveMinutes: 60, crews: 2))
    }
    rules.closures = closures.map {
      ClosureWork(closure: Code($0), setupMinutes: 45, closeMinutes: 15, maximumCrews: 1, freeTrays: 30)
    }
    if let from = CalendarDate(year: 2027, month: 1, day: 3), let to = CalendarDate(year: 2027, month: 1, day: 6) {
      rules.forbidden = [ForbiddenPeriod(client: "client 3", from: from, to: to, reason: "examens")]
      rules.acceptances = [Acceptance(cable: "N0", acceptedOn: from)]
    }
    return rules
  }
}

/// What was added, or a failed test when its code was taken.
private func added<Entity>(_ index: Index<Entity>?) throws -> Index<Entity> { try #require(index) }
