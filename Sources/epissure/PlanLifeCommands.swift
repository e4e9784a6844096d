import ArgumentParser
import FibreDeliverables
import FibrePlanning
import FibreStore

/// `plan check`: replays a plan on a store and proves it.
struct PlanCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: both("Rejoue un plan et le prouve.", "Replays a plan and proves it."),
    discussion: both(
      "Exemple : epissure plan check reseau.gpkg plan/plan.json",
      "Example: epissure plan check network.gpkg plan/plan.json"))

  @OptionGroup var source: NetworkArgument
  @Argument(help: ArgumentHelp(both("Le plan : plan.json.", "The plan: plan.json.")))
  var plan: String
  @OptionGroup var windows: WindowsOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      try prove()
    } catch let violations as PlanViolations where output.json {
      Output.result(violations.json(in: output.lang).text)
      throw violations
    }
  }

  private func prove() throws {
    let state = try PlanInStore(planFile: plan, store: try Store.open(path: source.network), windows)
    guard state.falseClaims.isEmpty else { throw CommandFailure.falseCertificate(plan: plan, state.falseClaims) }
    let certificate = PlanCertificate(state.checked)
    Output.result(output.json ? PlanFile.text(of: state.checked) : certificate.text(in: output.lang))
  }
}

/// `plan apply`: writes nights of a proved plan into the inventory, each as one revision.
struct PlanApply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: both("Inscrit des nuits d'un plan dans le réseau.", "Writes nights of a plan into the network."),
    discussion: both(
      """
      Sans --night, toutes les nuits qui restent. Chaque nuit est une révision.
      Exemple : epissure plan apply reseau.gpkg plan/plan.json --night 1
      """,
      """
      Without --night, all nights that are left. Each night is a revision.
      Example: epissure plan apply network.gpkg plan/plan.json --night 1
      """))

  @OptionGroup var source: NetworkArgument
  @Argument(help: ArgumentHelp(both("Le plan : plan.json.", "The plan: plan.json.")))
  var plan: String
  @Option(name: .long, help: ArgumentHelp(both("Une seule nuit, par son numéro.", "One night only, by its number.")))
  var night: Int?
  @OptionGroup var windows: WindowsOption
  @Flag(
    name: .long,
    help: ArgumentHelp(both("Dire ce qui serait écrit, sans l'écrire.", "Say what would be written, without writing.")))
  var dryRun = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try Store.open(path: source.network)
    let state = try PlanInStore(planFile: plan, store: store, windows)
    let left = state.checked.nights.filter { !state.applied.contains($0.night.night) }
    var chosen = left
    if let night {
      guard state.plan.nights.contains(where: { $0.night == night }) else { throw CommandFailure.unknownNight(night) }
      guard !state.applied.contains(night) else { throw CommandFailure.nightApplied(night) }
      guard let next = left.first, next.night.night == night else {
        throw CommandFailure.nightOutOfOrder(night, next: left.first?.night.night ?? 0)
      }
      chosen = [next]
    }
    let edits = chosen.map { (changes: $0.changes, note: state.note(night: $0.night.night)) }
    let revisions = dryRun ? [] : try store.apply(edits, expecting: state.revision)
    let nights = chosen.enumerated().map { position, one in
      AppliedNight(
        night: one.night.night, extent: .changes(one.changes.count),
        difference: dryRun ? one.changes.map(\.phrase) : [],
        revision: dryRun ? nil : revisions[position])
    }
    AppliedNight.report(nights, .applied, dryRun: dryRun, output)
  }
}

/// `plan undo`: takes a night back, exactly.
struct PlanUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: both(
      "Défait une nuit : le réseau redevient ce qu'il était.", "Undoes a night: the network is again what it was."),
    discussion: both(
      """
      La dernière nuit inscrite d'abord, puis celle d'avant.
      Exemple : epissure plan undo reseau.gpkg plan/plan.json --night 1
      """,
      """
      The last night that was applied first, then the one before.
      Example: epissure plan undo network.gpkg plan/plan.json --night 1
      """))

  @OptionGroup var source: NetworkArgument
  @Argument(help: ArgumentHelp(both("Le plan : plan.json.", "The plan: plan.json.")))
  var plan: String
  @Option(name: .long, help: ArgumentHelp(both("La nuit à défaire.", "The night to undo.")))
  var night: Int
  @Flag(
    name: .long,
    help: ArgumentHelp(both("Dire ce qui serait défait, sans l'écrire.", "Say what would be undone, without writing.")))
  var dryRun = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try Store.open(path: source.network)
    let mark = PlanFiles.mark(try PlanFiles.bytes(plan))
    let standing = try store.history().filter(\.isStanding)
    guard let entry = standing.last(where: { $0.note.plan == mark && $0.note.night == night }) else {
      throw CommandFailure.nightNotApplied(night)
    }
    let later = standing.filter { $0.note.plan == mark && $0.revision > entry.revision }.compactMap(\.note.night)
    guard later.isEmpty else { throw CommandFailure.nightUnderOthers(night, later: later.sorted()) }
    let revision = dryRun ? nil : try store.undo(entry.revision)
    AppliedNight.report(
      [AppliedNight(night: night, extent: .rows(entry.changeCount), revision: revision)], .undone, dryRun: dryRun,
      output)
  }
}
