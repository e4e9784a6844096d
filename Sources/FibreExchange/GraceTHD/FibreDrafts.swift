import FibreModel

/// The fibres of a delivery, found by code.
struct FibreCatalogue {
  private var codes = CodeTable()
  /// The index that each code's fibre will have in the network.
  private var fibres: [UInt32] = []

  mutating func reserveCapacity(_ count: Int) {
    codes.reserveCapacity(count)
    fibres.reserveCapacity(count)
  }

  /// Adds a fibre by its index in the network; false when the code is taken.
  mutating func add(_ code: UnsafeBufferPointer<UInt8>, fibre: Int) -> Bool {
    guard codes.appendIfNew(code) else { return false }
    fibres.append(UInt32(fibre))
    return true
  }

  var isEmpty: Bool { fibres.isEmpty }

  /// The index that the fibre of a code has in the network, or nothing.
  func fibre(_ code: UnsafeBufferPointer<UInt8>) -> Int? { codes.position(of: code).map { Int(fibres[$0]) } }
}

extension DeliveryImporter {
  /// Reads `t_fibre` into the cables' drafts: numbers, counts, and the indices that the fibres will have.
  mutating func addFibres(to drafts: inout [CableDraft]) -> FibreCatalogue {
    var catalogue = FibreCatalogue()
    if let table = open("t_fibre", columns: ["fo_code", "fo_cb_code", "fo_nincab", "fo_color"]) {
      if let missing = ["fo_code", "fo_cb_code"].first(where: { !table.has($0) }) {
        setAside(table, missing: missing)
      } else if drafts.isEmpty {
        setAside(
          table, "fibre.cable-unknown", .error,
          "The delivery holds no cable, so none of its \(table.rowCount) fibres could be imported. Ask for t_cable.")
      } else {
        catalogue.reserveCapacity(table.rowCount)
        assignFibres(table, to: &drafts)
        numberFibres(table, of: &drafts, in: &catalogue)
      }
    }
    countFibres(of: &drafts)
    return catalogue
  }

  /// Gives each fibre row to its cable, with the number it states.
  private mutating func assignFibres(_ table: DeliveryTable, to drafts: inout [CableDraft]) {
    let cables = Dictionary(uniqueKeysWithValues: drafts.enumerated().map { ($0.element.code, $0.offset) })
    let cableColumn = table.column("fo_cb_code")
    let numberColumn = table.column("fo_nincab")
    let codeColumn = table.column("fo_code")
    var cells = DeliveryRow(of: table)
    var last: (code: [UInt8], cable: Int)?
    for row in 0..<table.rowCount {
      cells.move(to: row)
      if last.map({ cells.holds($0.code, in: cableColumn) }) != true {
        last = cables[cells.text(cableColumn)].map { (cells.withBytes(cableColumn) { Array($0) }, $0) }
      }
      let number = cells.text(numberColumn)
      if let cable = last?.cable {
        if let value = number.isEmpty ? 0 : Int(number), number.isEmpty || (1...Self.greatestFibreCount).contains(value)
        {
          drafts[cable].fibres.append(FibreDraft(row: row, number: value))
        } else {
          setAside(
            table, row, "fibre.number", .error,
            "fo_nincab is \(number), which is no fibre number; the row was not imported. Correct it.",
            code: cells.text(codeColumn))
        }
      } else {
        setAside(
          table, row, "fibre.cable-unknown", .error,
          """
          fo_cb_code names \(cells.text(cableColumn)), which is not in t_cable; the row was not imported. Add the cable.
          """,
          code: cells.text(codeColumn))
      }
    }
  }

  /// Settles the numbers: those that are not stated follow from tube and rank, and in a patch cord from the order.
  private mutating func numberFibres(
    _ table: DeliveryTable, of drafts: inout [CableDraft], in catalogue: inout FibreCatalogue
  ) {
    let tubes = FibreColumns(table)
    var cells = DeliveryRow(of: table)
    var (derivedCount, first) = (0, 0)
    for cable in drafts.indices {
      if drafts[cable].modulo == nil { drafts[cable].modulo = tubes.modulo(of: drafts[cable], in: table) }
      if drafts[cable].fibres.contains(where: { $0.number == 0 }) {
        derivedCount += tubes.deriveNumbers(of: &drafts[cable], in: table)
      }
      drafts[cable].firstFibre = first
      keepNumbered(table, &cells, of: &drafts[cable], in: &catalogue)
      first = drafts[cable].settleFibres(from: first)
    }
    if derivedCount > 0 {
      note(
        "fibre.number-derived", .info, table.fileName,
        "\(derivedCount) fibres have no fo_nincab; their numbers follow from tube and rank, or from their order.")
    }
  }

  /// Drops, into quarantine, the fibres whose code or number is missing or taken.
  private mutating func keepNumbered(
    _ table: DeliveryTable, _ cells: inout DeliveryRow, of draft: inout CableDraft, in catalogue: inout FibreCatalogue
  ) {
    let codeColumn = table.column("fo_code")
    var isTaken = [Bool](repeating: false, count: (draft.fibres.map(\.number).max() ?? 0) + 1)
    let fibres = draft.fibres
    draft.fibres.removeAll(keepingCapacity: true)
    for fibre in fibres {
      cells.move(to: fibre.row)
      let index = draft.firstFibre + fibre.number - 1
      if fibre.number == 0 {
        setAside(
          table, fibre.row, "fibre.number", .error,
          "fo_nincab is empty and nothing tells the number; the row was not imported. Give it one.",
          code: cells.text(codeColumn))
      } else if isTaken[fibre.number] {
        setAside(
          table, fibre.row, "fibre.number-taken", .error,
          "Fibre \(fibre.number) of \(draft.code) is described before; this row was not imported. Keep one of them.",
          code: cells.text(codeColumn))
      } else if cells.withBytes(codeColumn, { !$0.isEmpty && !catalogue.add($0, fibre: index) }) {
        let code = cells.text(codeColumn)
        setAside(
          table, fibre.row, "code.duplicate", .error,
          "fo_code \(code) stands there before; this row was not imported. Give one of them another code.", code: code)
      } else {
        isTaken[fibre.number] = true
        draft.fibres.append(fibre)
      }
    }
  }

  /// Settles how many fibres each section has, and compares with what is stated.
  private mutating func countFibres(of drafts: inout [CableDraft]) {
    let place = delivery.tables["t_cable"]
    var first = 0
    for cable in drafts.indices {
      first = drafts[cable].settleFibres(from: first)
      let described = drafts[cable].fibres.count
      guard let place, let stated = drafts[cable].statedCapacity, stated != described else { continue }
      note(
        "cable.capacity-differs", .warning, place.place(drafts[cable].row),
        """
        \(drafts[cable].code) is stated to have \(stated) fibres, and t_fibre describes \(described). Correct one of \
        them.
        """,
        code: drafts[cable].code)
    }
  }
}

/// The columns of `t_fibre` that tell a fibre's place in its cable.
struct FibreColumns {
  let code: Column
  let tube: Column
  let rank: Column
  let colour: Column
  let mark: Column

  init(_ table: DeliveryTable) {
    code = table.column("fo_code")
    tube = table.column("fo_numtub")
    rank = table.column("fo_nintub")
    colour = table.column("fo_color")
    mark = table.column("fo_reper")
  }

  /// Fibres a tube, when the cable does not say: the greatest rank in a tube, or 1 in a patch cord, or 12.
  fileprivate func modulo(of draft: CableDraft, in table: DeliveryTable) -> Int {
    let greatest = draft.fibres.compactMap { Int(table[$0.row, rank]) }.max() ?? 0
    return greatest > 0 ? greatest : draft.kind == .patchCord ? 1 : 12
  }

  /// Gives numbers to the fibres that state none, where they can be told; how many got one.
  fileprivate func deriveNumbers(of draft: inout CableDraft, in table: DeliveryTable) -> Int {
    var taken = Set(draft.fibres.map(\.number))
    var count = 0
    for offset in draft.fibres.indices where draft.fibres[offset].number == 0 {
      let row = draft.fibres[offset].row
      guard let number = derivedNumber(row, of: draft, taken, in: table) else { continue }
      draft.fibres[offset] = FibreDraft(row: row, number: number)
      taken.insert(number)
      count += 1
    }
    return count
  }

  private func derivedNumber(
    _ row: Int, of draft: CableDraft, _ taken: Set<Int>, in table: DeliveryTable
  ) -> Int? {
    if let tube = Int(table[row, tube]), let rank = Int(table[row, rank]), let modulo = draft.modulo,
      (1...1000).contains(tube), (1...modulo).contains(rank)
    {
      let number = (tube - 1) * modulo + rank
      return number <= DeliveryImporter.greatestFibreCount ? number : nil
    }
    guard draft.kind == .patchCord else { return nil }
    return (1...).first { !taken.contains($0) }
  }
}
