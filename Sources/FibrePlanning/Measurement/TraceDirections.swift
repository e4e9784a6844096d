import FibreModel

/// Finds from which end of a route each trace was taken.
struct TraceDirections {
  private let start: Set<String>
  private let finish: Set<String>

  init(_ start: Set<String>, _ finish: Set<String>) {
    self.start = start
    self.finish = finish
  }

  /// Lays traces on a route: those that name an end first; each other one as its events fit best, and where both ways fit
  /// alike, from the end that no trace before it was taken from.
  func laid(_ traces: [(source: String, trace: OTDRTrace)], on route: ExpectedRoute) -> [TraceOnRoute] {
    var laid: [Int: TraceOnRoute] = [:]
    for (rank, item) in traces.enumerated() {
      guard let direction = stated(item.trace) else { continue }
      laid[rank] = TraceOnRoute(item.trace, source: item.source, on: route, direction: direction, isGuessed: false)
    }
    for (rank, item) in traces.enumerated() where laid[rank] == nil {
      let both = MeasuredDirection.allCases.map {
        TraceOnRoute(item.trace, source: item.source, on: route, direction: $0, isGuessed: true)
      }
      let fits = both.map { EventMatching(route, [$0]).misfit }
      let isTakenOutward = laid.values.contains { $0.direction == .outward }
      let isTakenBack = laid.values.contains { $0.direction == .back }
      let prefersBack = isTakenOutward && !isTakenBack
      laid[rank] = fits[1] < fits[0] || (fits[1] == fits[0] && prefersBack) ? both[1] : both[0]
    }
    return traces.indices.compactMap { laid[$0] }
  }

  /// The direction that a trace's own locations tell; nothing when they name no end, or the same one twice.
  private func stated(_ trace: OTDRTrace) -> MeasuredDirection? {
    let (a, b) = (trace.general.locationA.lowercased(), trace.general.locationB.lowercased())
    let isOutward = start.contains(a) || finish.contains(b)
    let isBack = finish.contains(a) || start.contains(b)
    guard isOutward != isBack else { return nil }
    let direction = isOutward ? MeasuredDirection.outward : .back
    return trace.acquisition.kind == .reversed ? direction.other : direction
  }
}
