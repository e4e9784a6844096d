import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
import FibrePlanning
import FibreStore
import Foundation

/// `import asdone`: what crews say they did, held against plan and inventory, and written.
struct ImportAsDone: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "asdone",
    abstract: both("Inscrit des plans de soudure remplis.", "Writes splice lists that were filled in."),
    discussion: both(
      """
      Lit .csv, .xlsx, .xlsm et .ods. Ce qui contredit le plan ou l'inventaire est refusé et dit ; le reste est inscrit
      d'un coup. Voir d'abord avec --dry-run.
      Exemple : epissure import asdone retour/*.xlsx --into reseau.gpkg --plan plan/plan.json --dry-run
      """,
      """
      Reads .csv, .xlsx, .xlsm and .ods. What contradicts the plan or the inventory is refused and told; all else is
      written at once. Look first with --dry-run.
      Example: epissure import asdone back/*.xlsx --into network.gpkg --plan plan/plan.json --dry-run
      """))

  @Argument(help: ArgumentHelp(both("Plans de soudure remplis.", "Splice lists filled in."), valueName: "file"))
  var files: [String]
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Le réseau à écrire : un fichier .gpkg.", "The network to write: a .gpkg file."), valueName: "network"))
  var into: String
  @Option(
    name: .long,
    help: ArgumentHelp(both("Le plan des listes : plan.json.", "The plan of the lists: plan.json."), valueName: "plan"))
  var plan: String
  @Flag(
    name: .long,
    help: ArgumentHelp(both("Dire ce qui serait écrit, sans l'écrire.", "Say what would be written, without writing.")))
  var dryRun = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    let lists = try files.map { try AsDoneFile(reading: $0, name: Self.name($0)) }
    let bytes = try PlanFiles.bytes(plan)
    let planned = try PlanFiles.plan(plan, bytes)
    let store = try Store.open(path: into)
    let network = try store.snapshot()
    try PlanFiles.refuseOther(planned, plan, than: store)
    let found = AsDone.reconcile(lists.flatMap(\.lines), of: planned, on: network)
    let revisions = dryRun ? [:] : try write(found, to: store, at: network.revision, mark: PlanFiles.mark(bytes))
    let sheet = AsDoneSheet(
      found, files: files.count, reading: lists.flatMap(\.findings), revisions: revisions, isTrial: dryRun)
    Output.result(output.json ? sheet.json(in: output.lang).text : sheet.text(in: output.lang))
    if sheet.errorCount > 0 { throw ExitCode(Exit.refused) }
  }

  /// Writes all nights in one transaction, each as a revision that says where it comes from.
  private func write(
    _ found: AsDoneReconciliation, to store: Store, at revision: Int, mark: String
  ) throws -> [Int: Int] {
    let nights = found.nights.filter { !$0.changes.isEmpty }
    guard !nights.isEmpty else { return [:] }
    let names = files.map(Self.name)
    let edits = nights.map { night in
      (
        changes: night.changes,
        note: HistoryNote(
          AsDoneNote.text(lists: names, plan: mark, night: night.night), plan: mark, night: night.night)
      )
    }
    let revisions = try store.apply(edits, expecting: revision)
    return Dictionary(uniqueKeysWithValues: zip(nights.map(\.night), revisions))
  }

  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension AsDoneFileError: Failure {
  var exitCode: Int32 { Exit.unusable }

  var sentence: Phrase {
    switch self {
    case .missing(let path): Phrase("\(path) n'existe pas.", "\(path) does not exist.")
    case .unknownFormat(let path):
      Phrase(
        "\(path) n'est pas une liste : donner un fichier .csv, .xlsx, .xlsm ou .ods.",
        "\(path) is no list: give a .csv, .xlsx, .xlsm or .ods file.")
    case .unreadable(let path):
      Phrase(
        "\(path) est abîmé, ou n'est pas ce que dit son nom. L'ouvrir dans un tableur et l'enregistrer de nouveau.",
        "\(path) is damaged, or not what its name says. Open it in a spreadsheet and save it again.")
    }
  }
}
