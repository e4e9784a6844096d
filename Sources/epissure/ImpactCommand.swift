public import ArgumentParser
import FibreDeliverables
import FibreModel
public import FibrePlanning
import FibreStore

extension CutElement.Kind: ExpressibleByArgument {}

/// `impact`: what a cut takes out of service, what a plan darkens each night, and what everything hangs on.
struct ImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: both(
      "Dit ce qu'une coupure met hors service, et qui prévenir.",
      "Says what a cut takes out of service, and whom to warn."),
    discussion: both(
      """
      Les éléments donnés sont coupés ensemble : câble, tronçon, fibres TRONÇON:1-12, port, boîtier, tiroir, baie, local, site, point technique, conduite, cheminement. Un code qui désigne un site et son local désigne le site.
      Un service est coupé quand son trajet l'est, cordons compris : une coupure au-delà de ses ports déclarés, sur ce qu'une jarretière prolonge, le coupe aussi.
      Les prises brassées préviennent l'opérateur du service qui les alimente, à travers les coupleurs.
      Exemple : epissure impact reseau.gpkg CAB-SF-01
      Nuit par nuit : epissure impact reseau.gpkg --plan plan/plan.json
      Points de défaillance uniques : epissure impact reseau.gpkg --spof ; d'abord ceux qui coupent le plus, un service ou une prise comptant un, un service vital trois.
      """,
      """
      The elements given are cut together: cable, section, fibres SECTION:1-12, port, closure, panel, rack, room, site, technical point, duct, pathway. A code that names a site and its room means the site.
      A service is dark when its way is cut, cords included: a cut beyond its stated ports, on what a cord prolongs, darkens it too.
      Patched plugs warn the operator of the service that lights them, through splitters.
      Example: epissure impact network.gpkg CAB-SF-01
      Night by night: epissure impact network.gpkg --plan plan/plan.json
      Single points of failure: epissure impact network.gpkg --spof; first those that darken most, a service or a plug counting one, a vital service three.
      """))

  @OptionGroup var source: NetworkArgument
  @Argument(
    help: ArgumentHelp(
      both("Codes ou noms d'usage de ce qui est coupé.", "Codes or owner's names of what is cut."), valueName: "code"))
  var codes: [String] = []
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Le genre visé par les codes qui en désignent plusieurs ; pour un seul code, l'écrire devant lui : site:POP-MON.",
        "The kind meant by codes that name several; for one code, write it before it: site:POP-MON."),
      valueName: "kind"))
  var kind: CutElement.Kind?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Un plan : ce qu'il met hors service chaque nuit, au plus.", "A plan: what it darkens each night, at most."),
      valueName: "plan.json"))
  var plan: String?
  @Option(name: .long, help: ArgumentHelp(both("Une seule nuit du plan.", "One night of the plan only.")))
  var night: Int?
  @OptionGroup var windows: WindowsOption
  @Flag(
    name: .long,
    help: ArgumentHelp(both("Les points de défaillance uniques du réseau.", "The network's single points of failure.")))
  var spof = false
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Avec --spof : combien d'éléments de chaque genre (10 en texte, sinon tous).",
        "With --spof: how many elements of each kind (10 in text, else all).")))
  var top: Int?
  @Option(
    name: .long, help: ArgumentHelp(both("Écrire aussi un fichier CSV.", "Write a CSV file too."), valueName: "file"))
  var csv: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard [!codes.isEmpty, plan != nil, spof].filter({ $0 }).count == 1 else {
      throw ValidationError(
        both("Donner des codes, ou bien --plan, ou bien --spof.", "Give codes, or else --plan, or else --spof."))
    }
    if night != nil && plan == nil {
      throw ValidationError(both("--night va avec --plan.", "--night goes with --plan."))
    }
    if let top, !spof || top < 1 {
      throw ValidationError(
        both("--top va avec --spof, et vaut 1 ou plus.", "--top goes with --spof, and is 1 or more."))
    }
  }

  func run() throws {
    if let plan { return try report(plan: plan) }
    let network = try source.snapshot()
    if spof { return try reportSinglePoints(network) }
    let elements = try network.cutElements(named: codes, kind: kind)
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    let sheet = ImpactSheet(query.impact(of: elements), of: elements, on: network)
    try report(json: sheet.json, csv: sheet.csv) { sheet.text(in: output.lang) }
  }

  private func report(plan: String) throws {
    let state = try PlanInStore(planFile: plan, store: try Store.open(path: source.network), windows)
    if let night, !state.plan.nights.contains(where: { $0.night == night }) {
      throw CommandFailure.unknownNight(night)
    }
    if let night, state.applied.contains(night) { throw CommandFailure.nightApplied(night) }
    let sheet = PlanImpactSheet(
      state.checked.states.compactMap { night == nil || $0.night.night.night == night ? NightImpact($0) : nil })
    try report(json: sheet.json, csv: sheet.csv) { sheet.text(in: output.lang) }
  }

  private func reportSinglePoints(_ network: Network) throws {
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    let sheet = SinglePointSheet(query.singlePoints(), on: network)
    try report(json: sheet.json(top: top), csv: sheet.csv(top: top)) { sheet.text(in: output.lang, top: top ?? 10) }
  }

  private func report(json: JSONValue, csv text: String, _ lines: () -> String) throws {
    if let csv { try Output.write(text, to: csv) }
    Output.result(output.json ? json.text : lines())
  }
}
