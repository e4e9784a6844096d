import FibreModel

/// The lines of an IPE file on their way into a snapshot.
struct IPEReading {
  /// An address and where it stood.
  private struct Numbered {
    let line: AddressLine
    let number: Int
  }

  private let columns: [Int?]
  private let cellCount: Int
  private(set) var findings: IPEFindings
  private(set) var lineCount = 0
  private var lines: [Numbered] = []
  /// Addresses whose number of plugs is not known.
  private(set) var withoutPlugs: Set<String> = []
  // Neighbouring lines mostly say the same of these: one copy in memory serves many.
  private var states: [ArraySlice<UInt8>: AddressState?] = [:]
  private var cabinetStates: [ArraySlice<UInt8>: CabinetState?] = [:]
  private var cabinets: [ArraySlice<UInt8>: String] = [:]
  private var days: [ArraySlice<UInt8>: CalendarDate?] = [:]
  private var isUTF8 = true

  init(columns: IPEColumns, cellCount: Int, file: String) {
    self.columns = IPEColumns.Name.allCases.map { columns.offset($0) }
    self.cellCount = cellCount
    findings = IPEFindings(file: file)
  }

  /// The cell of a column, or nothing in a file without it.
  private func cell(_ name: IPEColumns.Name, _ rows: RowReader) -> ArraySlice<UInt8> {
    // The order of the cases is that of the offsets.
    columns[Self.rank(of: name)].map { rows.cell($0) } ?? []
  }

  private static func rank(of name: IPEColumns.Name) -> Int {
    switch name {
    case .address: 0
    case .addressNumber: 1
    case .building: 2
    case .commune: 3
    case .state: 4
    case .plugs: 5
    case .cabledOn: 6
    case .cabinet: 7
    case .cabinetState: 8
    case .availableOn: 9
    case .opensOn: 10
    }
  }

  mutating func take(_ rows: RowReader) {
    lineCount += 1
    let number = rows.line
    isUTF8 = true
    guard rows.cells.count == cellCount else { return findings.note(.cellCount(expected: cellCount), line: number) }
    guard let address = address(rows) else { return findings.note(.noAddress, line: number) }
    guard let state = state(rows) else { return }
    let isClean = [IPEColumns.Name.address, .addressNumber, .building, .commune, .cabinet].allSatisfy {
      !cell($0, rows).contains(0)
    }
    guard isClean else { return findings.note(.nullByte, line: number) }
    let plugs = plugs(rows)
    if plugs == nil { withoutPlugs.insert(address) }
    let line = AddressLine(
      address: address, state: state, plugs: plugs ?? 0, commune: commune(rows), cabinet: cabinet(rows),
      cabinetState: cabinetState(rows), cabledOn: day(.cabledOn, rows), availableOn: day(.availableOn, rows),
      opensOn: day(.opensOn, rows))
    lines.append(Numbered(line: line, number: number))
    if !isUTF8 { findings.note(.notUTF8, line: number) }
  }

  /// The addresses in order, each once: of several lines the first of the file.
  mutating func sortedLines() -> [AddressLine] {
    // Most files are in order already.
    let isInOrder = lines.indices.dropFirst().allSatisfy { lines[$0 - 1].line.address < lines[$0].line.address }
    if !isInOrder { lines.sort { ($0.line.address, $0.number) < ($1.line.address, $1.number) } }
    var sorted: [AddressLine] = []
    sorted.reserveCapacity(lines.count)
    for one in lines {
      if sorted.last?.address == one.line.address {
        findings.note(.repeatedAddress(one.line.address), line: one.number)
      } else {
        sorted.append(one.line)
      }
    }
    return sorted
  }

  // MARK: Cells

  private mutating func text(_ bytes: ArraySlice<UInt8>) -> String {
    let (text, isUTF8) = PlainText.text(bytes)
    if !isUTF8 { self.isUTF8 = false }
    return text
  }

  private mutating func address(_ rows: RowReader) -> String? {
    let own = cell(.address, rows)
    if !own.isEmpty { return text(own) }
    let number = cell(.addressNumber, rows)
    guard !number.isEmpty else { return nil }
    findings.note(.addressFromNumber, line: rows.line)
    let building = cell(.building, rows)
    return building.isEmpty ? text(number) : text(number) + "/" + text(building)
  }

  private mutating func state(_ rows: RowReader) -> AddressState? {
    let bytes = cell(.state, rows)
    if let known = states[bytes] {
      if known == nil { findings.note(.unknownState(text(bytes)), line: rows.line) }
      return known
    }
    let state = IPEWords.addressState(PlainText.upper(bytes))
    if state == nil { findings.note(.unknownState(text(bytes)), line: rows.line) }
    // A copy, since a slice would keep the whole piece of the file in memory.
    if states.count < Self.mostKept { states[ArraySlice(Array(bytes))] = .some(state) }
    return state
  }

  private mutating func cabinetState(_ rows: RowReader) -> CabinetState? {
    let bytes = cell(.cabinetState, rows)
    guard !bytes.isEmpty else { return nil }
    if let known = cabinetStates[bytes] {
      if known == nil { findings.note(.unknownCabinetState(text(bytes)), line: rows.line) }
      return known
    }
    let state = IPEWords.cabinetState(PlainText.upper(bytes))
    if state == nil { findings.note(.unknownCabinetState(text(bytes)), line: rows.line) }
    if cabinetStates.count < Self.mostKept { cabinetStates[ArraySlice(Array(bytes))] = .some(state) }
    return state
  }

  /// The number of plugs, or nothing when it is not known.
  private mutating func plugs(_ rows: RowReader) -> Int? {
    // Of a file without the column that is said once.
    guard columns[Self.rank(of: .plugs)] != nil else { return 0 }
    let bytes = cell(.plugs, rows)
    guard !bytes.isEmpty else {
      findings.note(.noPlugs, line: rows.line)
      return nil
    }
    var number = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte), bytes.count <= 6 else {
        findings.note(.badPlugs(text(bytes)), line: rows.line)
        return nil
      }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  private mutating func commune(_ rows: RowReader) -> String {
    let bytes = cell(.commune, rows)
    let isCode = bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x41 || $0 == 0x42 }
    if isCode, bytes.count == 5 { return String(decoding: bytes, as: UTF8.self) }
    if isCode, bytes.count == 4 {
      findings.note(.shortCommune, line: rows.line)
      return "0" + String(decoding: bytes, as: UTF8.self)
    }
    if columns[Self.rank(of: .commune)] != nil { findings.note(.badCommune(text(bytes)), line: rows.line) }
    return text(bytes)
  }

  private mutating func cabinet(_ rows: RowReader) -> String {
    let bytes = cell(.cabinet, rows)
    if let known = cabinets[bytes] { return known }
    let cabinet = text(bytes).uppercased()
    cabinets[ArraySlice(Array(bytes))] = cabinet
    return cabinet
  }

  private mutating func day(_ column: IPEColumns.Name, _ rows: RowReader) -> CalendarDate? {
    let bytes = cell(column, rows)
    guard !bytes.isEmpty else { return nil }
    if let known = days[bytes] {
      if known == nil { findings.note(.badDate(column: column.rawValue, text: text(bytes)), line: rows.line) }
      return known
    }
    let date = IPEWords.date(bytes)
    if date == nil { findings.note(.badDate(column: column.rawValue, text: text(bytes)), line: rows.line) }
    if days.count < Self.mostKept { days[ArraySlice(Array(bytes))] = .some(date) }
    return date
  }

  /// Texts of one column that are kept; a file of garbage has no more.
  private static let mostKept = 20_000
}
