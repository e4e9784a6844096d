import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
import FibreStore

/// `import territory`: communes, their associations and outlines by year, and the codes that ended.
struct ImportTerritory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "territory",
    abstract: both(
      "Lit un territoire daté : communes, EPCI, contours.", "Reads a dated territory: communes, outlines."),
    discussion: both(
      """
      Le dossier a communes_2026.csv, epci_2026.csv, commune_events….csv et communes_2018.geojson, ou une partie.
      Exemple : epissure import territory territoire/ --into reseau.gpkg
      """,
      """
      The folder has communes_2026.csv, epci_2026.csv, commune_events….csv and communes_2018.geojson, or some of them.
      Example: epissure import territory territory/ --into network.gpkg
      """))

  @Argument(help: ArgumentHelp(both("Dossier du territoire.", "Folder of the territory."), valueName: "dir"))
  var folder: String
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

  func run() throws {
    let read = try TerritoryFolder(reading: folder)
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let replaced = try Store.addTerritories(read.geographies, source: name, to: into, isDryRun: dryRun)
    let sheet = TerritorySheet(
      read.geographies, read: read.read.map { ($0.name, $0.count) }, replaced: replaced, findings: read.findings,
      isDryRun: dryRun)
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
    if sheet.errorCount > 0 { throw ExitCode(Exit.refused) }
  }
}
