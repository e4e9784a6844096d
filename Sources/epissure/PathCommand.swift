public import ArgumentParser
import FibreDeliverables
import FibreModel
public import FibrePlanning

extension PathSeparation: ExpressibleByArgument {}
extension PathCriterion: ExpressibleByArgument {}

/// `path`: ways for new links over free fibres, or what blocks them.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: both("Cherche un chemin sur des fibres libres.", "Finds a path over free fibres."),
    discussion: both(
      """
      Les fibres en service ne sont pas touchées, sauf avec --in-service. Les sites de clients ne sont pas traversés, sauf
      si --via les nomme, ou ce qui s'y trouve. Code de sortie 1 quand rien ne passe.
      Exemple : epissure path reseau.gpkg --from POP-AMI-IT --to BPE-AMI-003 --fibres 4 -k 3
      Deux chemins sans tranchée commune : epissure path reseau.gpkg --from A --to B --disjoint duct
      """,
      """
      Fibres in service are left alone, unless --in-service is given. Clients' sites are not crossed, unless --via names
      them, or what is there. Exit code 1 when nothing gets through.
      Example: epissure path network.gpkg --from POP-AMI-IT --to BPE-AMI-003 --fibres 4 -k 3
      Two paths without a common trench: epissure path network.gpkg --from A --to B --disjoint duct
      """))

  @OptionGroup var source: NetworkArgument
  @OptionGroup var ends: PathOptions
  @Option(
    name: .customShort("k"), parsing: .unconditional,
    help: ArgumentHelp(both("Réponses voulues.", "Answers wanted."), valueName: "n"))
  var answers = 1
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      both("Passer par là ; répétable.", "To pass through; may be repeated."), valueName: "code"))
  var via: [String] = []
  @Flag(name: .long, help: ArgumentHelp(both("Les --via dans leur ordre.", "The --via in their order.")))
  var inOrder = false
  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      both(
        "Ce qui compte d'abord, puis ensuite : splices, length, closures, tubes, loss.",
        "What counts first, and next: splices, length, closures, tubes, loss."), valueName: "criterion"))
  var criteria: [PathCriterion] = []
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      both("Perte à ne pas dépasser, en dB.", "Loss not to be passed, in dB."), valueName: "dB"))
  var maxLoss: Double?
  @Option(
    name: .long,
    help: ArgumentHelp(both("Longueur d'onde de --max-loss.", "Wavelength of --max-loss."), valueName: "nm"))
  var wavelength = 1310
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Deux chemins séparés : link, node, cable ou duct.", "Two paths apart: link, node, cable or duct."),
      valueName: "link|node|cable|duct"))
  var disjoint: PathSeparation?
  @Flag(
    name: .long,
    help: ArgumentHelp(
      both(
        "Si les fibres libres ne suffisent pas, chercher encore avec celles en service, et nommer leurs services.",
        "Where free fibres don't do, search again with those in service, and name their services.")))
  var inService = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if disjoint != nil, answers != 1 || !via.isEmpty || maxLoss != nil || !criteria.isEmpty {
      throw ValidationError(
        both(
          "--disjoint ne va pas avec -k, --via, --criteria ni --max-loss : il donne la paire la plus courte.",
          "--disjoint does not go with -k, --via, --criteria or --max-loss: it gives the shortest pair."))
    }
    if let maxLoss, !maxLoss.isFinite || maxLoss < 0 || maxLoss > 1000 {
      throw ValidationError(both("--max-loss : un nombre de 0 à 1000.", "--max-loss: a number from 0 to 1000."))
    }
  }

  func run() throws {
    let network = try source.snapshot()
    var request = try ends.request(on: network)
    request.answerCount = answers
    request.via = try via.map { try PathOptions.object($0, network) }
    request.isViaOrdered = inOrder
    if !criteria.isEmpty { request.criteria = criteria }
    request.limit = maxLoss.map {
      LossAtWavelength(wavelength: Wavelength(nanometres: wavelength), loss: Loss(decibels: $0))
    }
    if let disjoint { return try findPair(request, disjoint, network) }
    let result = try network.asked { () throws(PathRefusal) in
      try inService ? InServiceSearch(network).paths(request) : PathFinder(network).paths(request)
    }
    switch result {
    case .found(let answers, let areAll):
      let sheet = PathSheet(answers, areAll: areAll, to: request, on: network)
      Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
    case .blocked(let blockage): try say(blockage, request, network)
    }
  }

  private func findPair(_ request: PathRequest, _ separation: PathSeparation, _ network: Network) throws {
    let result = try network.asked { () throws(PathRefusal) in
      try inService
        ? InServiceSearch(network).separatePaths(request, by: separation)
        : PathFinder(network).separatePaths(request, by: separation)
    }
    switch result {
    case .found(let pair):
      let sheet = PairSheet(pair, by: separation, to: request, on: network)
      Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
    case .blocked(let blockage): try say(blockage, request, network)
    }
  }

  private func say(_ blockage: PathBlockage, _ request: PathRequest, _ network: Network) throws {
    let sheet = BlockageSheet(blockage, of: request, on: network)
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
    throw ExitCode(Exit.refused)
  }
}
