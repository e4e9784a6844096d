import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
import FibreStore
import Foundation

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: both("Lit des fichiers dans un réseau.", "Reads files into a network."),
    subcommands: [
      ImportGraceTHD.self, ImportIPE.self, ImportTerritory.self, ImportAsDone.self, ImportSOR.self,
    ])
}

/// `import gracethd`: a GraceTHD delivery and what stands beside it.
struct ImportGraceTHD: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gracethd",
    abstract: both("Lit une livraison GraceTHD v2.", "Reads a GraceTHD v2 delivery."),
    discussion: both(
      """
      Toute ligne devient un objet, ou reste mot pour mot en quarantaine avec un constat.
      Exemple : epissure import gracethd data/rip80 --into reseau.gpkg
      """,
      """
      Every row becomes an object, or stays word for word in quarantine with a finding.
      Example: epissure import gracethd data/rip80 --into network.gpkg
      """))

  @Argument(help: ArgumentHelp(both("Dossier de la livraison.", "Folder of the delivery."), valueName: "dir"))
  var delivery: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Le réseau à écrire : un fichier .gpkg.", "The network to write: a .gpkg file."), valueName: "network"))
  var into: String

  @Flag(
    name: .long,
    help: ArgumentHelp(both("Ne rien écrire s'il y a une erreur.", "Write nothing when there is an error.")))
  var strict = false

  @Flag(
    name: .long,
    help: ArgumentHelp(both("Dire ce qui serait écrit, sans l'écrire.", "Say what would be written, without writing.")))
  var dryRun = false

  @OptionGroup var output: OutputOptions
}

extension ImportGraceTHD {
  func run() throws {
    Output.status(both("Lecture de \(delivery)…", "Reading \(delivery)…"))
    let read = try GraceTHDImport(reading: delivery)
    let former = try formerNetwork()
    let refuses = strict && read.report.errorCount > 0
    var revision: Int?
    if !dryRun, !refuses {
      Output.status(both("Écriture de \(into)…", "Writing \(into)…"))
      revision = try Store.replaceContent(
        of: into, with: read.network, note: HistoryNote("import gracethd \(delivery)"))
    }
    Output.clearStatus()
    let sheet = ImportSheet(read.report, revision: revision, replacing: former)
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
    if refuses { throw CommandFailure.strictRefusal(errors: read.report.errorCount) }
    if read.report.errorCount > 0 { throw ExitCode(Exit.refused) }
  }

  /// What the store holds before, which the import replaces as a whole.
  private func formerNetwork() throws -> Network? {
    guard FileManager.default.fileExists(atPath: into) else { return nil }
    let store = try Store.open(path: into)
    do throws(StoreError) {
      return try store.snapshot()
    } catch {
      // A damaged store may well be replaced: that is how it is mended.
      guard case .damaged = error else { throw error }
      return nil
    }
  }
}
