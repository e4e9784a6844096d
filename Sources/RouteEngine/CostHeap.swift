/// A priority queue of nodes by 128-bit cost; a node may be in it more than once, ties go to the lower node.
///
/// Putting in and taking out cost the logarithm of the length.
struct CostHeap {
  struct Item: BitwiseCopyable, Sendable {
    var cost: UInt128
    var node: UInt32

    static func precedes(_ a: Item, _ b: Item) -> Bool { a.cost != b.cost ? a.cost < b.cost : a.node < b.node }
  }

  private var items: [Item] = []

  var isEmpty: Bool { items.isEmpty }

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func push(_ node: UInt32, _ cost: UInt128) {
    let item = Item(cost: cost, node: node)
    items.append(item)
    var place = items.count - 1
    while place > 0, Item.precedes(item, items[(place - 1) / 4]) {
      items[place] = items[(place - 1) / 4]
      place = (place - 1) / 4
    }
    items[place] = item
  }

  /// Takes the least item out; the heap must not be empty.
  mutating func pop() -> Item {
    let least = items[0]
    let item = items.removeLast()
    if items.isEmpty { return least }
    var place = 0
    while place * 4 + 1 < items.count {
      let first = place * 4 + 1
      var best = first
      for child in first..<min(first + 4, items.count) where Item.precedes(items[child], items[best]) { best = child }
      if !Item.precedes(items[best], item) { break }
      items[place] = items[best]
      place = best
    }
    items[place] = item
    return least
  }
}
