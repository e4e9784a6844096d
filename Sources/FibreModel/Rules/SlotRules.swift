extension NetworkRules {
  static let slotRules: [Rule<Network>] = [
    Rule("slot.duplicate", .error, "Two joints are in one slot of a cassette.", duplicateSlots),
    Rule("port.duplicate", .error, "Two fibres are on one port of a panel.", duplicatePorts),
    Rule("port.out-of-range", .error, "A port's number is below 1 or beyond its panel.", portsOutOfRange),
    Rule("cassette.over-capacity", .error, "A cassette holds more, or higher slots, than it has.", fullCassettes),
    Rule("cassette.without-box", .warning, "A cassette is in no known box.", lostCassettes),
    Rule("cassette.number-duplicate", .warning, "Two cassettes of a box have one face and number.", sameCassettes),
    Rule("panel.without-site", .warning, "A panel is in no known site.", lostPanels),
  ]

  @Sendable private static func duplicateSlots(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices {
      guard network.joints[index].claim == .displaced, case .cassette(let cassette) = network.joints[index].holder,
        let number = network.joints[index].number, let holder = network.joint(at: number, of: cassette)
      else { continue }
      report.add("joint", network.joints.code(of: index).rawValue, occupied(network, index, by: holder))
    }
  }

  @Sendable private static func duplicatePorts(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices {
      guard network.joints[index].claim == .displaced, let port = network.port(of: index),
        let holder = network.joint(at: port)
      else { continue }
      report.add("panel", network.panels[port.panel].code.rawValue, occupied(network, index, by: holder))
    }
  }

  private static func occupied(_ network: Network, _ index: Index<Joint>, by holder: Index<Joint>) -> Sentence {
    """
    \(network.whereabouts(of: index)) holds \(network.fibres(of: holder)) (\(network.joints.code(of: holder))) and \
    \(network.fibres(of: index)) (\(network.joints.code(of: index))); one of them is elsewhere.
    """
  }

  @Sendable private static func portsOutOfRange(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices {
      guard let port = network.port(of: index) else { continue }
      let panel = network.panels[port.panel]
      guard port.number < 1 || port.number > panel.portCapacity ?? .max else { continue }
      let code = network.joints.code(of: index)
      let message: Sentence =
        if let capacity = panel.portCapacity {
          "\(code) is at port \(port.number); the panel has \(capacity) ports. Correct the number."
        } else {
          "\(code) is at port \(port.number); the panel has ports from 1. Correct the number."
        }
      report.add("panel", panel.code.rawValue, message)
    }
  }

  @Sendable private static func fullCassettes(_ network: Network, _ report: inout RuleReport) {
    for index in network.cassettes.indices {
      let cassette = network.cassettes[index]
      guard let capacity = cassette.slotCapacity else { continue }
      let held = network.joints(in: index).filter { network.joints[$0].claim != .contested }
      let numbers = held.compactMap { network.joints[$0].number }
      let outside = numbers.filter { $0 < 0 || $0 > capacity }
      if held.count > capacity {
        report.add(
          "cassette", cassette.code.rawValue,
          "It holds \(held.count) joints and has \(capacity) slots. Count them on site.")
      } else if !outside.isEmpty {
        report.add(
          "cassette", cassette.code.rawValue,
          "Slots \(ranged(outside)) are used; it has slots up to \(capacity). Correct the numbers.")
      }
    }
  }

  @Sendable private static func lostCassettes(_ network: Network, _ report: inout RuleReport) {
    for cassette in network.cassettes.rows where cassette.box == nil {
      report.add("cassette", cassette.code.rawValue, "It names no known box. Name it.")
    }
  }

  @Sendable private static func sameCassettes(_ network: Network, _ report: inout RuleReport) {
    for box in network.boxes.indices {
      let cassettes = network.cassettes(in: box).map { network.cassettes[$0] }
      for (one, next) in zip(cassettes, cassettes.dropFirst())
      where one.number != nil && one.number == next.number && one.face == next.face {
        report.add(
          "cassette", next.code.rawValue,
          "Its face and number in \(network.boxes[box].code) are those of \(one.code). Correct one of them.")
      }
    }
  }

  @Sendable private static func lostPanels(_ network: Network, _ report: inout RuleReport) {
    for index in network.panels.indices where network.site(of: index) == nil {
      report.add(
        "panel", network.panels[index].code.rawValue, "It leads to no known site through rack and room. Name its rack.")
    }
  }
}
