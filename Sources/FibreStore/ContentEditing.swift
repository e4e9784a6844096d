import FibreModel
import GRDB

/// Turns edits of a network into edits of rows.
struct ContentEditing {
  let database: Database
  let before: NumberedNetwork
  let after: NumberedNetwork

  /// The content after some edits; rows that stay keep their numbers, new ones get the next.
  init(_ changes: [NetworkChange], on content: NumberedNetwork, _ database: Database) throws {
    self.database = database
    before = content
    let network = try content.network.applying(changes)
    var numbers = content.numbers
    numbers.sheaths = Self.numbers(
      of: network.cables.rows.map(\.code), content.numbers.sheaths, { content.network.cables.index(of: $0)?.offset })
    numbers.cables = Self.numbers(
      of: network.sections.rows.map(\.code), content.numbers.cables,
      { content.network.sections.index(of: $0)?.offset })
    numbers.joints = Self.numbers(
      of: network.joints.indices.map { network.joints.code(of: $0) }, content.numbers.joints,
      { content.network.joints.index(of: $0)?.offset })
    if network.slackLoops.count != content.network.slackLoops.count {
      numbers.slackLoops = zip(content.network.slackLoops, content.numbers.slackLoops)
        .filter { network.sections[content.network.sections[$0.0.section].code] != nil }.map(\.1)
    }
    after = NumberedNetwork(network: network, numbers: numbers)
  }

  private static func numbers<Entity>(
    of codes: [Code<Entity>], _ old: [Int64], _ position: (Code<Entity>) -> Int?
  ) -> [Int64] {
    var next = (old.last ?? 0) + 1
    return codes.map { code in
      if let position = position(code) { return old[position] }
      defer { next += 1 }
      return next
    }
  }

  /// Every row that differs, table by table.
  func rowEdits() -> [RowEdit] { ContentTable.edited.flatMap(edits) }

  private func edits(in table: ContentTable) -> [RowEdit] {
    var edits: [RowEdit] = []
    let old = table.rows(before).makeIterator()
    let new = table.rows(after).makeIterator()
    var left = old.next()
    var right = new.next()
    // Both lists are in the order of their keys but for rows that come last, so one walk finds the differences.
    while left != nil || right != nil {
      let order = Self.order(left, right, table.keyCount)
      if order == 0, left != right { edits.append(edit(table, left, right)) }
      if order < 0 { edits.append(edit(table, left, nil)) }
      if order > 0 { edits.append(edit(table, nil, right)) }
      if order <= 0 { left = old.next() }
      if order >= 0 { right = new.next() }
    }
    return edits
  }

  private func edit(_ table: ContentTable, _ before: [Cell]?, _ after: [Cell]?) -> RowEdit {
    let key = (before ?? after ?? []).prefix(table.keyCount)
    return RowEdit(table: table, key: Array(key), before: before, after: after)
  }

  private static func order(_ left: [Cell]?, _ right: [Cell]?, _ keyCount: Int) -> Int {
    guard let left else { return 1 }
    guard let right else { return -1 }
    for position in 0..<keyCount where left[position] != right[position] {
      return left[position] < right[position] ? -1 : 1
    }
    return 0
  }
}
