import FibreModel

/// Reads sketches, line by line. `#` starts a comment; words are parted by blanks.
///
/// ```
/// pop SFU ─ C1:24:12@1500 ─ bpe B1 ─ C2:12 ─ pto P1     chain: place kinds pop nro sro client bpe pbo pto;
///                                                       section NAME:FIBRES[:MODULO][@METRES], CABLE/n for one of several
/// splice B1 C1.1-6 = C2.1-6        also passage; `mechanical` for a mechanical splice
/// splice B1/K1 C1.7 = C2.7         in the tray K1; without one, in trays of 12, passages in the coiling tray
/// park B1 C1.8-12                  coiled, joined to nothing
/// splitter B1 C1.9 = C2.9-12       one input, many legs; SITE/PANEL for one at a panel
/// port SFU T1.1-6 = C1.1-6         fibres behind ports; the panel is made when it is new
/// cord SFU T1.1 = T2.1             patch cords between ports of one site, each named J-T1-1
/// panel SFU T1 144                 a panel and its ports
/// tray B1 K1 12 coiling            a tray, its slots and, if not for splices, its kind: coiling splitter connector
/// capacity B1 4                    trays that the box can hold
/// colours C1 fotag orange          colour code of tubes and fibres, and the one its reference names
/// at B1 649839 6976274             metres, Lambert-93
/// service S1 vital T1.1-2 = T9.1-2 protects=S2 client=X operator=Y kind=GFU optics=LX10 outage=60
/// optics LX10 1310 6 minimum=2 dispersion=800 reach=10
/// route R1 C1.1 C2.1               a declared route: its fibres, in order
/// ```
/// A fibre is `SECTION.NUMBER`; its end is the one at the place named, or the side written after it (`C1.4b`).
/// Fibres have such names as codes; joints are named TRAY/SLOT or PANEL/PORT.
struct SketchReader {
  typealias Reason = SketchError.Reason
  var builder = NetworkBuilder()
  var line = 0
  var places: [String: SketchPlace] = [:]
  var trays: [String: SketchTray] = [:]
  var ports: [Port: SketchPort] = [:]
  var portOrder: [Port] = []
  var taken: Set<FibreEnd> = []
  private var capacities: [String: Int] = [:]
  private var pendingColours: [String: [ColourCode]] = [:]
  private var pendingPositions: [String: Point] = [:]

  mutating func read(_ text: String) throws(SketchError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }.map(String.init)
    }
    try eachLine(lines) { (reader, words) throws(SketchError) in try reader.readAhead(words) }
    try eachLine(lines) { (reader, words) throws(SketchError) in try reader.readObject(words) }
    addPorts()
    try eachLine(lines) { (reader, words) throws(SketchError) in try reader.readMeaning(words) }
  }

  func fail(_ reason: Reason) -> SketchError { SketchError(line: line, reason: reason) }

  private mutating func eachLine(
    _ lines: [[String]], _ body: (inout SketchReader, [String]) throws(SketchError) -> Void
  ) throws(SketchError) {
    for (offset, words) in lines.enumerated() where !words.isEmpty {
      line = offset + 1
      try body(&self, words)
    }
  }

  /// What must be known before the things it speaks of are made.
  private mutating func readAhead(_ words: [String]) throws(SketchError) {
    switch words[0] {
    case "colours": pendingColours[try word(words, 1)] = try words.dropFirst(2).map(colourCode)
    case "at":
      guard words.count == 4, let x = Double(words[2]), let y = Double(words[3]) else { throw unreadable(words) }
      pendingPositions[words[1]] = Point(metresEast: x, metresNorth: y)
    case "capacity":
      guard words.count == 3, let trays = Int(words[2]) else { throw unreadable(words) }
      capacities[words[1]] = trays
    default: break
    }
  }

  private mutating func readObject(_ words: [String]) throws(SketchError) {
    switch words[0] {
    case "colours", "at", "capacity", "service", "optics", "route": break
    case "panel": try readPanel(words)
    case "tray": try readTray(words)
    case "splice", "mechanical", "passage", "park", "splitter": try readJoints(words)
    case "port": try readPorts(words)
    case "cord": try readCords(words)
    default: try readChain(words)
    }
  }

  private mutating func readMeaning(_ words: [String]) throws(SketchError) {
    switch words[0] {
    case "service": try readService(words)
    case "optics": try readOptics(words)
    case "route": try readRoute(words)
    default: break
    }
  }

  func unreadable(_ words: [String]) -> SketchError { fail(.unreadable(words.joined(separator: " "))) }

  func word(_ words: [String], _ position: Int) throws(SketchError) -> String {
    guard position < words.count else { throw unreadable(words) }
    return words[position]
  }

  func added<T>(_ index: T?, _ name: String) throws(SketchError) -> T {
    guard let index else { throw fail(.nameTaken(name)) }
    return index
  }

  private func colourCode(_ text: String) throws(SketchError) -> ColourCode {
    guard let code = ColourCode(rawValue: text) else { throw fail(.unreadable(text)) }
    return code
  }
}

// MARK: - Chains of places and sections

/// A place of a sketch.
struct SketchPlace {
  let node: Index<Node>
  var box: Index<Box>?
  var rack: Index<Rack>?
  /// Trays made when no line named one.
  var automaticTrays = 0
}

extension SketchReader {
  private mutating func readChain(_ words: [String]) throws(SketchError) {
    let groups = words.split { $0.allSatisfy { $0 == "─" || $0 == "-" } }.map(Array.init)
    guard !groups.isEmpty, groups.count % 2 == 1 else { throw unreadable(words) }
    var names: [String] = []
    for group in stride(from: 0, to: groups.count, by: 2) { names.append(try place(groups[group])) }
    for step in stride(from: 1, to: groups.count, by: 2) {
      guard groups[step].count == 1 else { throw unreadable(words) }
      try addSection(groups[step][0], from: names[step / 2], to: names[step / 2 + 1])
    }
  }

  /// A place by `KIND NAME`, made when it is new, or by `NAME` alone.
  private mutating func place(_ words: [String]) throws(SketchError) -> String {
    guard words.count == 2 else {
      guard words.count == 1, places[words[0]] != nil else { throw fail(.unknownPlace(words.joined(separator: " "))) }
      return words[0]
    }
    let name = words[1]
    guard places[name] == nil else { return name }
    let node = try added(builder.add(Node(code: Code(name), position: pendingPositions[name])), name)
    var made = SketchPlace(node: node)
    if let kind = Self.siteKinds[words[0]] {
      made.rack = try addSite(name, kind, node)
    } else if let kind = Self.boxKinds[words[0]] {
      let box = Box(
        code: Code(name), kind: kind, housing: .unknown, node: node, cassetteCapacity: capacities[name])
      made.box = try added(builder.add(box), name)
    } else {
      throw unreadable(words)
    }
    places[name] = made
    return name
  }

  private static let siteKinds: [String: SiteKind] = [
    "pop": .pop, "nro": .centralOffice, "sro": .cabinet, "client": .client,
  ]
  private static let boxKinds: [String: BoxKind] = [
    "bpe": .spliceClosure, "pbo": .distributionPoint, "pto": .outlet,
  ]

  private mutating func addSite(_ name: String, _ kind: SiteKind, _ node: Index<Node>) throws(SketchError) -> Index<
    Rack
  > {
    let site = try added(builder.add(Site(code: Code(name), name: name, kind: kind, node: node)), name)
    let room = try added(builder.add(OperatorRoom(code: Code("\(name)-LT"), site: site)), name)
    return try added(builder.add(Rack(code: Code("\(name)-BA"), room: room)), name)
  }

  private mutating func addSection(_ text: String, from: String, to: String) throws(SketchError) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(numbers.count), let fibres = Int(numbers[1]), fibres >= 0, parts.count <= 2,
      let modulo = numbers.count == 3 ? Int(numbers[2]) : 12, let metres = parts.count == 2 ? Double(parts[1]) : 1000,
      let nodeA = places[from]?.node, let nodeB = places[to]?.node
    else { throw fail(.unreadable(text)) }
    let name = String(numbers[0])
    let cableName = name.split(separator: "/").first.map(String.init) ?? name
    let cable = try cable(cableName)
    let colours = pendingColours[name] ?? []
    let section = CableSection(
      code: Code(name), cable: cable, nodeA: nodeA, nodeB: nodeB, fibreCount: fibres, statedCapacity: fibres,
      modulo: modulo, tubeCode: colours.first ?? .orange, fibreCode: colours.first ?? .orange,
      referenceCode: colours.dropFirst().first, length: Length(metres: metres), lengthSource: .asLaid)
    let records = (0..<fibres).map { FibreRecord(number: $0 + 1, code: "\(name).\($0 + 1)") }
    _ = try added(builder.add(section, fibres: records), name)
  }

  private mutating func cable(_ name: String) throws(SketchError) -> Index<Cable> {
    if let known = builder.network.cables.index(of: Code(name)) { return known }
    return try added(builder.add(Cable(code: Code(name), kind: .cable)), name)
  }
}
