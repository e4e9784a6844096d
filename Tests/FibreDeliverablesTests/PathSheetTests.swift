import FibreDeliverables
import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// What is said of paths, blockages and headroom, in words.
struct PathSheetTests {
  private func request(_ network: Network, fibres: Int = 1, answers: Int = 1) throws -> PathRequest {
    var request = PathRequest(
      from: try #require(network.pathEnd(named: "A")), to: try #require(network.pathEnd(named: "Z")))
    request.fibreCount = fibres
    request.answerCount = answers
    return request
  }

  private func text(_ request: PathRequest, _ network: Network, _ language: Language = .french) throws -> String {
    switch try PathFinder(network).paths(request) {
    case .found(let answers, let areAll):
      PathSheet(answers, areAll: areAll, to: request, on: network).text(in: language)
    case .blocked(let blockage): BlockageSheet(blockage, of: request, on: network).text(in: language)
    }
  }

  @Test func fewerAnswersThanAskedForAreSaidToBeAll() throws {
    let network = try sketch("bpe A ─ C1:4 ─ bpe Z\nA ─ C2:4 ─ Z")
    #expect(
      try text(request(network, answers: 5), network).hasSuffix(
        "2 chemins sur 5 demandés : il n'y en a pas d'autre qui ne repasse nulle part.\n"))
    #expect(
      try text(request(network, answers: 5), network, .english).hasSuffix(
        "2 paths of 5 asked for: there is no other one that comes back nowhere.\n"))
    #expect(try !text(request(network, answers: 2), network).contains("demandés"))
  }

  @Test func fibresThatRunThroughUncutAreSaidToBeCut() throws {
    let network = try sketch(
      """
      bpe A ─ C1:2 ─ bpe M ─ C2:2 ─ bpe E
      M ─ C3:2 ─ bpe Z
      passage M C1.1-2 = C2.1-2
      """)
    let away = try text(request(network, fibres: 2), network)
    #expect(away.contains("2 épissures à faire · 2 fibres en passage à couper"))
    var request = try request(network, fibres: 2)
    request.to = try #require(network.pathEnd(named: "M"))
    #expect(try text(request, network).contains("2 fibres prêtes, à couper dans un tube en passage"))
  }

  @Test func portsAndSectionsAreBlamedForWhatTheyHoldBack() throws {
    let ports = try sketch("pop A ─ C1:6 ─ bpe Z\nport A TA.1-2 = C1.1-2")
    #expect(try text(request(ports, fibres: 4), ports).contains("Faute de ports libres à A, 2 fibres passent :"))
    // All ports are taken, and the section behind them is full alike: a panel would bring nothing.
    let section = try sketch("pop A ─ C1:9 ─ bpe M ─ C2:4 ─ bpe Z\nport A TA.1-2 = C1.1-2\nroute R C2.1 C2.2")
    #expect(
      try text(request(section, fibres: 4), section).contains("La coupe la plus étroite laisse passer 2 fibres :"))
  }
}
