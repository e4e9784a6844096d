extension CustomisableHierarchy {
  /// The index as bytes, for a file: the order, from which all else follows. Cost: linear.
  public func encoded() -> [UInt8] {
    var writer = IndexWriter(.order, fingerprint: graph.shapeFingerprint, count: nodeCount)
    writer.append(nodes)
    return writer.finished()
  }

  /// Reads the index of a graph from bytes, none of which is trusted. The graph's weights may have changed since; its nodes
  /// and arcs may not. Cost: that of the index from its order.
  public init(decoding bytes: [UInt8], for graph: CSRGraph) throws(IndexFault) {
    var reader = try IndexReader(bytes, .order, fingerprint: graph.shapeFingerprint)
    guard reader.remaining == graph.nodeCount, let order = NodeOrder(try reader.numbers(graph.nodeCount)) else {
      throw .unsound
    }
    self.init(graph, order: order)
  }
}
