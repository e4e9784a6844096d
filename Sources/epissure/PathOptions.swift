import ArgumentParser
import FibreDeliverables
import FibreModel
import FibrePlanning

/// What `path` and `headroom` have in common: the two ends, and what to keep off.
struct PathOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Le départ : un site, une salle, un tiroir ou un boîtier.", "The start: a site, a room, a panel or a closure."),
      valueName: "code"))
  var from: String
  @Option(name: .long, help: ArgumentHelp(both("L'arrivée, de même.", "The end, likewise."), valueName: "code"))
  var to: String
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("Fibres côte à côte.", "Fibres side by side."), valueName: "n"))
  var fibres = 1
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      both(
        "À éviter : un site, un boîtier, un câble, un tronçon, une conduite, un cheminement ou une rue. Répétable.",
        "To avoid: a site, closure, cable, section, duct, pathway or street. May be repeated."), valueName: "code"))
  var avoid: [String] = []

  /// The request that these options make.
  func request(on network: Network) throws -> PathRequest {
    var request = PathRequest(from: try end(from, network), to: try end(to, network))
    request.fibreCount = fibres
    request.avoid = try avoid.map { try Self.object($0, network) }
    return request
  }

  private func end(_ text: String, _ network: Network) throws -> PathEnd {
    guard let end = network.pathEnd(named: text) else { throw CommandFailure.unknownPlace(text) }
    return end
  }

  /// What a code to pass or to avoid stands for.
  static func object(_ text: String, _ network: Network) throws -> PathObject {
    guard let object = network.pathObject(named: text) else { throw CommandFailure.unknownPassage(text) }
    return object
  }
}
