import FibreModel

/// The codes that end in a file of INSEE's movements of communes.
struct CommuneEvents {
  private(set) var ends: [CommuneEnd] = []

  /// Movements in which a commune may give up its code: merger, new commune, fusion-association, change of department or
  /// of chief place.
  private static let endingTypes: Set<String> = ["31", "32", "33", "41", "50"]

  /// One row of such a movement, from a commune to a commune.
  private struct Step: Hashable {
    let date: CalendarDate
    let before: String
    let after: String
  }

  /// A code ends on a day when a commune goes over to another code and none keeps its own.
  init(_ table: DeliveryTable, _ findings: inout [Finding]) {
    let (date, type) = (table.column("date_effet"), table.column("type_evenement"))
    let (kindBefore, kindAfter) = (table.column("type_avant"), table.column("type_apres"))
    let (before, after) = (table.column("insee_avant"), table.column("insee_apres"))
    var steps: [Step] = []
    for row in 0..<table.rowCount
    where Self.endingTypes.contains(table[row, type]) && table[row, kindBefore] == "COM"
      && table[row, kindAfter] == "COM"
    {
      guard let day = CalendarDate(table[row, date]) else {
        findings.append(
          Finding(
            rule: "territory.date-unreadable", severity: .error, place: table.place(row), code: table[row, before],
            message: "The movement of the commune has no day; it is left out. Write 2025-01-01."))
        continue
      }
      steps.append(Step(date: day, before: table[row, before], after: table[row, after]))
    }
    let kept = Set(steps.filter { $0.before == $0.after })
    ends = steps.filter {
      $0.before != $0.after && !kept.contains(Step(date: $0.date, before: $0.before, after: $0.before))
    }
    .map { CommuneEnd(code: $0.before, successor: $0.after, date: $0.date) }
  }
}
