/// What keeps a plan from being found.
public enum CutoverBlockage: Hashable, Sendable {
  /// No option of the tube is left: its outage is above a service's limit, or it takes longer than a night.
  case noOption(tube: Int)
  /// No window is open to any option of the tube.
  case noWindow(tube: Int)
  /// Both legs of a client are in the tube.
  case bothLegs(tube: Int)
  /// The work does not pack into the crews' nights, the trays and the tubes of new cable there are: proved.
  case packing
  /// Not proved: what the nearest schedule found still breaks.
  case broken(CutoverExcess)

  /// What can be seen without a search.
  static func evident(in problem: CutoverProblem) -> [CutoverBlockage] {
    var found: [CutoverBlockage] = []
    for (tube, row) in problem.tubes.enumerated() where row.done == nil {
      if row.options.isEmpty {
        found.append(.noOption(tube: tube))
      } else if row.options.allSatisfy({ isShut($0, problem) }) {
        found.append(.noWindow(tube: tube))
      }
    }
    if problem.resources.indices.contains(where: { lack(of: $0, problem) }) { found.append(.packing) }
    if problem.soakWindows > 0 {
      found += Set(problem.apart.filter { $0.a == $0.b }.map(\.a)).sorted().map { .bothLegs(tube: $0) }
    }
    return found
  }

  /// Whether more tubes need a resource, whichever option they take, than there are of it.
  private static func lack(of resource: Int, _ problem: CutoverProblem) -> Bool {
    let needing = problem.tubes.count { row in
      if let done = row.done { return row.options[done.option].resources.contains(resource) }
      return !row.options.isEmpty && row.options.allSatisfy { $0.resources.contains(resource) }
    }
    return needing > problem.resources[resource]
  }

  private static func isShut(_ option: CutoverProblem.Option, _ problem: CutoverProblem) -> Bool {
    problem.windows.indices.allSatisfy { window in
      problem.windows[window].crews == 0 || option.closedWindows.contains(window)
        || problem.windows[window].minutes - problem.closures[option.closure].visitMinutes < option.minutes
    }
  }
}
