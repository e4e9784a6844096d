import FibreModel

/// What is wrong with the lines of a file, one finding for all lines that have the same thing wrong.
struct IPEFindings {
  /// One thing that is wrong.
  enum Fault: Hashable {
    case noAddress
    case addressFromNumber
    case repeatedAddress(String)
    case unknownState(String)
    case unknownCabinetState(String)
    case badDate(column: String, text: String)
    case noPlugs
    case badPlugs(String)
    case nullByte
    case badCommune(String)
    case shortCommune
    case notUTF8
    case cellCount(expected: Int)
  }

  private struct Place {
    var first: Int
    var count: Int
  }

  private let file: String
  private var places: [Fault: Place] = [:]
  /// A file of garbage has a fault of its own on every line; past this number they are counted together.
  private static let mostFaults = 1000
  private var others = Place(first: 0, count: 0)

  init(file: String) { self.file = file }

  mutating func note(_ fault: Fault, line: Int) {
    if places[fault] != nil {
      places[fault]?.count += 1
    } else if places.count < Self.mostFaults {
      places[fault] = Place(first: line, count: 1)
    } else {
      if others.count == 0 { others.first = line }
      others.count += 1
    }
  }

  /// In order of line.
  var all: [Finding] {
    var findings = places.map { finding($0.key, $0.value) }
    if others.count > 0 {
      findings.append(
        Finding(
          rule: "ipe.more", severity: .error, place: "\(file):\(others.first)", code: "",
          message: "\(others.count) more lines have something wrong. Look at the file as a whole."))
    }
    return findings.sorted(by: Finding.inOrder)
  }

  private func finding(_ fault: Fault, _ place: Place) -> Finding {
    let (rule, severity, code, message) = Self.wording(fault, place.count)
    return Finding(rule: rule, severity: severity, place: "\(file):\(place.first)", code: code, message: message)
  }

  private static func wording(_ fault: Fault, _ count: Int) -> (String, Finding.Severity, String, Sentence) {
    switch fault {
    case .noAddress:
      ("ipe.address-missing", .error, "", "From here on, \(count) lines have no address and are left out. Name them.")
    case .addressFromNumber:
      (
        "ipe.address-number", .info, "",
        "From here on, \(count) lines have no IdentifiantImmeuble; CodeAdresseImmeuble and the building name them."
      )
    case .repeatedAddress(let address):
      ("ipe.address-repeated", .warning, address, "The address comes \(count + 1) times; its first line is taken.")
    case .unknownState(let text):
      (
        "ipe.state-unknown", .error, text,
        "From here on, \(count) lines have a state that no list has and are left out."
      )
    case .unknownCabinetState(let text):
      ("ipe.cabinet-state-unknown", .warning, text, "From here on, \(count) lines have a cabinet in no known state.")
    case .badDate(let column, let text):
      ("ipe.date-unreadable", .warning, text, "From here on, \(count) lines have no day in \(column). Write AAAAMMJJ.")
    case .noPlugs:
      ("ipe.plugs-missing", .warning, "", "From here on, \(count) lines have no number of dwellings; it is unknown.")
    case .badPlugs(let text):
      (
        "ipe.plugs-unreadable", .error, text,
        "From here on, \(count) lines have no such number of dwellings; it is unknown."
      )
    case .nullByte:
      (
        "ipe.null-byte", .error, "",
        "From here on, \(count) lines hold a byte that no text has (NUL) and are left out. Ask for the file again."
      )
    case .badCommune(let text):
      ("ipe.commune-unreadable", .error, text, "From here on, \(count) lines have a commune's code that can't be one.")
    case .shortCommune:
      (
        "ipe.commune-short", .warning, "",
        "From here on, \(count) communes have four digits; the zero in front was put back."
      )
    case .notUTF8:
      ("ipe.encoding", .info, "", "From here on, \(count) lines are not UTF-8; they were read as Latin-1.")
    case .cellCount(let expected):
      (
        "ipe.cells", .error, "",
        "From here on, \(count) lines don't have the header's \(expected) cells and are left out."
      )
    }
  }
}
