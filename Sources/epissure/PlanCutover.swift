import ArgumentParser
import FibreDeliverables
import FibrePlanning

/// `plan cutover`: the abstract problem `cutover-1`.
struct PlanCutover: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cutover",
    abstract: both(
      "Planifie une bascule décrite par un fichier cutover-1.", "Plans a cut-over described by a cutover-1 file."),
    discussion: both(
      """
      Le plan est écrit dès qu'il y en a un, puis à chaque progrès ; il est vérifié règle par règle.
      Exemple : epissure plan cutover ref-1.json --out plan.json --seconds 20
      """,
      """
      The plan is written as soon as there is one, then with each progress; it is checked rule by rule.
      Example: epissure plan cutover ref-1.json --out plan.json --seconds 20
      """))

  @Argument(help: ArgumentHelp(both("L'instance, en JSON.", "The instance, as JSON.")))
  var instance: String
  @Option(name: .long, help: ArgumentHelp(both("Plan à écrire.", "Plan to write."), valueName: "file"))
  var out: String
  @OptionGroup var effort: SearchEffort
  @Flag(
    name: .long,
    help: ArgumentHelp(
      both(
        "Montrer aussi les compromis entre fenêtres, coupure et liaison, en autant de temps encore.",
        "Also show the compromises between windows, outage and tie, in as much time again.")))
  var front = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    let reduction = try CutoverInput.reduction(instance)
    let clock = SearchClock()
    var search = CutoverSearch(reduction.problem, seed: effort.seed)
    let progress = BestSoFar(out: out)
    search.run(effort.limit(clock)) { schedule in
      progress.keep(CutoverFile.text(of: reduction.plan(of: schedule)))
      let windows = schedule.objectives.windows
      Output.status(both("Un plan de \(windows) fenêtres…", "A plan of \(windows) windows…"))
    }
    guard let best = search.best else {
      Output.clearStatus()
      throw CutoverFailure.noPlan(path: instance, reasons: search.blockages.map { reduction.phrase(of: $0) })
    }
    try CutoverInput.prove(best, of: reduction)
    let milliseconds = clock.milliseconds
    let points = front ? search.front(moreWindows: 4, effort.limit(SearchClock())) : []
    let report = CutoverReport(
      reduction, best, search.bounds, front: points,
      effort: .init(seed: effort.seed, rounds: search.rounds, milliseconds: milliseconds))
    Output.clearStatus()
    try OutputFile(path: out, text: report.file).write()
    Output.result(output.json ? report.document.text : report.text(in: output.lang))
  }
}
