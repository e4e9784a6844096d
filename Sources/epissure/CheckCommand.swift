import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
import FibrePlanning
import FibreStore
import Foundation

/// `check`: every rule on a store, or on a delivery that is read in memory only.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: both("Contrôle un réseau ou une livraison.", "Checks a network or a delivery."),
    discussion: both(
      """
      Chaque constat porte le nom d'une règle, qui ne change jamais. Code de sortie 1 s'il y a une erreur.
      Exemple : epissure check reseau.gpkg
      """,
      """
      Each finding bears the name of a rule, which never changes. Exit code 1 when there is an error.
      Example: epissure check network.gpkg
      """))

  @Argument(
    help: ArgumentHelp(
      both("Un réseau (.gpkg) ou le dossier d'une livraison.", "A network (.gpkg) or the folder of a delivery."),
      valueName: "network|dir"))
  var target: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let report = FindingReport(try findings())
    Output.result(output.json ? report.json.text : report.text(in: output.lang))
    if report.errorCount > 0 { throw ExitCode(Exit.refused) }
  }

  /// A folder is a delivery; what its import found counts too.
  private func findings() throws -> [Finding] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target, isDirectory: &isFolder), isFolder.boolValue else {
      return try Store.open(path: target).snapshot().allFindings()
    }
    let read = try GraceTHDImport(reading: target)
    let found = read.network.allFindings()
    return Set(found + read.report.findings).sorted(by: Finding.inOrder)
  }
}
