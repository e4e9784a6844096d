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
      Exemple : epissure import ipe IPE_80_*.csv --into reseau.gpkg
      """,
      """
      Only changes are kept. The date is that in the file's name (IPE_80_20261115.csv), or --date.
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
      for file in dated {
        Output.status(both("Lecture de \(file.path)…", "Reading \(file.path)…"))
        let read = try IPEImport(reading: file.path, date: file.date)
        let outcome = try snapshots.add(read.snapshot)
        entries.append(outcome.entry(of: read))
        findings += read.findings + outcome.findings(on: read.snapshot) + read.snapshot.placeFindings(on: geography)
      }
      return SnapshotsSheet(
        entries, findings: findings, addressCount: snapshots.lines.count, snapshotCount: snapshots.names.count,
        isDryRun: dryRun)
    }
    Output.clearStatus()
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
    if sheet.errorCount > 0 { throw ExitCode(Exit.refused) }
  }

  /// Today's territory, where the store has one.
  private func knownTerritory() throws -> Geography? {
    guard FileManager.default.fileExists(atPath: into) else { return nil }
    return try Store.open(path: into).territory(on: .latest)
  }
}

extension AddressSnapshots.Outcome {
  fileprivate func entry(of read: IPEImport) -> SnapshotsSheet.Entry {
    let (outcome, changes): (SnapshotsSheet.Outcome, [AddressChange]) =
      switch self {
      case .appended(let step, _): (.appended, step.changes)
      case .inserted(let step, _, _): (.inserted, step.changes)
      case .repeated: (.repeated, [])
      case .refused: (.refused, [])
      }
    return SnapshotsSheet.Entry(
      read.snapshot, lineCount: read.lineCount, leftOutCount: read.leftOutCount, outcome, changes)
  }

  fileprivate func findings(on snapshot: AddressSnapshot) -> [Finding] {
    switch self {
    case .appended(let step, let previous): step.findings(after: previous, before: nil)
    case .inserted(let step, let previous, let next): step.findings(after: previous, before: next)
    case .repeated(let taken): [snapshot.name.finding(dateTakenBy: taken, isSame: true)]
    case .refused(let taken): [snapshot.name.finding(dateTakenBy: taken, isSame: false)]
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
