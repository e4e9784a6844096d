import FibreModel

/// Puts the events of a route's traces to the joints that they show, and what is left over to each other.
struct EventMatching {
  private let route: ExpectedRoute
  private let traces: [TraceOnRoute]
  /// By trace: the event that shows each expected one, by rank.
  private var shown: [[Int: PlacedEvent]] = []
  /// By trace: events where nothing is expected.
  private var others: [[PlacedEvent]] = []

  init(_ route: ExpectedRoute, _ traces: [TraceOnRoute]) {
    self.route = route
    self.traces = traces
    for trace in traces { match(trace) }
  }

  /// How badly the traces fit: events without a joint, and joints without an event, count most; then the distances.
  var misfit: Int64 {
    var sum: Int64 = 0
    for (shown, others) in zip(shown, others) {
      sum += Int64(others.count + route.events.count - shown.count) * 1_000_000_000
      for (rank, event) in shown { sum += Self.gap(route.events[rank].position, event.position) }
    }
    return sum
  }

  /// Nearest first, each event and each joint once.
  private mutating func match(_ trace: TraceOnRoute) {
    var pairs: [(gap: Int64, expected: Int, event: Int)] = []
    for (event, placed) in trace.events.enumerated() {
      for (rank, expected) in route.events.enumerated() {
        let gap = Self.gap(expected.position, placed.position)
        let tolerance = MeasurementLimits.placeTolerance(at: expected.position, of: route.length)
        if gap <= tolerance.millimetres { pairs.append((gap, rank, event)) }
      }
    }
    var shown: [Int: PlacedEvent] = [:]
    var used: Set<Int> = []
    for pair in pairs.sorted(by: { $0 < $1 }) where shown[pair.expected] == nil && !used.contains(pair.event) {
      shown[pair.expected] = trace.events[pair.event]
      used.insert(pair.event)
    }
    self.shown.append(shown)
    others.append(trace.events.indices.filter { !used.contains($0) }.map { trace.events[$0] })
  }

  private static func gap(_ a: Length, _ b: Length) -> Int64 { abs(a.millimetres - b.millimetres) }
}

extension EventMatching {
  /// All events with the mean of each direction, and what is missing.
  func measured(at wavelength: Wavelength) -> MeasuredWavelength {
    var events: [MeasuredEvent] = []
    var missing: [ExpectedEvent] = []
    for (rank, expected) in route.events.enumerated() {
      let seen = shown.indices.compactMap { trace in shown[trace][rank].map { (traces[trace].direction, $0) } }
      if seen.isEmpty {
        if isBetweenEnds(expected) { missing.append(expected) }
      } else {
        events.append(event(at: expected.position, expected, seen))
      }
    }
    for group in unexpected() {
      let position = group.reduce(0) { $0 + $1.event.position.millimetres } / Int64(group.count)
      events.append(event(at: Length(millimetres: position), nil, group.map { ($0.direction, $0.event) }))
    }
    return MeasuredWavelength(
      wavelength: wavelength, traces: traces, events: events.sorted { $0.position < $1.position }, missing: missing,
      expected: route)
  }

  /// Whether light goes on behind a joint: of the connectors at the ends nothing may be seen.
  private func isBetweenEnds(_ expected: ExpectedEvent) -> Bool {
    expected.position >= MeasurementLimits.resolution
      && route.length - expected.position >= MeasurementLimits.resolution
  }

  /// Events without a joint, those of all traces that lie within the tolerance of the first of them together.
  private func unexpected() -> [[(direction: MeasuredDirection, event: PlacedEvent)]] {
    let all = others.indices.flatMap { trace in others[trace].map { (direction: traces[trace].direction, event: $0) } }
      .sorted { $0.event.position < $1.event.position }
    var groups: [[(direction: MeasuredDirection, event: PlacedEvent)]] = []
    for item in all {
      let tolerance = MeasurementLimits.placeTolerance(at: item.event.position, of: route.length)
      if let first = groups.last?.first, item.event.position - first.event.position <= tolerance {
        groups[groups.count - 1].append(item)
      } else {
        groups.append([item])
      }
    }
    return groups
  }

  private func event(
    at position: Length, _ expected: ExpectedEvent?, _ seen: [(direction: MeasuredDirection, event: PlacedEvent)]
  ) -> MeasuredEvent {
    func mean(_ direction: MeasuredDirection) -> Loss? {
      let losses = seen.filter { $0.direction == direction }.map { $0.event.loss.microdecibels }
      return losses.isEmpty ? nil : Loss(microdecibels: losses.reduce(0, +) / Int64(losses.count))
    }
    let reflections = seen.map(\.event.reflectance).filter { $0 < .zero }
    return MeasuredEvent(
      position: position, expected: expected, outward: mean(.outward), back: mean(.back),
      reflectance: reflections.max() ?? .zero, place: place(of: position))
  }

  /// The nearest place; of two as near, the one before.
  private func place(of position: Length) -> EventPlace {
    let nearest = route.points.min { Self.distance($0, position) < Self.distance($1, position) }
    return nearest.map { EventPlace(code: $0.code, distance: position - $0.position) }
      ?? EventPlace(code: "", distance: position)
  }

  private static func distance(_ point: RoutePoint, _ position: Length) -> Int64 {
    abs(point.position.millimetres - position.millimetres)
  }
}
