import ArgumentParser
import Foundation

@main struct Epissure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "epissure",
    abstract: both(
      "Inventaire et planification d'un réseau de fibre optique.",
      "Inventory and planning of an optical fibre network."),
    discussion: both(
      """
      Un réseau est un fichier .gpkg, que QGIS ouvre aussi. Exemple :
        epissure import gracethd data/rip80 --into reseau.gpkg
        epissure check reseau.gpkg
        epissure plan migration reseau.gpkg --from POP-AMI-SF --to POP-AMI-IT --out plan/
      Codes de sortie : 0 fait ; 1 données ou demande refusées ; 2 fichier inutilisable ; 64 arguments faux ; 70 défaut du programme.
      """,
      """
      A network is a .gpkg file, which QGIS opens too. Example:
        epissure import gracethd data/rip80 --into network.gpkg
        epissure check network.gpkg
        epissure plan migration network.gpkg --from POP-AMI-SF --to POP-AMI-IT --out plan/
      Exit codes: 0 done; 1 data or request refused; 2 file unusable; 64 wrong arguments; 70 a defect of the program.
      """),
    version: "0.1.0",
    subcommands: [
      GenerateCommand.self, ImportCommand.self, CheckCommand.self, ShowCommand.self, TraceCommand.self,
      PathCommand.self, HeadroomCommand.self, ImpactCommand.self, PlanCommand.self, SheetCommand.self,
      DiagramCommand.self, ProgressCommand.self, RegroupCommand.self, ForecastCommand.self, FailuresCommand.self,
      MoneyCommand.self,
      LogCommand.self,
    ])

  /// Runs the command and ends with its exit code; help and argument errors are put into the user's language.
  static func main() async {
    // A limit on file sizes and a closed pipe become errors of the writes that meet them.
    for number in [SIGXFSZ, SIGPIPE] { signal(number, SIG_IGN) }
    do {
      var command = try parseAsRoot(Speech.words)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Exit.end(with: error)
    }
  }
}
