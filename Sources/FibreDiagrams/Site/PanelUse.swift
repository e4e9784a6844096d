import FibreModel

/// What the ports of a panel hold.
struct PanelUse {
  /// Consecutive ports that hold consecutive fibres of one section.
  struct Run {
    let section: Index<CableSection>
    var ports: ClosedRange<Int>
    var fibres: ClosedRange<Int>
  }

  let panel: Index<Panel>
  let capacity: Int?
  /// Ports with a fibre behind them or a cord before them.
  private(set) var usedCount = 0
  /// Patch cords with an end in its ports.
  private(set) var cords: Set<Index<CableSection>> = []
  private(set) var runs: [Run] = []

  init(_ network: Network, _ panel: Index<Panel>) {
    self.panel = panel
    capacity = network.panels[panel].portCapacity
    var ports: Set<Int> = []
    for index in network.joints(in: panel) {
      let joint = network.joints[index]
      guard let number = joint.number, !joint.ends.isEmpty else { continue }
      ports.insert(number)
      for end in joint.ends { add(end, at: number, network) }
    }
    usedCount = ports.count
  }

  private mutating func add(_ end: FibreEnd, at port: Int, _ network: Network) {
    let section = network.section(of: end.fibre)
    let fibre = network.number(of: end.fibre)
    if network.cables[network.sections[section].cable].kind == .patchCord {
      cords.insert(section)
    } else if let last = runs.last, last.section == section, last.ports.upperBound + 1 == port,
      last.fibres.upperBound + 1 == fibre
    {
      runs[runs.count - 1].ports = last.ports.lowerBound...port
      runs[runs.count - 1].fibres = last.fibres.lowerBound...fibre
    } else {
      runs.append(Run(section: section, ports: port...port, fibres: fibre...fibre))
    }
  }

  /// The sections behind its ports, each once, in order of port.
  var sections: [Index<CableSection>] {
    var sections: [Index<CableSection>] = []
    for run in runs where !sections.contains(run.section) { sections.append(run.section) }
    return sections
  }

  /// Whether two panels are told alike: as many ports and cords, and no cable behind either.
  func isLike(_ other: PanelUse) -> Bool {
    runs.isEmpty && other.runs.isEmpty && usedCount == other.usedCount && capacity == other.capacity
      && cords.count == other.cords.count
  }

  /// Twelve signs, as many filled as the share of ports in use; one at least when any is.
  var bar: String {
    guard let capacity, capacity > 0 else { return "" }
    let filled = usedCount == 0 ? 0 : min(12, max(1, usedCount * 12 / capacity))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: 12 - filled)
  }
}
