/// What one search has found so far: a distance and a predecessor for each node, forgotten at the cost of what it reached.
struct SearchTree: ~Copyable {
  struct Label: BitwiseCopyable, Sendable {
    var distance: UInt32
    var parent: UInt32
  }

  private static let untouched = Label(distance: CSRGraph.unreachable, parent: 0)
  private var labels: Buffer<Label>
  private var reached: Buffer<UInt32>
  private var reachedCount = 0

  init(nodeCount: Int) {
    labels = Buffer(nodeCount, repeating: Self.untouched)
    reached = Buffer(nodeCount + 1, repeating: 0)
  }

  var nodeCount: Int { reached.count - 1 }

  @inline(__always) func distance(of node: UInt32) -> UInt32 { labels[node].distance }

  @inline(__always) func parent(of node: UInt32) -> UInt32 { labels[node].parent }

  /// Gives a node a distance and a predecessor, and remembers that it was reached.
  @inline(__always)
  mutating func set(_ node: UInt32, _ distance: UInt32, from parent: UInt32) {
    // Written always and counted the first time only: nothing for the processor to guess.
    reached[reachedCount] = node
    reachedCount &+= labels[node].distance == CSRGraph.unreachable ? 1 : 0
    labels[node] = Label(distance: distance, parent: parent)
  }

  /// Forgets a search. Cost: the nodes that it reached.
  mutating func clear() {
    if reachedCount > labels.count / 4 {
      labels.fill(Self.untouched)
    } else {
      for place in 0..<reachedCount { labels[reached[place]] = Self.untouched }
    }
    reachedCount = 0
  }

  /// Nodes from the root, its own predecessor, to a node. Nothing when the node was not reached.
  func path(to node: UInt32) -> [UInt32]? {
    guard distance(of: node) != CSRGraph.unreachable else { return nil }
    var nodes = [node]
    var last = node
    while parent(of: last) != last {
      last = parent(of: last)
      nodes.append(last)
    }
    return nodes.reversed()
  }

  /// Whether every node that is reached is remembered.
  func checkInvariants() -> Bool {
    var marked = 0
    for node in 0..<nodeCount where labels[node].distance != CSRGraph.unreachable { marked += 1 }
    return marked == reachedCount
  }
}
