extension ContractionHierarchy {
  /// The index as bytes, for a file. Cost: linear.
  public func encoded() -> [UInt8] {
    let count = 2 + nodeCount + 2 * (nodeCount + 1) + 4 * arcCount
    var writer = IndexWriter(.contraction, fingerprint: graphFingerprint, count: count)
    writer.append([UInt32(up.arcs.count), UInt32(down.arcs.count)])
    writer.append(nodes)
    for half in [up, down] {
      writer.append(half.firstArc)
      for arc in half.arcs { writer.append([arc.node, arc.weight]) }
    }
    for origin in origins { writer.append([origin.first, origin.second]) }
    return writer.finished()
  }

  /// Reads the index of a graph from bytes, none of which is trusted: the graph, the checksum, all ranges and orders, each
  /// shortcut's halves and each other arc's weight are checked. Cost: linear, and the logarithm of the nodes a shortcut.
  public init(decoding bytes: [UInt8], for graph: CSRGraph) throws(IndexFault) {
    var reader = try IndexReader(bytes, .contraction, fingerprint: graph.fingerprint)
    let counts = try reader.numbers(2).map(Int.init)
    nodes = try reader.numbers(graph.nodeCount)
    guard let order = NodeOrder(nodes) else { throw .unsound }
    ranks = order.ranks
    up = try Self.half(&reader, graph.nodeCount, counts[0])
    down = try Self.half(&reader, graph.nodeCount, counts[1])
    let halves = try reader.numbers(2 * (counts[0] + counts[1]))
    origins = stride(from: 0, to: halves.count, by: 2).map { Origin(first: halves[$0], second: halves[$0 + 1]) }
    graphFingerprint = graph.fingerprint
    guard reader.remaining == 0, checkInvariants(), comes(from: graph) else { throw .unsound }
  }

  private static func half(_ reader: inout IndexReader, _ nodeCount: Int, _ count: Int) throws(IndexFault) -> Half {
    let firstArc = try reader.numbers(nodeCount + 1)
    let arcs = try reader.numbers(2 * count)
    return Half(
      firstArc: firstArc, arcs: (0..<count).map { Arc(node: arcs[2 * $0], weight: arcs[2 * $0 + 1]) })
  }

  /// Whether each arc that is no shortcut is the cheapest between its ends in the graph.
  private func comes(from graph: CSRGraph) -> Bool {
    (0..<UInt32(nodeCount)).allSatisfy { lower in
      let node = nodes[Int(lower)]
      return up.range(of: lower).allSatisfy { place in
        origin(ofUp: place, from: lower).first != Self.none
          || graph.weighs(up.arcs[place].weight, from: node, to: nodes[Int(up.arcs[place].node)])
      }
        && down.range(of: lower).allSatisfy { place in
          origin(ofDown: place, to: lower).first != Self.none
            || graph.weighs(down.arcs[place].weight, from: nodes[Int(down.arcs[place].node)], to: node)
        }
    }
  }
}

extension CSRGraph {
  fileprivate func weighs(_ weight: UInt32, from tail: UInt32, to head: UInt32) -> Bool {
    cheapestArc(from: tail, to: head).map { arcs[$0].weight == weight } ?? false
  }
}
