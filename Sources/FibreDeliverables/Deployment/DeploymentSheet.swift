public import FibreModel
public import FibreProgramme

/// The state of a deployment as people and programs read it.
public struct DeploymentSheet: Sendable {
  let state: DeploymentState
  /// Whether the groups are told, and not the whole alone.
  let isGrouped: Bool
  /// What the owner records beside the lists; nothing without a programme.
  let work: WorkReview?
  let findings: [Finding]

  /// Arranges a state; the findings are those of reading the records that it rests on.
  public init(_ state: DeploymentState, isGrouped: Bool, work: WorkReview? = nil, findings: [Finding] = []) {
    self.state = state
    self.isGrouped = isGrouped
    self.work = work
    self.findings = findings + state.findings + (work?.findings ?? [])
  }

  /// Ages at which stocks are parted, in days.
  static let ages = [30, 90, 180, 365]

  /// The name of a group of communes; empty where the territory does not know it, and for other groups.
  func name(of group: DeploymentState.Group) -> String {
    switch state.grouping {
    case .commune: state.geography?.commune(group.name)?.name ?? ""
    case .intercommunality: state.geography?.intercommunality(group.name)?.name ?? ""
    case .centralOffice, .cabinet, .lot, .contractor: ""
    }
  }

  private var groups: [DeploymentState.Group] { isGrouped ? state.groups : [] }

  // MARK: CSV

  public static let csvHeader = [
    "by", "code", "name", "counter", "count", "base", "baseCounter", "percent", "date", "source", "baseDate",
    "baseSource",
  ]

  /// A line for each counter of the whole, then of each group; a counter that nobody tells of has no count.
  public var csv: String {
    let rows =
      lines(of: state.whole, "total", "")
      + groups.flatMap { lines(of: $0, state.grouping.keyword, name(of: $0)) }
    return CSVText.mark + ([Self.csvHeader] + rows).map { CSVText.line($0) }.joined()
  }

  /// A file for each table: counters, bridges, stocks, and the work that a programme records.
  public var tables: [Deliverable] {
    let ages = [0] + Self.ages
    let bridges = DataTable(
      name: "bridges",
      header: ["month", "opening", "new", "lost", "back", "perimeter", "closing", "residue"],
      rows: state.bridges.map { bridge in
        ["\(bridge.month)"]
          + [
            bridge.opening, bridge.new, bridge.lost, bridge.back, bridge.perimeter, bridge.closing, bridge.residue,
          ].map(String.init)
      })
    let stocks = DataTable(
      name: "stocks",
      header: ["from", "to", "plugs", "addresses", "daysP50", "daysP85"] + ages.map { "from\($0)Days" },
      rows: state.stocks.map { stock in
        [stock.from.keyword, stock.to?.keyword ?? "", "\(stock.plugs)", "\(stock.items.count)"]
          + [50, 85].map { stock.days(atHundredths: $0).map(String.init) ?? "" }
          + stock.plugs(byDays: Self.ages).map(String.init)
      })
    return [Deliverable(name: "counters.csv", text: csv)] + ([bridges, stocks] + (work?.tables ?? [])).deliverables
  }

  private func lines(of group: DeploymentState.Group, _ kind: String, _ name: String) -> [[String]] {
    Counter.allCases.map { counter in
      let start = [kind, group.name, name, counter.keyword]
      guard let figure = group[counter] else { return start + Array(repeating: "", count: 8) }
      return start + [
        "\(figure.count)", "\(figure.base.count)", counter.holder?.keyword ?? "",
        figure.rate?.percentText(decimals: 2) ?? "", "\(figure.date)", figure.source, "\(figure.base.date)",
        figure.base.source,
      ]
    }
  }

  // MARK: JSON

  /// `{"date":…,"snapshot":{…},"snapshots":[…],"territory":…,"counters":[…],"groups":[…],"bridges":[…],"stocks":[…],"findings":[…]}`.
  public var json: JSONValue {
    .members(
      [
        ("date", .string("\(state.date)")), ("by", isGrouped ? .string(state.grouping.keyword) : .null),
        ("snapshot", Self.json(state.snapshot)), ("snapshots", .array(state.snapshots.map(Self.json))),
        ("territory", .text(state.geography.map { "\($0.date)" })), ("counters", counters(state.whole)),
        (
          "groups",
          .array(
            groups.map {
              .object(["code": .string($0.name), "name": .string(name(of: $0)), "counters": counters($0)])
            })
        ),
        ("bridges", .array(state.bridges.map(Self.json))), ("stocks", .array(state.stocks.map(Self.json))),
        ("findings", .array(FindingReport(findings).findings.map(JSONValue.finding))),
      ] + (work?.members ?? []))
  }

  private static func json(_ snapshot: SnapshotName) -> JSONValue {
    .object(["date": .string("\(snapshot.date)"), "source": .string(snapshot.source)])
  }

  private func counters(_ group: DeploymentState.Group) -> JSONValue {
    .array(
      Counter.allCases.map { counter in
        let figure = group[counter]
        return .object([
          "counter": .string(counter.keyword), "count": figure.map { .integer($0.count) } ?? .null,
          "percent": .percent(figure?.rate, 2), "date": .text(figure.map { "\($0.date)" }),
          "source": .text(figure?.source), "base": figure.map { base($0) } ?? .null,
        ])
      })
  }

  private func base(_ figure: CounterFigure) -> JSONValue {
    .object([
      "count": .integer(figure.base.count), "counter": .text(figure.counter.holder?.keyword),
      "date": .string("\(figure.base.date)"), "source": .string(figure.base.source),
    ])
  }

  private static func json(_ bridge: MonthlyBridge) -> JSONValue {
    .object([
      "month": .string("\(bridge.month)"), "opening": .integer(bridge.opening), "new": .integer(bridge.new),
      "lost": .integer(bridge.lost), "back": .integer(bridge.back), "perimeter": .integer(bridge.perimeter),
      "closing": .integer(bridge.closing), "residue": .integer(bridge.residue),
      "losses": .array(
        bridge.losses.map {
          .object(["date": .string("\($0.date)"), "address": .string($0.address), "plugs": .integer($0.plugs)])
        }),
    ])
  }

  /// How many of the addresses that wait longest are told.
  private static let oldestCount = 10

  private static func json(_ stock: Stock) -> JSONValue {
    .object([
      "from": .string(stock.from.keyword), "to": .text(stock.to?.keyword), "plugs": .integer(stock.plugs),
      "addresses": .integer(stock.items.count),
      "daysP50": stock.days(atHundredths: 50).map { .integer($0) } ?? .null,
      "daysP85": stock.days(atHundredths: 85).map { .integer($0) } ?? .null,
      "byDays": .array(
        zip([0] + ages, stock.plugs(byDays: ages)).map { .object(["from": .integer($0), "plugs": .integer($1)]) }),
      "oldest": .array(
        stock.items.prefix(oldestCount).map {
          .object([
            "address": .string($0.address), "plugs": .integer($0.plugs), "since": .string("\($0.since)"),
            "days": .integer($0.days),
          ])
        }),
    ])
  }
}

extension Grouping {
  /// The word of the command and of what programs read.
  var keyword: String {
    switch self {
    case .commune: "commune"
    case .intercommunality: "epci"
    case .centralOffice: "nro"
    case .cabinet: "sro"
    case .lot: "lot"
    case .contractor: "contractor"
    }
  }
}
