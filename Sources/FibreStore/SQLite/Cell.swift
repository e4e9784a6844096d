import FibreModel

/// One value of a row, as the database holds it.
enum Cell: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  init(_ number: Int) { self = .integer(Int64(number)) }
  init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
  init(_ number: Int64?) { self = number.map { .integer($0) } ?? .null }
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ length: Length) { self = .integer(length.millimetres) }
  init(_ length: Length?) { self = length.map { .integer($0.millimetres) } ?? .null }
  init(_ loss: Loss) { self = .integer(loss.microdecibels) }
  init(_ date: CalendarDate) { self = .text(date.description) }
  init<Entity>(_ code: Code<Entity>) { self = .text(code.rawValue) }
  init(_ attributes: Attributes) {
    self = attributes.isEmpty ? .null : .text(String(decoding: attributes.bytes, as: UTF8.self))
  }
  init(_ choice: some RawRepresentable<String>) { self = .text(choice.rawValue) }
  init(_ geometry: [UInt8]?) { self = geometry.map { .blob($0) } ?? .null }
}

extension Cell: Comparable {
  /// The order of SQLite's keys: nothing, numbers, texts by their bytes, blobs.
  static func < (a: Cell, b: Cell) -> Bool {
    switch (a, b) {
    case (.integer(let x), .integer(let y)): x < y
    case (.text(let x), .text(let y)): x.utf8.lexicographicallyPrecedes(y.utf8)
    case (.blob(let x), .blob(let y)): x.lexicographicallyPrecedes(y)
    default: a.rank < b.rank
    }
  }

  private var rank: Int {
    switch self {
    case .null: 0
    case .integer: 1
    case .text: 2
    case .blob: 3
    }
  }
}

/// As kept in the history: a letter for the kind, then the value; blobs in hexadecimal digits.
extension Cell {
  var tagged: String {
    switch self {
    case .null: "n"
    case .integer(let number): "i\(number)"
    case .text(let text): "t\(text)"
    case .blob(let bytes): "b" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// Reads what `tagged` writes; nothing for any other text.
  init?(tagged text: String) {
    let value = text.dropFirst()
    switch text.first {
    case "n": self = .null
    case "i":
      guard let number = Int64(value) else { return nil }
      self = .integer(number)
    case "t": self = .text(String(value))
    case "b":
      let digits = Array(value.utf8)
      let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
      }
      guard bytes.count * 2 == digits.count else { return nil }
      self = .blob(bytes)
    default: return nil
    }
  }
}
