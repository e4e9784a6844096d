import FibreModel

/// The inventory while lines from the field are applied: each deed fits and is carried out, or changes nothing.
struct AsDoneState {
  let network: Network
  private(set) var replay: ReplayState
  /// As the night began.
  private var morning: ReplayState
  /// What was carried out in this night, each with the line that said so, or nothing for what follows from several.
  private(set) var edits: [(line: Int?, edit: NetworkChange)] = []
  /// Fibres of joints that were taken apart or made in this night.
  private(set) var touched: Set<Int> = []
  /// Trays that were empty before the import and have been begun in this night, by closure.
  private(set) var begunTrays: [Index<Box>: Set<Index<Cassette>>] = [:]
  private var earlierTrays: Set<Index<Cassette>> = []

  init(_ network: Network) {
    self.network = network
    morning = ReplayState(network)
    replay = morning
  }

  /// Starts a night with the inventory as it is now.
  mutating func beginNight() {
    morning = replay
    edits = []
    touched = []
    for trays in begunTrays.values { earlierTrays.formUnion(trays) }
    begunTrays = [:]
  }

  /// Carries edits out for a line, or refuses them and changes nothing.
  mutating func carryOut(_ changes: [NetworkChange], line: Int?) throws(AsDoneFault) {
    for (count, change) in changes.enumerated() {
      do throws(ChangeRefusal) {
        try replay.apply(change)
        edits.append((line, change))
      } catch {
        takeBack(last: count)
        throw .refused(error)
      }
    }
  }

  /// Takes back all that was carried out in this night, so that not even a name that was given remains taken.
  mutating func takeBackNight() {
    replay = morning
    edits = []
    touched = []
    begunTrays = [:]
  }

  private mutating func takeBack(last count: Int) {
    for (_, edit) in edits.suffix(count).reversed() {
      do throws(ChangeRefusal) {
        try replay.apply(edit.inverse)
      } catch {
        preconditionFailure("an edit that fitted can't be taken back: \(error)")
      }
    }
    edits.removeLast(count)
  }

  // MARK: Questions

  /// What each joint of a slot holds; nothing when the slot is free or unknown.
  func contents(holder: String, slot: Int?) -> [Set<AsDoneEnd>] {
    guard let cassette = network.cassettes.index(of: Code(holder)) else { return [] }
    var joints = network.joints(in: cassette).map(\.offset).filter { replay.joints[$0]?.number == slot }
    if let slot, let held = replay.joint(in: ReplayState.Slot(holder: .cassette(cassette), number: slot)),
      !joints.contains(held)
    {
      joints.append(held)
    }
    return joints.compactMap { replay.joints[$0] }.map { row in
      Set([row.first, row.second].compactMap { $0 }.map { name(of: $0) })
    }
  }

  /// Whether a joint anywhere holds both of two fibres.
  func areJoined(_ a: AsDoneEnd, _ b: AsDoneEnd?) -> Bool {
    guard let b, let fibre = network.fibre(section: Code(a.owner), number: a.number).map({ $0.offset }) else {
      return false
    }
    return [fibre << 1, fibre << 1 | 1].contains { end in
      replay.joint(of: end).flatMap { replay.joints[$0]?.partner(of: end) }.map { name(of: $0) } == b
    }
  }

  func name(of end: Int) -> AsDoneEnd {
    let name = replay.name(of: end)
    return AsDoneEnd(owner: name.section.rawValue, number: name.number)
  }

  /// The ends of a fibre that lie in a closure.
  func ends(_ end: AsDoneEnd, in box: Index<Box>) throws(AsDoneFault) -> [Int] {
    guard let fibre = network.fibre(section: Code(end.owner), number: end.number).map({ $0.offset }),
      !replay.isCord(fibre << 1)
    else { throw .unknownFibre(end) }
    let here = [fibre << 1, fibre << 1 | 1].filter { candidate in
      if let joint = replay.joint(of: candidate) { return replay.box(of: joint) == box }
      guard let node = network.boxes[box].node else { return false }
      return network.node(of: FibreEnd(rawValue: UInt32(candidate))) == node
    }
    guard !here.isEmpty else { throw .fibreElsewhere(end, closure: network.boxes[box].code.rawValue) }
    return here
  }

  // MARK: Notes

  mutating func touch(_ ends: [Int?]) { touched.formUnion(ends.compactMap { $0 }.map { $0 >> 1 }) }

  mutating func begin(_ tray: Index<Cassette>, in box: Index<Box>) {
    guard network.cassettes[tray].kind == .splice, network.joints(in: tray).isEmpty, !earlierTrays.contains(tray)
    else { return }
    begunTrays[box, default: []].insert(tray)
  }
}
