extension CSRGraph {
  /// Whether the searches can tell the distance from some nodes to every node that a path leads to, which is whether it is
  /// below `unreachable`.
  ///
  /// Cost: one look at each arc where no path without a cycle can be too long; else two searches over all for each
  /// component that the nodes lie in, and one for each node more where paths do not lead back.
  public func distancesFit(from sources: some Sequence<UInt32>) -> Bool {
    guard longestConceivablePath >= UInt64(Self.unreachable) else { return true }
    let backward = reversed()
    var ahead = DijkstraQuery(nodeCount: nodeCount)
    var behind = DijkstraQuery(nodeCount: nodeCount)
    var isProved = [Bool](repeating: false, count: nodeCount)
    for source in sources where !isProved[Int(source)] {
      guard let farthest = reach(from: source, &ahead) else { return false }
      isProved[Int(source)] = true
      guard let back = backward.reach(from: source, &behind),
        UInt64(farthest) + UInt64(back) < UInt64(Self.unreachable)
      else { continue }
      var isRoundTrip = true
      for node in 0..<UInt32(nodeCount) {
        let isReached = ahead.distance(to: node) != Self.unreachable
        isRoundTrip = isRoundTrip && isReached == (behind.distance(to: node) != Self.unreachable)
      }
      guard isRoundTrip else { continue }
      // From any of them to any other by way of this source is short enough.
      for node in 0..<UInt32(nodeCount) where ahead.distance(to: node) != Self.unreachable {
        isProved[Int(node)] = true
      }
    }
    return true
  }

  /// No path without a cycle is longer: it leaves each node once at most.
  private var longestConceivablePath: UInt64 {
    (0..<UInt32(nodeCount)).reduce(0) { sum, node in
      sum + UInt64(arcs[arcRange(of: node)].reduce(0) { max($0, $1.weight) })
    }
  }

  /// The longest distance from a node, or nothing when an arc leads from where the search came to where it could not.
  private func reach(from source: UInt32, _ query: inout DijkstraQuery) -> UInt32? {
    query.search(self, from: source)
    var farthest: UInt32 = 0
    for node in 0..<UInt32(nodeCount) {
      let distance = query.distance(to: node)
      if distance == Self.unreachable { continue }
      farthest = max(farthest, distance)
      for arc in arcs[arcRange(of: node)] where query.distance(to: arc.head) == Self.unreachable { return nil }
    }
    return farthest
  }
}
