extension NetworkBuilder {
  /// The network with all its lookups; O(rows), and O(n log n) within each cassette and panel.
  public func build() -> Network {
    var network = network
    network.groupJoints()
    network.groupPlaces()
    network.collectSplitters()
    network.quarantine.sort { Finding.inOrder($0.finding, $1.finding) }
    return network
  }
}

extension Network {
  fileprivate mutating func groupJoints() {
    let rows = joints.rows
    func isBefore(_ a: Index<Joint>, _ b: Index<Joint>) -> Bool {
      (rows[a.offset].number ?? Int.max, a.rawValue) < (rows[b.offset].number ?? Int.max, b.rawValue)
    }
    jointsOfCassette = Grouping(owners: cassettes.count, members: rows.count) {
      if case .cassette(let cassette) = rows[$0].holder { cassette } else { nil }
    }
    jointsOfCassette.sort(by: isBefore)
    jointsOfPanel = Grouping(owners: panels.count, members: rows.count) {
      if case .panel(let panel) = rows[$0].holder { panel } else { nil }
    }
    jointsOfPanel.sort(by: isBefore)
  }

  fileprivate mutating func groupPlaces() {
    let trays = cassettes.rows
    cassettesOfBox = Grouping(owners: boxes.count, members: trays.count) { trays[$0].box }
    cassettesOfBox.sort {
      let (a, b) = (trays[$0.offset], trays[$1.offset])
      return (a.face, a.number ?? Int.max, a.code) < (b.face, b.number ?? Int.max, b.code)
    }
    let places = boxes.rows
    boxesOfNode = Grouping(owners: nodes.count, members: places.count) { places[$0].node }
    let pieces = sections.rows
    sectionsOfCable = Grouping(owners: cables.count, members: pieces.count) { pieces[$0].cable }
    var endings: [(Index<Node>, Index<CableSection>)] = []
    endings.reserveCapacity(2 * pieces.count)
    for (position, row) in pieces.enumerated() {
      if let node = row.nodeA { endings.append((node, Index(position))) }
      if let node = row.nodeB, node != row.nodeA { endings.append((node, Index(position))) }
    }
    sectionsOfNode = Grouping(nodes.count, endings)
    panelsOfSite = Grouping(owners: sites.count, members: panels.count) { site(of: Index($0)) }
  }

  fileprivate mutating func collectSplitters() {
    var legs: [FibreEnd: [Index<Joint>]] = [:]
    for index in joints.indices {
      let joint = joints[index]
      guard joint.kind == .splitter, joint.claim != .contested, let input = joint.first else { continue }
      legs[input, default: []].append(index)
    }
    for input in legs.keys.sorted() {
      let members = (legs[input] ?? []).sorted {
        (joints[$0].number ?? Int.max, $0.rawValue) < (joints[$1].number ?? Int.max, $1.rawValue)
      }
      splitterOfInput[input] = splitters.count
      let holder = joints[members[0]].holder
      splitters.append(
        Splitter(holder: holder, input: input, legs: members, ratio: ratio(of: members, in: holder)))
    }
  }

  /// Outputs without a joint count too: light is shared among all of them.
  private func ratio(of legs: [Index<Joint>], in holder: SlotHolder) -> Int {
    let (capacity, jointCount): (Int?, Int) =
      switch holder {
      case .panel(let panel): (panels[panel].portCapacity, joints(in: panel).count)
      case .cassette(let cassette): (cassettes[cassette].slotCapacity, joints(in: cassette).count)
      case .unknown: (nil, 0)
      }
    if let capacity, jointCount == legs.count, capacity >= legs.count, (2...128).contains(capacity),
      capacity.nonzeroBitCount == 1
    {
      return capacity
    }
    var ratio = 2
    while ratio < legs.count { ratio *= 2 }
    return ratio
  }
}

extension Grouping {
  /// Groups pairs of owner and member, where a member may have several owners; keeps their order.
  fileprivate init(_ owners: Int, _ pairs: [(Index<Owner>, Index<Member>)]) {
    let owned = Grouping(owners: owners, members: pairs.count) { pairs[$0].0 }
    self.init(members: owned.members.map { pairs[$0.offset].1 }, starts: owned.starts)
  }
}
