import ArgumentParser
import FibreDiagrams
import FibreModel

/// What `diagram --kind network` shows of a network: all of it, folded or not, or the surroundings of one thing.
struct NetworkView: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Replier le réseau par SRO (sro) ou par commune (commune), ou pas du tout (none).",
        "Fold the network by SRO (sro) or by commune (commune), or not at all (none)."), valueName: "sro|commune|none"))
  var fold: NetworkFolding?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Ne dessiner que le voisinage d'un site, d'une boîte, d'une chambre, d'un câble ou d'un tronçon.",
        "Draw only what is around a site, a closure, a chamber, a cable or a section."), valueName: "code"))
  var around: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Jusqu'à combien de tronçons de câble (2 sans cela).", "How many sections of cable away (2 if not given)."),
      valueName: "n"))
  var radius: Int?

  /// Whether anything but the ordinary map is asked for.
  var isAsked: Bool { fold != nil || around != nil || radius != nil }

  func validate() throws {
    if let radius, radius < 0 {
      throw ValidationError(
        both("--radius \(radius) : donner 0 ou plus.", "--radius \(radius): give 0 or more."))
    }
    if radius != nil, around == nil {
      throw ValidationError(both("--radius demande --around CODE.", "--radius needs --around CODE."))
    }
    if fold != nil, around != nil {
      throw ValidationError(
        both("--fold et --around ne vont pas ensemble.", "--fold and --around don't go together."))
    }
  }

  /// The file of a format.
  func bytes(_ network: Network, as format: DrawingFormat, _ language: Language) throws -> [UInt8] {
    if let around { return try surroundings(network, around, as: format, language) }
    if let fold, fold != .none { return try folded(network, by: fold, as: format, language) }
    let whole = WholeNetwork(network, language)
    let isLarge = whole.placeCount > WholeNetwork.pictureLimit
    if fold == NetworkFolding.none {
      guard format == .dot || !isLarge else {
        throw CommandFailure.tooLargeForPicture(places: whole.placeCount, limit: WholeNetwork.pictureLimit)
      }
      return try Graphviz.render(whole.bytes, as: format)
    }
    guard isLarge else { return try Graphviz.render(NetworkDiagram(network, language).dot, as: format) }
    if format == .dot { return whole.bytes }
    Output.remark(
      both(
        "\(whole.placeCount) lieux : au-delà de \(WholeNetwork.pictureLimit), l'image est repliée par SRO (--fold sro). --fold commune la replie par commune ; un fichier .dot dit tout.",
        "\(whole.placeCount) places: beyond \(WholeNetwork.pictureLimit), the picture is folded by SRO (--fold sro). --fold commune folds it by commune; a .dot file says all."
      ))
    return try folded(network, by: .sro, as: format, language)
  }

  private func folded(
    _ network: Network, by folding: NetworkFolding, as format: DrawingFormat, _ language: Language
  ) throws -> [UInt8] {
    guard let diagram = FoldedDiagram(network, by: folding, language) else {
      throw CommandFailure.nothingToFoldBy(commune: folding == .commune)
    }
    return try Graphviz.render(diagram.dot, as: format)
  }

  private func surroundings(
    _ network: Network, _ code: String, as format: DrawingFormat, _ language: Language
  ) throws -> [UInt8] {
    guard let centre = network.surroundingsCentre(named: code) else { throw CommandFailure.unknownCode(code) }
    let diagram = SurroundingsDiagram(network, centre, radius: radius ?? 2, language)
    guard format == .dot || diagram.placeCount <= SurroundingsDiagram.placeLimit else {
      throw CommandFailure.tooManyAround(
        code, places: diagram.placeCount, limit: SurroundingsDiagram.placeLimit, legibleRadius: diagram.legibleRadius)
    }
    return try Graphviz.render(diagram.dot, as: format)
  }
}
