/// Something wrong, doubtful or worth knowing in the data. Work goes on.
public struct Finding: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Comparable, Sendable, CaseIterable {
    case info, warning, error

    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .info ? 0 : self == .warning ? 1 : 2 }
  }

  /// The rule's name, which never changes and is never translated: `joint.fibre-unknown`.
  public let rule: String
  public let severity: Severity
  /// Where: file and line (`t_position.csv:12`), or the kind of object (`panel`) when no file is at hand.
  public let place: String
  /// What: the code of the object concerned.
  public let code: String
  /// What is wrong, where, and what to do.
  public let message: Sentence

  /// Makes a finding.
  public init(rule: String, severity: Severity, place: String, code: String, message: Sentence) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.code = code
    self.message = message
  }

  /// The order of reports: by file, then line as a number, then rule, code and message.
  public static func inOrder(_ a: Finding, _ b: Finding) -> Bool {
    let left = a.location
    let right = b.location
    let (one, other) = ((left.file, left.line, a.rule, a.code), (right.file, right.line, b.rule, b.code))
    return one == other ? a.message.description < b.message.description : one < other
  }

  private var location: (file: String, line: Int) {
    guard let colon = place.lastIndex(of: ":"), let line = Int(place[place.index(after: colon)...]) else {
      return (place, 0)
    }
    return (String(place[..<colon]), line)
  }
}

/// A row of a delivery that the model cannot hold as it stands, kept word for word.
public struct QuarantinedRow: Hashable, Sendable {
  public let table: String
  /// The line in the file, the header being line 1; for a shapefile, the record number plus 1.
  public let line: Int
  /// Column names and cells, in the order of the file.
  public let cells: [Attributes.Entry]
  /// Why it is here.
  public let finding: Finding

  /// Makes a quarantined row; empty cells are kept too.
  public init(table: String, line: Int, cells: [(name: String, value: String)], finding: Finding) {
    self.table = table
    self.line = line
    self.cells = cells.map { Attributes.Entry(name: $0.name, value: $0.value) }
    self.finding = finding
  }
}
