import GeoFormats

/// The sections of the old room's cables, by cable, and what starts from the last closure of each.
struct FirstRing {
  /// Sections of `CAB-SF-01…07`, as cable indices.
  var sections: [[Int]] = []
  /// The tray of each tube in the last closure, by cable and tube.
  var trays: [[Joint.Place]] = []

  func last(of ring: Int) -> Int { sections[ring].last ?? 0 }
}

extension Draft {
  mutating func addFirstRingClosures() {
    for closure in FirstRingDesign.closures {
      _ = addClosure(
        closure.code, at: Coordinate(x: closure.easting, y: closure.northing), street: closure.street,
        nature: closure.chamber)
    }
  }

  /// Lays the old room's cables up to their last closures, with every joint before those.
  ///
  /// The second section of cable 6 is recorded in an order of colours that its hardware doesn't have: one of the planted traps.
  mutating func layFirstRing(_ rooms: Rooms) -> FirstRing {
    var ring = FirstRing()
    var port = 0
    for (index, design) in FirstRingDesign.cables.enumerated() {
      let path = [rooms.old.node] + design.path.map { boxes[box("BPE-AMI-" + $0)].node }
      let sections = lay(
        CableRun(
          code: design.code, capacity: design.fibres, level: "CX", colours: design.colours, nodes: path,
          metres: naturalMetres(path), street: "rue de Saint-Fuscien"))
      ring.sections.append(sections)
      if design.number == 6 { cables[sections[1]].colours = .orange }
      startStrands(of: index, design, section: sections[0])
      for number in 1...design.fibres {
        connect(
          FibreReference(cable: sections[0], number: number),
          to: Port(panel: rooms.oldPanels[port / 144], number: port % 144 + 1))
        port += 1
      }
      for (rank, closure) in design.path.dropLast().enumerated() {
        join(design, from: sections[rank], to: sections[rank + 1], at: closure)
      }
      ring.trays.append(openLastTrays(design, section: sections[sections.count - 1]))
    }
    return ring
  }

  private mutating func startStrands(of ring: Int, _ design: RingCable, section: Int) {
    for (offset, tube) in design.tubes.enumerated() {
      for rank in 0..<tube.live {
        let fibre = FibreReference(cable: section, number: offset * 12 + rank + 1)
        strandAtFibre[fibre] = strands.count
        strands.append(
          Strand(
            ring: ring, number: fibre.number, tube: offset + 1, kind: tube.kind, fibres: [fibre],
            metres: cables[section].metres))
      }
    }
  }

  /// Opens a tray for each tube in the last closure, and stores the spare tubes there.
  private mutating func openLastTrays(_ design: RingCable, section: Int) -> [Joint.Place] {
    let last = cables[section].to
    guard let box = boxes.firstIndex(where: { $0.node == last }) else { return [] }
    let trays = (1...design.tubeCount).map { _ in openTray(in: box) }
    for tube in 1...design.tubeCount where tube > design.tubes.count {
      endTube(tube, of: section, in: trays[tube - 1]) { _ in nil }
    }
    return trays
  }

  private mutating func join(_ design: RingCable, from: Int, to: Int, at closure: String) {
    let box = box("BPE-AMI-" + closure)
    for tube in 1...design.tubeCount {
      if design.isPassage(tube, at: closure) {
        let isFoundSpliced = design.number == 3 && closure == "002" && FirstRingDesign.foundSpliced.contains(tube)
        passTube(tube, from: from, to: to, in: box, kind: isFoundSpliced ? .passageFoundSpliced : .passage)
      } else {
        spliceTube(tube, from: from, to: to, in: box)
      }
    }
  }

  /// Lays the new room's cables, the relay that is already spliced at 001, and the tie cable.
  mutating func layNewCables(_ rooms: Rooms, _ ring: FirstRing) {
    var port = 0
    for design in FirstRingDesign.newCables {
      let closure = box("BPE-AMI-" + design.closure)
      let cable = lay(
        CableRun(
          code: "CAB-IT-" + design.closure, capacity: design.fibres, level: "CX",
          nodes: [rooms.new.node, boxes[closure].node], metres: [design.metres], state: .laid,
          street: "avenue d'Italie"))[0]
      for number in 1...design.fibres {
        connect(
          FibreReference(cable: cable, number: number),
          to: Port(panel: rooms.newPanels[port / 144], number: port % 144 + 1))
        port += 1
      }
      if design.closure == "001" { spliceRelay(from: cable, to: ring.sections[0][1], in: closure) }
    }
    layTie(rooms)
  }

  /// Tubes 59 and 60 of the new cable already go on to 005, on the spare tubes 35 and 36.
  private mutating func spliceRelay(from new: Int, to section: Int, in closure: Int) {
    for tube in 59...60 {
      let tray = openTray(in: closure)
      for rank in 1...12 {
        splice(
          FibreReference(cable: new, number: (tube - 1) * 12 + rank),
          FibreReference(cable: section, number: (tube - 25) * 12 + rank), in: tray, slot: rank)
      }
    }
  }

  private mutating func layTie(_ rooms: Rooms) {
    let tie = lay(
      CableRun(
        code: "CAB-IT-SF", capacity: 144, level: "CX", nodes: [rooms.new.node, rooms.old.node], metres: [3_100],
        state: .laid, street: "avenue d'Italie"))[0]
    for number in 1...48 {
      connect(FibreReference(cable: tie, number: number), to: Port(panel: rooms.newTiePanel, number: number))
      connect(FibreReference(cable: tie, number: number), to: Port(panel: rooms.oldTiePanel, number: number))
    }
  }

  /// Hangs the free trays in the first-ring closures, after every other tray.
  mutating func addFreeTrays() {
    for closure in FirstRingDesign.closures {
      for _ in 0..<(closure.trulyFreeTrays ?? closure.freeTrays) { _ = openTray(in: box(closure.code)) }
    }
  }
}
