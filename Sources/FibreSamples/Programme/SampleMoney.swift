import FibreModel
import FibreProgramme

/// Contracts, invoices, authorisation and grants of the made-up programme.
struct SampleMoney {
  private let histories: [ZoneHistory]
  private var random: SeededGenerator

  init(of histories: [ZoneHistory], seed: UInt64) {
    self.histories = histories
    random = SeededGenerator(seed: seed, subject: 104)
  }

  func add(to programme: inout Programme) {
    var money = self
    money.drawContracts(&programme)
    money.drawInvoices(&programme)
    money.drawAuthorisation(&programme)
    money.drawGrants(&programme)
  }

  /// The first amount of a contract, for each plug.
  private static let perPlug: Int64 = 1_047_60

  private mutating func drawContracts(_ programme: inout Programme) {
    for lot in ProgrammeLot.all {
      let offsets = histories.indices.filter { histories[$0].lot.number == lot.number }
      let plugs = offsets.map { Int64(programme.zones[$0].plugs) }
      let amount = Money(cents: plugs.reduce(0, +) * Self.perPlug + Int64(random.number(in: -4_000_000...4_000_000)))
      var contract = Contract(
        lot: Lot(code: lot.code, object: lot.object, holder: lot.holder, amountExcludingTax: amount),
        notifiedOn: ProgrammeDays.notified)
      if lot.number < 4 {
        let change = Money(cents: Int64(random.number(in: 40_000_00...160_000_00)))
        contract.amendments = [
          Contract.Amendment(
            signedOn: ProgrammeDays.revised.adding(days: 30 * lot.number).nextWorkingDay, change: change,
            reason: "Poteaux à remplacer")
        ]
      }
      let parts = amount.split(by: plugs) ?? []
      contract.orders = zip(offsets, parts).compactMap { order(histories[$0], $1, number: $0 + 1) }
      contract.situations = situations(Array(zip(offsets, parts)), lot)
      programme.contracts.append(contract)
    }
    let awarded = programme.contracts.map(\.lot.amountExcludingTax).total()
    programme.estimateExcludingTax = Money(cents: awarded.cents / 10_000_000 * 10_000_000 + 90_000_000)
  }

  private func order(_ zone: ZoneHistory, _ amount: Money, number: Int) -> Contract.Order? {
    guard let day = zone.reached[.detailedStudy]?.adding(days: 10).nextWorkingDay, day <= ProgrammeDays.today else {
      return nil
    }
    let accepted = zone.reached[.acceptance].flatMap { $0 <= ProgrammeDays.today ? $0 : nil }
    return Contract.Order(
      code: "BC-\(padded(number, 3))", orderedOn: day, amount: amount, dueOn: zone.planned[.acceptance],
      acceptedOn: accepted)
  }

  /// A statement at the end of each month, of what its zones earned in the month.
  private mutating func situations(
    _ zones: [(offset: Int, amount: Money)], _ lot: ProgrammeLot
  ) -> [Contract.Situation] {
    var situations: [Contract.Situation] = []
    var stated = Money.zero
    var month = ProgrammeDays.notified.calendarMonth
    while month.lastDay <= ProgrammeDays.today {
      let earned = zones.map { offset, amount in
        histories[offset].zone(plugs: 0).earnedShare(on: month.lastDay).of(amount)
      }.total()
      let cost = Rate(lot.cost, over: 100)?.of(earned) ?? earned
      if cost > stated {
        situations.append(
          Contract.Situation(number: situations.count + 1, date: month.lastDay, amount: cost - stated))
        stated = cost
      }
      month = month.adding(1)
    }
    return situations
  }

  /// One for each statement: its amount with tax, less what is held back.
  private mutating func drawInvoices(_ programme: inout Programme) {
    for contract in programme.contracts {
      for situation in contract.situations {
        let withTax = (Rate.one + contract.terms.vat).of(situation.amount)
        let received = situation.date.adding(days: random.number(in: 2...9))
        guard received <= ProgrammeDays.today else { continue }
        programme.invoices.append(
          invoice(
            "F-\(contract.lot.code)-\(padded(situation.number, 2))", contract.lot.holder,
            withTax - contract.terms.retention.of(withTax), received))
      }
    }
  }

  private mutating func invoice(
    _ code: String, _ contractor: String, _ amount: Money, _ received: CalendarDate
  ) -> Invoice {
    do throws(Invoice.Refusal) {
      var invoice = try Invoice(
        code: code, contractor: contractor, amountIncludingTax: amount, receivedOn: received)
      if random.below(20) == 0 {
        let start = received.adding(days: 2)
        try invoice.suspend(from: start, until: start.adding(days: random.number(in: 5...15)))
      }
      var day = received
      for step in Invoice.Step.allCases.dropFirst() {
        day = day.adding(days: random.number(in: 2...(random.below(6) == 0 ? 17 : 8)))
        if day > ProgrammeDays.today { break }
        try invoice.reach(step, on: day)
      }
      return invoice
    } catch {
      preconditionFailure("an invoice is drawn in order: \(error)")
    }
  }

  // MARK: Credits

  private func drawAuthorisation(_ programme: inout Programme) {
    let amount = programme.estimateExcludingTax
    let committed = programme.contracts.flatMap { contract in
      [
        Authorisation.Entry(
          date: contract.notifiedOn, stage: .committed, amount: contract.lot.amountExcludingTax,
          object: contract.lot.code)
      ]
        + contract.amendments.map {
          Authorisation.Entry(date: $0.signedOn, stage: .committed, amount: $0.change, object: contract.lot.code)
        }
    }
    let paid = payments(programme)
    let first = Authorisation.Vote(
      date: ProgrammeDays.voted, amount: amount, credits: Self.evenly(amount, over: 2023...2027),
      reason: "Vote initial")
    var authorisation = Authorisation(
      name: "AP 2022-03 FTTH", vote: first,
      entries: [
        Authorisation.Entry(date: ProgrammeDays.voted, stage: .assigned, amount: amount, object: "Travaux FTTH")
      ]
        + committed + paid)
    do throws(Authorisation.Refusal) {
      try authorisation.revise(
        Authorisation.Vote(
          date: ProgrammeDays.revised, amount: amount, credits: Self.rephased(amount, paid),
          reason: "Recalage de l'échéancier sur les travaux"))
    } catch {
      preconditionFailure("the authorisation covers what is committed: \(error)")
    }
    programme.authorisations = [authorisation]
  }

  /// What was paid for each statement, without tax, on the day of its payment.
  private func payments(_ programme: Programme) -> [Authorisation.Entry] {
    var entries: [Authorisation.Entry] = []
    for contract in programme.contracts {
      for situation in contract.situations {
        let code = "F-\(contract.lot.code)-\(padded(situation.number, 2))"
        guard let day = programme.invoices.first(where: { $0.code == code })?.dates[.paid] else { continue }
        let held = contract.terms.retention.of(situation.amount)
        entries.append(Authorisation.Entry(date: day, stage: .paid, amount: situation.amount - held, object: code))
      }
    }
    return entries.sorted { ($0.date, $0.object) < ($1.date, $1.object) }
  }

  private static func evenly(_ amount: Money, over years: ClosedRange<Int>) -> [Int: Money] {
    let parts = amount.split(by: years.map { _ in 1 }) ?? []
    return Dictionary(uniqueKeysWithValues: zip(years, parts))
  }

  /// A little more than was paid in each year, to the ten thousand euros; the rest in the last two years.
  private static func rephased(_ amount: Money, _ paid: [Authorisation.Entry]) -> [Int: Money] {
    var credits: [Int: Money] = [:]
    for year in 2023...2026 {
      let spent = paid.filter { $0.date.year == year }.map(\.amount).total()
      credits[year] = Money(cents: (spent.cents + spent.cents / 20) / 1_000_000 * 1_000_000 + 1_000_000)
    }
    let rest = amount - credits.values.total()
    let half = Money(cents: rest.cents / 2)
    credits[2027] = half
    credits[2028] = rest - half
    return credits
  }

  // MARK: Grants

  private func drawGrants(_ programme: inout Programme) {
    let today = ProgrammeDays.today
    func grant(_ name: String, _ percent: Int64, cap: Int64?, agreed: Int64, received: [Int64]) -> Grant {
      let start = ProgrammeDays.notified.adding(months: -2)
      var steps: [Grant.Step] = [
        Grant.Step(date: start, state: .filed), Grant.Step(date: start.adding(months: 7), state: .agreed),
      ]
      for (rank, euros) in received.enumerated() {
        steps.append(
          Grant.Step(
            date: start.adding(months: 10 + 11 * rank), state: rank == 0 ? .advancePaid : .instalmentPaid,
            amount: Money(cents: euros * 100)))
      }
      return Grant(
        name: name, rate: Rate(percent, over: 100) ?? .zero, capPerPlug: cap.map { Money(cents: $0 * 100) },
        agreedAmount: Money(cents: agreed * 100), eligibleFrom: ProgrammeDays.notified,
        eligibleUntil: ProgrammeDays.lastHandover.adding(months: 12),
        steps: steps.filter { $0.date <= today })
    }
    programme.grants = [
      grant("État, plan France THD (fictif)", 33, cap: 340, agreed: 4_600_000, received: [920_000, 980_000, 760_000]),
      grant("Région (fictif)", 8, cap: nil, agreed: 1_100_000, received: [330_000, 240_000]),
      grant("FEDER (fictif)", 10, cap: nil, agreed: 900_000, received: [180_000, 310_000]),
    ]
  }
}
