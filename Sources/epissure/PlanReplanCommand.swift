import ArgumentParser
import FibreDeliverables
import FibreModel
import FibrePlanning
import FibreStore

/// `plan replan`: plans again what a plan has left, after nights that were done, half done or that failed.
struct PlanReplan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replan",
    abstract: both("Replanifie ce qui reste d'un plan.", "Plans again what is left of a plan."),
    discussion: both(
      """
      Ce qui est fait est dans le réseau et reste ; le reste change de nuit le moins possible, car les avis sont partis.
      Avec --crews, --without-closure, --without-date ou --without-cable, dit ce que le plan deviendrait.
      Exemple : epissure plan replan reseau.gpkg plan/plan.json --after 3 --out plan-2/
      Sur un autre câble d'arrivée : epissure plan replan reseau.gpkg plan/plan.json --without-cable CAB-IT-002 --out plan-2/
      """,
      """
      What is done is in the network and stays; the rest changes its night as little as can be, for notices have gone out.
      With --crews, --without-closure, --without-date or --without-cable, tells what would become of the plan.
      Example: epissure plan replan network.gpkg plan/plan.json --after 3 --out plan-2/
      On another landing cable: epissure plan replan network.gpkg plan/plan.json --without-cable CAB-IT-002 --out plan-2/
      """))

  @OptionGroup var source: NetworkArgument
  @Argument(help: ArgumentHelp(both("Le plan annoncé : plan.json.", "The plan announced: plan.json.")))
  var plan: String
  @Option(name: .long, help: ArgumentHelp(both("Dossier à écrire.", "Folder to write."), valueName: "dir"))
  var out: String
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Dernière nuit passée ; sans elle, la dernière inscrite de ce plan.",
        "Last night that is over; without it, the last one of this plan that was applied."), valueName: "night"))
  var after: Int?
  @OptionGroup var windows: WindowsOption
  @Option(
    name: .long, help: ArgumentHelp(both("Équipes par nuit, au plus.", "Crews a night, at most."), valueName: "n"))
  var crews: Int?
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      both("Boîtier qui ne peut pas être ouvert ; répétable.", "Closure that can't be opened; may be repeated."),
      valueName: "closure"))
  var withoutClosure: [String] = []
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(both("Date qui tombe ; répétable.", "Date that falls away; may be repeated."), valueName: "date")
  )
  var withoutDate: [CalendarDate] = []
  @OptionGroup var landing: LandingOption
  @Option(name: .long, help: ArgumentHelp(both("Tours de la recherche.", "Rounds of the search.")))
  var iterations = 8
  @Option(name: .long, help: ArgumentHelp(both("Graine de la recherche.", "Seed of the search.")))
  var seed: UInt64 = 1
  @OptionGroup var output: OutputOptions
}

extension PlanReplan {
  func validate() throws {
    if let crews, crews < 1 {
      throw ValidationError(both("--crews demande au moins 1.", "--crews needs at least 1."))
    }
    if iterations < 1 {
      throw ValidationError(both("--iterations demande au moins 1.", "--iterations needs at least 1."))
    }
  }

  func run() throws {
    let store = try Store.open(path: source.network)
    let bytes = try PlanFiles.bytes(plan)
    let announced = try PlanFiles.plan(plan, bytes)
    try PlanFiles.refuseOther(announced, plan, than: store)
    let mark = PlanFiles.mark(bytes)
    let applied = try store.history().filter { $0.isStanding && $0.note.plan == mark }.compactMap(\.note.night)
    let network = try whatIsLeft(
      of: try windows.applied(to: try store.snapshot()), after: after ?? applied.max() ?? .min)
    var request = MigrationRequest(
      from: announced.from, to: announced.to, iterations: iterations, seed: seed)
    request.announced = announced
    request.avoided = try landing.avoided(in: network)
    Output.status(both("Recherche d'un plan…", "Looking for a plan…"))
    var next = try MigrationPlanner().plan(request, on: network)
    next.digest = try store.digest(of: network.revision)
    Output.status(both("Preuve du plan…", "Proving the plan…"))
    let checked: CheckedPlan
    do {
      checked = try PlanChecker.check(next, on: network)
    } catch {
      throw CommandFailure.planRefusedByOurChecker(error)
    }
    Output.status(both("Écriture de \(out)…", "Writing \(out)…"))
    let folder = PlanFolder(checked, output.lang)
    let sheet = PlanComparisonSheet(
      PlanComparison(announced, next, done: done(of: announced, in: network)), limits: next.limits)
    let files = try folder.deliverables() + [Deliverable(name: "changes.txt", text: sheet.text(in: output.lang))]
    try files.write(to: out)
    _ = try FormerLists(in: out, besides: files.map(\.name)).remove()
    Output.clearStatus()
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
    if !output.json { Output.written(files.map(\.name), to: out, output) }
  }

  /// The network with the windows that are left, and what is asked instead of its rules.
  private func whatIsLeft(of network: Network, after night: Int) throws -> Network {
    var rules = network.rules
    rules.windows = rules.windows.filter { $0.number > night && !withoutDate.contains($0.date) }
    guard !rules.windows.isEmpty else { throw CommandFailure.noNightLeft }
    if let crews {
      for window in rules.windows.indices { rules.windows[window].crews = min(crews, rules.windows[window].crews) }
    }
    for name in withoutClosure {
      guard let box = network.box(named: name) else { throw CommandFailure.unknownCode(name) }
      rules.shut(network.boxes[box].code)
    }
    return network.replacingRules(with: rules)
  }

  /// Services of a plan that start in its new site already.
  private func done(of plan: MigrationPlan, in network: Network) -> Set<Code<Service>> {
    let new = network.site(named: plan.to.rawValue)
    return Set(
      plan.services.map(\.service).filter { code in
        guard let service = network.services[code] else { return false }
        return service.endA.allSatisfy { network.site(of: $0.panel) == new }
      })
  }
}
