import ArgumentParser
import FibreDeliverables
import FibreModel
import FibrePlanning

/// `headroom`: how many further links fit between two places, and what stops more.
struct HeadroomCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "headroom",
    abstract: both("Compte les liaisons qui tiennent encore.", "Counts the links that still fit."),
    discussion: both(
      """
      --fibres donne les fibres d'une liaison. Les sites de clients ne sont pas traversés. Exemple :
        epissure headroom reseau.gpkg --from POP-AMI-IT --to BPE-AMI-003 --fibres 2 --cable 144
      """,
      """
      --fibres gives the fibres of one link. Clients' sites are not crossed. Example:
        epissure headroom network.gpkg --from POP-AMI-IT --to BPE-AMI-003 --fibres 2 --cable 144
      """))

  @OptionGroup var source: NetworkArgument
  @OptionGroup var ends: PathOptions
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      both(
        "Fibres du câble de plus dont le gain est calculé.", "Fibres of the further cable whose gain is worked out."),
      valueName: "n"))
  var cable = 144
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      both(
        "Tronçon, ou câble pour tous ses tronçons, que longerait ce câble ; répétable, et alors aussi tous ensemble. Sinon, chacun de ceux qui saturent d'abord.",
        "Section, or cable for all its sections, that this cable would follow; may be repeated, and then all together too. Else each of those that are full first."
      ),
      valueName: "section"))
  var along: [String] = []
  @OptionGroup var output: OutputOptions

  func run() throws {
    let network = try source.snapshot()
    let request = try ends.request(on: network)
    let ways = try along.map { text in
      if let section = network.sections.index(of: Code(text)) { return [section] }
      guard let cable = network.cables.index(of: Code(text)) else { throw CommandFailure.unknownSection(text) }
      return Array(network.sections(of: cable))
    }
    let finder = PathFinder(network)
    let headroom = try network.asked { () throws(PathRefusal) in
      try finder.headroom(request, cableSize: cable, along: ways)
    }
    let sheet = HeadroomSheet(headroom, of: request, on: network)
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
  }
}
