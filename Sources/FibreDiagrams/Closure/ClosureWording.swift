import FibreModel

/// Titles, remarks and the text of rows.
extension ClosureDiagram {
  var header: String {
    let row = network.boxes[box]
    let trays = network.cassettes(in: box)
    let used = trays.count { !network.joints(in: $0).isEmpty }
    let capacity = row.cassetteCapacity.map { " / \($0)" } ?? ""
    let remarks = [
      "\(Word.revision.text(language)) \(network.revision) · \(place)",
      "\(Word.traysUsed.text(language)) \(used)\(capacity) · \(jointCounts)",
    ]
    return Style.header(
      "\(Word.closureTitle.text(language)) \(row.label)", remarks,
      legend: [
        ("──", Style.ink, Word.spliced.text(language)), ("╌╌", Style.ink, Word.mechanical.text(language)),
        ("━━", Style.passage, Word.passage.text(language)),
        ("K05 · 1–8", Style.quiet, Word.trayAndSlots.text(language)),
      ])
  }

  /// What it stands in: the chamber's name and model, or the room.
  private var place: String {
    switch network.boxes[box].housing {
    case .technicalPoint(let point):
      [network.technicalPoints[point].name, network.technicalPoints[point].nature].filter { !$0.isEmpty }
        .joined(separator: " · ")
    case .room(let room): network.rooms[room].code.rawValue
    case .premises(let premises): network.premises[premises].code.rawValue
    case .unknown: network.boxes[box].node.map { network.nodes[$0].code.rawValue } ?? ""
    }
  }

  private var jointCounts: String {
    var counts: [JointKind: Int] = [:]
    for tray in network.cassettes(in: box) {
      for joint in network.joints(in: tray) { counts[network.joints[joint].kind, default: 0] += 1 }
    }
    let told: [(JointKind, Word)] = [
      (.splice, .splicedFibres), (.passage, .passingFibres), (.parked, .parkedFibres), (.splitter, .splitterLegs),
    ]
    return told.compactMap { kind, word in
      counts[kind].map { "\(Figures.whole($0, language)) \(word.text(language))" }
    }.joined(separator: ", ")
  }

  /// What becomes of fibres that are joined: tray and slots, and the far fibres' numbers.
  func text(of run: JointRun, to other: FibreRun) -> String {
    var parts: [String] = []
    switch run.kind {
    case .passage: parts.append(Word.passage.text(language))
    case .splitter: parts.append(Word.splitter.text(language))
    case .splice: if run.technique == .mechanical { parts.append(Word.mechanical.text(language)) }
    case .connector: parts.append(Word.connector.text(language))
    case .pigtail: parts.append(Word.pigtail.text(language))
    case .parked: parts.append(Word.parked.text(language))
    }
    if run.kind != .passage { parts.append(slots(run.holder, run.slots)) }
    parts.append("↔ \(Figures.range(other.numbers))")
    if run.isReversed { parts.append(Word.reversed.text(language)) }
    if run.isDisputed { parts.append(Word.disputed.text(language)) }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  func text(of run: IdleRun) -> String {
    let count = run.fibres.numbers.count
    guard run.isParked else { return "\(Word.noJoint.text(language)) (\(count))" }
    return [Word.parked.text(language), slots(run.holder, run.slots)].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// `9–12 en attente`: fibres of a tube that are not joined, beside those that are.
  func remainder(_ run: IdleRun) -> String {
    "\(Figures.range(run.fibres.numbers)) \((run.isParked ? Word.parked : Word.noJoint).text(language))"
  }

  /// `K05 · 1–8`: the tray's number and the slots.
  private func slots(_ holder: SlotHolder, _ numbers: [Int]) -> String {
    guard case .cassette(let cassette) = holder else { return "" }
    let tray = network.cassettes[cassette]
    let name = tray.number.map { Figures.rank("K", $0) } ?? tray.code.rawValue
    return numbers.isEmpty ? name : "\(name) · \(Figures.ranges(numbers))"
  }
}

extension Network {
  /// What people call the place at a node: its site, its first box, or the node's own code.
  func placeName(of node: Index<Node>) -> String {
    if let site = sites.rows.first(where: { $0.node == node }) { return site.label }
    if let box = boxes(at: node).first {
      return boxes[box].label
    }
    return nodes[node].code.rawValue
  }
}
