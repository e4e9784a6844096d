import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
import FibreProgramme

/// `forecast`: when a programme ends, what it earned, and what a committee is shown.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: both(
      "Fin de la livraison, valeur acquise, retards ; dossier de comité.",
      "End of the handovers, earned value, lateness; a committee's pack."),
    discussion: both(
      """
      DOSSIER est un dossier de programme, ou une livraison qui en contient un (programme/).
      Exemple : epissure forecast data/rip80 --pack comite.pdf --charts graphiques/
      """,
      """
      FOLDER is a programme folder, or a delivery that holds one (programme/).
      Example: epissure forecast data/rip80 --pack committee.pdf --charts charts/
      """))

  @Argument(help: ArgumentHelp(both("Dossier du programme.", "Folder of the programme."), valueName: "folder"))
  var folder: String
  @Option(
    name: .long,
    help: ArgumentHelp(both("Jour des données ; sinon le dernier IPE.", "Day of the data; else the last IPE."), valueName: "date"))
  var date: CalendarDate?
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      both("Prises que chaque mois ajoute au périmètre.", "Plugs that each month adds to the scope."), valueName: "n"))
  var scopeGrowth = 0
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      both("Dernières prises, livrées à mi-rythme.", "The last plugs, which go at half rate."), valueName: "n"))
  var slowTail = 0
  @Option(name: .long, parsing: .unconditional, help: ArgumentHelp(both("Tirages.", "Draws."), valueName: "n"))
  var draws = 10_000
  @Option(
    name: .long,
    help: ArgumentHelp(both("Graine : la même donne la même prévision.", "Seed: the same one gives the same forecast.")))
  var seed: UInt64 = 1
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Communes et contours, pour la carte.", "Communes and outlines, for the map."), valueName: "dir"))
  var territory: String?
  @Option(
    name: .long, help: ArgumentHelp(both("Graphiques SVG et PNG.", "Charts as SVG and PNG."), valueName: "dir"))
  var charts: String?
  @Option(
    name: .long, help: ArgumentHelp(both("Dossier de comité (PDF).", "The committee's pack (PDF)."), valueName: "file"))
  var pack: String?
  @OptionGroup var money: MoneyOutput

  func run() throws {
    let read = try ProgrammeFolder(reading: folder)
    let geography = try territory.map { try TerritoryFolder(reading: $0).geographies.last } ?? nil
    guard let day = date ?? read.history.steps.last?.date else { throw ForecastFailure.noDate(path: folder) }
    var choices = ThroughputReview.Choices()
    (choices.scopeGrowth, choices.slowTail, choices.draws, choices.seed) = (scopeGrowth, slowTail, draws, seed)
    let review = try ProgrammeReview(
      of: read.programme, read.history, on: day, geography: geography, choices: choices)
    try ForecastFailure.check(review.throughput.outcome)
    let sheet = ForecastSheet(review, findings: read.findings)
    let language = money.output.lang
    if let charts { try ProgrammeCharts(review, geography: geography).deliverables(in: language).write(to: charts) }
    if let pack {
      try Output.write(
        bytes: CommitteePack(review, geography: geography, findings: read.findings).pdf(in: language), to: pack)
    }
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
    if read.findings.contains(where: { $0.severity == .error }) { throw ExitCode(Exit.refused) }
  }
}
