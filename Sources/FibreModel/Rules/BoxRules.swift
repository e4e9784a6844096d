extension NetworkRules {
  static let boxRules: [Rule<Network>] = [
    Rule("box.over-capacity", .error, "A box has more cassettes than it can hold.", fullBoxes),
    Rule("box.without-node", .warning, "A box stands at no known place.", lostBoxes),
    Rule(
      "closure.free-trays-mismatch", .error, "More trays are stated as free than the inventory has room for.",
      missingTrays),
    Rule("closure.unknown", .error, "Working conditions are given for a closure that does not exist.", unknownClosures),
    Rule("closure.duplicate", .warning, "Working conditions of a closure are given twice.", closuresTwice),
  ]

  @Sendable private static func fullBoxes(_ network: Network, _ report: inout RuleReport) {
    for index in network.boxes.indices {
      let box = network.boxes[index]
      guard let capacity = box.cassetteCapacity else { continue }
      let count = network.trays(in: index).count
      if count > capacity {
        report.add(
          "closure", box.code.rawValue,
          "It has \(count) cassettes and can hold \(capacity). Count them on site, or correct its capacity.")
      }
    }
  }

  @Sendable private static func lostBoxes(_ network: Network, _ report: inout RuleReport) {
    for box in network.boxes.rows where box.node == nil {
      report.add("closure", box.code.rawValue, "It names no known chamber, pole, room or premises. Name its place.")
    }
  }

  @Sendable private static func missingTrays(_ network: Network, _ report: inout RuleReport) {
    for work in network.rules.closures {
      guard let index = network.boxes.index(of: work.closure), let capacity = network.boxes[index].cassetteCapacity
      else { continue }
      let trays = network.trays(in: index)
      let empty = trays.count { network.joints(in: $0).isEmpty }
      let free = empty + max(0, capacity - trays.count)
      guard work.freeTrays > free else { continue }
      report.add(
        "closure", work.closure.rawValue,
        "\(work.freeTrays) trays are stated as free; of \(capacity) trays, \(free) are. Count them on site.")
    }
  }

  @Sendable private static func unknownClosures(_ network: Network, _ report: inout RuleReport) {
    for work in network.rules.closures where network.boxes.index(of: work.closure) == nil {
      report.add(
        "closure", work.closure.rawValue,
        "Working conditions are given for it, but no box has this code. Correct the code.")
    }
  }

  @Sendable private static func closuresTwice(_ network: Network, _ report: inout RuleReport) {
    var seen: Set<Code<Box>> = []
    for work in network.rules.closures where !seen.insert(work.closure).inserted {
      report.add(
        "closure", work.closure.rawValue,
        "Its working conditions are given twice; the first ones count. Remove the others.")
    }
  }
}

extension Network {
  /// The cassettes that take a place of a box; coiling plates, where uncut tubes lie, take none.
  fileprivate func trays(in box: Index<Box>) -> [Index<Cassette>] {
    cassettes(in: box).filter { cassettes[$0].kind != .coiling }
  }
}
