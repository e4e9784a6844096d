/// A four-way heap of keys and nodes in one number each. A node may be in it more than once; ties go to the lower node.
///
/// Putting in and taking out cost the logarithm of the length. It keeps the memory that its longest time needed.
struct ItemHeap: ~Copyable {
  private var items = Buffer<UInt64>(1024, repeating: 0)
  private(set) var count = 0

  @inline(__always) var isEmpty: Bool { count == 0 }

  /// The least key; the heap must not be empty.
  @inline(__always) var leastKey: UInt32 { UInt32(truncatingIfNeeded: items[0] &>> 32) }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func push(_ node: UInt32, _ key: UInt32) {
    if count == items.count { items.grow(to: 0, repeating: 0) }
    let item = UInt64(key) &<< 32 | UInt64(node)
    var place = count
    count &+= 1
    while place > 0 {
      let parent = (place &- 1) &>> 2
      let above = items[parent]
      if above <= item { break }
      items[place] = above
      place = parent
    }
    items[place] = item
  }

  /// Takes the least item out; the heap must not be empty.
  @inline(__always)
  mutating func pop() -> NodeQueue.Item {
    let least = items[0]
    count &-= 1
    if count > 0 { siftDown(items[count]) }
    return NodeQueue.Item(key: UInt32(truncatingIfNeeded: least &>> 32), node: UInt32(truncatingIfNeeded: least))
  }

  @inline(__always)
  private func siftDown(_ item: UInt64) {
    var place = 0
    while true {
      let first = place &* 4 &+ 1
      if first >= count { break }
      var best = first
      var bestItem = items[first]
      var child = first &+ 1
      let end = min(first &+ 4, count)
      while child < end {
        let other = items[child]
        if other < bestItem {
          best = child
          bestItem = other
        }
        child &+= 1
      }
      if bestItem >= item { break }
      items[place] = bestItem
      place = best
    }
    items[place] = item
  }

  /// Whether no item is before its parent.
  func checkInvariants() -> Bool {
    (1..<max(1, count)).allSatisfy { items[($0 - 1) >> 2] <= items[$0] }
  }
}
