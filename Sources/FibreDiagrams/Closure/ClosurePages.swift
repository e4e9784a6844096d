/// One page of a closure drawing: the units of each side, in order of cable and tube.
struct ClosurePage: Hashable {
  var left: [ClosureUnit] = []
  var right: [ClosureUnit] = []
}

/// Shares the units of a closure out over pages, so that what is joined stands on one page.
struct ClosurePaging {
  private let rows: ClosureRows
  private let sides: ClosureSides
  /// The height of a page's cables, given the units of one side.
  private let height: ([ClosureUnit]) -> Double
  private let room: Double
  private(set) var pages: [ClosurePage] = []

  /// Fills pages.
  ///
  /// - Parameters:
  ///   - room: The height of a page.
  ///   - height: The height that units of one side take, cables' heads and gaps included.
  init(
    _ rows: ClosureRows, _ sides: ClosureSides, room: Double, height: @escaping ([ClosureUnit]) -> Double
  ) {
    self.rows = rows
    self.sides = sides
    self.room = room
    self.height = height
    let (linked, idle) = groups()
    // What is worked on comes first.
    for group in linked.filter(isChanged) + linked.filter({ !isChanged($0) }) { place(group) }
    for group in idle { placeAnywhere(group) }
    if pages.isEmpty { pages = [ClosurePage()] }
  }

  // MARK: Groups

  private var ordered: [ClosureUnit] { (sides.left + sides.right).flatMap { rows.units[$0] } }

  /// Units that joints tie together, before or after, in order of their first unit; and units that nothing ties.
  private func groups() -> (linked: [ClosurePage], idle: [ClosurePage]) {
    let units = ordered
    var unitOfRow = [Int](repeating: 0, count: rows.rows.count)
    for (position, unit) in units.enumerated() { for row in unit.rows { unitOfRow[row] = position } }
    var parent = Array(units.indices)
    func root(_ unit: Int) -> Int {
      var unit = unit
      while parent[unit] != unit { unit = parent[unit] }
      return unit
    }
    var isLinked = [Bool](repeating: false, count: units.count)
    for (a, b) in rows.ties() {
      let (one, two) = (unitOfRow[a], unitOfRow[b])
      isLinked[one] = true
      isLinked[two] = true
      let (low, high) = (min(root(one), root(two)), max(root(one), root(two)))
      parent[high] = low
    }
    var groups: [Int: ClosurePage] = [:]
    var order: [Int] = []
    for (position, unit) in units.enumerated() {
      if groups[root(position)] == nil { order.append(root(position)) }
      add([unit], to: &groups[root(position), default: ClosurePage()])
    }
    let found = order.map { (isLinked[$0], groups[$0] ?? ClosurePage()) }
    return (found.filter(\.0).map(\.1), found.filter { !$0.0 }.map(\.1))
  }

  private func add(_ units: [ClosureUnit], to page: inout ClosurePage) {
    for unit in units {
      if sides.left.contains(unit.leg) { page.left.append(unit) } else { page.right.append(unit) }
    }
  }

  private func isChanged(_ page: ClosurePage) -> Bool { rows.isChanged(page) }

  // MARK: Filling

  private func joined(_ page: ClosurePage, _ group: ClosurePage) -> ClosurePage {
    ClosurePage(
      left: inOrder(page.left + group.left, sides.left), right: inOrder(page.right + group.right, sides.right))
  }

  private func inOrder(_ units: [ClosureUnit], _ legs: [Int]) -> [ClosureUnit] {
    let rank = Dictionary(uniqueKeysWithValues: legs.enumerated().map { ($1, $0) })
    return units.sorted { (rank[$0.leg] ?? 0, $0.rows.lowerBound) < (rank[$1.leg] ?? 0, $1.rows.lowerBound) }
  }

  private func fits(_ page: ClosurePage) -> Bool { max(height(page.left), height(page.right)) <= room }

  /// Puts a group on the page in hand or on a new one; one that no page can hold is parted.
  private mutating func place(_ group: ClosurePage) {
    if let last = pages.last, case let both = joined(last, group), fits(both) {
      pages[pages.count - 1] = both
    } else if fits(joined(ClosurePage(), group)) {
      pages.append(joined(ClosurePage(), group))
    } else {
      for part in parts(of: group) { place(part) }
    }
  }

  /// Puts a group on the first page that has room for it.
  private mutating func placeAnywhere(_ group: ClosurePage) {
    for page in pages.indices {
      let both = joined(pages[page], group)
      guard fits(both) else { continue }
      pages[page] = both
      return
    }
    pages.append(joined(ClosurePage(), group))
  }

  /// A group unit by unit of the left side, each with the units of the right that it meets first, as far as a page
  /// holds them; all others alone.
  private func parts(of group: ClosurePage) -> [ClosurePage] {
    guard group.left.count + group.right.count > 1 else { return [group] }
    var rest = group.right
    var parts: [ClosurePage] = []
    for unit in group.left {
      let met = Set(rows.partners(of: unit))
      var part = ClosurePage(left: [unit])
      for other in rest where !met.isDisjoint(with: other.rows) {
        let larger = ClosurePage(left: [unit], right: part.right + [other])
        if fits(larger) { part = larger }
      }
      rest.removeAll { part.right.contains($0) }
      parts.append(part)
    }
    return parts + rest.map { ClosurePage(right: [$0]) }
  }
}

extension ClosureRows {
  /// Whether the work does anything on a page.
  func isChanged(_ page: ClosurePage) -> Bool {
    (page.left + page.right).contains { $0.rows.contains { rows[$0].isChanged } }
  }

  /// Pairs of rows that joints tie together, before or after, each once, the lower first.
  func ties() -> [(Int, Int)] {
    var ties: Set<[Int]> = []
    for row in rows.indices {
      for partner in partners(ofRow: row) { ties.insert([min(row, partner), max(row, partner)]) }
    }
    return ties.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { ($0[0], $0[1]) }
  }

  /// The rows that a unit's rows are joined to, before or after.
  func partners(of unit: ClosureUnit) -> [Int] { unit.rows.flatMap(partners(ofRow:)) }

  private func partners(ofRow row: Int) -> [Int] {
    let (leg, numbers) = (rows[row].leg, rows[row].numbers)
    let meetings = numbers.flatMap { fates.before[leg][$0 - 1].meetings + fates.after[leg][$0 - 1].meetings }
    return Set(meetings.map { rowOf[$0.partner.leg][$0.partner.number - 1] }).sorted()
  }
}
