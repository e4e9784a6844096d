import FibreModel
import FibreProgramme

/// Attempts to connect clients of the made-up programme.
struct SampleConnections {
  private(set) var attempts: [ConnectionAttempt] = []
  private var random: SeededGenerator
  private var orderCount = 0

  /// Codes that come, as often as they stand here.
  private static let codes = [
    "FINT04", "FINT04", "FINT04", "FINT05", "FINT05", "FINT12", "FINT02", "FINT02", "FINT07", "FINT07", "FINT09",
    "FINT11", "FINT11", "FADR01", "FADR01", "FADR02", "FIMP02", "FIMP17", "FCLI07", "FCLI07", "FCLI07", "FCLI04",
    "FCLI02", "FRDV02", "FRDV03", "FAUT01", "FINT01",
  ]

  init(of addresses: SampleAddresses, _ zones: [ZoneHistory], seed: UInt64) {
    random = SeededGenerator(seed: seed, subject: 103)
    for address in addresses.all {
      guard let open = addresses.opening(of: address), open < ProgrammeDays.today else { continue }
      connect(address, zones[address.zone], from: open)
    }
    attempts.sort { ($0.date, $0.order, $0.number) < ($1.date, $1.order, $1.number) }
  }

  /// Of the plugs of an address about a third have an order within two years, fewer of those that opened lately.
  private mutating func connect(_ address: SampleAddress, _ zone: ZoneHistory, from open: CalendarDate) {
    let days = open.days(to: ProgrammeDays.today)
    for _ in 0..<address.plugs where random.below(2200) < min(days, 730) {
      var date = open.adding(days: random.below(days)).nextWorkingDay
      orderCount += 1
      let order = "CMD-\(padded(orderCount, 5))"
      // Every ninth distribution point was built badly.
      let isBad = address.point.utf8.reduce(0) { $0 &* 31 &+ Int($1) } % 9 == 0
      for number in 1...3 where date <= ProgrammeDays.today {
        let limit = isBad ? 480 : zone.lot.failures * (number == 1 ? 100 : 55) / 100
        let isFailure = random.below(1000) < limit
        attempts.append(attempt(order, number, date, isFailure, address, zone))
        guard isFailure else { break }
        date = date.adding(days: random.number(in: 9...40)).nextWorkingDay
      }
    }
  }

  private mutating func attempt(
    _ order: String, _ number: Int, _ date: CalendarDate, _ isFailure: Bool, _ address: SampleAddress,
    _ zone: ZoneHistory
  ) -> ConnectionAttempt {
    let code = isFailure ? FailureCode(Self.codes[random.below(Self.codes.count)]) : nil
    let isVerified = isFailure && random.below(100) < 30
    let verified = isVerified && random.below(4) == 0 ? FailureCause.inventoryData : isVerified ? code?.cause : nil
    return ConnectionAttempt(
      order: order, number: number, date: date, outcome: code.map { .failure($0) } ?? .success,
      verifiedCause: verified, address: address.code, distributionPoint: address.point, contractor: zone.lot.holder,
      handedOverOn: zone.reached[.handover])
  }
}
