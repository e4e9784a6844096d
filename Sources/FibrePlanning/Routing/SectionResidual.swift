import FibreModel

/// Where a greatest flow can still grow, if a cable more were laid here or there.
struct SectionResidual {
  private let flow: SectionFlow
  private let result: SectionFlow.Result
  /// Arcs that leave and that enter each node, by their places among the arcs.
  private let leaving: CompressedRows
  private let entering: CompressedRows

  /// Prepares it. Cost: the arcs of the flow.
  init(_ flow: SectionFlow, _ result: SectionFlow.Result) {
    self.flow = flow
    self.result = result
    let arcs = result.arcs.enumerated()
    leaving = CompressedRows(rowCount: result.nodeCount, pairs: arcs.map { ($0.element.tail, UInt32($0.offset)) })
    entering = CompressedRows(rowCount: result.nodeCount, pairs: arcs.map { ($0.element.head, UInt32($0.offset)) })
  }

  private var source: UInt32 { UInt32(flow.sections.nodeCount) }
  private var sink: UInt32 { source + 1 }

  /// The sections along which one cable alone lets more through: from where more can come to where more can leave.
  var singles: [Index<CableSection>] {
    let ahead = reached(from: [source], isForward: true)
    let behind = reached(from: [sink], isForward: false)
    return flow.sections.sections.filter { section in
      ways(along: section).contains { ahead[Int($0.tail)] && behind[Int($0.head)] }
    }
  }

  /// The fewest sections along which cables together let more through, in order of the way; empty where none do, because
  /// ports are the limit.
  var fewest: [Index<CableSection>] {
    var cables: [[Index<CableSection>]?] = Array(repeating: nil, count: result.nodeCount)
    var wave: [UInt32] = []
    reach(source, [], &cables, &wave)
    while cables[Int(sink)] == nil, !wave.isEmpty {
      let isInWave = Set(wave)
      var next: [UInt32] = []
      for section in flow.sections.sections {
        for way in ways(along: section) where isInWave.contains(way.tail) {
          reach(way.head, (cables[Int(way.tail)] ?? []) + [section], &cables, &next)
        }
      }
      wave = next
    }
    return cables[Int(sink)] ?? []
  }

  /// Both ways in which links may use a new cable.
  private func ways(along section: Index<CableSection>) -> [(tail: UInt32, head: UInt32)] {
    let (a, b) = flow.sections.ends(of: section)
    return [(a, b), (b, a)].filter { $0.0 != flow.to.place && $0.1 != flow.from.place }
  }

  /// Marks a node and all that the flow can grow to from there without a cable.
  private func reach(
    _ start: UInt32, _ laid: [Index<CableSection>], _ cables: inout [[Index<CableSection>]?], _ wave: inout [UInt32]
  ) {
    if cables[Int(start)] != nil { return }
    var waiting = [start]
    cables[Int(start)] = laid
    while let node = waiting.popLast() {
      wave.append(node)
      for next in neighbours(of: node, isForward: true) where cables[Int(next)] == nil {
        cables[Int(next)] = laid
        waiting.append(next)
      }
    }
  }

  /// The nodes to which the flow could grow with endless ports at the start.
  var reachedWithEndlessPorts: [Bool] { reached(from: [source, flow.from.place], isForward: true) }

  func isSinkReached(_ isReached: [Bool]) -> Bool { isReached[Int(sink)] }

  private func reached(from starts: [UInt32], isForward: Bool) -> [Bool] {
    var isReached = [Bool](repeating: false, count: result.nodeCount)
    var waiting = starts
    for start in starts { isReached[Int(start)] = true }
    while let node = waiting.popLast() {
      for next in neighbours(of: node, isForward: isForward) where !isReached[Int(next)] {
        isReached[Int(next)] = true
        waiting.append(next)
      }
    }
    return isReached
  }

  /// Nodes to which one unit more can go from here, or from which it can come.
  private func neighbours(of node: UInt32, isForward: Bool) -> [UInt32] {
    let hasRoom = { (arc: UInt32) in Int(result.flows[Int(arc)]) < result.arcs[Int(arc)].capacity }
    let carries = { (arc: UInt32) in result.flows[Int(arc)] > 0 }
    return leaving[Int(node)].filter { isForward ? hasRoom($0) : carries($0) }.map { result.arcs[Int($0)].head }
      + entering[Int(node)].filter { isForward ? carries($0) : hasRoom($0) }.map { result.arcs[Int($0)].tail }
  }
}
