public import FibreModel
import RouteEngine

/// What came of a request for paths.
public enum PathResult: Hashable, Sendable {
  /// The best first; at least one. They may be all that there are.
  case found([PathAnswer], areAll: Bool)
  case blocked(PathBlockage)
}

/// Finds ways for new links over free fibres. Made once for a network and used for many requests.
///
/// Method: free strands that run alike form a class; a class carries a request along its sections, and is left and taken
/// up by new splices. On the graph of classes, routes are ranked exactly by the request's criteria, each with other
/// sections than those before (`RankedRoutes`). For each route flows then pick the fibres with the exact least number
/// of new splices on that route, so a route can only turn out better than it was ranked. The ranking is exact for one
/// fibre; for several it is exact where each piece of a route can be had from one class, and counts up to one splice a
/// fibre too many at places where it can't. Answers are sorted anew by their exact figures.
///
/// Cost: polynomial on any network. With S sections in all classes and k answers of at most h sections, one search of
/// O(S log S), at most k·h searches guided by its exact costs, and n flow searches a route; times 2^m or m + 1 for m
/// objects to pass in any order or in theirs.
public struct PathFinder: Sendable {
  let network: Network
  let tracer: Tracer
  let map: PlaceMap
  let strands: FreeStrands
  /// The services at each joint, when fibres in service may be taken.
  private let servicesAt: [Index<Joint>: [Index<Service>]]

  /// Routes looked at beyond the answers asked for, when some are refused by the limit of loss or by their fibres.
  private static let spareRoutes = 64

  /// Prepares requests on a network. Cost: fibres and joints.
  ///
  /// - Parameter includesInService: Takes fibres in service as free; answers then name the services.
  public init(_ network: Network, includesInService: Bool = false) {
    self.network = network
    tracer = Tracer(network)
    map = PlaceMap(network)
    strands = FreeStrands(tracer, map, includesInService: includesInService)
    servicesAt = includesInService ? network.servicesAtJoints() : [:]
  }

  /// The best answers to a request, or why there is none.
  public func paths(_ request: PathRequest) throws(PathRefusal) -> PathResult {
    let question = try PathQuestion(request, self)
    let found = ranked(question)
    if !found.answers.isEmpty { return .found(found.answers, areAll: found.areAll) }
    guard let limit = request.limit else { return .blocked(blockage(question)) }
    var clearest = request
    clearest.limit = nil
    clearest.answerCount = 1
    clearest.criteria = [.loss]
    guard let best = self.answers(try PathQuestion(clearest, self, at: limit.wavelength)).first,
      let loss = best.loss(at: limit.wavelength)
    else { return .blocked(blockage(question)) }
    return loss <= limit.loss ? .found([best], areAll: false) : .blocked(PathBlockage(leastLoss: loss))
  }

  /// The best answers, sorted; none when nothing gets through within the limit.
  func answers(_ question: PathQuestion) -> [PathAnswer] { ranked(question).answers }

  /// The best answers, sorted, and whether there are no more. What must be passed may lie in a dead end: where no way
  /// without coming back was found, ways may come back to what they met before they passed it.
  private func ranked(_ question: PathQuestion) -> (answers: [PathAnswer], areAll: Bool) {
    let found = ranked(question, mayComeBack: false)
    if !found.answers.isEmpty || question.request.via.isEmpty { return found }
    return ranked(question, mayComeBack: true)
  }

  private func ranked(_ question: PathQuestion, mayComeBack: Bool) -> (answers: [PathAnswer], areAll: Bool) {
    let request = question.request
    var routes = RankedRoutes(
      StrandGraph(strands, question, mayComeBack: mayComeBack).graph, from: StrandGraph.source,
      to: StrandGraph.target)
    var answers: [PathAnswer] = []
    var tries = request.answerCount + Self.spareRoutes
    var areAll = false
    while answers.count < request.answerCount, tries > 0 {
      guard let route = routes.next() else {
        areAll = true
        break
      }
      tries -= 1
      guard let answer = answer(route.labels.map(StrandGraph.step), question) else { continue }
      if let limit = request.limit, let loss = answer.loss(at: limit.wavelength), loss > limit.loss { continue }
      answers.append(answer)
    }
    let order = request.order
    let sorted = answers.enumerated().sorted { one, other in
      one.element.precedes(other.element, by: order) ?? (one.offset < other.offset)
    }
    return (sorted.map(\.element), areAll)
  }

  /// The best use of a route, or nothing when it does not hold so many tracks.
  ///
  /// - Parameter spared: Fibres that are taken otherwise.
  func answer(
    _ steps: [StrandClass.Step], _ question: PathQuestion, sparing spared: Set<Index<Fibre>> = []
  ) -> PathAnswer? {
    let isFree = { (fibre: Index<Fibre>) in strands.isFree[fibre.offset] && !spared.contains(fibre) }
    let order = question.request.order
    let choices = choices(steps, question, isFree).map { tracks in
      let account = PathAccount(self, steps, tracks, question)
      return (tracks: tracks, account: account, answer: account.answer(touching: []))
    }
    let best = choices.enumerated().min { one, other in
      one.element.answer.precedes(other.element.answer, by: order) ?? (one.offset > other.offset)
    }?.element
    // The services of the best alone are traced: no criterion asks for them.
    return best.map { servicesAt.isEmpty ? $0.answer : $0.account.answer(touching: services(on: $0.tracks)) }
  }

  /// Ways to choose the fibres along a route, among which the best is.
  private func choices(
    _ steps: [StrandClass.Step], _ question: PathQuestion, _ isFree: (Index<Fibre>) -> Bool
  ) -> [[[FibreEnd]]] {
    if question.request.fibreCount == 1 {
      let track = SingleTrack(tracer, question, isLive: strands.isInService).track(steps, isFree: isFree)
      return track.map { [[$0]] } ?? []
    }
    return TrackAssignment(steps, question, tracer, isFree: isFree, isLive: strands.isInService).candidates
  }

  private func services(on tracks: [[FibreEnd]]) -> [Index<Service>] {
    let routes = tracer.routes(throughAny: tracks.joined().map(\.fibre))
    return Set(routes.flatMap { $0.hops }.flatMap { servicesAt[$0.joint] ?? [] }).sorted()
  }
}

/// A request whose words are settled on one network.
struct PathQuestion {
  private(set) var request: PathRequest
  private(set) var from: PathTerminal
  private(set) var to: PathTerminal
  let settings: StrandGraph.Settings

  init(_ request: PathRequest, _ finder: PathFinder, at wavelength: Wavelength? = nil) throws(PathRefusal) {
    let network = finder.network
    guard request.fibreCount > 0 else { throw .noFibres(request.fibreCount) }
    guard 1...PathRequest.mostAnswers ~= request.answerCount else {
      throw .answersOutOfRange(request.answerCount, most: PathRequest.mostAnswers)
    }
    let attenuations = network.rules.optical.attenuations
    if let limit = request.limit, attenuations[limit.wavelength] == nil { throw .unknownWavelength(limit.wavelength) }
    from = try PathTerminal(request.from, network, finder.map)
    to = try PathTerminal(request.to, network, finder.map)
    guard from.place != to.place else { throw .sameEnds }
    let filter = PathFilter(network, finder.map)
    var barred = try Self.barred(request, filter, from, to)
    barred.places.formUnion(
      try filter.clients(besides: request.via).subtracting([from.place, to.place]))
    self.request = request
    settings = StrandGraph.Settings(
      network: network, map: finder.map, stages: try PathStages(request, filter), barred: barred,
      wavelength: wavelength ?? request.limit?.wavelength ?? attenuations.keys.min(),
      lengths: finder.tracer.length(of:), fibresAtPorts: finder.fibresAtPorts)
  }

  /// What is to be avoided in all, unless that leaves out an end or something to be passed.
  private static func barred(
    _ request: PathRequest, _ filter: PathFilter, _ from: PathTerminal, _ to: PathTerminal
  ) throws(PathRefusal) -> PathFilter.Cover {
    var covers: [(object: PathObject, cover: PathFilter.Cover)] = []
    for object in request.avoid { covers.append((object, try filter.cover(object))) }
    for (end, terminal) in [(request.from, from), (request.to, to)] {
      if let avoided = covers.first(where: { $0.cover.places.contains(terminal.place) }) {
        throw .endAvoided(end, by: avoided.object)
      }
    }
    let barred = covers.reduce(into: PathFilter.Cover()) { $0.formUnion($1.cover) }
    for object in request.via {
      let cover = try filter.cover(object)
      guard !cover.isEmpty, filter.isBarred(cover, by: barred) else { continue }
      let alone = covers.first { filter.isBarred(cover, by: $0.cover) }
      throw .passageAvoided(object, by: alone.map { [$0.object] } ?? request.avoid)
    }
    return barred
  }

  /// What a patch cord of one fibre costs, between two ports.
  var patching: CriteriaCost {
    let connector = settings.network.rules.optical.connector
    return CriteriaCost(loss: connector + connector)
  }

  /// Whether a new splice is better than a joint that is there, as loss may ask for. Several tracks keep what there is.
  func splices(ratherThan other: CriteriaCost, at step: StrandClass.Step) -> Bool {
    let scale = CriteriaScale(request.order)
    return request.fibreCount == 1 && scale.number(splicing(1, at: step)) < scale.number(other)
  }

  /// The question whether both paths of a pair fit at all, side by side or not.
  var twofold: PathQuestion { with(fibres: 2 * request.fibreCount) }

  /// The same question for one answer of another number of fibres.
  func with(fibres: Int) -> PathQuestion {
    var other = self
    other.request.fibreCount = fibres
    other.request.answerCount = 1
    return other
  }

  /// The same question for one answer, with as many ports as it wants.
  func withEndlessPorts(atFrom: Bool, atTo: Bool) -> PathQuestion {
    var other = with(fibres: request.fibreCount)
    if atFrom { other.from = from.withPorts(request.fibreCount) }
    if atTo { other.to = to.withPorts(request.fibreCount) }
    return other
  }

  /// The same question beside an answer that takes some of the ports.
  func beside(_ answer: PathAnswer) -> PathQuestion {
    var rest = self
    rest.from = from.without(answer.starts.count { $0 == .newPigtail })
    rest.to = to.without(answer.steps.last?.joins.count { $0 == .newPigtail } ?? 0)
    return rest
  }

  /// What new splices of so many fibres cost where a section is entered.
  func splicing(_ fibres: Int, at step: StrandClass.Step) -> CriteriaCost {
    let place = settings.map[settings.map.place(of: step.section, step.side)]
    let isBox = if case .box = place { true } else { false }
    return CriteriaCost(splices: fibres, closures: isBox ? 1 : 0, loss: settings.network.rules.optical.fusionSplice)
  }
}

extension Network {
  fileprivate func servicesAtJoints() -> [Index<Joint>: [Index<Service>]] {
    var services: [Index<Joint>: [Index<Service>]] = [:]
    for index in self.services.indices {
      for port in self.services[index].endA + self.services[index].endB {
        if let joint = joint(at: port) { services[joint, default: []].append(index) }
      }
    }
    return services
  }
}
