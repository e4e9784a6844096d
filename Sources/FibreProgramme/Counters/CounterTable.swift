public import FibreModel

/// The six counters of every group on one day.
public struct CounterTable: Hashable, Sendable {
  /// One group: its name, and a count for each counter in their order.
  public struct Row: Hashable, Sendable {
    public let name: String
    public let counts: [Int]

    /// The plugs of a counter.
    public subscript(counter: Counter) -> Int { counts[counter.rawValue] }
  }

  public let grouping: Grouping
  public let date: CalendarDate
  /// In order of name; addresses without a name are in a row without one.
  public let rows: [Row]
  public let total: Row
  /// What was doubtful about the addresses.
  public let findings: [Finding]

  /// Counts addresses. O(addresses).
  ///
  /// - Parameters:
  ///   - geography: The communes to count on: those of today or of a past day. Addresses whose code leads to none of them
  ///     keep their code, and a finding says so. Nothing leaves all codes as they are.
  ///   - known: The counters that somebody tells of; of the others nothing is expected.
  public init(
    of addresses: [TrackedAddress], by grouping: Grouping, on date: CalendarDate, geography: Geography? = nil,
    known: Set<Counter> = Set(Counter.allCases)
  ) {
    let width = Counter.allCases.count
    var offsets: [String: Int] = [:]
    var sums: [Int] = []
    var counts = Array(repeating: 0, count: width)
    var checks = CounterChecks(addresses, known: known)
    // Neighbours mostly lie in one group.
    var last: (commune: String, place: Geography.Place)?
    var group: (name: String, offset: Int)?
    for address in addresses {
      if last?.commune != address.commune { last = (address.commune, Geography.Place(address.commune, on: geography)) }
      address.count(into: &counts, on: date)
      checks.look(at: address, counts, on: date, isPlaced: last?.place.isKnown ?? true)
      let name = last?.place.name(of: address, for: grouping) ?? address.name(for: grouping)
      if group?.name != name {
        let offset = offsets[name] ?? sums.count
        if offset == sums.count {
          offsets[name] = offset
          sums += Array(repeating: 0, count: width)
        }
        group = (name, offset)
      }
      for counter in 0..<width { sums[(group?.offset ?? 0) + counter] += counts[counter] }
    }
    self.grouping = grouping
    self.date = date
    rows = offsets.sorted { $0.key < $1.key }.map {
      Row(name: $0.key, counts: Array(sums[$0.value..<$0.value + width]))
    }
    let whole = (0..<width).map { counter in
      stride(from: counter, to: sums.count, by: width).reduce(0) { $0 + sums[$1] }
    }
    total = Row(name: "", counts: whole)
    findings = checks.findings
  }

  /// A count of a row as a figure.
  public func figure(_ counter: Counter, of row: Row, source: String, base: CounterFigure.Base) -> CounterFigure {
    CounterFigure(counter: counter, count: row[counter], date: date, source: source, base: base)
  }
}

extension Geography {
  /// Where a code's premises lie on a geography; they stay where they are without one, or when it does not know the code.
  fileprivate struct Place {
    let isKnown: Bool
    private let commune: Commune?

    init(_ code: String, on geography: Geography?) {
      commune = geography?.currentCommune(of: code)
      isKnown = geography == nil || commune != nil
    }

    func name(of address: TrackedAddress, for grouping: Grouping) -> String {
      switch grouping {
      case .commune: commune?.code ?? address.commune
      case .intercommunality: commune?.intercommunality ?? address.intercommunality
      default: address.name(for: grouping)
      }
    }
  }
}

/// What addresses of a programme can have wrong.
private struct CounterChecks {
  /// Pairs of neighbours of which both are known.
  private let pairs: [(holder: Int, counter: Counter)]
  private var all: [Finding] = []
  private var communesOfCabinet: [String: Set<String>] = [:]
  /// Addresses so far; nothing where they come in order, so that none comes twice.
  private var seen: Set<String>?
  /// The last cabinet and commune, which are mostly those of the next address too.
  private var last: (cabinet: String, commune: String)?
  private var unknown: [String: Int] = [:]

  init(_ addresses: [TrackedAddress], known: Set<Counter>) {
    let isInOrder = zip(addresses, addresses.dropFirst()).allSatisfy { $0.address < $1.address }
    seen = isInOrder ? nil : []
    pairs = Counter.allCases.dropFirst().compactMap { counter in
      guard let holder = Counter(rawValue: counter.rawValue - 1), known.contains(holder), known.contains(counter) else {
        return nil
      }
      return (holder.rawValue, counter)
    }
  }

  mutating func look(at address: TrackedAddress, _ counts: [Int], on date: CalendarDate, isPlaced: Bool) {
    if !isPlaced { unknown[address.commune, default: 0] += 1 }
    if !address.cabinet.isEmpty, last?.cabinet != address.cabinet || last?.commune != address.commune {
      communesOfCabinet[address.cabinet, default: []].insert(address.commune)
      last = (address.cabinet, address.commune)
    }
    if let isNew = seen?.insert(address.address).inserted, !isNew {
      report("plug.repeated", .error, address.address, "It is tracked twice, and its plugs count twice. Remove one.")
    }
    if address.plugCount < 0 {
      report("plug.negative", .error, address.address, "It has \(address.plugCount) plugs. Correct the number.")
    }
    let connected = address.connectedOn.count { $0 <= date }
    if connected > max(0, address.plugCount) {
      report(
        "plug.connected-above", .warning, address.address,
        "\(connected) plugs are connected of \(address.plugCount). Count the dwellings again.")
    }
    // A plug that is connected tells nothing of the others at its address.
    for (holder, counter) in pairs where counts[counter.rawValue] > 0 && counts[holder] == 0 {
      report("plug.counter-skipped", .warning, address.address, Self.skipped(counter))
    }
  }

  private static func skipped(_ counter: Counter) -> Sentence {
    switch counter {
    case .targeted, .studied: "It counts as studied and not as targeted. Look for the missing date."
    case .built: "It counts as built and its study not as accepted. Look for the missing date."
    case .handedOver: "It counts as handed over and not as built. Look for the missing date."
    case .connectable: "It counts as connectable and not as handed over. Look for the missing date."
    case .connected: "It counts as connected and not as connectable. Look for the missing date."
    }
  }

  private mutating func report(
    _ rule: String, _ severity: Finding.Severity, _ code: String, _ message: Sentence, place: String = "plug"
  ) {
    all.append(Finding(rule: rule, severity: severity, place: place, code: code, message: message))
  }

  var findings: [Finding] {
    var checks = self
    for (code, count) in unknown {
      checks.report(
        "commune.unknown", .error, code,
        "\(count) addresses have a commune that the geography does not know. They are counted under its code.",
        place: "commune")
    }
    for (cabinet, communes) in communesOfCabinet where communes.count > 1 {
      checks.report(
        "cabinet.several-communes", .info, cabinet,
        "It serves \(communes.sorted().joined(separator: ", ")); its plugs count in the commune of their address.",
        place: "cabinet")
    }
    return checks.all.sorted(by: Finding.inOrder)
  }
}
