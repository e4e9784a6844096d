public import FibreModel

/// How a track goes on at a place.
public enum PathJoin: Hashable, Sendable {
  /// It starts or ends at a port that is there.
  case port(Port)
  /// A pigtail to a port that is empty now.
  case newPigtail
  /// Left ready in the box where the path starts or ends.
  case leftReady
  /// A joint that is there and stays.
  case existing(Index<Joint>)
  case newSplice
  /// A patch cord between two ports of a site that are free now.
  case newCord
}

/// One section of a path, and the fibres taken in it.
public struct PathStep: Hashable, Sendable {
  public let section: Index<CableSection>
  public let from: Place
  public let to: Place
  /// One for each track.
  public let fibres: [Index<Fibre>]
  /// How each track goes on behind the section.
  public let joins: [PathJoin]
  /// Joints behind the section where a fibre runs through uncut now that these joins cut.
  public let cutPassages: [Index<Joint>]
}

/// A way for parallel fibres from one end to the other.
public struct PathAnswer: Hashable, Sendable {
  public let steps: [PathStep]
  /// How each track starts.
  public let starts: [PathJoin]
  /// Joints at the start where a fibre runs through uncut now that a track cuts.
  public let startPassages: [Index<Joint>]
  /// New splices and pigtails over all tracks.
  public let newSplices: Int
  /// New patch cords over all tracks; they are no splices.
  public let newCords: Int
  /// Boxes in which something is cut or spliced, or fibres are left ready, in order of the way.
  public let openedClosures: [Index<Box>]
  /// Tubes touched beyond one, over the places where fibres are taken up.
  public let extraTubes: Int
  public let length: Length
  /// The loss of the worst track at each wavelength that the rules know, shortest first.
  public let losses: [LossAtWavelength]
  /// Services that live on the fibres taken; empty unless such fibres were asked for.
  public let touchedServices: [Index<Service>]

  /// Fibres that run through uncut now and are cut, over all places.
  public var cutPassageCount: Int { startPassages.count + steps.reduce(0) { $0 + $1.cutPassages.count } }

  /// The places to which the way comes back, in the order in which it first met them: what is to be passed may lie in a
  /// dead end.
  public var placesMetAgain: [Place] {
    let places = steps.prefix(1).map(\.from) + steps.filter { $0.from != $0.to }.map(\.to)
    var seen: Set<Place> = []
    var again: Set<Place> = []
    for place in places where !seen.insert(place).inserted { again.insert(place) }
    return places.filter { again.remove($0) != nil }
  }

  /// The figure that counts for a criterion, to compare answers by: splices, decimetres, closures, tubes, thousandths of
  /// a decibel at the first wavelength.
  public func figure(_ criterion: PathCriterion) -> Int64 {
    switch criterion {
    case .splices: Int64(newSplices)
    case .length: (length.millimetres + 50) / 100
    case .closures: Int64(openedClosures.count)
    case .tubes: Int64(extraTubes)
    case .loss: (losses.first?.loss.microdecibels ?? 0) / 1000
    }
  }

  /// Whether this answer is better than another one by some criteria in their order; nothing where they are equal.
  func precedes(_ other: PathAnswer, by order: [PathCriterion]) -> Bool? {
    for criterion in order where figure(criterion) != other.figure(criterion) {
      return figure(criterion) < other.figure(criterion)
    }
    return nil
  }

  /// The first criterion by which this answer is worse than a better one, in the order that counted.
  public func reason(against better: PathAnswer, by order: [PathCriterion]) -> PathCriterion? {
    order.first { figure($0) > better.figure($0) }
  }

  /// The loss at a wavelength, or nothing when the rules do not know it.
  public func loss(at wavelength: Wavelength) -> Loss? { losses.first { $0.wavelength == wavelength }?.loss }
}
