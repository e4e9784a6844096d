public import FibreModel

/// A JSON document or a part of one. Numbers are kept as written, so that decimals stay exact.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The digits of a JSON number.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Written in order of key.
  case object([String: JSONValue])

  /// A whole number.
  public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  /// A length in metres, exact to the millimetre: `10432.1`.
  public static func metres(_ length: Length) -> JSONValue {
    .number(Decimals.exact(length.millimetres, scale: 3))
  }

  /// A loss in decibels, exact to the millionth: `6.41`.
  public static func decibels(_ loss: Loss) -> JSONValue {
    .number(Decimals.exact(loss.microdecibels, scale: 6))
  }

  /// A text, or null where there is none.
  public static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  /// An object of those members that have a value.
  public static func members(_ pairs: [(key: String, value: JSONValue?)]) -> JSONValue {
    var object: [String: JSONValue] = [:]
    for case (let key, .some(let value)) in pairs { object[key] = value }
    return .object(object)
  }
}
