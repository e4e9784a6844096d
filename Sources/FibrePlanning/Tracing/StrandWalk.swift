/// One thread's working memory for walks over a `StrandTable`; made once, used for many walks.
///
/// Light goes up through splitters towards the head, then down through others; a splitter met from a leg after one was
/// passed downwards is no way of light, and the walk stops there as `ambiguous`. Thus no walk meets more ends than there
/// are in the network.
struct StrandWalk {
  /// What a walk found, valid during its call-back only: the ends by which each fibre was entered, in order.
  struct Found {
    let entries: [UInt32]
    let status: RouteStatus
    /// Whether the walk could go no further; else it stopped before a splitter's leg or in a loop.
    let isAtStop: Bool

    var start: UInt32 { entries[0] }
    var finish: UInt32 { entries[entries.count - 1] ^ 1 }
  }

  private let table: StrandTable
  private var isOnPath: [Bool]
  private var path: [UInt32] = []
  private var pending: [(depth: Int, entry: UInt32)] = []

  init(_ table: StrandTable, fibreCount: Int) {
    self.table = table
    isOnPath = [Bool](repeating: false, count: fibreCount)
  }

  /// Follows the light that enters a fibre at `start`, and reports each end it reaches. O(ends reached).
  mutating func walk(from start: UInt32, _ report: (Found) -> Void) {
    var entry = start
    var isDescending = false
    while true {
      let stop: (status: RouteStatus, isAtStop: Bool)
      if isOnPath[Int(entry >> 1)] {
        stop = (.loop, false)
      } else {
        isOnPath[Int(entry >> 1)] = true
        path.append(entry)
        switch table.next(after: entry ^ 1) {
        case .end(let next):
          if !(isDescending && table.isSplitterInput(next)) {
            entry = next
            continue
          }
          stop = (.ambiguous, false)
        case .splitter(let number):
          isDescending = true
          for leg in table.legs[number].reversed() { pending.append((path.count, leg)) }
          entry = resume()
          continue
        case .stop(let status): stop = (status, true)
        }
      }
      report(Found(entries: path, status: stop.status, isAtStop: stop.isAtStop))
      guard !pending.isEmpty else { break }
      entry = resume()
    }
    cut(to: 0)
  }

  /// Goes back to the last splitter passed and into its next leg.
  private mutating func resume() -> UInt32 {
    let (depth, entry) = pending.removeLast()
    cut(to: depth)
    return entry
  }

  private mutating func cut(to depth: Int) {
    for entry in path[depth...] { isOnPath[Int(entry >> 1)] = false }
    path.removeSubrange(depth...)
  }
}
