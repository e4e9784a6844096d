import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
import FibreProgramme
import FibreStore
import Foundation

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
      """,
      """
      The source is a programme folder, a delivery that holds one (programme/), or a network with the lists that were
      imported (import ipe) and the folder of the programme (--programme).
      Example: epissure forecast data/rip80 --pack committee.pdf --charts charts/
      """))

  @Argument(
    help: ArgumentHelp(both("Dossier du programme, ou réseau.", "Programme folder, or network."), valueName: "source"))
  var source: String
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Dossier du programme, quand la source est un réseau.", "Programme folder, when the source is a network."),
      valueName: "dir"))
  var programme: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Jour des données ; sinon le dernier IPE.", "Day of the data; else the last IPE."), valueName: "date"))
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
  @OptionGroup var money: MoneyOutput

  func run() throws {
    let data = try records()
    guard let day = date ?? data.history.steps.last?.date else { throw ForecastFailure.noDate(path: source) }
    if let first = data.history.steps.first?.date, day < first {
      throw ProgressRefusal.noSnapshot(upTo: day, first: first)
    }
    let geography = try territory.map { try TerritoryFolder(reading: $0).geographies.last } ?? data.geography
    var choices = ThroughputReview.Choices()
    (choices.scopeGrowth, choices.slowTail, choices.draws, choices.seed) = (scopeGrowth, slowTail, draws, seed)
    let review = try ProgrammeReview(
      of: data.programme, data.history, on: day, geography: geography, choices: choices)
    try ForecastFailure.check(review.throughput.outcome)
    try write(review, geography, data.findings)
    let sheet = ForecastSheet(review, findings: data.findings)
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
    if data.findings.contains(where: { $0.severity == .error }) { throw ExitCode(Exit.refused) }
  }

  /// What a forecast is made of.
  private struct Records {
    let programme: Programme
    let history: AddressHistory
    let geography: Geography?
    let findings: [Finding]
  }

  /// Lists of addresses and territory of a network when the source is one, else those of the folder.
  private func records() throws -> Records {
    guard ForecastSource.isNetwork(source) else {
      let read = try ProgrammeFolder(reading: source)
      return Records(programme: read.programme, history: read.history, geography: nil, findings: read.findings)
    }
    let store = try Store.open(path: source)
    guard let programme else { throw ForecastFailure.noProgramme(path: source) }
    let read = try ProgrammeFolder(reading: programme)
    let steps = try store.snapshotSteps(upTo: .latest)
    return Records(
      programme: read.programme, history: steps.isEmpty ? read.history : AddressHistory(replaying: steps),
      geography: try store.territory(on: .latest), findings: read.findings)
  }

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

/// What stands at a path that a forecast is asked of.
enum ForecastSource {
  /// A file is a network; a folder, or nothing, is left to the reader of folders.
  static func isNetwork(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }
}
