import FibreModel

extension CalendarDate {
  /// `mardi 12 janvier 2027`, `Tuesday 12 January 2027`.
  func longText(_ language: Language) -> String {
    "\(Self.weekdays[language == .french ? 0 : 1][weekday - 1]) \(day) "
      + "\(Self.months[language == .french ? 0 : 1][month - 1]) \(year)"
  }

  /// The day before; nothing before the first day of the calendar.
  var previous: CalendarDate? {
    if day > 1 { return CalendarDate(year: year, month: month, day: day - 1) }
    let (year, month) = month > 1 ? (year, month - 1) : (year - 1, 12)
    return [31, 30, 29, 28].lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first
  }

  private static let weekdays = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  ]

  private static let months = [
    [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ],
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
  ]
}

extension WorkWindow {
  /// `nuit du 11/01/2027 au 12/01/2027` for a window that opens after midnight, when a date alone is misread.
  func nightText(_ language: Language) -> String? {
    guard startMinute < 720, let eve = date.previous else { return nil }
    let to = language == .french ? "au" : "to"
    return "\(PackageTerm.nightFrom.label(language)) \(eve.text(language)) \(to) \(date.text(language))"
  }
}
