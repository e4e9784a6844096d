import ArgumentParser
import FibreDeliverables
import FibrePlanning

/// `trace`: the optical routes through a port, fibre, outlet or service, or all of them.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: both("Suit une fibre de bout en bout.", "Follows a fibre from end to end."),
    discussion: both(
      """
      Exemple : epissure trace reseau.gpkg TI-SF-01:25
      Toutes les routes en CSV : epissure trace reseau.gpkg --all
      """,
      """
      Example: epissure trace network.gpkg TI-SF-01:25
      All routes as CSV: epissure trace network.gpkg --all
      """))

  @OptionGroup var source: NetworkArgument
  @Argument(
    help: ArgumentHelp(
      both(
        "Un port TIROIR:n, une fibre, une prise, une boîte ou un service.",
        "A port PANEL:n, a fibre, an outlet, a box or a service.")))
  var code: String?
  @Flag(
    name: .long, help: ArgumentHelp(both("Toutes les routes du réseau, en CSV.", "All routes of the network, as CSV.")))
  var all = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if all == (code != nil) {
      throw ValidationError(both("Donner un code, ou bien --all.", "Give a code, or else --all."))
    }
  }

  func run() throws {
    let network = try source.snapshot()
    let tracer = Tracer(network)
    guard let code else {
      let sheet = RouteSheet(tracer.allRoutes(), tracer: tracer, network: network)
      Output.result(output.json ? sheet.json.text : sheet.csv(in: output.lang))
      return
    }
    guard let target = network.traceTarget(named: code) else {
      let isKnown = ObjectFinder(network, language: output.lang).sheet(of: code) != nil
      throw isKnown ? CommandFailure.untraceable(code) : CommandFailure.unknownCode(code)
    }
    let routes = tracer.routes(through: target)
    guard !routes.isEmpty else { throw CommandFailure.nothingThere(code) }
    let sheet = RouteSheet(routes, tracer: tracer, network: network)
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
  }
}
