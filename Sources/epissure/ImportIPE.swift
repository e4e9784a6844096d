import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
import FibreProgramme
import FibreStore
import Foundation

/// `import ipe`: operators' lists of addresses, day by day.
struct ImportIPE: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ipe",
    abstract: both("Lit des listes d'adresses d'opérateurs (IPE).", "Reads operators' lists of addresses (IPE)."),
    discussion: both(
      """
      Seuls les changements sont gardés. La date est celle du nom du fichier (IPE_80_20261115.csv), ou --date.
      Une liste vide, ou dont plus de 20 adresses et de 10 % ont disparu, est refusée ; --replace refait une journée.
      Exemple : epissure import ipe IPE_80_*.csv --into reseau.gpkg
      """,
      """
      Only changes are kept. The date is that in the file's name (IPE_80_20261115.csv), or --date.
      A list that is empty, or from which more than 20 addresses and 10% are gone, is refused; --replace redoes a day.
      Example: epissure import ipe IPE_80_*.csv --into network.gpkg
      """))

  @Argument(help: ArgumentHelp(both("Fichiers IPE.", "IPE files."), valueName: "file"))
  var files: [String]
  @Option(
    name: .long, help: ArgumentHelp(both("La date du fichier.", "The date of the file."), valueName: "date"))
  var date: CalendarDate?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Le réseau à écrire : un fichier .gpkg.", "The network to write: a .gpkg file."), valueName: "network"))
  var into: String
  @Flag(
    name: .long,
    help: ArgumentHelp(both("Dire ce qui serait écrit, sans l'écrire.", "Say what would be written, without writing.")))
  var dryRun = false
  @Flag(
    name: .long,
    help: ArgumentHelp(
      both("Remplacer la liste de même date.", "Put the list in the place of the one of its date.")))
  var replace = false
  @Flag(
    name: .long,
    help: ArgumentHelp(
      both(
        "Garder une liste dont beaucoup d'adresses ont disparu, une fois vérifié.",
        "Keep a list from which many addresses are gone, once that is checked.")))
  var acceptLosses = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if date != nil, files.count > 1 {
      throw ValidationError(both("--date ne va qu'avec un seul fichier.", "--date goes with one file only."))
    }
  }
}

extension ImportIPE {
  func run() throws {
    let dated = try files.map { path in
      guard let date = date ?? IPEFileName.date(in: path) else { throw SnapshotDateMissing(path: path) }
      return (path: path, date: date)
    }.sorted { ($0.date, $0.path) < ($1.date, $1.path) }
    let geography = try knownTerritory()
    let sheet = try Store.addSnapshots(to: into, isDryRun: dryRun) { snapshots in
      var entries: [SnapshotsSheet.Entry] = []
      var findings: [Finding] = []
      // What is said of a cabinet is true of it in every list; it is said once.
      var told: Set<CabinetFinding> = []
      for file in dated {
        Output.status(both("Lecture de \(file.path)…", "Reading \(file.path)…"))
        let taken = try take(file.path, file.date, &snapshots)
        entries.append(taken.entry)
        let ofPlaces = taken.snapshot.dateFindings() + taken.snapshot.placeFindings(on: geography)
        findings += taken.findings
        findings += ofPlaces.filter { $0.place != "cabinet" || told.insert(CabinetFinding($0)).inserted }
      }
      return SnapshotsSheet(
        entries, findings: findings, addressCount: snapshots.lines.count, snapshotCount: snapshots.names.count,
        isDryRun: dryRun)
    }
    Output.clearStatus()
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
    if sheet.errorCount > 0 { throw ExitCode(Exit.refused) }
  }

  /// A cabinet and the rule it breaks.
  private struct CabinetFinding: Hashable {
    let rule: String
    let code: String

    init(_ finding: Finding) { (rule, code) = (finding.rule, finding.code) }
  }

  /// A list that was read, and what became of it.
  private struct Taken {
    let entry: SnapshotsSheet.Entry
    let snapshot: AddressSnapshot
    let findings: [Finding]
  }

  /// Reads a list, holds it against the one before it, and keeps it unless it can't be kept.
  private func take(_ path: String, _ date: CalendarDate, _ snapshots: inout AddressSnapshots) throws -> Taken {
    let read = try IPEImport(reading: path, date: date)
    let (before, isFirst) = try snapshots.lines(before: date)
    let settled = SettledSnapshot(
      read.snapshot, gaps: read.gaps, after: before, isFirst: isFirst, acceptsLosses: acceptLosses)
    guard !settled.isRefused else {
      let entry = SnapshotsSheet.Entry(
        read.snapshot, lineCount: read.lineCount, leftOutCount: read.leftOutCount, .refused, [])
      return Taken(entry: entry, snapshot: read.snapshot, findings: read.findings + settled.findings)
    }
    let outcome = replace ? try snapshots.replace(with: settled.snapshot) : try snapshots.add(settled.snapshot)
    return Taken(
      entry: outcome.entry(of: read, settled), snapshot: settled.snapshot,
      findings: read.findings + settled.findings + outcome.findings(on: settled.snapshot))
  }

  /// Today's territory, where the store has one.
  private func knownTerritory() throws -> Geography? {
    guard FileManager.default.fileExists(atPath: into) else { return nil }
    return try Store.open(path: into).territory(on: .latest)
  }
}

extension AddressSnapshots.Outcome {
  fileprivate func entry(of read: IPEImport, _ settled: SettledSnapshot) -> SnapshotsSheet.Entry {
    let (outcome, changes): (SnapshotsSheet.Outcome, [AddressChange]) =
      switch self {
      case .appended(let step, _): (.appended, step.changes)
      case .inserted(let step, _, _): (.inserted, step.changes)
      case .repeated: (.repeated, [])
      case .refused: (.refused, [])
      case .replaced(let step, _): (.replaced, step.changes)
      }
    return SnapshotsSheet.Entry(
      settled.snapshot, lineCount: read.lineCount, leftOutCount: read.leftOutCount + settled.leftOutCount, outcome,
      changes)
  }

  fileprivate func findings(on snapshot: AddressSnapshot) -> [Finding] {
    switch self {
    case .appended(let step, let previous): step.findings(after: previous, before: nil)
    case .inserted(let step, let previous, let next):
      step.findings(after: previous, before: next.name) + next.findings(judgedAgainAfter: step)
    case .repeated(let taken): [snapshot.name.finding(dateTakenBy: taken, isSame: true)]
    case .refused(let taken): [snapshot.name.finding(dateTakenBy: taken, isSame: false)]
    case .replaced(let step, let previous): step.findings(after: previous, before: nil)
    }
  }
}

/// A list whose day is not told.
struct SnapshotDateMissing: Failure {
  let path: String

  var exitCode: Int32 { Exit.refused }
  var sentence: Phrase {
    Phrase(
      "Rien ne dit de quel jour est \(path). Donner --date 2026-11-15, ou la date dans le nom : IPE_20261115.csv.",
      "Nothing tells of which day \(path) is. Give --date 2026-11-15, or the date in its name: IPE_20261115.csv.")
  }
}
