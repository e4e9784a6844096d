import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// Premises of clients are ends of paths, and nothing that paths go through unless they are told to.
struct ClientSites {
  /// A short way through a client's site, and a long one that keeps clear of it.
  private static let plant = """
    pop A ─ C1:4@100 ─ client K ─ C2:4@100 ─ pop Z
    A ─ C3:2@900 ─ bpe B ─ C4:2@900 ─ Z
    port A TA.1-4 = C1.1-4
    port K TK.1-4 = C1.1-4
    port K TK.5-8 = C2.1-4
    port Z TZ.1-4 = C2.1-4
    port A TA.5-6 = C3.1-2
    port Z TZ.5-6 = C4.1-2
    splice B C3.1-2 = C4.1-2
    """

  private func request(_ network: Network, _ to: String = "Z") throws -> PathRequest {
    PathRequest(from: try #require(network.pathEnd(named: "A")), to: try #require(network.pathEnd(named: to)))
  }

  private func sections(_ request: PathRequest, _ network: Network) throws -> [String]? {
    guard case .found(let answers, _) = try PathFinder(network).paths(request) else { return nil }
    return answers.first?.steps.map { network.sections[$0.section].code.rawValue }
  }

  @Test func aPathKeepsClearOfAClient() throws {
    let network = try sketch(Self.plant)
    #expect(try sections(request(network), network) == ["C3", "C4"])
  }

  @Test func aClientMayBeTheEnd() throws {
    let network = try sketch(Self.plant)
    #expect(try sections(request(network, "K"), network) == ["C1"])
  }

  @Test(arguments: ["K", "C1", "C2"]) func aClientIsPassedWhereItOrACableToItIsNamed(object: String) throws {
    let network = try sketch(Self.plant)
    var request = try request(network)
    request.via = [try #require(network.pathObject(named: object))]
    #expect(try sections(request, network) == ["C1", "C2"])
  }

  @Test func aWayThroughAClientIsNoSecondPathAndNoHeadroom() throws {
    let network = try sketch(Self.plant)
    var request = try request(network)
    #expect(try PathFinder(network).headroom(request, cableSize: 12).linkCount == 2)
    guard case .found(let pair) = try PathFinder(network).separatePaths(request, by: .link) else {
      Issue.record("two fibres of one cable are a pair that shares it")
      return
    }
    #expect(!pair.shared.isEmpty && pair.isSharingProved)
    request.fibreCount = 3
    guard case .blocked(let blockage) = try PathFinder(network).paths(request) else {
      Issue.record("only the client's cables have three fibres")
      return
    }
    #expect(blockage.reason == .notConnected)
  }
}
