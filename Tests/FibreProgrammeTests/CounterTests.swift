import FibreModel
import FibreProgramme
import FibreTestSupport
import Testing

@Suite struct CounterTests {
  private func address(_ name: String, _ plugs: Int, commune: String = "80001", dates: String...) -> TrackedAddress {
    var address = TrackedAddress(address: name, plugCount: plugs, commune: commune)
    let dates = dates.map { $0.isEmpty ? nil : day($0) }
    func date(_ offset: Int) -> CalendarDate? { offset < dates.count ? dates[offset] : nil }
    address.targetedOn = date(0)
    address.studiedOn = date(1)
    address.builtOn = date(2)
    address.handedOverOn = date(3)
    address.connectableOn = date(4)
    address.connectedOn = dates.dropFirst(5).compactMap(\.self)
    return address
  }

  private var programme: [TrackedAddress] {
    [
      address(
        "A", 4, dates: "2024-01-01", "2024-06-01", "2025-01-01", "2025-03-01", "2025-09-01", "2025-10-01", "2025-12-01"),
      address("B", 3, commune: "80002", dates: "2024-01-01", "2024-06-01", "2025-02-01", "2025-03-01"),
      address("C", 2, commune: "80002", dates: "2024-01-01", "2024-07-01", "2025-02-01"),
      address("D", 1, commune: "80002", dates: "2024-01-01"),
    ]
  }

  @Test func theSixCountersAreKeptApart() {
    let table = CounterTable(of: programme, by: .commune, on: day("2025-11-01"))
    #expect(table.total.counts == [10, 9, 9, 7, 4, 1])
    #expect(table.rows.map(\.name) == ["80001", "80002"])
    #expect(table.rows.map(\.counts) == [[4, 4, 4, 4, 4, 1], [6, 5, 5, 3, 0, 0]])
    #expect(table.findings.isEmpty)
    #expect(CounterTable(of: programme, by: .commune, on: day("2023-12-31")).total.counts == [0, 0, 0, 0, 0, 0])
  }

  @Test func aFigureHasItsBaseAndNoRateOnNothing() {
    let table = CounterTable(of: programme, by: .commune, on: day("2025-11-01"))
    let base = CounterFigure.Base(count: 216_000, date: day("2024-01-01"), source: "contract")
    let figure = CounterFigure(
      counter: .built, count: 190_000, date: day("2024-02-01"), source: "works", base: base)
    #expect(figure.rate?.percentText(decimals: 1) == "88.0")
    let empty = CounterFigure.Base(count: 0, date: day("2024-01-01"), source: "commune without premises")
    #expect(table.figure(.connected, of: table.total, source: "orders", base: empty).rate == nil)
    let penetration = CounterFigure(
      counter: .connected, count: 17_800, date: day("2020-10-01"), source: "delegatee",
      base: .init(count: 76_200, date: day("2020-10-01"), source: "delegatee"))
    #expect(penetration.rate?.percentText(decimals: 1) == "23.4")
  }

  @Test(arguments: 0..<40)
  func groupsAddUpToTheWholeAndCountersNest(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let addresses = (0..<60).map { number in
      var start = CalendarDate(year: 2024, month: 1, day: 1) ?? .earliest
      var dates: [String] = []
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        start = start.adding(days: Int.random(in: 1...200, using: &random))
        dates.append(start.description)
      }
      var one = TrackedAddress(
        address: "A\(number)", plugCount: Int.random(in: 1...9, using: &random),
        commune: "8000\(Int.random(in: 1...4, using: &random))")
      for (offset, date) in dates.enumerated() {
        switch offset {
        case 0: one.targetedOn = day(date)
        case 1: one.studiedOn = day(date)
        case 2: one.builtOn = day(date)
        case 3: one.handedOverOn = day(date)
        default: one.connectableOn = day(date)
        }
      }
      one.contractor = ["", "X", "Y"].randomElement(using: &random) ?? ""
      return one
    }
    let date = day("2025-01-01")
    for grouping in Grouping.allCases {
      let table = CounterTable(of: addresses, by: grouping, on: date)
      for counter in Counter.allCases {
        #expect(table.rows.reduce(0) { $0 + $1[counter] } == table.total[counter], "seed \(seed)")
      }
      #expect(zip(table.total.counts, table.total.counts.dropFirst()).allSatisfy { $0 >= $1 }, "seed \(seed)")
      for counter in Counter.allCases.dropLast() {
        let next = table.total.counts[counter.rawValue + 1]
        #expect(Stock(of: addresses, after: counter, on: date).plugs == table.total[counter] - next, "seed \(seed)")
      }
    }
  }

  @Test func whatCannotBeIsSaid() {
    var wrong = [
      address("A", -1, dates: "2024-01-01"), address("B", 1, commune: "99999", dates: "2024-01-01"),
      address("C", 1, dates: "2024-01-01", "", "2024-02-01"),
      address(
        "D", 1, dates: "2024-01-01", "2024-01-01", "2024-01-01", "2024-01-01", "2024-01-01", "2024-02-01", "2024-02-02"),
      address("B", 1, commune: "80001", dates: "2024-01-01"),
    ]
    for offset in 1...2 { wrong[offset].cabinet = "PM1" }
    let table = CounterTable(
      of: wrong, by: .commune, on: day("2025-01-01"),
      geography: Geography(
        date: day("2025-01-01"),
        communes: [Commune(code: "80001", name: "Abbeville", department: "80", intercommunality: "")]))
    #expect(
      table.findings.map { "\($0.code) \($0.rule)" } == [
        "PM1 cabinet.several-communes", "99999 commune.unknown", "D plug.connected-above", "C plug.counter-skipped",
        "A plug.negative", "B plug.repeated",
      ])
    #expect(table.rows.map(\.name) == ["80001", "99999"])
  }

  // MARK: Stock

  @Test func stockHasItsAge() {
    let built = Stock(of: programme, after: .built, on: day("2025-04-01"))
    #expect(built.items.map(\.address) == ["C"])
    #expect(built.items.map(\.days) == [59])
    let handed = Stock(of: programme, after: .handedOver, on: day("2025-04-01"))
    #expect(handed.plugs == 7)
    #expect(handed.plugs(byDays: [30, 31, 32]) == [0, 0, 7, 0])
    #expect(handed.days(atHundredths: 50) == 31)
    let open = Stock(of: programme, after: .connectable, on: day("2025-11-01"))
    #expect(open.plugs == 3)
    #expect(Stock(of: programme, after: .connected, on: day("2025-11-01")).items.isEmpty)
    #expect(Stock(of: [], after: .built, on: day("2025-11-01")).days(atHundredths: 85) == nil)
  }

  // MARK: Coverage classes

  @Test(arguments: [
    (0, CoverageClass.none), (1, .below5), (49, .below5), (50, .from5), (100, .from10), (249, .from10), (250, .from25),
    (500, .from50), (799, .from50), (800, .from80), (949, .from80), (950, .from95), (1000, .from95), (1010, .from95),
  ])
  func coverageHasTheRegulatorsClasses(thousandths: Int, expected: CoverageClass) throws {
    #expect(CoverageClass(try #require(Rate(Int64(thousandths), over: 1000))) == expected)
  }
}
