public import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
public import FibreProgramme
import FibreStore

/// `progress`: the six counters of a deployment on a day, what moved, and what waits.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: both(
      "Avancement du déploiement : six compteurs, jamais mêlés.",
      "Progress of the deployment: six counters, kept apart."),
    discussion: both(
      """
      Les listes importées (import ipe) disent ciblées et raccordables ; un dossier de programme, le reste. Exemple :
        epissure progress reseau.gpkg --date 2026-11-21 --by epci --programme data/rip80
      """,
      """
      Imported lists (import ipe) tell of targeted and connectable; a programme folder of the rest. Example:
        epissure progress network.gpkg --date 2026-11-21 --by epci --programme data/rip80
      """))

  @OptionGroup var source: NetworkArgument
  @Option(
    name: .long,
    help: ArgumentHelp(both("Le jour de l'avancement.", "The day of the progress."), valueName: "date"))
  var date: CalendarDate
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Détailler par commune, epci, nro, sro, lot ou contractor (entreprise).", "Groups to tell apart."),
      valueName: "commune|epci|nro|sro|lot|contractor"))
  var by: Grouping?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Le territoire d'un jour ; sinon le dernier importé.", "The territory of a day; else the last imported."),
      valueName: "date"))
  var territory: CalendarDate?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Dossier du programme : zones, livraisons, raccordements.", "Folder of the programme: zones, connections."),
      valueName: "dir"))
  var programme: String?
  @Option(
    name: .long, help: ArgumentHelp(both("Écrire aussi un fichier CSV.", "Write a CSV file too."), valueName: "file"))
  var csv: String?
  @OptionGroup var output: OutputOptions
}

extension Grouping: ExpressibleByArgument {
  public static var allValueStrings: [String] { ["commune", "epci", "nro", "sro", "lot", "contractor"] }

  /// `commune`, `epci`, `nro`, `sro`, `lot` or `contractor`.
  public init?(argument: String) {
    switch argument {
    case "commune": self = .commune
    case "epci": self = .intercommunality
    case "nro": self = .centralOffice
    case "sro": self = .cabinet
    case "lot": self = .lot
    case "contractor": self = .contractor
    default: return nil
    }
  }
}

extension ProgressCommand {
  func run() throws {
    let store = try Store.open(path: source.network)
    let steps = try store.snapshotSteps(upTo: date)
    let geography = try store.territory(asked: territory)
    let folder = try programme.map { try ProgrammeFolder(reading: $0) }
    let records = try records(store, folder?.programme)
    if by == .intercommunality, geography?.intercommunalities.isEmpty ?? true {
      throw ProgressRefusal.noIntercommunalities(on: geography?.date)
    }
    guard
      let state = DeploymentState(
        of: AddressHistory(replaying: steps), records, on: date, by: by ?? .commune, geography: geography)
    else { throw ProgressRefusal.noSnapshot(upTo: date, first: try store.snapshotNames().first?.date) }
    let unread = folder?.findings.filter { $0.rule.hasPrefix("programme.") && $0.severity > .info } ?? []
    let ofHandovers = folder.map {
      HandoverRecord(of: $0.programme.handoverLots).findings(on: $0.programme.zones, on: date)
    }
    let sheet = DeploymentSheet(state, isGrouped: by != nil, findings: unread + (ofHandovers ?? []))
    if let csv { try Output.write(sheet.csv, to: csv) }
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
  }

  /// What is known beside the lists.
  private func records(_ store: Store, _ programme: Programme?) throws -> DeploymentState.Records {
    var records = DeploymentState.Records()
    if by == .centralOffice {
      records.centralOffices = try store.snapshot().centralOfficesOfCabinets
      if records.centralOffices.isEmpty { throw ProgressRefusal.noCentralOffices }
    }
    guard let programme else {
      if let by, by == .lot || by == .contractor { throw ProgressRefusal.noProgramme }
      return records
    }
    let source = programme.source.isEmpty ? programme.name : programme.source
    (records.zones, records.zonesSource) = (programme.reconciled(on: date).zones, source)
    // Without a connection on record nobody tells of connections, which is not the same as none.
    (records.attempts, records.attemptsSource) = (programme.attempts, programme.attempts.isEmpty ? nil : source)
    records.scope = CounterFigure.Base(count: programme.scope(on: date), date: date, source: source)
    return records
  }
}

extension Store {
  /// The territory of a day, or the last one; nothing when none was imported.
  func territory(asked date: CalendarDate?) throws -> Geography? {
    if let found = try territory(on: date ?? .latest) { return found }
    guard let date else { return nil }
    throw ProgressRefusal.noTerritory(on: date, known: try territoryDays())
  }
}

/// A question about the deployment that the store can't answer.
enum ProgressRefusal: Failure {
  case noSnapshot(upTo: CalendarDate, first: CalendarDate?)
  case noTerritory(on: CalendarDate, known: [CalendarDate])
  case noIntercommunalities(on: CalendarDate?)
  case noCentralOffices
  case noProgramme

  var exitCode: Int32 { Exit.refused }

  var sentence: Phrase {
    switch self {
    case .noSnapshot(let date, let first?):
      Phrase(
        "Aucune liste d'adresses jusqu'au \(date) : la première est du \(first). Donner une date plus tardive.",
        "No list of addresses up to \(date): the first one is of \(first). Give a later date.")
    case .noSnapshot(_, nil):
      Phrase(
        "Ce réseau n'a pas de liste d'adresses. En importer avec « epissure import ipe ».",
        "This network has no list of addresses. Import some with “epissure import ipe”.")
    case .noTerritory(let date, let known) where known.isEmpty:
      Phrase(
        "Aucun territoire, ni du \(date) ni d'un autre jour. En importer avec « epissure import territory ».",
        "No territory, of \(date) or another day. Import one with “epissure import territory”.")
    case .noTerritory(let date, let known):
      Phrase(
        "Aucun territoire jusqu'au \(date). Territoires connus : \(Self.list(known)).",
        "No territory up to \(date). Known territories: \(Self.list(known)).")
    case .noIntercommunalities(let date?):
      Phrase(
        "Le territoire du \(date) ne dit rien des EPCI. En donner un autre avec --territory, ou importer epci_AAAA.csv.",
        "The territory of \(date) says nothing of associations. Give another with --territory, or import epci_YYYY.csv."
      )
    case .noIntercommunalities(nil):
      Phrase(
        "Sans territoire, les EPCI sont inconnus. En importer un avec « epissure import territory ».",
        "Without a territory, associations are unknown. Import one with “epissure import territory”.")
    case .noCentralOffices:
      Phrase(
        "Ce réseau ne dit pas quel NRO sert quel SRO. Importer la livraison qui a les zones arrière.",
        "This network does not tell which NRO serves which SRO. Import the delivery that has their areas.")
    case .noProgramme:
      Phrase(
        "Lots et entreprises sont dans le dossier du programme. Le donner avec --programme.",
        "Lots and contractors are in the programme's folder. Give it with --programme.")
    }
  }

  private static func list(_ dates: [CalendarDate]) -> String { dates.map(\.description).joined(separator: ", ") }
}
