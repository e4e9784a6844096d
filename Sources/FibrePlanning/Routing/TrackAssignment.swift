import FibreModel

/// Chooses the fibres of parallel tracks along a route of sections.
///
/// The fewest fibres in service, where such may be taken at all; then the fewest new splices, cords, and tubes. The first
/// three are exact (`TrackFlow`). Fewest tubes for a given number of splices is a problem with fixed charges, and is
/// sought by a few flows (`TubeChoice`), each a candidate. Where tubes come before splices in the request, candidates with
/// tubes first are added. Where a route comes back through a section, a solution that takes a fibre twice is split into
/// what keeps off those fibres the first time and what does the second time, at most `mostSplits` times.
struct TrackAssignment {
  /// Flows for few tubes, each after what the one before took.
  private static let mostRounds = 5
  private static let mostSplits = 8

  private let steps: [StrandClass.Step]
  private let question: PathQuestion
  private let tracer: Tracer
  private let isLive: (Index<Fibre>) -> Bool
  /// The ends by which the free fibres of each section are entered.
  private let fibres: [[FibreEnd]]

  /// - Parameters:
  ///   - isFree: The fibres that may be taken.
  ///   - isLive: Those of them that are in service.
  init(
    _ steps: [StrandClass.Step], _ question: PathQuestion, _ tracer: Tracer, isFree: (Index<Fibre>) -> Bool,
    isLive: @escaping (Index<Fibre>) -> Bool
  ) {
    self.steps = steps
    self.question = question
    self.tracer = tracer
    self.isLive = isLive
    fibres = steps.map { tracer.network.entries($0, where: isFree) }
  }

  /// Choices to be told apart by all their figures, of equals the last one is best; none when the route does not hold so
  /// many tracks. Each has the ends by which its tracks enter their fibres.
  var candidates: [[[FibreEnd]]] {
    let order = question.request.order
    let tubesLead = order.firstIndex(of: .tubes) ?? 0 < order.firstIndex(of: .splices) ?? 0
    var candidates: [[[FibreEnd]]] = []
    for lead in tubesLead ? [false, true] : [false] {
      var tubes = TubeChoice(fibres, tracks: question.request.fibreCount, tracer.network)
      var isLast = false
      for _ in 0..<Self.mostRounds {
        guard let tracks = solution(tubes.weights, Weights(self, tubesLead: lead)) else { break }
        if candidates.contains(tracks) { break }
        candidates.append(tracks)
        // Once in the fewest tubes, one flow more brings the fibres side by side there.
        if isLast { break }
        isLast = tubes.excess(tracks, tracer.network) == 0
        tubes.learn(tracks, tracer.network)
      }
    }
    return candidates
  }

  // MARK: One solution

  /// What counts, as weights of which a greater one outweighs all that smaller ones can add up to, as far as 32 bits go.
  private struct Weights {
    /// What a preference of one is.
    let preference: Int
    let cord: Int
    let splice: Int
    let live: Int

    init(_ assignment: TrackAssignment, tubesLead: Bool) {
      let (tracks, steps) = (assignment.question.request.fibreCount, assignment.steps.count)
      let ends = 2 * tracks
      let most = Int(UInt32.max) / (4 * (steps + 3))
      let preferences = TubeChoice.heaviest * tracks * steps
      cord = min(most, 1 + ends + (tubesLead ? 0 : preferences))
      splice = min(most, cord * (tracks * assignment.cordPlaces + 1) + 1)
      let afterSplices = splice * (tracks * (steps + 1) + 1)
      preference = tubesLead ? max(1, min(most / TubeChoice.heaviest, afterSplices)) : 1
      live = min(most, tubesLead ? preference * (preferences + 1) : afterSplices)
    }

    private init(preference: Int, cord: Int, splice: Int, live: Int) {
      self.preference = preference
      self.cord = cord
      self.splice = splice
      self.live = live
    }

    /// Small ones, with which no sum over all tracks comes near 32 bits.
    func flattened(_ tracks: Int) -> Weights {
      Weights(
        preference: max(1, preference / tracks), cord: max(1, cord / tracks), splice: max(1, splice / tracks),
        live: max(1, live / tracks))
    }
  }

  /// Places on the way where cords can be laid.
  private var cordPlaces: Int {
    let network = tracer.network
    return fibres.indices.dropLast().count { step in
      fibres[step].contains { network.freePort(at: $0.opposite) != nil }
        && fibres[step + 1].contains { network.freePort(at: $0) != nil }
    }
  }

  /// The lightest tracks found that take no fibre twice.
  private func solution(_ preferences: [[UInt32]], _ weights: Weights) -> [[FibreEnd]]? {
    typealias Choice = (tracks: TrackFlow.Tracks, spared: [Int: Set<Index<Fibre>>])
    var choices: [Choice] = tracks(preferences, weights, sparing: [:]).map { [($0, [:])] } ?? []
    for _ in 0...Self.mostSplits {
      guard let best = choices.indices.min(by: { choices[$0].tracks.weight < choices[$1].tracks.weight }) else {
        return nil
      }
      let choice = choices.remove(at: best)
      guard let twice = firstStepsWithSameFibres(choice.tracks.ends) else { return choice.tracks.ends }
      for (kept, other) in [twice, (twice.1, twice.0)] {
        var spared = choice.spared
        spared[other, default: []].formUnion(choice.tracks.ends.map { $0[kept].fibre })
        if let tracks = tracks(preferences, weights, sparing: spared) { choices.append((tracks, spared)) }
      }
    }
    return nil
  }

  private func firstStepsWithSameFibres(_ tracks: [[FibreEnd]]) -> (Int, Int)? {
    for second in steps.indices {
      let taken = Set(tracks.map { $0[second].fibre })
      for first in 0..<second where steps[first].section == steps[second].section {
        if tracks.contains(where: { taken.contains($0[first].fibre) }) { return (first, second) }
      }
    }
    return nil
  }

  private func tracks(
    _ preferences: [[UInt32]], _ weights: Weights, sparing spared: [Int: Set<Index<Fibre>>]
  ) -> TrackFlow.Tracks? {
    for weights in [weights, weights.flattened(question.request.fibreCount)] {
      var ends: [[FibreEnd]] = []
      var sums: [[UInt32]] = []
      for step in fibres.indices {
        let kept = spared[step] ?? []
        let rows = zip(fibres[step], preferences[step]).filter { !kept.contains($0.0.fibre) }
        ends.append(rows.map(\.0))
        sums.append(
          rows.map { UInt32(clamping: Int($0.1) * weights.preference + (isLive($0.0.fibre) ? weights.live : 0)) })
      }
      var flow = TrackFlow(
        ends, preferences: sums, cord: UInt32(clamping: weights.cord), splice: UInt32(clamping: weights.splice),
        question, tracer)
      if let tracks = flow.tracks() { return tracks }
    }
    return nil
  }
}
