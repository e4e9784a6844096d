public import FibreModel

/// Finds paths over free fibres, and only where these don't do, over fibres in service too.
public struct InServiceSearch: Sendable {
  private let network: Network

  /// Prepares nothing yet.
  public init(_ network: Network) { self.network = network }

  /// The answers over free fibres where there is one, else those that take fibres in service, as few as each route lets.
  ///
  /// Cost: two searches at most, each with its preparation.
  public func paths(_ request: PathRequest) throws(PathRefusal) -> PathResult {
    let free = try PathFinder(network).paths(request)
    guard case .blocked = free else { return free }
    return try PathFinder(network, includesInService: true).paths(request)
  }

  /// The pair over free fibres where there is one that shares nothing, or none that shares nothing with fibres in service.
  ///
  /// Cost: as for `paths`.
  public func separatePaths(_ request: PathRequest, by separation: PathSeparation) throws(PathRefusal) -> PairResult {
    let free = try PathFinder(network).separatePaths(request, by: separation)
    if case .found(let pair) = free, pair.shared.isEmpty { return free }
    let all = try PathFinder(network, includesInService: true).separatePaths(request, by: separation)
    guard case .found = free else { return all }
    if case .found(let pair) = all, pair.shared.isEmpty { return all }
    return free
  }
}
