import ArgumentParser
import FibreDeliverables

/// `show`: one object, what it holds, what passes through it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: both(
      "Montre un objet, ce qu'il contient, ce qui y passe.", "Shows an object, what it holds, what passes through it."),
    discussion: both(
      "Exemple : epissure show reseau.gpkg BPE-AMI-003", "Example: epissure show network.gpkg BPE-AMI-003"))

  @OptionGroup var source: NetworkArgument
  @Argument(
    help: ArgumentHelp(
      both(
        "Code d'un objet, d'un port TIROIR:n ou d'une fibre TRONÇON:n.",
        "Code of an object, of a port PANEL:n or of a fibre SECTION:n.")))
  var code: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    let network = try source.snapshot()
    guard let sheet = ObjectFinder(network, language: output.lang).sheet(of: code) else {
      throw CommandFailure.unknownCode(code)
    }
    Output.result(output.json ? sheet.json.text : sheet.text(output.lang))
  }
}
