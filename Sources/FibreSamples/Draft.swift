import GeoFormats

/// The reference network while it is being built: what is laid, what is joined, and the rows that say where it stands.
struct Draft {
  let seed: UInt64
  var rows = DeliveryRows()
  var nodes: [Node] = []
  var panels: [Panel] = []
  var boxes: [Box] = []
  var cables: [Cable] = []
  var joints: [Joint] = []
  var strands: [Strand] = []
  var pathways = Pathways()
  var references = References()

  /// The strand that ends, so far, with a fibre.
  var strandAtFibre: [FibreReference: Int] = [:]
  /// The joint at a port.
  var jointAtPort: [Port: Int] = [:]
  var boxAtCode: [String: Int] = [:]
  var addressCount = 0
  var technicalPointCount = 0
  var slackCount = 0
  /// Positions written so far.
  var positionCount = 0
  var cordCounts: [String: Int] = [:]

  var shapes: SeededGenerator

  init(seed: UInt64) {
    self.seed = seed
    shapes = SeededGenerator(seed: seed, subject: 1)
  }
}

// MARK: joining

extension Draft {
  /// Splices two fibres in a slot; a strand that ends with the first goes on with the second.
  mutating func splice(_ first: FibreReference, _ second: FibreReference, in place: Joint.Place, slot: Int) {
    joints.append(Joint(place: place, slot: slot, first: first, second: second, kind: .splice))
    prolong(first, with: second, splices: 1)
  }

  /// Records that a fibre goes through a box uncut.
  mutating func pass(
    _ first: FibreReference, _ second: FibreReference, in box: Int, kind: Joint.Kind = .passage
  ) {
    let slot = boxes[box].cassettes[0].capacity + 1
    boxes[box].cassettes[0].capacity = slot
    joints.append(
      Joint(place: .cassette(box: box, index: 0), slot: slot, first: first, second: second, kind: kind))
    prolong(first, with: second, splices: 0)
  }

  /// Stores a cut fibre in a slot.
  mutating func park(_ fibre: FibreReference, in place: Joint.Place, slot: Int) {
    joints.append(Joint(place: place, slot: slot, first: fibre, second: nil, kind: .parked))
  }

  /// Ends a cable fibre on a port; a strand that ends with it takes the port as its end.
  mutating func connect(_ fibre: FibreReference, to port: Port, cord: FibreReference? = nil) {
    jointAtPort[port] = joints.count
    joints.append(Joint(place: .panel(port.panel), slot: port.number, first: cord, second: fibre, kind: .connector))
    guard let strand = strandAtFibre[fibre] else { return }
    strands[strand].ports += 1
    if strands[strand].start == nil { strands[strand].start = port } else { strands[strand].end = port }
  }

  /// Ends fibres `1...count` of a cable on the ports of a panel, in order.
  mutating func connectAll(of cable: Int, to panel: Int) {
    for number in 1...cables[cable].capacity {
      connect(FibreReference(cable: cable, number: number), to: Port(panel: panel, number: number))
    }
  }

  /// Opens a tray of 12 slots.
  mutating func openTray(in box: Int, kind: Cassette.Kind = .splices, capacity: Int = 12) -> Joint.Place {
    let number = boxes[box].cassettes.count
    boxes[box].cassettes.append(Cassette(number: number, kind: kind, capacity: capacity))
    return .cassette(box: box, index: number)
  }

  /// Makes a strand that ends with `fibre` end with `next` instead.
  mutating func prolong(_ fibre: FibreReference, with next: FibreReference, splices: Int) {
    guard let strand = strandAtFibre.removeValue(forKey: fibre) else { return }
    strandAtFibre[next] = strand
    strands[strand].fibres.append(next)
    strands[strand].metres += cables[next.cable].metres
    strands[strand].splices += splices
  }
}

// MARK: tubes

extension Draft {
  /// The fibres of a tube of modulo 12, as numbers of its cable.
  static func fibres(ofTube tube: Int) -> ClosedRange<Int> { (tube - 1) * 12 + 1...tube * 12 }

  /// Takes a whole tube through a box uncut.
  mutating func passTube(_ tube: Int, from: Int, to: Int, in box: Int, kind: Joint.Kind = .passage) {
    for number in Self.fibres(ofTube: tube) {
      pass(FibreReference(cable: from, number: number), FibreReference(cable: to, number: number), in: box, kind: kind)
    }
  }

  /// Cuts a tube in a box: live fibres are spliced straight on, the others stored, slot by slot.
  mutating func spliceTube(_ tube: Int, from: Int, to: Int, in box: Int) {
    let tray = openTray(in: box)
    for (offset, number) in Self.fibres(ofTube: tube).enumerated() {
      let fibre = FibreReference(cable: from, number: number)
      if strandAtFibre[fibre] == nil {
        park(fibre, in: tray, slot: offset + 1)
      } else {
        splice(fibre, FibreReference(cable: to, number: number), in: tray, slot: offset + 1)
      }
    }
  }

  /// Cuts a tube and splices each live fibre on the fibre that `target` names.
  mutating func endTube(
    _ tube: Int, of cable: Int, in tray: Joint.Place, target: (_ fibre: Int) -> FibreReference?
  ) {
    for (offset, number) in Self.fibres(ofTube: tube).enumerated() {
      let fibre = FibreReference(cable: cable, number: number)
      if let next = target(number) {
        splice(fibre, next, in: tray, slot: offset + 1)
      } else {
        park(fibre, in: tray, slot: offset + 1)
      }
    }
  }
}
