public import FibreModel

/// Where a path starts or ends.
public enum PathEnd: Hashable, Sendable {
  /// At any free port of the site.
  case site(Index<Site>)
  case room(Index<OperatorRoom>)
  case panel(Index<Panel>)
  /// In the box, fibres left ready there.
  case box(Index<Box>)
}

/// What a path must go through, or must keep off.
public enum PathObject: Hashable, Sendable {
  case site(Index<Site>)
  case box(Index<Box>)
  case cable(Index<Cable>)
  case section(Index<CableSection>)
  case duct(Index<Duct>)
  case pathway(Index<Pathway>)
  /// Every pathway of this street, in the delivery's words.
  case street(String)
}

/// What makes one path better than another one.
public enum PathCriterion: String, Hashable, Sendable, CaseIterable {
  /// Fewest new splices and pigtails, over all fibres.
  case splices
  /// Shortest cable.
  case length
  /// Fewest closures opened.
  case closures
  /// Fewest tubes touched beyond the first at each place where fibres are taken up, so that fibres stay together.
  case tubes
  /// Lowest loss.
  case loss
}

/// A loss at a wavelength.
public struct LossAtWavelength: Hashable, Sendable {
  public var wavelength: Wavelength
  public var loss: Loss

  /// Makes it of both.
  public init(wavelength: Wavelength, loss: Loss) {
    self.wavelength = wavelength
    self.loss = loss
  }
}

/// What to look for: parallel fibres between two ends.
public struct PathRequest: Hashable, Sendable {
  public var from: PathEnd
  public var to: PathEnd
  /// Fibres side by side, at least 1.
  public var fibreCount = 1
  /// Answers at most, from 1 to `mostAnswers`.
  public var answerCount = 1
  public var via: [PathObject] = []
  /// Whether `via` is met in its order.
  public var isViaOrdered = false
  public var avoid: [PathObject] = []
  /// First things first; criteria that are not named come after, in the order of their declaration.
  public var criteria: [PathCriterion] = PathCriterion.allCases
  /// The greatest loss that an answer may have.
  public var limit: LossAtWavelength?

  /// Asks for one fibre and one answer.
  public init(from: PathEnd, to: PathEnd) {
    self.from = from
    self.to = to
  }

  /// Answers that can be asked for; each takes a search.
  public static let mostAnswers = 1000

  /// All criteria in the order that counts.
  public var order: [PathCriterion] {
    var seen: Set<PathCriterion> = []
    return (criteria + PathCriterion.allCases).filter { seen.insert($0).inserted }
  }
}

/// Why a request is no question; indices are those of the network that was asked.
public enum PathRefusal: Error, Hashable, Sendable {
  /// Fewer than one fibre is asked for.
  case noFibres(Int)
  /// Fewer than one answer is asked for, or more than can be waited for.
  case answersOutOfRange(Int, most: Int)
  /// A further cable has fewer fibres than one, or more than any.
  case noSuchCable(fibres: Int, most: Int)
  /// Both ends are one place.
  case sameEnds
  /// No cable ends at one of the two places.
  case noCable(PathEnd)
  /// More places to pass than can be tried in every order.
  case tooManyToPass(given: Int, most: Int)
  /// Neither a pathway nor an address of the network is in that street.
  case unknownStreet(String)
  /// The network's rules give no attenuation at that wavelength.
  case unknownWavelength(Wavelength)
  /// An end is also to be avoided.
  case endAvoided(PathEnd, by: PathObject)
  /// Nothing of what is to be passed is left once all of this is avoided.
  case passageAvoided(PathObject, by: [PathObject])
}

extension Network {
  /// The end that a code names: a site, a room, a panel or a box, in this order; nothing when it names none.
  public func pathEnd(named text: String) -> PathEnd? {
    if let site = site(named: text) { return .site(site) }
    if let room = rooms.index(of: Code(text)) { return .room(room) }
    if let panel = panels.index(of: Code(text)) { return .panel(panel) }
    return box(named: text).map { .box($0) }
  }

  /// The object that a code names: a site, a box, a cable, a section, a duct, a pathway or a street, in this order.
  public func pathObject(named text: String) -> PathObject? {
    if text.isEmpty { return nil }
    if let site = site(named: text) { return .site(site) }
    if let box = box(named: text) { return .box(box) }
    if let cable = cables.index(of: Code(text)) { return .cable(cable) }
    if let section = sections.index(of: Code(text)) { return .section(section) }
    if let duct = ducts.index(of: Code(text)) { return .duct(duct) }
    if let pathway = pathways.index(of: Code(text)) { return .pathway(pathway) }
    let street = text.lowercased()
    return pathways.rows.contains { $0.street.lowercased() == street } ? .street(street) : nil
  }
}
