import FibreModel

/// From the numbers of a walk to a route.
///
/// Made of the table alone: a copy of a whole network's tables for each route costs more than most walks.
extension StrandTable {
  /// The route that entered its fibres by some ends.
  func route(_ entries: [UInt32], _ stop: StrandWalk.Stop) -> OpticalRoute {
    let start = entries[0]
    let finish = entries[entries.count - 1] ^ 1
    var hops: [RouteHop] = []
    hops.reserveCapacity(entries.count + 1)
    var running: Int64 = 0
    var arriving: UInt32?
    for entry in entries {
      let joint = arriving.map { isSplitterInput($0 ^ 1) ? entry : $0 ^ 1 } ?? entry
      append(joint: joint, arriving: arriving, leaving: entry, running: running, to: &hops)
      running += length(entry)
      arriving = entry
    }
    append(joint: finish, arriving: arriving, leaving: nil, running: running, to: &hops)
    let atStart = if case .stop(let status) = next(after: start) { status } else { RouteStatus.complete }
    return OpticalRoute(
      status: max(atStart, stop.status), fibres: entries.map { Index(Int($0 >> 1)) },
      start: FibreEnd(rawValue: start), finish: FibreEnd(rawValue: finish), hops: hops,
      length: Length(millimetres: running))
  }

  /// Marks the fibres of a walk, and says whether it went through a splitter.
  func cover(_ entries: [UInt32], _ isCovered: inout [Bool]) -> Bool {
    var hasSplitter = false
    for entry in entries {
      isCovered[Int(entry >> 1)] = true
      hasSplitter = hasSplitter || isSplitterInput(entry) || isSplitterInput(entry ^ 1)
    }
    return hasSplitter
  }

  private func length(_ entry: UInt32) -> Int64 { lengths[sections[Int(entry >> 1)].offset] }

  private func append(
    joint end: UInt32, arriving: UInt32?, leaving: UInt32?, running: Int64, to hops: inout [RouteHop]
  ) {
    let joint = jointOfEnd[Int(end)]
    guard joint > 0 else { return }
    hops.append(
      RouteHop(
        joint: Index(Int(joint) - 1), arriving: arriving.map { Index(Int($0 >> 1)) },
        leaving: leaving.map { Index(Int($0 >> 1)) }, length: Length(millimetres: arriving.map(length) ?? 0),
        runningLength: Length(millimetres: running)))
  }
}

extension OpticalRoute {
  /// The same route with the lower of its two ends first; a loop stays as it was walked.
  var upwards: OpticalRoute { status != .loop && finish < start ? reversed() : self }
}
