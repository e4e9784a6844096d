public import FibreModel

/// How many further links fit between two places, and what stops more.
///
/// The fibres of one link run side by side, so a section with 3 free fibres carries one link of 2.
public struct Headroom: Hashable, Sendable {
  /// One limit after another: what comes first, what would come next if that one were lifted.
  public struct Limit: Hashable, Sendable {
    /// Links that get through until here.
    public let linkCount: Int
    /// The sections that are full then; empty when ports are the limit.
    public let sections: [TightSection]
    /// The end whose ports are used up, when that is the limit.
    public let portsAt: PathEnd?

    /// Whether nothing is full: no other cable leads there.
    fileprivate var isNone: Bool { sections.isEmpty && portsAt == nil }
  }

  /// What one more cable would bring.
  public struct Gain: Hashable, Sendable {
    /// Where it goes; several where only cables along all of them together bring anything.
    public let sections: [Index<CableSection>]
    /// Fibres of the new cable.
    public let cableSize: Int
    /// Links that get through then, in all.
    public let linkCount: Int
    /// What is full then; nothing where no other cable leads there.
    public let next: Limit?
    /// Whether it was looked for, and cables along fewer sections bring nothing.
    public let isFewest: Bool
  }

  /// Single fibres that get through, each on a way of its own.
  public let fibreCount: Int
  /// Links that get through now.
  public let linkCount: Int
  /// The first limit first.
  public let limits: [Limit]
  /// For the sections along which one cable alone brings most, or for those asked about; the greatest first. Where no
  /// single cable brings anything, the fewest that do together; empty where ports are the limit.
  public let gains: [Gain]
}

extension PathFinder {
  /// Fibres of the largest cable whose gain is worked out; more than any cable made.
  public static let mostFibresOfCable = 10_000

  /// The headroom between the ends of a request, `fibreCount` being the fibres of one link.
  ///
  /// - Parameters:
  ///   - cableSize: Fibres of the further cable whose gain is worked out.
  ///   - ways: Where that cable could go, each way along one section or several; empty: wherever it brings anything.
  ///     The gain along all ways together is worked out too.
  /// - Complexity: one flow over sections for each limit and each gain.
  public func headroom(
    _ request: PathRequest, cableSize: Int, along ways: [[Index<CableSection>]] = []
  ) throws(PathRefusal) -> Headroom {
    guard 1...Self.mostFibresOfCable ~= cableSize else {
      throw .noSuchCable(fibres: cableSize, most: Self.mostFibresOfCable)
    }
    let question = try PathQuestion(request, self)
    let survey = HeadroomSurvey(self, question, cableSize: cableSize)
    let limits = survey.limits()
    return Headroom(
      fibreCount: survey.fibreCount, linkCount: limits.first?.linkCount ?? 0, limits: limits,
      gains: survey.gains(along: ways))
  }
}

/// Asks the flow between two ends again and again: with what was a limit lifted, and with cables added.
private struct HeadroomSurvey {
  /// Limits looked for in all.
  private static let mostLimits = 5
  /// Links that a section holds that is no limit any more; more than any real flow.
  private static let lifted = 1 << 20
  /// Sections for which the gain of a cable is worked out when none was named.
  private static let mostGains = 12

  private let finder: PathFinder
  private let request: PathRequest
  private let all: SectionMap
  private let flow: SectionFlow
  private let cableSize: Int

  init(_ finder: PathFinder, _ question: PathQuestion, cableSize: Int) {
    self.finder = finder
    self.cableSize = cableSize
    request = question.request
    all = SectionMap(finder.network, finder.map, barring: question.settings.barred)
    flow = SectionFlow(all, question, finder)
  }

  private var counting: SectionFlow.Counting { SectionFlow.Counting(fibresPerLink: request.fibreCount) }

  private func free(_ section: Index<CableSection>) -> Int { finder.strands.freeCount[section.offset] }

  var fibreCount: Int { flow.result { free($0) }.value }

  /// Lifts one limit after the other until nothing is a limit, or no other cable leads there.
  func limits() -> [Headroom.Limit] {
    var limits: [Headroom.Limit] = []
    var lifted: Set<Index<CableSection>> = []
    var counting = counting
    let endless = request.fibreCount > Self.lifted ? Int.max : Self.lifted * request.fibreCount
    while limits.count < Self.mostLimits {
      let result = flow.result(counting) { lifted.contains($0) ? endless : free($0) }
      // Every cut that is left goes through something lifted before: nothing else is a limit.
      if result.value >= Self.lifted { break }
      let limit = limit(of: result)
      if limit.isNone && !limits.isEmpty { break }
      limits.append(limit)
      if limit.isNone { break }
      if limit.portsAt == request.from { counting.isFreeOfPortsFrom = true }
      if limit.portsAt == request.to { counting.isFreeOfPortsTo = true }
      lifted.formUnion(limit.sections.map(\.section))
    }
    return limits
  }

  private func limit(of result: SectionFlow.Result) -> Headroom.Limit {
    switch flow.limit(result) {
    case .ports(let atFrom, _):
      Headroom.Limit(linkCount: result.value, sections: [], portsAt: atFrom ? request.from : request.to)
    case .sections(let cut):
      Headroom.Limit(
        linkCount: result.value, sections: cut.map { finder.tight($0, all, missing: 0) }, portsAt: nil)
    }
  }

  func gains(along asked: [[Index<CableSection>]]) -> [Headroom.Gain] {
    let named = Self.distinct(asked.map(Self.distinct))
    let all = Self.distinct(named.flatMap(\.self))
    let ways = named.isEmpty ? bringing : Self.distinct(named + [all])
    return ways.map { gain($0, isFewest: named.isEmpty) }.enumerated()
      .sorted { ($1.element.linkCount, $0.offset) < ($0.element.linkCount, $1.offset) }.map(\.element)
  }

  private static func distinct<Element: Hashable>(_ all: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return all.filter { seen.insert($0).inserted }
  }

  /// The sections along which one cable alone brings something, else the fewest that do together.
  private var bringing: [[Index<CableSection>]] {
    let residual = SectionResidual(flow, flow.result(counting) { free($0) })
    let singles = residual.singles
    if !singles.isEmpty { return singles.prefix(Self.mostGains).map { [$0] } }
    let fewest = residual.fewest
    return fewest.isEmpty ? [] : [fewest]
  }

  private func gain(_ sections: [Index<CableSection>], isFewest: Bool) -> Headroom.Gain {
    let result = flow.result(counting) { section in
      free(section) + (sections.contains(section) ? cableSize : 0)
    }
    let next = limit(of: result)
    return Headroom.Gain(
      sections: sections, cableSize: cableSize, linkCount: result.value, next: next.isNone ? nil : next,
      isFewest: isFewest)
  }
}
