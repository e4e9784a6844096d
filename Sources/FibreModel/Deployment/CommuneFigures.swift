/// Numbers by commune, as they were published on the communes of their time.
public struct CommuneFigures: Hashable, Sendable {
  /// One commune's number.
  public struct Row: Hashable, Sendable {
    public let commune: String
    public let value: Int

    /// Makes a row.
    public init(commune: String, value: Int) {
      self.commune = commune
      self.value = value
    }
  }

  /// What is counted, in the word of the source: `raccordables`.
  public let measure: String
  public let date: CalendarDate
  public let source: String
  public let rows: [Row]

  /// Makes figures.
  public init(measure: String, date: CalendarDate, source: String, rows: [Row]) {
    self.measure = measure
    self.date = date
    self.source = source
    self.rows = rows
  }

  public var total: Int { rows.reduce(0) { $0 + $1.value } }
}
