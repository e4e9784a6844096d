public import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
public import FibreProgramme
import FibreStore

/// `regroup`: published figures by commune, put on one territory.
struct RegroupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regroup",
    abstract: both(
      "Met des chiffres publiés par commune sur un seul territoire.",
      "Puts published figures by commune on one territory."),
    discussion: both(
      """
      Les codes qui ont pris fin comptent dans la commune qui les a repris ; les totaux restent. Exemple :
        epissure regroup reseau.gpkg arcep_ftth_2017t3_2018t1.csv --by epci
      """,
      """
      Codes that ended count in the commune that took them over; totals stay. Example:
        epissure regroup network.gpkg arcep_ftth_2017t3_2018t1.csv --by epci
      """))

  @OptionGroup var source: NetworkArgument
  @Argument(
    help: ArgumentHelp(both("Fichiers de chiffres par commune.", "Files of figures by commune."), valueName: "file"))
  var files: [String]
  @Option(
    name: .long,
    help: ArgumentHelp(both("Regrouper par.", "What to group by."), valueName: "commune|epci|department"))
  var by: GeographyGrouping = .commune
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Une mesure du fichier ; sinon tout ce qui se compte.", "A measure of the file; else all that can be added up."),
      valueName: "name"))
  var measure: [String] = []
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Le territoire d'un jour ; sinon le dernier importé.", "The territory of a day; else the last imported."),
      valueName: "date"))
  var territory: CalendarDate?
  @Option(
    name: .long, help: ArgumentHelp(both("Écrire aussi un fichier CSV.", "Write a CSV file too."), valueName: "file"))
  var csv: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try Store.open(path: source.network)
    guard let geography = try store.territory(asked: territory) else {
      throw ProgressRefusal.noTerritory(on: territory ?? .latest, known: [])
    }
    if by == .intercommunality, geography.intercommunalities.isEmpty {
      throw ProgressRefusal.noIntercommunalities(on: geography.date)
    }
    let read = try files.map { try CommuneFiguresFile(reading: $0) }
    let series = read.flatMap(\.series).filter { measure.isEmpty ? $0.isCount : measure.contains($0.measure) }
    guard !series.isEmpty else { throw CommuneFiguresError.noFigures(path: files.joined(separator: ", ")) }
    let sheet = RegroupedSheet(series, on: geography, by: by, findings: read.flatMap(\.findings))
    if let csv { try Output.write(sheet.csv, to: csv) }
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
    if sheet.errorCount > 0 { throw ExitCode(Exit.refused) }
  }
}

extension GeographyGrouping: ExpressibleByArgument {
  /// `commune`, `epci` or `department`.
  public init?(argument: String) {
    switch argument {
    case "commune": self = .commune
    case "epci": self = .intercommunality
    case "department": self = .department
    default: return nil
    }
  }
}
