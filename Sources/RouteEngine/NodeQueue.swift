/// A priority queue of nodes, each in it at most once, whose keys may be lowered: an indexed heap of four-way nodes.
///
/// Memory is taken once, for all nodes. `push` and `pop` cost the logarithm of the length; `removeAll` the length.
/// Source: D. B. Johnson, "Priority queues with update and finding minimum spanning trees", 1975 (d-heaps).
struct NodeQueue: ~Copyable {
  struct Item: BitwiseCopyable, Sendable {
    var key: UInt32
    var node: UInt32
  }

  private static let absent = UInt32.max
  private var items: Buffer<Item>
  private var places: Buffer<UInt32>
  private(set) var count = 0

  init(nodeCount: Int) {
    items = Buffer(nodeCount, repeating: Item(key: 0, node: 0))
    places = Buffer(nodeCount, repeating: Self.absent)
  }

  @inline(__always) var isEmpty: Bool { count == 0 }

  /// The least key; the queue must not be empty.
  @inline(__always) var leastKey: UInt32 { items[0].key }

  @inline(__always) func contains(_ node: UInt32) -> Bool { places[node] != Self.absent }

  /// Puts a node in, or lowers its key; a node that is in must not get a higher key.
  @inline(__always)
  mutating func push(_ node: UInt32, _ key: UInt32) {
    var place = Int(places[node])
    if places[node] == Self.absent {
      place = count
      count += 1
    }
    siftUp(Item(key: key, node: node), from: place)
  }

  /// Takes the node of least key out; the queue must not be empty.
  @inline(__always)
  mutating func pop() -> Item {
    let least = items[0]
    places[least.node] = Self.absent
    count -= 1
    if count > 0 { siftDown(items[count]) }
    return least
  }

  mutating func removeAll() {
    for place in 0..<count { places[items[place].node] = Self.absent }
    count = 0
  }

  @inline(__always)
  private func siftUp(_ item: Item, from start: Int) {
    var place = start
    while place > 0 {
      let parent = (place &- 1) >> 2
      let above = items[parent]
      if above.key <= item.key { break }
      items[place] = above
      places[above.node] = UInt32(truncatingIfNeeded: place)
      place = parent
    }
    items[place] = item
    places[item.node] = UInt32(truncatingIfNeeded: place)
  }

  @inline(__always)
  private func siftDown(_ item: Item) {
    var place = 0
    while true {
      let first = place &* 4 &+ 1
      if first >= count { break }
      var best = first
      var bestKey = items[first].key
      var child = first &+ 1
      let end = min(first &+ 4, count)
      while child < end {
        let key = items[child].key
        if key < bestKey {
          best = child
          bestKey = key
        }
        child &+= 1
      }
      if bestKey >= item.key { break }
      let moved = items[best]
      items[place] = moved
      places[moved.node] = UInt32(truncatingIfNeeded: place)
      place = best
    }
    items[place] = item
    places[item.node] = UInt32(truncatingIfNeeded: place)
  }

  /// Whether no item is before its parent and every node knows its place.
  func checkInvariants() -> Bool {
    for place in 0..<count {
      if place > 0, items[(place - 1) >> 2].key > items[place].key { return false }
      if Int(places[items[place].node]) != place { return false }
    }
    return true
  }
}
