import FibreModel
import FibreProgramme

extension ProgrammeReading {
  /// The contracts with their papers, in the order of the file.
  mutating func contracts() throws(ProgrammeFolderError) -> [Contract] {
    var contracts: [Contract] = []
    try each(.contracts) { row throws(RowFault) in
      guard !contracts.contains(where: { $0.lot.code == row.name }) else { throw .repeated }
      let lot = Lot(
        code: row.name, object: row.text("object"), holder: row.text("holder"),
        amountExcludingTax: try row.amount("amountExcludingTax"))
      contracts.append(Contract(lot: lot, notifiedOn: try row.day("notifiedOn")))
    }
    try each(.contractPapers) { row throws(RowFault) in
      guard let offset = contracts.firstIndex(where: { $0.lot.code == row.name }) else {
        throw .unknown(column: "lot")
      }
      contracts[offset] = try Self.paper(row, of: contracts[offset])
    }
    return contracts
  }

  private static func paper(_ row: ProgrammeRow, of contract: Contract) throws(RowFault) -> Contract {
    var contract = contract
    let (kind, date) = (row.text("paper"), try row.day("date"))
    let amount = try row.amount("amountExcludingTax", mayBeNegative: kind == "amendment")
    switch kind {
    case "amendment":
      contract.amendments.append(Contract.Amendment(signedOn: date, change: amount, reason: row.text("reason")))
    case "order":
      contract.orders.append(
        Contract.Order(
          code: row.text("code"), orderedOn: date, amount: amount, dueOn: try row.dayIfStated("dueOn"),
          acceptedOn: try row.dayIfStated("acceptedOn")))
    case "situation", "advance":
      contract.situations.append(
        Contract.Situation(
          number: try row.count("code"), date: date, amount: amount, isAdvance: kind == "advance"))
    default: throw .unreadable(column: "paper")
    }
    return contract
  }

  mutating func invoices() throws(ProgrammeFolderError) -> [Invoice] {
    var invoices: [Invoice] = []
    var codes: Set<String> = []
    try each(.invoices) { row throws(RowFault) in
      guard codes.insert(row.name).inserted else { throw .repeated }
      var steps: [(step: Invoice.Step, date: CalendarDate)] = []
      for step in Invoice.Step.allCases.dropFirst() {
        if let date = try row.dayIfStated("\(step)") { steps.append((step, date)) }
      }
      let (from, until) = (try row.dayIfStated("suspendedFrom"), try row.dayIfStated("suspendedUntil"))
      let (amount, received) = (try row.amount("amountIncludingTax"), try row.day("received"))
      do throws(Invoice.Refusal) {
        var invoice = try Invoice(
          code: row.name, contractor: row.text("contractor"), amountIncludingTax: amount, receivedOn: received)
        for (step, date) in steps { try invoice.reach(step, on: date) }
        if let from { try invoice.suspend(from: from, until: until) }
        invoices.append(invoice)
      } catch {
        throw .refused(error.sentence)
      }
    }
    return invoices
  }

  mutating func grants() throws(ProgrammeFolderError) -> [Grant] {
    var grants: [Grant] = []
    try each(.grants) { row throws(RowFault) in
      guard !grants.contains(where: { $0.name == row.name }) else { throw .repeated }
      let cap = row.isEmpty("capPerPlug") ? nil : try row.amount("capPerPlug")
      grants.append(
        Grant(
          name: row.name, rate: try row.percent("ratePercent"), capPerPlug: cap,
          agreedAmount: try row.amount("agreedAmount"), eligibleFrom: try row.day("eligibleFrom"),
          eligibleUntil: try row.day("eligibleUntil")))
    }
    try each(.grantSteps) { row throws(RowFault) in
      guard let offset = grants.firstIndex(where: { $0.name == row.name }) else { throw .unknown(column: "grant") }
      let amount = row.isEmpty("amount") ? Money.zero : try row.amount("amount")
      grants[offset].steps.append(
        Grant.Step(date: try row.day("date"), state: try row.word("state"), amount: amount))
    }
    return grants
  }
}
