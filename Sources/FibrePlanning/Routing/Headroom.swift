public import FibreModel

/// How many further links fit between two places, and what stops more.
public struct Headroom: Hashable, Sendable {
  /// One limit after another: what comes first, what would come next if that one were lifted.
  public struct Limit: Hashable, Sendable {
    /// Fibres that get through until here.
    public let fibreCount: Int
    /// The sections that are full then; empty when ports are the limit.
    public let sections: [TightSection]
    /// The end whose ports are used up, when that is the limit.
    public let portsAt: PathEnd?
  }

  /// What one more cable would bring.
  public struct Gain: Hashable, Sendable {
    public let section: Index<CableSection>
    /// Fibres of the new cable.
    public let cableSize: Int
    /// Fibres that get through then, in all.
    public let fibreCount: Int
  }

  /// Fibres that get through now.
  public let fibreCount: Int
  /// Links of so many fibres each.
  public let linkCount: Int
  /// The first limit first.
  public let limits: [Limit]
  /// For each section of the first limit, or for those asked about; the greatest first.
  public let gains: [Gain]
}

extension PathFinder {
  /// Limits looked for beyond the first.
  private static let mostLimits = 5
  /// What a section holds that is no limit any more; more than any real flow.
  private static let lifted = 1 << 20
  /// Sections of the first limit for which the gain of a cable is worked out.
  private static let mostGains = 12

  /// The headroom between the ends of a request, `fibreCount` being the fibres of one link.
  ///
  /// - Parameters:
  ///   - cableSize: Fibres of the further cable whose gain is worked out.
  ///   - sections: Where that cable would go; empty: along each section of the first limit.
  /// - Complexity: one flow over sections for each limit and each gain.
  public func headroom(
    _ request: PathRequest, cableSize: Int, along sections: [Index<CableSection>] = []
  ) throws(PathRefusal) -> Headroom {
    guard cableSize > 0 else { throw .nothingAsked }
    let question = try PathQuestion(request, self)
    let all = SectionMap(network, map, barring: question.settings.barred)
    let flow = SectionFlow(all, question, self)
    var limits: [Headroom.Limit] = []
    var lifted: Set<Index<CableSection>> = []
    while limits.count < Self.mostLimits {
      let result = flow.result { lifted.contains($0) ? Self.lifted : strands.freeCount[$0.offset] }
      if result.isLimitedByPortsFrom || result.isLimitedByPortsTo {
        let end = result.isLimitedByPortsFrom ? request.from : request.to
        limits.append(Headroom.Limit(fibreCount: result.value, sections: [], portsAt: end))
        break
      }
      // Every cut that is left goes through a section lifted before: nothing else is a limit.
      if result.value >= Self.lifted { break }
      let cut = flow.cut(result)
      if cut.isEmpty && !limits.isEmpty { break }
      limits.append(
        Headroom.Limit(fibreCount: result.value, sections: cut.map { tight($0, all, missing: 0) }, portsAt: nil))
      if cut.isEmpty { break }
      lifted.formUnion(cut)
    }
    let candidates = sections.isEmpty ? (limits.first?.sections.map(\.section) ?? []) : sections
    let gains = candidates.prefix(Self.mostGains).map { section in
      let result = flow.result { strands.freeCount[$0.offset] + ($0 == section ? cableSize : 0) }
      return Headroom.Gain(section: section, cableSize: cableSize, fibreCount: result.value)
    }
    let now = limits.first?.fibreCount ?? 0
    return Headroom(
      fibreCount: now, linkCount: now / request.fibreCount, limits: limits,
      gains: gains.enumerated().sorted { ($1.element.fibreCount, $0.offset) < ($0.element.fibreCount, $1.offset) }
        .map(\.element))
  }
}
