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
      Un dossier de programme suffit, avec ses listes : epissure progress data/rip80
      """,
      """
      Imported lists (import ipe) tell of targeted and connectable; a programme folder of the rest. Example:
        epissure progress network.gpkg --date 2026-11-21 --by epci --programme data/rip80
      A programme folder with its lists does too: epissure progress data/rip80
      """))

  @Argument(
    help: ArgumentHelp(both("Réseau, ou dossier de programme.", "Network, or programme folder."), valueName: "source"))
  var source: String
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Le jour de l'avancement ; sinon le dernier IPE.", "The day of the progress; else the last IPE."),
      valueName: "date"))
  var date: CalendarDate?
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
  @Option(
    name: .long,
    help: ArgumentHelp(both("Toutes les tables, en CSV.", "Every table, as CSV."), valueName: "dir"))
  var tables: String?
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
    let store = ForecastSource.isNetwork(source) ? try Store.open(path: source) : nil
    let folder = try (programme ?? (store == nil ? source : nil)).map { try ProgrammeFolder(reading: $0) }
    let history = try history(store, folder)
    guard let day = date ?? history.steps.last?.date else {
      throw ProgressRefusal.noSnapshot(upTo: .latest, first: nil)
    }
    let geography = try store?.territory(asked: territory)
    if store == nil, let territory { throw ProgressRefusal.noTerritory(on: territory, known: []) }
    if by == .intercommunality, geography?.intercommunalities.isEmpty ?? true {
      throw ProgressRefusal.noIntercommunalities(on: geography?.date)
    }
    let records = try records(store, folder?.programme, on: day)
    guard let state = DeploymentState(of: history, records, on: day, by: by ?? .commune, geography: geography) else {
      let first = try store?.snapshotNames().first?.date ?? history.steps.first?.date
      throw ProgressRefusal.noSnapshot(upTo: day, first: first)
    }
    let unread = folder.map { findings(of: $0, on: day) } ?? []
    let sheet = DeploymentSheet(
      state, isGrouped: by != nil,
      work: folder.map { WorkReview(of: $0.programme.reconciled(on: day), history.upTo(day).lines, on: day) },
      findings: unread)
    if let csv { try Output.write(sheet.csv, to: csv) }
    if let tables { try sheet.tables.write(to: tables) }
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
    if unread.contains(where: { $0.severity == .error }) { throw ExitCode(Exit.refused) }
  }

  /// The lists of a network up to the day, else those beside the programme.
  private func history(_ store: Store?, _ folder: ProgrammeFolder?) throws -> AddressHistory {
    guard let store else { return folder?.history ?? AddressHistory() }
    return AddressHistory(replaying: try store.snapshotSteps(upTo: date ?? .latest))
  }

  private func findings(of folder: ProgrammeFolder, on day: CalendarDate) -> [Finding] {
    folder.findings.filter { $0.rule.hasPrefix("programme.") && $0.severity > .info }
      + HandoverRecord(of: folder.programme.handoverLots).findings(on: folder.programme.zones, on: day)
  }

  /// What is known beside the lists.
  private func records(
    _ store: Store?, _ programme: Programme?, on day: CalendarDate
  ) throws -> DeploymentState.Records {
    var records = DeploymentState.Records()
    if by == .centralOffice {
      records.centralOffices = try store?.snapshot().centralOfficesOfCabinets ?? [:]
      let isTold = programme?.zones.contains { !$0.centralOffice.isEmpty } ?? false
      if records.centralOffices.isEmpty, !isTold { throw ProgressRefusal.noCentralOffices }
    }
    guard let programme else {
      if let by, by == .lot || by == .contractor { throw ProgressRefusal.noProgramme }
      return records
    }
    let source = programme.source.isEmpty ? programme.name : programme.source
    (records.zones, records.zonesSource) = (programme.reconciled(on: day).zones, source)
    // Without a connection on record nobody tells of connections, which is not the same as none.
    (records.attempts, records.attemptsSource) = (programme.attempts, programme.attempts.isEmpty ? nil : source)
    records.scope = CounterFigure.Base(count: programme.scope(on: day), date: day, source: source)
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
        "Rien ne dit quel NRO sert quel SRO. Importer la livraison qui a les zones arrière, ou remplir nro dans zones.csv.",
        "Nothing tells which NRO serves which SRO. Import the delivery that has their areas, or fill nro in zones.csv.")
    case .noProgramme:
      Phrase(
        "Lots et entreprises sont dans le dossier du programme. Le donner avec --programme.",
        "Lots and contractors are in the programme's folder. Give it with --programme.")
    }
  }

  private static func list(_ dates: [CalendarDate]) -> String { dates.map(\.description).joined(separator: ", ") }
}
