/// What a delivery says of an object beyond the model: column name and text, sorted by name, nothing empty.
public struct Attributes: Hashable, Sendable {
  /// One stated value.
  public struct Entry: Hashable, Sendable {
    public let name: String
    public let value: String
  }

  public let entries: [Entry]

  public static let none = Attributes([])

  /// Keeps the pairs that have a value, in order of name.
  public init(_ pairs: [(name: String, value: String)]) {
    entries = pairs.filter { !$0.value.isEmpty }.map { Entry(name: $0.name, value: $0.value) }
      .sorted { $0.name < $1.name }
  }

  /// The value of a name, or nothing; O(entries).
  public subscript(name: String) -> String? { entries.first { $0.name == name }?.value }
}
