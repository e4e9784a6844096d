import ArgumentParser
import FibreExchange
import FibreModel

/// Other work windows than those of the store; a plan made with them is checked and applied with them.
struct WindowsOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Autres fenêtres de travaux que celles du réseau, en colonnes de windows.csv.",
        "Other work windows than those of the network, in the columns of windows.csv."), valueName: "file"))
  var windows: String?

  func applied(to network: Network) throws -> Network {
    guard let windows else { return network }
    var rules = network.rules
    rules.windows = try WindowsFile(reading: windows).windows
    return network.replacingRules(with: rules)
  }
}
