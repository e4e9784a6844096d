import FibreModel
import FibrePlanning

/// A value of a plan file and its path, for errors that say where.
struct PlanCursor {
  let value: JSONValue
  let path: String

  /// A member that must be there.
  func member(_ key: String) throws(PlanFileError) -> PlanCursor {
    guard let found = try optional(key) else { throw .missing(path: "\(path).\(key)") }
    return found
  }

  /// A member, or nothing when it is absent or null.
  func optional(_ key: String) throws(PlanFileError) -> PlanCursor? {
    guard case .object(let members) = value else { throw wrong("object") }
    guard let member = members[key], member != .null else { return nil }
    return PlanCursor(value: member, path: "\(path).\(key)")
  }

  func items<Item>(_ read: (PlanCursor) throws(PlanFileError) -> Item) throws(PlanFileError) -> [Item] {
    guard case .array(let values) = value else { throw wrong("array") }
    var items: [Item] = []
    items.reserveCapacity(values.count)
    for (position, value) in values.enumerated() {
      items.append(try read(PlanCursor(value: value, path: "\(path)[\(position)]")))
    }
    return items
  }

  func string() throws(PlanFileError) -> String {
    guard case .string(let text) = value else { throw wrong("string") }
    return text
  }

  func integer() throws(PlanFileError) -> Int {
    guard case .number(let digits) = value, let number = Int(digits) else { throw wrong("whole number") }
    return number
  }

  func length() throws(PlanFileError) -> Length { Length(millimetres: try units(scale: 3)) }

  func loss() throws(PlanFileError) -> Loss { Loss(microdecibels: try units(scale: 6)) }

  func date() throws(PlanFileError) -> CalendarDate {
    let text = try string()
    guard let date = CalendarDate(text), date.description == text else {
      throw .badValue(path: path, text: text, expected: "a date: YYYY-MM-DD")
    }
    return date
  }

  func end() throws(PlanFileError) -> StepEnd {
    let text = try string()
    guard let end = StepEnd(text) else {
      throw .badValue(path: path, text: text, expected: "a fibre or port: CODE:n")
    }
    return end
  }

  /// A word of a fixed list.
  func keyword<Word: RawRepresentable<String> & CaseIterable>() throws(PlanFileError) -> Word {
    let text = try string()
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw .badValue(path: path, text: text, expected: "one of: \(words)")
    }
    return word
  }

  private func units(scale: Int) throws(PlanFileError) -> Int64 {
    guard case .number(let digits) = value, let units = Decimals.units(digits, scale: scale) else {
      throw wrong("number")
    }
    return units
  }

  private func wrong(_ expected: String) -> PlanFileError { .wrongType(path: path, expected: expected) }
}
