import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// Fibres in service are taken where free ones don't do, and nowhere else.
struct InServiceLaws {
  private static func request(_ network: Network, fibres: Int) throws -> PathRequest {
    var request = PathRequest(
      from: try #require(network.pathEnd(named: "A")), to: try #require(network.pathEnd(named: "Z")))
    request.fibreCount = fibres
    return request
  }

  @Test("Services are touched just where free fibres don't do", arguments: 1...120)
  func freeFibresFirst(seed: Int) throws {
    let network = try RandomPlant(seed: seed, emptyPorts: 5).network
    let request = try Self.request(network, fibres: 1 + seed % 3)
    let (free, any): (PathResult, PathResult)
    do {
      free = try PathFinder(network).paths(request)
      any = try InServiceSearch(network).paths(request)
    } catch {
      guard case .noCable = error else { throw error }
      return
    }
    if case .found = free { #expect(any == free) }
  }

  @Test func noMoreFibresInServiceAreTakenThanAreWanting() throws {
    let network = try sketch(
      """
      pop A ─ C1:6 ─ pop Z
      port A TA.1-6 = C1.1-6
      port Z TZ.1-6 = C1.1-6
      service S1 std TA.1 = TZ.1
      service S2 std TA.2 = TZ.2
      service S3 std TA.3 = TZ.3
      """)
    for (fibres, touched) in [(3, 0), (4, 1), (5, 2), (6, 3)] {
      guard case .found(let answers, _) = try InServiceSearch(network).paths(Self.request(network, fibres: fibres))
      else {
        Issue.record("\(fibres) fibres fit with those in service")
        continue
      }
      #expect(answers.first?.touchedServices.count == touched)
    }
  }
}
