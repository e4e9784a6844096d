/// Why a list of arcs is not a graph.
public enum GraphFault: Error, Hashable, Sendable {
  /// More nodes or arcs than 32-bit ids can name.
  case tooLarge(nodes: Int, arcs: Int)
  /// An arc, counted from 0, names a node that the graph hasn't.
  case unknownNode(arc: Int, node: UInt32, nodes: Int)
  /// An arc, counted from 0, weighs `CSRGraph.unreachable`, which is no weight.
  case endlessArc(arc: Int)
  /// A capacity list has another length than the graph has arcs.
  case wrongCapacityCount(given: Int, arcs: Int)
  /// A coordinate list has another length than the graph has nodes.
  case wrongCoordinateCount(given: Int, nodes: Int)
}

/// An arc as it is given to a graph.
public struct WeightedArc: Hashable, Sendable, BitwiseCopyable {
  public var tail: UInt32
  public var head: UInt32
  public var weight: UInt32

  /// An arc from `tail` to `head`.
  public init(_ tail: UInt32, _ head: UInt32, _ weight: UInt32) {
    self.tail = tail
    self.head = head
    self.weight = weight
  }
}
