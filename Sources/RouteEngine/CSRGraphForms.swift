extension CSRGraph {
  /// The same graph with every arc turned round. Cost: linear.
  public func reversed() -> CSRGraph {
    var next = [UInt32](repeating: 0, count: nodeCount + 1)
    for arc in arcs { next[Int(arc.head)] += 1 }
    var total: UInt32 = 0
    for node in next.indices {
      let degree = next[node]
      next[node] = total
      total += degree
    }
    let turned = [Arc](unsafeUninitializedCapacity: arcs.count) { turned, count in
      for tail in 0..<nodeCount {
        for place in Int(firstArc[tail])..<Int(firstArc[tail + 1]) {
          let arc = arcs[place]
          let position = next[Int(arc.head)]
          next[Int(arc.head)] = position + 1
          turned.initializeElement(at: Int(position), to: Arc(head: UInt32(tail), weight: arc.weight))
        }
      }
      count = arcs.count
    }
    return CSRGraph(trusted: nodeCount, CSRGraph.startsFromEnds(next), turned)
  }

  /// The undirected simple graph beneath: no self-loops, of all arcs between two nodes either way the cheapest, stored in
  /// both directions, neighbours in order. Cost: linear, and a sort of each node's neighbours.
  public func undirectedSimple() -> CSRGraph {
    let back = reversed()
    var starts: [UInt32] = [0]
    starts.reserveCapacity(nodeCount + 1)
    var kept: [Arc] = []
    var near: [Arc] = []
    for node in 0..<UInt32(nodeCount) {
      near.removeAll(keepingCapacity: true)
      for place in arcRange(of: node) where arcs[place].head != node { near.append(arcs[place]) }
      for place in back.arcRange(of: node) where back.arcs[place].head != node { near.append(back.arcs[place]) }
      near.sort { ($0.head, $0.weight) < ($1.head, $1.weight) }
      for (place, arc) in near.enumerated() where place == 0 || near[place - 1].head != arc.head { kept.append(arc) }
      starts.append(UInt32(kept.count))
    }
    return CSRGraph(trusted: nodeCount, starts, kept)
  }
}
