import FibreModel

/// A tray of a sketch and its next free slot.
struct SketchTray {
  let index: Index<Cassette>
  var nextSlot = 1
  var capacity: Int?
}

/// What a sketch puts at a port: a fibre behind it, a cord before it.
struct SketchPort {
  var cord: FibreEnd?
  var fibre: FibreEnd?
}

extension SketchReader {
  // MARK: Trays and their joints

  mutating func readTray(_ words: [String]) throws(SketchError) {
    let place = try word(words, 1)
    guard (4...5).contains(words.count), let slots = Int(words[3]),
      let kind = words.count == 5 ? CassetteKind(rawValue: words[4]) : .splice
    else { throw unreadable(words) }
    guard places[place]?.box != nil else { throw fail(.unknownPlace(place)) }
    try addTray(words[2], in: place, kind: kind, slots: slots)
  }

  private mutating func addTray(_ name: String, in place: String, kind: CassetteKind, slots: Int?)
    throws(SketchError)
  {
    let number = trays.keys.count { $0.hasPrefix("\(place)/") } + (kind == .coiling ? 0 : 1)
    let tray = Cassette(
      code: Code(name), box: places[place]?.box, number: kind == .coiling ? 0 : number, face: "A", kind: kind,
      slotCapacity: slots)
    trays["\(place)/\(name)"] = SketchTray(index: try added(builder.add(tray), name), capacity: slots)
  }

  mutating func readJoints(_ words: [String]) throws(SketchError) {
    let holder = try word(words, 1)
    let place = String(holder.split(separator: "/")[0])
    let sides = words.dropFirst(2).split { $0 == "=" }.map { $0.joined() }
    guard places[place] != nil else { throw fail(.unknownPlace(place)) }
    guard sides.count == (words[0] == "park" ? 1 : 2) else { throw unreadable(words) }
    let first = try ends(sides[0], at: place)
    let second = sides.count == 2 ? try ends(sides[1], at: place) : []
    if words[0] == "splitter" {
      guard first.count == 1 else { throw fail(.unequalRanges(first.count, 1)) }
      return try addSplitter(first[0], legs: second, holder: holder)
    }
    guard sides.count == 1 || first.count == second.count else {
      throw fail(.unequalRanges(first.count, second.count))
    }
    for (position, end) in first.enumerated() {
      let other = sides.count == 2 ? second[position] : nil
      try addJoint(words[0], holder: holder, place: place, end, other)
    }
  }

  private mutating func addJoint(
    _ word: String, holder: String, place: String, _ first: FibreEnd, _ second: FibreEnd?
  ) throws(SketchError) {
    if first == second { throw fail(.joinedToItself(builder.network.sketchName(of: first))) }
    try take(first)
    if let second { try take(second) }
    let kind: JointKind = word == "passage" ? .passage : word == "park" ? .parked : .splice
    let technique: JointTechnique = kind != .splice ? .unstated : word == "mechanical" ? .mechanical : .fusion
    let slot = try nextSlot(holder, place: place, coiled: kind == .passage)
    let joint = Joint(
      holder: .cassette(slot.tray), number: slot.number, kind: kind, technique: technique, first: first,
      second: second)
    try add(joint, at: builder.network.cassettes[slot.tray].code.rawValue)
  }

  private mutating func add(_ joint: Joint, at holder: String) throws(SketchError) {
    let code = "\(holder)/\(joint.number.map(String.init) ?? "-")"
    _ = try added(builder.add(joint, code: Code(code)), code)
  }

  mutating func take(_ end: FibreEnd) throws(SketchError) {
    guard taken.insert(end).inserted else { throw fail(.joinedTwice(builder.network.sketchName(of: end))) }
  }

  private mutating func nextSlot(_ holder: String, place: String, coiled: Bool) throws(SketchError) -> (
    tray: Index<Cassette>, number: Int
  ) {
    let key = try holder == place ? automaticTray(in: place, coiled: coiled) : holder
    guard var tray = trays[key] else { throw fail(.unknownTray(key)) }
    defer { trays[key] = tray }
    guard tray.nextSlot <= tray.capacity ?? .max else { throw fail(.trayFull(key)) }
    tray.nextSlot += 1
    return (tray.index, tray.nextSlot - 1)
  }

  /// The tray in use where none is named: the coiling tray `B1-0` for passages, else `B1-1`, `B1-2`… of 12 slots.
  private mutating func automaticTray(in place: String, coiled: Bool) throws(SketchError) -> String {
    guard var row = places[place], row.box != nil else { throw fail(.unknownPlace(place)) }
    if !coiled, row.automaticTrays == 0 || (trays["\(place)/\(place)-\(row.automaticTrays)"]?.nextSlot ?? 0) > 12 {
      row.automaticTrays += 1
      places[place] = row
    }
    let name = "\(place)-\(coiled ? 0 : row.automaticTrays)"
    if trays["\(place)/\(name)"] == nil {
      try addTray(name, in: place, kind: coiled ? .coiling : .splice, slots: coiled ? nil : 12)
    }
    return "\(place)/\(name)"
  }

  // MARK: Splitters

  private mutating func addSplitter(_ input: FibreEnd, legs: [FibreEnd], holder: String) throws(SketchError) {
    let parts = holder.split(separator: "/", maxSplits: 1).map(String.init)
    try take(input)
    for (offset, leg) in legs.enumerated() {
      if leg == input { throw fail(.joinedToItself(builder.network.sketchName(of: leg))) }
      try take(leg)
      if places[parts[0]]?.rack != nil, parts.count == 2 {
        let panel = try panel(parts[1], at: parts[0])
        let joint = Joint(
          holder: .panel(panel), number: offset + 1, kind: .splitter, technique: .scAPC, first: input, second: leg)
        try add(joint, at: parts[1])
      } else {
        let slot = try nextSlot(holder, place: parts[0], coiled: false)
        let joint = Joint(
          holder: .cassette(slot.tray), number: slot.number, kind: .splitter, first: input, second: leg)
        try add(joint, at: builder.network.cassettes[slot.tray].code.rawValue)
      }
    }
  }

  // MARK: Panels, ports, cords

  mutating func readPanel(_ words: [String]) throws(SketchError) {
    guard words.count == 4, let capacity = Int(words[3]) else { throw unreadable(words) }
    guard let rack = places[words[1]]?.rack else { throw fail(.unknownPlace(words[1])) }
    _ = try added(builder.add(Panel(code: Code(words[2]), rack: rack, portCapacity: capacity)), words[2])
  }

  private mutating func panel(_ name: String, at place: String) throws(SketchError) -> Index<Panel> {
    if let panel = builder.network.panels.index(of: Code(name)) { return panel }
    guard let rack = places[place]?.rack else { throw fail(.unknownPlace(place)) }
    return try added(builder.add(Panel(code: Code(name), rack: rack)), name)
  }

  mutating func readPorts(_ words: [String]) throws(SketchError) {
    guard words.count == 5, words[3] == "=" else { throw unreadable(words) }
    let ports = try ports(words[2], at: words[1])
    let ends = try ends(words[4], at: words[1])
    guard ports.count == ends.count else { throw fail(.unequalRanges(ports.count, ends.count)) }
    for (port, end) in zip(ports, ends) {
      try take(end)
      guard self.ports[port]?.fibre == nil else { throw fail(.nameTaken(builder.network.name(of: port))) }
      hold(port) { $0.fibre = end }
    }
  }

  private mutating func hold(_ port: Port, _ change: (inout SketchPort) -> Void) {
    if ports[port] == nil { portOrder.append(port) }
    change(&ports[port, default: SketchPort()])
  }

  mutating func readCords(_ words: [String]) throws(SketchError) {
    guard words.count == 5, words[3] == "=" else { throw unreadable(words) }
    let from = try ports(words[2], at: words[1])
    let to = try ports(words[4], at: words[1])
    guard from.count == to.count else { throw fail(.unequalRanges(from.count, to.count)) }
    for (a, b) in zip(from, to) {
      let fibre = try addCord(at: words[1], port: a)
      for (port, side) in [(a, FibreSide.a), (b, .b)] {
        guard ports[port]?.cord == nil else { throw fail(.joinedTwice(builder.network.name(of: port))) }
        hold(port) { $0.cord = FibreEnd(fibre, side) }
      }
    }
  }

  private mutating func addCord(at place: String, port: Port) throws(SketchError) -> Index<Fibre> {
    let name = "J-\(builder.network.panels[port.panel].code)-\(port.number)"
    let cable = try added(builder.add(Cable(code: Code(name), kind: .patchCord)), name)
    let node = places[place]?.node
    let section = CableSection(
      code: Code(name), cable: cable, nodeA: node, nodeB: node, fibreCount: 1, statedCapacity: 1, modulo: 1)
    let index = try added(builder.add(section, fibres: [FibreRecord(number: 1, code: "\(name).1")]), name)
    return builder.network.sections[index].fibre(1)
  }

  private mutating func ports(_ text: String, at place: String) throws(SketchError) -> [Port] {
    let (name, numbers) = try range(text)
    let panel = try panel(name, at: place)
    return numbers.map { Port(panel: panel, number: $0) }
  }

  /// Writes the joints of all ports, now that fibres and cords are known.
  mutating func addPorts() {
    for port in portOrder {
      let row = ports[port] ?? SketchPort()
      let joint = Joint(
        holder: .panel(port.panel), number: port.number, kind: .connector, technique: .scAPC, first: row.cord,
        second: row.fibre)
      _ = builder.add(joint, code: Code("\(builder.network.panels[port.panel].code)/\(port.number)"))
    }
  }
}

extension Network {
  fileprivate func sketchName(of end: FibreEnd) -> String { "\(code(of: end.fibre))\(end.side == .a ? "a" : "b")" }
}
