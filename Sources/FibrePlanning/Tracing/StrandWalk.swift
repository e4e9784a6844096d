/// One thread's working memory for walks over a `StrandTable`; made once, used for many walks.
///
/// Light goes up through splitters towards the head, then down through others; a splitter met from a leg after one was
/// passed downwards is no way of light, and the walk stops there as `ambiguous`. Thus no walk meets more ends than there
/// are in the network.
struct StrandWalk {
  /// What a walk found, valid during its call-back only: the ends by which each fibre was entered, in order.
  struct Found {
    let entries: [UInt32]
    let stop: Stop

    var status: RouteStatus { stop.status }
    var start: UInt32 { entries[0] }
    var finish: UInt32 { entries[entries.count - 1] ^ 1 }
  }

  /// Why a walk stops at the end it has reached.
  struct Stop {
    let status: RouteStatus
    /// Whether light can go no further; else the walk stopped before a splitter's leg or in a loop.
    let isAtStop: Bool
  }

  /// The ends by which the fibres were entered, in order, up to where `next()` stopped.
  private(set) var path: [UInt32] = []
  private let table: StrandTable
  private var isOnPath: [Bool]
  private var pending: [(depth: Int, entry: UInt32)] = []
  /// Whether light goes down through splitters by now.
  private var isDescending = false

  init(_ table: StrandTable, fibreCount: Int) {
    self.table = table
    isOnPath = [Bool](repeating: false, count: fibreCount)
  }

  /// Follows the light that enters a fibre at `start`, and reports each end it reaches. O(ends reached).
  mutating func walk(from start: UInt32, _ report: (Found) -> Void) {
    begin(at: start)
    while let stop = next() { report(Found(entries: path, stop: stop)) }
  }

  /// Starts anew, where light enters a fibre.
  mutating func begin(at start: UInt32) {
    cut(to: 0)
    pending.removeAll(keepingCapacity: true)
    pending.append((0, start))
    isDescending = false
  }

  /// Goes on to the next end that light reaches; nothing when there is none left.
  mutating func next() -> Stop? {
    guard let (depth, first) = pending.popLast() else {
      cut(to: 0)
      return nil
    }
    cut(to: depth)
    var entry = first
    while !isOnPath[Int(entry >> 1)] {
      isOnPath[Int(entry >> 1)] = true
      path.append(entry)
      switch table.next(after: entry ^ 1) {
      case .end(let next):
        if isDescending, table.isSplitterInput(next) { return Stop(status: .ambiguous, isAtStop: false) }
        entry = next
      case .splitter(let number):
        isDescending = true
        // A splitter has a leg with a fibre on it, else light stops before it.
        for leg in table.legs[number].dropFirst().reversed() { pending.append((path.count, leg)) }
        entry = table.legs[number][0]
      case .stop(let status): return Stop(status: status, isAtStop: true)
      }
    }
    return Stop(status: .loop, isAtStop: false)
  }

  private mutating func cut(to depth: Int) {
    for position in depth..<path.count { isOnPath[Int(path[position] >> 1)] = false }
    path.removeLast(path.count - depth)
  }
}
