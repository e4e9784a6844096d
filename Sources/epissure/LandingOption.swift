import ArgumentParser
import FibreModel

/// New cables that a plan does without.
struct LandingOption: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      both(
        "Câble neuf à laisser de côté : tout arrive sur les autres ; répétable.",
        "New cable to leave aside: everything lands on the others; may be repeated."), valueName: "cable"))
  var withoutCable: [String] = []

  /// The cables named, each by its code or by that of one of its sections.
  func avoided(in network: Network) throws -> Set<Code<Cable>> {
    Set(
      try withoutCable.map { name in
        if let cable = network.cables[Code(name)] { return cable.code }
        guard let section = network.sections[Code(name)] else { throw CommandFailure.unknownCode(name) }
        return network.cables[section.cable].code
      })
  }
}
