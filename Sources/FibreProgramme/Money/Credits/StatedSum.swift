public import FibreModel

/// A total that a document states, and the parts it states beside it.
public struct StatedSum: Hashable, Sendable {
  public let name: String
  public let stated: Money
  public let parts: [Money]

  /// Makes a sum to be checked.
  public init(name: String, stated: Money, parts: [Money]) {
    self.name = name
    self.stated = stated
    self.parts = parts
  }

  /// What is stated beyond the parts.
  public var difference: Money { stated - parts.total() }

  /// A finding when the parts don't add up.
  public func findings(place: String) -> [Finding] {
    guard difference != .zero else { return [] }
    return [
      Finding(
        rule: "sum.differs", severity: .error, place: place, code: name,
        message: """
          The stated total \(stated.description) is not the sum of its parts, \(parts.total().description): \
          \(difference.description) apart. Correct one of them.
          """)
    ]
  }
}

/// The amounts that several documents state for one programme.
public struct ProgrammeAmounts: Hashable, Sendable {
  /// What one document says.
  public struct Statement: Hashable, Sendable {
    /// The document and the place in it.
    public let source: String
    public let date: CalendarDate?
    public let amountExcludingTax: Money

    /// Makes a statement.
    public init(source: String, date: CalendarDate?, amountExcludingTax: Money) {
      self.source = source
      self.date = date
      self.amountExcludingTax = amountExcludingTax
    }
  }

  public let programme: String
  public let statements: [Statement]

  /// Makes the statements to be compared; the first is the one that the others should repeat.
  public init(programme: String, statements: [Statement]) {
    self.programme = programme
    self.statements = statements
  }

  /// One finding for each statement that differs from the first.
  public func findings() -> [Finding] {
    guard let first = statements.first else { return [] }
    return statements.dropFirst().filter { $0.amountExcludingTax != first.amountExcludingTax }.map { other in
      let gap = other.amountExcludingTax - first.amountExcludingTax
      return Finding(
        rule: "programme.amounts-differ", severity: .warning, place: other.source, code: programme,
        message: """
          The programme is \(other.amountExcludingTax.description) here and \
          \(first.amountExcludingTax.description) in \(first.source): \(gap.description) apart. Say what is left out.
          """)
    }
  }
}
