import FibreModel

/// The same remark about many rows, told once.
struct RepeatedNote {
  let rule: String
  let severity: Finding.Severity
  let message: (Int) -> Sentence
  private(set) var count = 0
  private var place = ""
  private var code = ""

  init(rule: String, severity: Finding.Severity, message: @escaping (Int) -> Sentence) {
    self.rule = rule
    self.severity = severity
    self.message = message
  }

  mutating func add(_ row: RowCursor) { add(place: row.place, code: row.code) }

  mutating func add(place: String, code: String) {
    if count == 0 { (self.place, self.code) = (place, code) }
    count += 1
  }

  /// At the first row, with the number of rows; nothing when there was none.
  var finding: Finding? {
    guard count > 0 else { return nil }
    return Finding(rule: rule, severity: severity, place: place, code: code, message: message(count))
  }
}
