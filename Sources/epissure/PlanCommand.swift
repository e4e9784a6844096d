import ArgumentParser
import FibreDeliverables
import FibreDiagrams
import FibreModel
import FibrePlanning
import FibreStore
import Foundation

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: both(
      "Planifie, prouve, applique et défait une migration.", "Plans, proves, applies and undoes a migration."),
    subcommands: [
      PlanMigration.self, PlanCutover.self, PlanTie.self, PlanCheck.self, PlanApply.self, PlanUndo.self,
      PlanReplan.self, PlanCompare.self, PlanProgress.self,
    ])
}

/// `plan migration`: a plan, its proof, and everything that people receive.
struct PlanMigration: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migration",
    abstract: both("Planifie la migration d'un site vers un autre.", "Plans the migration of one site to another."),
    discussion: both(
      """
      Le plan est rejoué et prouvé avant que rien ne soit écrit.
      Les services déplacés, un par un, sont dans certificate.txt, .pdf et .xlsx.
      Exemple : epissure plan migration reseau.gpkg --from POP-AMI-SF --to POP-AMI-IT --out plan/
      """,
      """
      The plan is replayed and proved before anything is written.
      The services moved, one by one, are in certificate.txt, .pdf and .xlsx.
      Example: epissure plan migration network.gpkg --from POP-AMI-SF --to POP-AMI-IT --out plan/
      """))

  @OptionGroup var source: NetworkArgument
  @Option(
    name: .long,
    help: ArgumentHelp(both("Site que tout doit quitter.", "Site that everything must leave."), valueName: "site"))
  var from: String
  @Option(
    name: .long,
    help: ArgumentHelp(both("Site où tout doit arriver.", "Site where everything must start."), valueName: "site"))
  var to: String
  @Option(name: .long, help: ArgumentHelp(both("Dossier à écrire.", "Folder to write."), valueName: "dir"))
  var out: String
  @OptionGroup var windows: WindowsOption
  @OptionGroup var landing: LandingOption
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Tours de la recherche ; le même nombre donne le même plan.",
        "Rounds of the search; the same number gives the same plan.")))
  var iterations: Int?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Secondes de recherche, au lieu d'un nombre de tours ; le plan dépend alors de la machine.",
        "Seconds of search, instead of a number of rounds; the plan then depends on the machine.")))
  var seconds: Double?
  @Option(name: .long, help: ArgumentHelp(both("Graine de la recherche.", "Seed of the search.")))
  var seed: UInt64 = 1
  @OptionGroup var output: OutputOptions
}

extension PlanMigration {
  func validate() throws {
    if let seconds, !(seconds > 0) {
      throw ValidationError(both("--seconds demande un nombre au-dessus de 0.", "--seconds needs a number above 0."))
    }
    if let iterations, iterations < 1 {
      throw ValidationError(both("--iterations demande au moins 1.", "--iterations needs at least 1."))
    }
    if seconds != nil, iterations != nil {
      throw ValidationError(
        both("Donner --seconds ou --iterations, pas les deux.", "Give --seconds or --iterations, not both."))
    }
  }

  func run() throws {
    let store = try Store.open(path: source.network)
    let network = try windows.applied(to: try store.snapshot())
    Output.status(both("Recherche d'un plan…", "Looking for a plan…"))
    var plan = try found(on: network)
    plan.digest = try store.digest(of: network.revision)
    Output.status(both("Preuve du plan…", "Proving the plan…"))
    let checked = try proved(plan, on: network)
    Output.status(both("Écriture de \(out)…", "Writing \(out)…"))
    let folder = PlanFolder(checked, output.lang)
    let files = try folder.deliverables()
    try files.write(to: out)
    let former = try FormerLists(in: out, besides: files.map(\.name)).remove()
    Output.clearStatus()
    if network.services.count == 0 {
      Output.remark(
        both(
          "Aucun service n'est connu (services.csv) : ni client, ni protection, ni durée de coupure n'ont pu compter.",
          "No service is known (services.csv): no client, protection or outage limit could count."))
    }
    if !former.isEmpty {
      Output.remark(
        both(
          "\(french: former.count, "liste(s) d'un plan précédent retirée(s)") de \(out).",
          "\(english: former.count, "list(s)") of an earlier plan removed from \(out)."))
    }
    if output.json {
      Output.result(PlanFile.text(of: checked))
    } else {
      Output.result(folder.certificate.summary(in: output.lang))
      Output.written(files.map(\.name), to: out, output)
    }
  }

  private func found(on network: Network) throws -> MigrationPlan {
    var request = MigrationRequest(from: Code(from), to: Code(to), seed: seed)
    request.avoided = try landing.avoided(in: network)
    if let iterations { request.iterations = iterations }
    guard let seconds else { return try MigrationPlanner().plan(request, on: network) }
    let end = ContinuousClock.now + .seconds(seconds)
    return try MigrationPlanner().plan(
      request, on: network, secondsLeft: { (end - ContinuousClock.now) / .seconds(1) })
  }

  /// A plan of ours that our own checker refuses is a defect, not the user's fault.
  private func proved(_ plan: MigrationPlan, on network: Network) throws -> CheckedPlan {
    do {
      return try PlanChecker.check(plan, on: network)
    } catch {
      throw CommandFailure.planRefusedByOurChecker(error)
    }
  }
}
