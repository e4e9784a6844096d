import FibreModel

/// The fibres of a delivery, found by code.
struct FibreCatalogue {
  /// The cable draft and the number of each fibre code.
  private var places: [String: (cable: Int32, number: Int32)] = [:]

  mutating func reserveCapacity(_ count: Int) { places.reserveCapacity(count) }

  /// False when the code is taken.
  mutating func add(_ code: String, cable: Int, number: Int) -> Bool {
    let old = places.updateValue((Int32(cable), Int32(number)), forKey: code)
    guard let old else { return true }
    places[code] = old
    return false
  }

  var isEmpty: Bool { places.isEmpty }

  /// The index that the fibre of a code has in the network, or nothing.
  func fibre(_ code: String, in drafts: [CableDraft]) -> Int? {
    guard let place = places[code] else { return nil }
    return drafts[Int(place.cable)].firstFibre + Int(place.number) - 1
  }
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
    var last: (code: String, cable: Int)?
    for row in 0..<table.rowCount {
      let cableCode = table[row, cableColumn]
      if last?.code != cableCode { last = cables[cableCode].map { (cableCode, $0) } }
      let number = table[row, numberColumn]
      if let cable = last?.cable {
        if let value = number.isEmpty ? 0 : Int(number), number.isEmpty || (1...Self.greatestFibreCount).contains(value)
        {
          drafts[cable].fibres.append(FibreDraft(row: row, number: value))
        } else {
          setAside(
            table, row, "fibre.number", .error,
            "fo_nincab is \(number), which is no fibre number; the row was not imported. Correct it.",
            code: table[row, codeColumn])
        }
      } else {
        setAside(
          table, row, "fibre.cable-unknown", .error,
          "fo_cb_code names \(cableCode), which is not in t_cable; the row was not imported. Add the cable.",
          code: table[row, codeColumn])
      }
    }
  }

  /// Settles the numbers: those that are not stated follow from tube and rank, and in a patch cord from the order.
  private mutating func numberFibres(
    _ table: DeliveryTable, of drafts: inout [CableDraft], in catalogue: inout FibreCatalogue
  ) {
    let tubes = FibreColumns(table)
    var derivedCount = 0
    for cable in drafts.indices {
      if drafts[cable].modulo == nil { drafts[cable].modulo = tubes.modulo(of: drafts[cable], in: table) }
      var taken = Set(drafts[cable].fibres.map(\.number))
      for offset in drafts[cable].fibres.indices where drafts[cable].fibres[offset].number == 0 {
        guard let number = tubes.derivedNumber(drafts[cable].fibres[offset].row, of: drafts[cable], taken, in: table)
        else { continue }
        drafts[cable].fibres[offset].number = number
        taken.insert(number)
        derivedCount += 1
      }
      keepNumbered(table, of: &drafts[cable], at: cable, in: &catalogue)
    }
    if derivedCount > 0 {
      note(
        "fibre.number-derived", .info, table.fileName,
        "\(derivedCount) fibres have no fo_nincab; their numbers follow from tube and rank, or from their order.")
    }
  }

  /// Drops, into quarantine, the fibres whose code or number is missing or taken.
  private mutating func keepNumbered(
    _ table: DeliveryTable, of draft: inout CableDraft, at cable: Int, in catalogue: inout FibreCatalogue
  ) {
    let codeColumn = table.column("fo_code")
    var numbers: Set<Int> = []
    let fibres = draft.fibres
    draft.fibres.removeAll(keepingCapacity: true)
    for fibre in fibres {
      let code = table[fibre.row, codeColumn]
      if fibre.number == 0 {
        setAside(
          table, fibre.row, "fibre.number", .error,
          "fo_nincab is empty and nothing tells the number; the row was not imported. Give it one.", code: code)
      } else if numbers.contains(fibre.number) {
        setAside(
          table, fibre.row, "fibre.number-taken", .error,
          "Fibre \(fibre.number) of \(draft.code) is described before; this row was not imported. Keep one of them.",
          code: code)
      } else if !code.isEmpty, !catalogue.add(code, cable: cable, number: fibre.number) {
        setAside(
          table, fibre.row, "code.duplicate", .error,
          "fo_code \(code) stands there before; this row was not imported. Give one of them another code.", code: code)
      } else {
        numbers.insert(fibre.number)
        draft.fibres.append(fibre)
      }
    }
  }

  /// Settles how many fibres each section has, and compares with what is stated.
  private mutating func countFibres(of drafts: inout [CableDraft]) {
    let place = delivery.tables["t_cable"]
    var first = 0
    for cable in drafts.indices {
      let stated = drafts[cable].statedCapacity
      let described = drafts[cable].fibres.count
      let greatest = drafts[cable].fibres.map(\.number).max() ?? 0
      drafts[cable].fibreCount = max(stated ?? 0, greatest)
      drafts[cable].firstFibre = first
      first += drafts[cable].fibreCount
      guard let place, let stated, stated != described else { continue }
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

  fileprivate func derivedNumber(
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
