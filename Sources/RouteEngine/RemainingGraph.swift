/// What is left of a graph while its nodes are taken out one by one and shortcuts put in.
///
/// Each pair of neighbours is kept at both ends, with the weights of both directions. All lists are in one block; a list
/// that outgrows its room moves to the block's end, and a full block is packed anew.
struct RemainingGraph: ~Copyable {
  /// A neighbour, as seen from the node that has it in its list.
  struct Link: BitwiseCopyable, Sendable {
    var node: UInt32
    /// To the neighbour, from the neighbour; `CSRGraph.unreachable` when there is none.
    var out: UInt32
    var back: UInt32
    /// The nodes in the middle of shortcuts, or `ContractionHierarchy.none`.
    var outMiddle: UInt32
    var backMiddle: UInt32
  }

  struct List: BitwiseCopyable, Sendable {
    var start: UInt32
    var count: UInt32
    var room: UInt32
  }

  private static let blank = Link(node: 0, out: 0, back: 0, outMiddle: 0, backMiddle: 0)
  private var lists: Buffer<List>
  private var block: Buffer<Link>
  private var used = 0
  private let nodeCount: Int

  /// Nothing.
  init() {
    nodeCount = 0
    lists = Buffer(0, repeating: List(start: 0, count: 0, room: 0))
    block = Buffer(0, repeating: Self.blank)
  }

  /// Keeps the cheapest of parallel arcs and no self-loop. Cost: a sort of each node's neighbours.
  init(_ graph: CSRGraph) {
    nodeCount = graph.nodeCount
    lists = Buffer(nodeCount, repeating: List(start: 0, count: 0, room: 0))
    let backward = graph.reversed()
    let simple = (0..<UInt32(nodeCount)).reduce(0) { $0 + Self.neighbours($1, graph, backward).count }
    block = Buffer(simple + simple / 32 + 64, repeating: Self.blank)
    for node in 0..<UInt32(nodeCount) {
      let links = Self.neighbours(node, graph, backward)
      lists[node] = List(start: UInt32(used), count: UInt32(links.count), room: UInt32(links.count))
      for link in links {
        block[used] = link
        used += 1
      }
    }
  }

  @inline(__always) func degree(_ node: UInt32) -> UInt32 { lists[node].count }

  @inline(__always) func link(_ node: UInt32, _ offset: UInt32) -> Link { block[lists[node].start &+ offset] }

  /// The places of a node's links in the block, for a loop that changes none.
  @inline(__always) func places(_ node: UInt32) -> Range<UInt32> {
    let list = lists[node]
    return Range(uncheckedBounds: (list.start, list.start &+ list.count))
  }

  @inline(__always) func link(at place: UInt32) -> Link { block[place] }

  /// Takes a node out of its neighbours' lists. Cost: the sum of their degrees.
  mutating func remove(_ node: UInt32) {
    for place in places(node) {
      let other = block[place].node
      let list = lists[other]
      guard let found = find(node, in: other) else { continue }
      block[found] = block[list.start + list.count - 1]
      lists[other].count -= 1
    }
    lists[node].count = 0
  }

  /// Puts a shortcut in, at both ends, where it is shorter than what is there. Cost: the degrees of both ends.
  mutating func addShortcut(_ tail: UInt32, _ head: UInt32, _ weight: UInt32, middle: UInt32) {
    let atTail = findOrAdd(head, in: tail)
    if weight < block[atTail].out { (block[atTail].out, block[atTail].outMiddle) = (weight, middle) }
    let atHead = findOrAdd(tail, in: head)
    if weight < block[atHead].back { (block[atHead].back, block[atHead].backMiddle) = (weight, middle) }
  }

  private func find(_ node: UInt32, in other: UInt32) -> UInt32? {
    for place in places(other) where block[place].node == node { return place }
    return nil
  }

  private mutating func findOrAdd(_ node: UInt32, in other: UInt32) -> UInt32 {
    if let place = find(node, in: other) { return place }
    if lists[other].count == lists[other].room { makeRoom(other) }
    let place = lists[other].start + lists[other].count
    block[place] = Link(
      node: node, out: CSRGraph.unreachable, back: CSRGraph.unreachable,
      outMiddle: ContractionHierarchy.none, backMiddle: ContractionHierarchy.none)
    lists[other].count += 1
    return place
  }

  /// Moves a full list to the end of the block, with room to grow.
  private mutating func makeRoom(_ node: UInt32) {
    let room = lists[node].count * 2 + 2
    if used + Int(room) > block.count { pack(extra: Int(room)) }
    let list = lists[node]
    for offset in 0..<list.count { block[UInt32(used) + offset] = block[list.start + offset] }
    lists[node] = List(start: UInt32(used), count: list.count, room: room)
    used += Int(room)
  }

  /// Moves what is left to the block's start; takes a new block when the old one is too large or too small.
  mutating func pack(extra: Int) {
    var next = 0
    var left: [UInt32] = []
    left.reserveCapacity((0..<nodeCount).reduce(0) { $0 + (lists[$1].count > 0 ? 1 : 0) })
    for node in 0..<UInt32(nodeCount) {
      if lists[node].count > 0 { left.append(node) } else { lists[node] = List(start: 0, count: 0, room: 0) }
    }
    left.sort { lists[$0].start < lists[$1].start }
    for node in left {
      let list = lists[node]
      lists[node] = List(start: UInt32(next), count: list.count, room: list.count)
      for offset in 0..<list.count {
        block[next] = block[list.start + offset]
        next += 1
      }
    }
    used = next
    let wanted = used + used / 8 + extra + 64
    // Both blocks are there while one moves into the other: a smaller one must be worth it.
    if wanted <= block.count, wanted > block.count / 2 { return }
    let packed = Buffer(wanted, repeating: Self.blank)
    for place in 0..<used { packed[place] = block[place] }
    block = packed
  }

  /// A node's neighbours in order, both directions in one link.
  private static func neighbours(_ node: UInt32, _ forward: CSRGraph, _ backward: CSRGraph) -> [Link] {
    var links: [Link] = []
    for (graph, isOut) in [(forward, true), (backward, false)] {
      for place in graph.arcRange(of: node) where graph.arcs[place].head != node {
        let arc = graph.arcs[place]
        links.append(
          Link(
            node: arc.head, out: isOut ? arc.weight : CSRGraph.unreachable,
            back: isOut ? CSRGraph.unreachable : arc.weight, outMiddle: ContractionHierarchy.none,
            backMiddle: ContractionHierarchy.none))
      }
    }
    links.sort { $0.node < $1.node }
    return merged(links)
  }

  private static func merged(_ links: [Link]) -> [Link] {
    var merged: [Link] = []
    for link in links {
      if let last = merged.last, last.node == link.node {
        merged[merged.count - 1].out = min(last.out, link.out)
        merged[merged.count - 1].back = min(last.back, link.back)
      } else {
        merged.append(link)
      }
    }
    return merged
  }

  /// Whether both ends of every pair say the same and no list overlaps the next.
  func checkInvariants() -> Bool {
    (0..<UInt32(nodeCount)).allSatisfy { node in
      lists[node].count <= lists[node].room && Int(lists[node].start + lists[node].room) <= used
        && places(node).allSatisfy { place in
          guard let other = find(node, in: block[place].node) else { return false }
          return block[other].out == block[place].back && block[other].back == block[place].out
        }
    }
  }
}
