public import FibreModel
public import FibrePlanning

/// Two paths apart, as people and programs read them.
public struct PairSheet: Sendable {
  private let pair: PathPair
  private let separation: PathSeparation
  private let paths: PathSheet
  private let names: PathNames

  /// Arranges a pair.
  public init(_ pair: PathPair, by separation: PathSeparation, to request: PathRequest, on network: Network) {
    self.pair = pair
    self.separation = separation
    paths = PathSheet(pair.paths, to: request, on: network)
    names = PathNames(network: network)
  }

  /// The verdict and both paths, as text for a terminal.
  public func text(in language: Language) -> String {
    var lines = [verdict[language]]
    lines += pair.shared.map { "  " + names.name($0)[language] }
    if !pair.unknownCourses.isEmpty {
      let codes = pair.unknownCourses.map { names.network.sections[$0].code.rawValue }.joined(separator: ", ")
      lines.append(
        Phrase(
          "Cheminement inconnu, donc non comparé : \(codes)", "Pathway unknown, and so not compared: \(codes)")[
            language])
    }
    for (rank, answer) in pair.paths.enumerated() {
      lines += ["", Phrase("Chemin \(rank + 1)", "Path \(rank + 1)")[language]]
      lines += paths.lines(of: answer, language).map { "   " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `{"pair":{…},"paths":[…]}` as `path --disjoint --json` prints it.
  public var json: JSONValue {
    .object([
      "pair": .object([
        "separation": .string(separation.rawValue), "lengthMetres": .metres(pair.length),
        "lowerBoundMetres": .metres(pair.lowerBound), "provedBest": .bool(pair.isProvedBest),
        "sharingProved": .bool(pair.isSharingProved),
        "shared": .array(pair.shared.map(names.json)),
        "unknownCourses": .array(
          pair.unknownCourses.map { .string(names.network.sections[$0].code.rawValue) }),
      ]), "paths": .array(pair.paths.indices.map { paths.path($0) }), "blocked": .null,
    ])
  }

  /// What is known of pairs that share nothing, and of the one given.
  private var sharing: Phrase {
    let least = Phrase(
      "Celle-ci partage le moins de celles essayées, sans preuve.",
      "This one shares the least of those tried, unproved.")
    let none =
      pair.isSharingProved
      ? Phrase("Prouvé : aucune paire ne se sépare tout à fait.", "Proved: no pair is fully apart.")
      : Phrase(
        "Aucune paire séparée trouvée, sans preuve qu'il n'y en ait pas.",
        "No pair apart was found, without a proof that there is none.")
    return Phrase("\(none.french) \(least.french)", "\(none.english) \(least.english)")
  }

  private var verdict: Phrase {
    let (french, english) = (pair.length.metresText(.french), pair.length.metresText(.english))
    if !pair.shared.isEmpty {
      return Phrase(
        "Deux chemins, \(french) m en tout. \(sharing.french) Ils partagent encore :",
        "Two paths, \(english) m in all. \(sharing.english) They still share:")
    }
    if pair.isProvedBest {
      return Phrase(
        "Deux chemins séparés, \(french) m en tout : prouvé le plus court.",
        "Two paths apart, \(english) m in all: proved the shortest.")
    }
    let gap = pair.length - pair.lowerBound
    return Phrase(
      "Deux chemins séparés, \(french) m en tout : le meilleur trouvé, à \(gap.metresText(.french)) m au plus de l'optimum.",
      "Two paths apart, \(english) m in all: the best found, within \(gap.metresText(.english)) m of the optimum.")
  }
}
