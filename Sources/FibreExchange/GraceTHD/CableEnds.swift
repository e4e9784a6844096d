import FibreModel

/// Where cables end, found from what the delivery does say.
///
/// `cb_nd1` is end A and `cb_nd2` end B. An end that is not stated is the node at the end of the cable's line (within
/// 0.1 m), or else the place of the boxes and panels in which its fibres are joined.
struct CableEnds {
  private let map: NodeMap
  private let nodes: EntityTable<Node>
  private(set) var findings: [Finding] = []
  private var byLine = RepeatedNote(
    rule: "cable.ends-by-line", severity: .info
  ) { count in
    "\(count) cables from here on lack cb_nd1 or cb_nd2; the nodes at the ends of their lines were taken."
  }
  private var byJoints = RepeatedNote(
    rule: "cable.ends-by-joints", severity: .info
  ) { count in
    "\(count) cables from here on lack cb_nd1 or cb_nd2; the places where their fibres are joined were taken."
  }

  init(_ map: NodeMap, nodes: EntityTable<Node>) {
    self.map = map
    self.nodes = nodes
  }

  /// Completes the ends of all drafts.
  ///
  /// - Parameter joined: For each draft, where its fibres are joined, in the order of the delivery.
  mutating func settle(_ drafts: inout [CableDraft], joined: [[JoinedPlace]], table: DeliveryTable) {
    for index in drafts.indices {
      let place = table.place(drafts[index].row)
      if settleByLine(&drafts[index], place) { byLine.add(place: place, code: drafts[index].code) }
      if settleByJoints(&drafts[index], joined[index]) { byJoints.add(place: place, code: drafts[index].code) }
      reportOpenEnds(of: drafts[index], place)
    }
    findings += [byLine.finding, byJoints.finding].compactMap { $0 }
  }

  /// True when the line told an end.
  private mutating func settleByLine(_ draft: inout CableDraft, _ place: String) -> Bool {
    guard let line = draft.line, let start = line.points.first, let end = line.points.last else { return false }
    let (atStart, atEnd) = (map.node(at: start), map.node(at: end))
    switch (draft.nodeA, draft.nodeB) {
    case (nil, nil):
      (draft.nodeA, draft.nodeB) = (atStart, atEnd)
    case (let known?, nil):
      draft.nodeB = map.place(of: known) == map.place(of: atEnd) ? atStart : atEnd
    case (nil, let known?):
      draft.nodeA = map.place(of: known) == map.place(of: atStart) ? atEnd : atStart
    case (let a?, let b?):
      checkLine(
        draft, places: [map.place(of: a), map.place(of: b)], [map.place(of: atStart), map.place(of: atEnd)], place)
      return false
    }
    if atStart == nil || atEnd == nil {
      findings.append(
        Finding(
          rule: "cable.end-off-node", severity: .warning, place: place, code: draft.code,
          message: atStart == nil
            ? "The line of \(draft.code) begins farther than 0.1 m from any node. Snap it to the node."
            : "The line of \(draft.code) ends farther than 0.1 m from any node. Snap it to the node."))
    }
    return atStart != nil || atEnd != nil
  }

  private mutating func checkLine(_ draft: CableDraft, places: [Int?], _ drawn: [Int?], _ place: String) {
    guard places != drawn, places.reversed() != drawn else { return }
    findings.append(
      Finding(
        rule: "cable.line-elsewhere", severity: .warning, place: place, code: draft.code,
        message: "The line of \(draft.code) does not run between cb_nd1 and cb_nd2, which were taken. Correct the line."
      ))
  }

  /// True when a joint told an end.
  private func settleByJoints(_ draft: inout CableDraft, _ joined: [JoinedPlace]) -> Bool {
    guard draft.nodeA == nil || draft.nodeB == nil else { return false }
    let known = [draft.nodeA, draft.nodeB].compactMap { map.place(of: $0) }
    var places: [(place: Int, node: Index<Node>, networkSideCount: Int)] = []
    for one in joined {
      guard let place = map.place(of: one.node), !known.contains(place) else { continue }
      let offset = places.firstIndex { $0.place == place } ?? places.endIndex
      if offset == places.endIndex { places.append((place, one.node, 0)) }
      // A holder that names the fibre as ps_2 stands at the network's end of it, which is end A.
      places[offset].networkSideCount += one.isCustomerSide ? 1 : -1
    }
    guard !places.isEmpty, places.count <= 2 - known.count else { return stayAtHome(&draft, known) }
    if places.count == 2 {
      let isFirstA = places[0].networkSideCount >= places[1].networkSideCount
      draft.nodeA = places[isFirstA ? 0 : 1].node
      draft.nodeB = places[isFirstA ? 1 : 0].node
    } else if !known.isEmpty {
      draft.nodeA = draft.nodeA ?? places[0].node
      draft.nodeB = draft.nodeB ?? places[0].node
    } else if draft.kind == .patchCord {
      (draft.nodeA, draft.nodeB) = (places[0].node, places[0].node)
    } else if places[0].networkSideCount > 0 {
      draft.nodeA = places[0].node
    } else {
      draft.nodeB = places[0].node
    }
    return true
  }

  /// A patch cord does not leave its site.
  private func stayAtHome(_ draft: inout CableDraft, _ known: [Int]) -> Bool {
    guard draft.kind == .patchCord, known.count == 1 else { return false }
    let node = draft.nodeA ?? draft.nodeB
    (draft.nodeA, draft.nodeB) = (node, node)
    return true
  }

  private mutating func reportOpenEnds(of draft: CableDraft, _ place: String) {
    let missing = (draft.nodeA == nil ? 1 : 0) + (draft.nodeB == nil ? 1 : 0)
    // A cord that nothing is plugged into has no place, and needs none.
    guard missing > 0, draft.kind != .patchCord else { return }
    findings.append(
      Finding(
        rule: "cable.end-unknown", severity: .warning, place: place, code: draft.code,
        message: missing == 2
          ? """
          Neither cb_nd1 and cb_nd2 nor a line nor joints tell where the ends of \(draft.code) are. Fill cb_nd1 and \
          cb_nd2, or draw the line.
          """
          : """
          Neither cb_nd1 and cb_nd2 nor a line nor joints tell where one end of \(draft.code) is. Fill cb_nd1 and \
          cb_nd2, or draw the line.
          """))
  }
}

/// Where a fibre of a cable is joined.
struct JoinedPlace {
  var node: Index<Node>
  var isCustomerSide: Bool
}
