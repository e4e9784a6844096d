/// A commune on one day.
public struct Commune: Hashable, Sendable {
  /// INSEE: five characters.
  public let code: String
  public let name: String
  public let department: String
  /// The code (SIREN) of the communes' association it belongs to; empty when none is stated.
  public let intercommunality: String
  public let population: Int?

  /// Makes a commune.
  public init(code: String, name: String, department: String, intercommunality: String, population: Int? = nil) {
    self.code = code
    self.name = name
    self.department = department
    self.intercommunality = intercommunality
    self.population = population
  }
}

/// An association of communes (EPCI).
public struct Intercommunality: Hashable, Sendable {
  /// SIREN: nine digits.
  public let code: String
  public let name: String
  /// It is a member of the body that owns the network, if that is stated.
  public let isMember: Bool?

  /// Makes an association.
  public init(code: String, name: String, isMember: Bool? = nil) {
    self.code = code
    self.name = name
    self.isMember = isMember
  }
}

/// The end of a commune's code: from a day on, its premises count elsewhere.
public struct CommuneEnd: Hashable, Sendable {
  public let code: String
  public let successor: String
  public let date: CalendarDate

  /// Makes the end of a code.
  public init(code: String, successor: String, date: CalendarDate) {
    self.code = code
    self.successor = successor
    self.date = date
  }
}

/// The outline of a commune.
public struct CommuneOutline: Hashable, Sendable {
  public let code: String
  public let name: String
  public let area: Area

  /// Makes an outline.
  public init(code: String, name: String, area: Area) {
    self.code = code
    self.name = name
    self.area = area
  }
}

/// Communes and their associations as they were on one day, the codes that ended before, and outlines.
public struct Geography: Hashable, Sendable {
  public let date: CalendarDate
  /// In order of code.
  public let communes: [Commune]
  public let intercommunalities: [Intercommunality]
  public let ends: [CommuneEnd]
  /// In order of code.
  public let outlines: [CommuneOutline]
  /// The day that the outlines are of, possibly of another year than the communes; nothing without outlines.
  public let outlinesOn: CalendarDate?
  private let offsets: [String: Int]

  /// Makes a geography; sorts what it is given, and of communes with one code keeps the first.
  public init(
    date: CalendarDate, communes: [Commune], intercommunalities: [Intercommunality] = [], ends: [CommuneEnd] = [],
    outlines: [CommuneOutline] = [], outlinesOn: CalendarDate? = nil
  ) {
    self.date = date
    var seen: Set<String> = []
    self.communes = communes.filter { seen.insert($0.code).inserted }.sorted { $0.code < $1.code }
    self.intercommunalities = intercommunalities.sorted { $0.code < $1.code }
    self.ends = ends.sorted { ($0.code, $0.date, $0.successor) < ($1.code, $1.date, $1.successor) }
    self.outlines = outlines.sorted { $0.code < $1.code }
    self.outlinesOn = outlines.isEmpty ? nil : outlinesOn ?? date
    offsets = Dictionary(
      self.communes.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The commune of a code, or nothing.
  public func commune(_ code: String) -> Commune? { offsets[code].map { communes[$0] } }

  /// The commune in which a code's premises lie on this geography: its own, or that of its successors in turn; nothing
  /// when no chain leads to one.
  public func currentCommune(of code: String) -> Commune? {
    var last = code
    // A chain that comes back to where it was leads nowhere.
    for _ in 0...ends.count {
      if let commune = commune(last) { return commune }
      guard let end = ends.last(where: { $0.code == last && $0.date <= date }) else { return nil }
      last = end.successor
    }
    return nil
  }

  /// The name of an association, or nothing when it is not known.
  public func intercommunality(_ code: String) -> Intercommunality? { intercommunalities.first { $0.code == code } }
}
