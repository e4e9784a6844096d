import FibreModel
import FibreProgramme

/// What is wrong with a row, which is left out.
enum RowFault: Error {
  case unreadable(column: String)
  case negative(column: String)
  /// It names something that no other file has.
  case unknown(column: String)
  case repeated
  /// What it tells can't have happened.
  case refused(Sentence)
}

/// One row of a programme folder; cells become values, or faults.
struct ProgrammeRow {
  let table: DeliveryTable
  let row: Int
  /// The first column, by which findings name the row.
  let name: String

  /// A cell as it stands.
  func text(_ column: String) -> String { table[row, table.column(column.lowercased())] }

  func isEmpty(_ column: String) -> Bool { text(column).isEmpty }

  func day(_ column: String) throws(RowFault) -> CalendarDate {
    guard text(column).utf8.count == 10, let day = CalendarDate(text(column)) else {
      throw .unreadable(column: column)
    }
    return day
  }

  /// A day, or nothing in an empty cell.
  func dayIfStated(_ column: String) throws(RowFault) -> CalendarDate? {
    isEmpty(column) ? nil : try day(column)
  }

  func month(_ column: String) throws(RowFault) -> CalendarMonth {
    guard let month = CalendarMonth(text(column)) else { throw .unreadable(column: column) }
    return month
  }

  /// A whole number, zero in an empty cell; none is below zero or has more than nine digits.
  func count(_ column: String) throws(RowFault) -> Int {
    if isEmpty(column) { return 0 }
    guard text(column).utf8.count <= 10, let number = Int(text(column)) else { throw .unreadable(column: column) }
    guard number >= 0 else { throw .negative(column: column) }
    guard number < 1_000_000_000 else { throw .unreadable(column: column) }
    return number
  }

  /// An amount with a point or a comma; one that may be below zero is asked for as such.
  func amount(_ column: String, mayBeNegative: Bool = false) throws(RowFault) -> Money {
    guard let amount = Money(text(column).replacing(",", with: ".")) else { throw .unreadable(column: column) }
    guard mayBeNegative || !amount.isNegative else { throw .negative(column: column) }
    return amount
  }

  func percent(_ column: String) throws(RowFault) -> Rate {
    guard let rate = Rate(percent: text(column).replacing(",", with: ".")), rate <= .one else {
      throw .unreadable(column: column)
    }
    guard rate >= .zero else { throw .negative(column: column) }
    return rate
  }

  /// One of the words of a list: the names of its cases.
  func word<Word: CaseIterable>(_ column: String) throws(RowFault) -> Word {
    guard let word = Word.allCases.first(where: { "\($0)" == text(column) }) else {
      throw .unreadable(column: column)
    }
    return word
  }

  func finding(_ fault: RowFault) -> Finding {
    let (rule, message): (String, Sentence) =
      switch fault {
      case .unreadable(let column):
        (
          "programme.cell-unreadable",
          "\(text(column)) in \(column) is not what belongs there; the row is left out. Correct it."
        )
      case .negative(let column):
        ("programme.negative", "\(text(column)) in \(column) is below zero; the row is left out. Correct it.")
      case .unknown(let column):
        (
          "programme.reference-unknown",
          "\(text(column)) in \(column) is in no other file; the row is left out. Correct or add it."
        )
      case .repeated: ("programme.repeated", "The row repeats one before; it is left out. Remove one.")
      case .refused(let reason): ("programme.refused", reason)
      }
    return Finding(rule: rule, severity: .error, place: table.place(row), code: name, message: message)
  }
}
