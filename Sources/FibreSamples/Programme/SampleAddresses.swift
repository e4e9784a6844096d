import FibreModel
import FibreProgramme

/// An address of the made-up programme and what happens to it.
struct SampleAddress {
  let code: String
  let zone: Int
  let commune: String
  var plugs: Int
  let point: String
  /// It is in the lists from this one on.
  var firstList = 0
  /// It is abandoned from this list on, if ever.
  var abandonedList: Int?
  /// Its distribution point is set on demand, some lists after its zone opens.
  var onDemandLists: Int?
  /// It is deployed no more between these lists.
  var fault: Range<Int>?
}

/// The addresses of all zones, and the lists that operators get of them.
struct SampleAddresses {
  private(set) var all: [SampleAddress] = []
  private let zones: [ZoneHistory]

  init(of zones: [ZoneHistory], seed: UInt64) {
    self.zones = zones
    var random = SeededGenerator(seed: seed, subject: 101)
    for (offset, zone) in zones.enumerated() {
      let count = random.number(in: 30...50)
      // One cabinet serves the edge of the next commune too.
      let neighbour = zones[(offset + 1) % zones.count].commune.code
      for number in 1...count {
        let isBeyond = offset % 17 == 3 && number > count - 4
        var address = SampleAddress(
          code: "IMB/\(zone.code.dropFirst(4))/\(padded(number, 3))", zone: offset,
          commune: isBeyond ? neighbour : zone.commune.code,
          plugs: random.below(10) < 7 ? random.number(in: 1...6) : random.number(in: 8...18),
          point: "PBO-\(zone.code.dropFirst(4))-\(padded(1 + (number - 1) / 4, 2))")
        Self.drawEvents(of: &address, &random)
        all.append(address)
      }
    }
  }

  private static func drawEvents(of address: inout SampleAddress, _ random: inout SeededGenerator) {
    let lists = ProgrammeDays.snapshots.count
    switch random.below(1000) {
    case ..<25: address.firstList = random.number(in: 2...lists - 2)
    case ..<35: address.abandonedList = random.number(in: 3...lists - 1)
    case ..<95: address.onDemandLists = random.number(in: 3...20)
    case ..<115:
      let start = random.number(in: 6...lists - 3)
      address.fault = start..<start + random.number(in: 1...3)
    default: break
    }
  }

  /// The plugs of a zone that are in a list.
  func plugs(ofZone zone: Int, list: Int) -> Int {
    all.reduce(0) { $0 + ($1.zone == zone && $1.firstList <= list && !$1.isAbandoned(in: list) ? $1.plugs : 0) }
  }

  /// The lists, one at the end of each month.
  func snapshots() -> [AddressSnapshot] {
    ProgrammeDays.snapshots.enumerated().map { list, date in
      let day = "\(date)".filter { $0 != "-" }
      return AddressSnapshot(
        date: date, source: "IPE_RIP80_\(day).csv",
        lines: all.filter { $0.firstList <= list }.map { line($0, list, date) })
    }
  }

  private func line(_ address: SampleAddress, _ list: Int, _ date: CalendarDate) -> AddressLine {
    let zone = zones[address.zone]
    let available = zone.isReached(.madeAvailable, on: date)
    let state = state(of: address, list, date)
    let cabinet: CabinetState =
      zone.isReached(.works, on: date) ? .deployed : zone.isReached(.executionStudy, on: date) ? .underWay : .planned
    return AddressLine(
      address: address.code, state: state, plugs: address.plugs, commune: address.commune, cabinet: zone.code,
      cabinetState: cabinet, cabledOn: available ? zone.reached[.works] : zone.planned[.works],
      availableOn: available ? zone.reached[.madeAvailable] : nil, opensOn: available ? zone.reached[.open] : nil)
  }

  private func state(of address: SampleAddress, _ list: Int, _ date: CalendarDate) -> AddressState {
    let zone = zones[address.zone]
    if address.isAbandoned(in: list) { return .abandoned }
    guard let available = zone.reached[.madeAvailable], available <= date else {
      if zone.isReached(.executionStudy, on: date) { return .underWay }
      return address.plugs >= 8 && zone.isReached(.detailedStudy, on: date) ? .agreed : .targeted
    }
    if let fault = address.fault, fault.contains(list), available.adding(months: 1) <= date { return .underWay }
    guard let wait = address.onDemandLists else { return .deployed }
    let age = available.calendarMonth.months(to: date.calendarMonth)
    return age < wait ? .onDemand : age == wait ? .onDemandUnderWay : .deployed
  }

  /// When an operator can order at an address; nothing while it is not in the last list as deployed.
  func opening(of address: SampleAddress) -> CalendarDate? {
    let last = ProgrammeDays.snapshots.count - 1
    let zone = zones[address.zone]
    guard address.firstList <= last, state(of: address, last, ProgrammeDays.today) == .deployed,
      let open = zone.reached[.open], let available = zone.reached[.madeAvailable]
    else { return nil }
    let deployed = available.adding(months: (address.onDemandLists ?? 0) + 1)
    return max(open, deployed)
  }
}

extension SampleAddress {
  fileprivate func isAbandoned(in list: Int) -> Bool { abandonedList.map { $0 <= list } ?? false }
}
