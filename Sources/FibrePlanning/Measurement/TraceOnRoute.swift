public import FibreModel

/// From which end of a route it was measured.
public enum MeasuredDirection: String, Hashable, Sendable, CaseIterable {
  /// From its start.
  case outward
  /// From its finish.
  case back

  var other: MeasuredDirection { self == .outward ? .back : .outward }
}

/// An event of a trace with its place on the route.
struct PlacedEvent: Hashable {
  /// From the start of the route, with the lengths of the route.
  let position: Length
  let loss: Loss
  /// Zero when nothing is thrown back.
  let reflectance: Loss
}

/// One trace laid on a route: both ends made to meet, and all events between them placed in proportion.
public struct TraceOnRoute: Hashable, Sendable {
  /// The name of its file.
  public let source: String
  public let wavelength: Wavelength
  public let direction: MeasuredDirection
  /// Whether the trace does not say from which end it was taken, so that its events had to tell.
  public let isDirectionGuessed: Bool
  /// As measured, without launch fibres; nothing when no end was seen.
  public let length: Length?
  /// Whether that length is the route's, within what cables and instruments allow.
  public let isLengthRight: Bool
  /// From one end to the other; nothing when the instrument does not reckon it.
  public let loss: Loss?
  public let checksum: OTDRTrace.Checksum
  let events: [PlacedEvent]

  /// Lays a trace on a route, taken from a given end.
  init(
    _ trace: OTDRTrace, source: String, on route: ExpectedRoute, direction: MeasuredDirection, isGuessed: Bool
  ) {
    self.source = source
    self.direction = direction
    wavelength = trace.general.wavelength
    isDirectionGuessed = isGuessed
    checksum = trace.checksum
    let span = TraceSpan(trace, on: route)
    length = span.length
    isLengthRight = span.isLengthRight
    loss = trace.summary.flatMap { $0.loss > .zero ? $0.loss : nil }
    let seen = trace.events.filter { !$0.isEnd && span.isMeasured($0.time) }
    let placed = seen.sorted { ($0.time, $0.number) < ($1.time, $1.number) }.compactMap { event in
      span.position(ofTime: event.time, on: route.length).map { position in
        PlacedEvent(
          position: direction == .outward ? position : route.length - position, loss: event.loss,
          reflectance: event.reflection == .none ? .zero : event.reflectance)
      }
    }
    events = direction == .outward ? placed : placed.reversed()
  }
}

/// The part of a trace that is the route, between launch fibres.
struct TraceSpan {
  private let trace: OTDRTrace
  /// Time of the first connector of the route.
  private let start: Int
  /// Time of its last one; nothing when no end was seen.
  private let end: Int?
  let isLengthRight: Bool

  init(_ trace: OTDRTrace, on route: ExpectedRoute) {
    self.trace = trace
    let zero = Self.zero(of: trace)
    let stop = trace.events.filter(\.isEnd).map(\.time).max()
    let reflections = trace.events.filter { $0.reflection != .none && $0.time > zero }.map(\.time).sorted()
    let launch = Int(MeasurementLimits.launchFibre.millimetres)
    func millimetres(_ from: Int, _ to: Int) -> Int { Int(trace.length(ofTime: to - from).millimetres) }
    // A launch fibre that nobody declared ends at the first reflection, one behind the route begins at a later one.
    let starts = [zero] + reflections.prefix(1).filter { millimetres(zero, $0) >= launch }
    let ends = stop.map { stop in [stop] + reflections.reversed().filter { millimetres($0, stop) >= launch } } ?? []
    let spans = ends.flatMap { end in starts.map { (start: $0, end: end) } }.filter { $0.start < $0.end }
    let right = spans.filter { Self.isRight(trace.length(ofTime: $0.end - $0.start), route) }
    // As declared when that fits, else the best fit.
    let best =
      right.first { $0 == (zero, stop ?? .min) }
      ?? right.min { Self.gap(millimetres($0.start, $0.end), route) < Self.gap(millimetres($1.start, $1.end), route) }
    start = best?.start ?? zero
    end = best?.end ?? stop.flatMap { $0 > zero ? $0 : nil }
    isLengthRight = best != nil
  }

  var length: Length? { end.map { trace.length(ofTime: $0 - start) } }

  /// Whether the loss at a time can be told: at the first connector it takes a launch fibre before it.
  func isMeasured(_ time: Int) -> Bool {
    let hasLaunchFibre = start > 0 || trace.general.userOffset > 0
    return hasLaunchFibre || trace.length(ofTime: time - start) >= MeasurementLimits.resolution
  }

  /// The place of a time on the route; nothing for what lies before or behind it.
  func position(ofTime time: Int, on whole: Length) -> Length? {
    guard time >= start, time <= end ?? .max else { return nil }
    let measured = trace.length(ofTime: time - start)
    guard isLengthRight, let length, length > .zero else { return measured }
    let scaled = Double(measured.millimetres) * Double(whole.millimetres) / Double(length.millimetres)
    return Length(millimetres: Int64(scaled.rounded()))
  }

  /// The time of the route's start. Some instruments count times from their panel, others from the end of the launch
  /// fibre: where the first is so, an event lies at that end.
  private static func zero(of trace: OTDRTrace) -> Int {
    let offset = trace.general.userOffset
    guard offset > 0 else { return 0 }
    let hasEventThere = trace.events.contains { abs($0.time - offset) <= max(offset / 50, 1000) }
    return hasEventThere ? offset : 0
  }

  private static func gap(_ millimetres: Int, _ route: ExpectedRoute) -> Int {
    abs(millimetres - Int(route.length.millimetres))
  }

  private static func isRight(_ length: Length, _ route: ExpectedRoute) -> Bool {
    let whole = route.length.millimetres
    let tolerance = 20_000 + whole * MeasurementLimits.lengthTolerance(ofRouteAsLaid: route.isAsLaid) / 1000
    return abs(length.millimetres - whole) <= tolerance
  }
}
