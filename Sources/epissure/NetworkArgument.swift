import ArgumentParser
import FibreModel
import FibreStore

/// The store that a command works on.
struct NetworkArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(both("Le réseau : un fichier .gpkg.", "The network: a .gpkg file."), valueName: "network"))
  var network: String

  /// The network as the store holds it now.
  func snapshot() throws -> Network { try Store.open(path: network).snapshot() }
}
