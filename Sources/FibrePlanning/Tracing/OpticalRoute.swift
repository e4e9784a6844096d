public import FibreModel

/// How a trace ended.
public enum RouteStatus: String, Hashable, Comparable, Sendable, CaseIterable {
  /// Both ends are at a port or an outlet.
  case complete
  /// An end is joined to nothing, or coiled in a tray.
  case open
  /// The trace came back to where it had been.
  case loop
  /// More than one joint claims an end, or a splitter is met from the wrong side, so the far side is not certain.
  case ambiguous

  /// From sound to wrong; of two that hold, the later one is told.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
  private var rank: Int {
    switch self {
    case .complete: 0
    case .open: 1
    case .ambiguous: 2
    case .loop: 3
    }
  }
}

/// A joint on the way of the light.
public struct RouteHop: Hashable, Sendable {
  public let joint: Index<Joint>
  /// The fibre by which light arrives; nothing at the first hop.
  public let arriving: Index<Fibre>?
  /// The fibre by which light leaves; nothing at the last hop.
  public let leaving: Index<Fibre>?
  /// Length of the arriving fibre; zero at the first hop.
  public let length: Length
  /// Length from the start to here.
  public let runningLength: Length

  /// Makes a hop.
  public init(
    joint: Index<Joint>, arriving: Index<Fibre>?, leaving: Index<Fibre>?, length: Length, runningLength: Length
  ) {
    self.joint = joint
    self.arriving = arriving
    self.leaving = leaving
    self.length = length
    self.runningLength = runningLength
  }
}

/// The way of the light through fibres and joints, from one end to the other.
///
/// A route without hops at one of its ends stops on a bare fibre end.
public struct OpticalRoute: Hashable, Sendable {
  public let status: RouteStatus
  /// From the start to the finish; never empty.
  public let fibres: [Index<Fibre>]
  /// The end at which the first fibre starts.
  public let start: FibreEnd
  /// The end at which the last fibre stops.
  public let finish: FibreEnd
  /// Joints in the order light meets them, those at the two ends included where there are any.
  public let hops: [RouteHop]
  public let length: Length

  /// Makes a route; the tracer does.
  public init(
    status: RouteStatus, fibres: [Index<Fibre>], start: FibreEnd, finish: FibreEnd, hops: [RouteHop], length: Length
  ) {
    self.status = status
    self.fibres = fibres
    self.start = start
    self.finish = finish
    self.hops = hops
    self.length = length
  }

  /// The same route, from its finish to its start.
  public func reversed() -> OpticalRoute {
    var back: [RouteHop] = []
    back.reserveCapacity(hops.count)
    for (position, hop) in hops.enumerated().reversed() {
      let hasNext = position + 1 < hops.count
      let arrivingLength = hasNext ? hops[position + 1].length : length - hop.runningLength
      back.append(
        RouteHop(
          joint: hop.joint, arriving: hop.leaving, leaving: hop.arriving, length: arrivingLength,
          runningLength: length - hop.runningLength))
    }
    return OpticalRoute(
      status: status, fibres: fibres.reversed(), start: finish, finish: start, hops: back, length: length)
  }
}
