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
      La source est un dossier de programme, une livraison qui en contient un (programme/), ou un réseau avec les
      listes importées (import ipe) et le dossier du programme (--programme).
      Exemple : epissure forecast data/rip80 --pack comite.pdf --charts graphiques/
      D'après un historique seul : epissure forecast --history 1800,2400,900,3100,2600,0 --remaining 26000
      """,
      """
      The source is a programme folder, a delivery that holds one (programme/), or a network with the lists that were
      imported (import ipe) and the folder of the programme (--programme).
      Example: epissure forecast data/rip80 --pack committee.pdf --charts charts/
      From a history alone: epissure forecast --history 1800,2400,900,3100,2600,0 --remaining 26000
      """))

  @Argument(
    help: ArgumentHelp(both("Dossier du programme, ou réseau.", "Programme folder, or network."), valueName: "source"))
  var source: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Prises de chaque mois passé, au lieu d'une source.", "Plugs of each past month, in place of a source."),
      valueName: "n,n,…"))
  var history: MonthCounts?
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      both("Prises qui restent, avec --history.", "Plugs that remain, with --history."), valueName: "n"))
  var remaining: Int?
  @OptionGroup var asked: ProgrammeOptions
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
    help: ArgumentHelp(both("Graine : la même donne la même prévision.", "Seed: the same one gives the same forecast."))
  )
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
  @Option(
    name: .long,
    help: ArgumentHelp(both("Toutes les tables, en CSV.", "Every table, as CSV."), valueName: "dir"))
  var tables: String?
  @OptionGroup var money: MoneyOutput

  func validate() throws {
    guard (source == nil) == (history != nil), (history == nil) == (remaining == nil) else {
      throw ValidationError(
        both(
          "Donner une source, ou --history et --remaining.", "Give a source, or --history and --remaining."))
    }
  }

  func run() throws {
    if let source { try forecast(source) }
    if let history, let remaining { try forecast(history.counts, remaining) }
  }

  private func forecast(_ source: String) throws {
    let (data, day) = try asked.read(source)
    let geography = try territory.map { try TerritoryFolder(reading: $0).geographies.last } ?? data.geography
    var choices = ThroughputReview.Choices()
    (choices.scopeGrowth, choices.slowTail, choices.draws, choices.seed) = (scopeGrowth, slowTail, draws, seed)
    let review = try ProgrammeReview(
      of: data.programme, data.history, on: day, geography: geography, choices: choices)
    try ForecastFailure.check(review.throughput.outcome)
    try write(review, geography, data.findings)
    let sheet = ForecastSheet(review, findings: data.findings)
    if let tables { try sheet.tables.write(to: tables) }
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
    if data.hasErrors { throw ExitCode(Exit.refused) }
  }

  /// Draws past months alone; the exact law beside them where it is worked out in a moment.
  private func forecast(_ history: [Int], _ remaining: Int) throws {
    let request = ForecastRequest(
      history: history, remaining: remaining, scopeGrowth: scopeGrowth, slowTail: slowTail, draws: draws, seed: seed)
    let outcome = Result { () throws(ForecastRefusal) in try Forecast(request) }
    try ForecastFailure.check(outcome)
    guard case .success(let forecast) = outcome else { throw ForecastFailure.history(months: history.count) }
    let exact =
      MonthDistribution.steps(of: request) < Self.mostSteps ? try MonthDistribution(exactly: request) : nil
    let sheet = HistoryForecastSheet(forecast, exact: exact)
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
  }

  /// Steps of the exact law that take less than a second.
  private static let mostSteps = 2_000_000

  private func write(_ review: ProgrammeReview, _ geography: Geography?, _ findings: [Finding]) throws {
    let language = money.output.lang
    if let charts {
      try ProgrammeCharts(review, geography: geography).deliverables(in: language).write(to: charts)
    }
    if let pack {
      try Output.write(
        bytes: CommitteePack(review, geography: geography, findings: findings).pdf(in: language), to: pack)
    }
  }
}

/// Plugs of past months, the oldest first: `1800,2400,900`.
struct MonthCounts: ExpressibleByArgument {
  let counts: [Int]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    counts = parts.compactMap { Int($0.filter { !$0.isWhitespace }) }
    guard counts.count == parts.count else { return nil }
  }
}
