import ArgumentParser
import FibreDeliverables
import FibrePlanning

/// `plan tie`: the order that keeps a tie small, or the tie that a cut-over needs.
struct PlanTie: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tie",
    abstract: both(
      "Ordonne une migration pour que la liaison provisoire reste petite.",
      "Orders a migration so that the temporary tie stays small."),
    discussion: both(
      """
      D'un réseau .nms : l'ordre de moindre pointe et celui de moindre somme, prouvés jusqu'à 27 nœuds.
      D'une instance cutover-1 : quelle liaison acheter, fenêtres contre fibres de liaison.
      Exemple : epissure plan tie france.nms
      """,
      """
      Of a network .nms: the order of least peak and that of least sum, proved up to 27 nodes.
      Of a cutover-1 instance: what tie to buy, windows against tie fibres.
      Example: epissure plan tie france.nms
      """))

  @Argument(help: ArgumentHelp(both("Un fichier .nms, ou une instance .json.", "An .nms file, or a .json instance.")))
  var file: String
  @OptionGroup var effort: SearchEffort
  @Option(name: .long, help: ArgumentHelp(both("Fichier JSON à écrire.", "JSON file to write."), valueName: "file"))
  var out: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    if file.hasSuffix(".json") { try curve() } else { try order() }
  }

  private func order() throws {
    let input: TieFile
    do {
      input = try TieFile(try PlanFiles.bytes(file))
    } catch let error as TieFileError {
      throw CutoverFailure.unreadableTie(path: file, error: error)
    }
    let search = TieSearch(input.graph)
    // What can be proved is proved, unless the user has less patience.
    let usual = input.graph.nodeCount <= TieSearch.exactNodes ? 120.0 : 10
    let answers = TieGoal.allCases.map { goal in
      let clock = SearchClock()
      let answer = search.best(goal, seed: effort.seed, effort.limit(clock, usual: usual, part: 0.5))
      return (answer: answer, milliseconds: clock.milliseconds)
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let report = TieReport(name: name, input, answers)
    if let out { try OutputFile(path: out, text: report.fileDocument.text).write() }
    Output.result(output.json ? report.document.text : report.text(in: output.lang))
  }

  private func curve() throws {
    let reduction = try CutoverInput.reduction(file)
    var search = CutoverSearch(reduction.problem, seed: effort.seed)
    search.run(effort.limit(SearchClock(), part: 0.5))
    guard search.best != nil else {
      throw CutoverFailure.noPlan(path: file, reasons: search.blockages.map { reduction.phrase(of: $0) })
    }
    let points = search.front(moreWindows: 6, effort.limit(SearchClock(), part: 0.5))
    for point in points { try CutoverInput.prove(point.schedule, of: reduction, withAnyTie: true) }
    let curve = TieCurve(reduction, points, leastWindows: search.bounds.windows.value)
    if let out { try OutputFile(path: out, text: curve.document.text).write() }
    Output.result(output.json ? curve.document.text : curve.text(in: output.lang))
  }
}
