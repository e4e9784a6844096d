import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// Which fibres an answer takes, and how it joins them, on small networks drawn by hand.
struct TrackChoice {
  private func best(
    _ network: Network, _ from: String, _ to: String, _ change: (inout PathRequest) -> Void
  ) throws -> PathAnswer? {
    var request = PathRequest(
      from: try #require(network.pathEnd(named: from)), to: try #require(network.pathEnd(named: to)))
    change(&request)
    guard case .found(let answers, _) = try PathFinder(network).paths(request) else { return nil }
    return answers.first
  }

  private func numbers(_ answer: PathAnswer?, _ network: Network) -> [[Int]] {
    (answer?.steps ?? []).map { $0.fibres.map { network.number(of: $0) }.sorted() }
  }

  // MARK: Ports

  @Test(arguments: [1, 2], PathCriterion.allCases)
  func twoFibresBehindPortsArePatchedWhateverCounts(fibres: Int, criterion: PathCriterion) throws {
    let network = try sketch(
      """
      pop A ─ C1:2 ─ pop M ─ C2:2 ─ pop Z
      port A TA.1-2 = C1.1-2
      port M TM.1-2 = C1.1-2
      port M TM.3-4 = C2.1-2
      port Z TZ.1-2 = C2.1-2
      """)
    let answer = try #require(
      try best(network, "A", "Z") {
        $0.fibreCount = fibres
        $0.criteria = [criterion]
      })
    #expect(answer.newCords == fibres && answer.newSplices == 0)
  }

  @Test func aFibreWithoutPortIsSplicedToOneBehindAPort() throws {
    let network = try sketch(
      """
      pop A ─ C1:1 ─ pop M ─ C2:1 ─ pop Z
      port A TA.1 = C1.1
      port M TM.1 = C2.1
      port Z TZ.1 = C2.1
      """)
    let answer = try #require(try best(network, "A", "Z") { _ in })
    #expect(answer.newCords == 0 && answer.newSplices == 1)
  }

  // MARK: Dead ends

  private static let branch = """
    pop A ─ C1:4 ─ bpe B ─ C2:4 ─ pop Z
    B ─ C3:4 ─ sro D
    port A TA.1-4 = C1.1-4
    port Z TZ.1-4 = C2.1-4
    port D TD.1-4 = C3.1-4
    splice B C1.1-4 = C2.1-4
    """

  @Test(arguments: [1, 2]) func aPathTurnsBackInADeadEndOnOtherFibres(fibres: Int) throws {
    let network = try sketch(Self.branch)
    let end = try #require(network.pathObject(named: "D"))
    let found = try best(network, "A", "Z") {
      $0.fibreCount = fibres
      $0.via = [end]
    }
    let answer = try #require(found)
    #expect(answer.steps.map { network.sections[$0.section].code.rawValue } == ["C1", "C3", "C3", "C2"])
    let taken = answer.steps.flatMap(\.fibres)
    #expect(Set(taken).count == taken.count && answer.newCords == fibres)
  }

  @Test func aDeadEndWithTooFewFibresForBothWaysIsNotPassed() throws {
    let network = try sketch(Self.branch)
    let end = try #require(network.pathObject(named: "D"))
    let answer = try best(network, "A", "Z") {
      $0.fibreCount = 3
      $0.via = [end]
    }
    #expect(answer == nil)
  }

  // MARK: Tubes

  @Test func parallelFibresTakeTheTubesThatHoldMostOfThem() throws {
    let network = try sketch(
      """
      pop A ─ C1:24:6 ─ pop Z
      port A TA.1-24 = C1.1-24
      port Z TZ.1-24 = C1.1-24
      service S1 std TA.1-3 = TZ.1-3
      service S2 std TA.7-9 = TZ.7-9
      service S3 std TA.13 = TZ.13
      service S4 std TA.19 = TZ.19
      """)
    let answer = try best(network, "A", "Z") { $0.fibreCount = 8 }
    #expect(answer?.extraTubes == 1)
    #expect(numbers(answer, network).joined().allSatisfy { $0 > 12 })
  }

  @Test func fibresOfOneTubeLieSideBySideThoughAnotherTubeLooksBetter() throws {
    // The second tube is smaller and holds all, but its fibres end without ports.
    let network = try sketch(
      """
      pop A ─ C1:12:6 ─ pop Z
      panel A TA 12
      port A TA.1-6 = C1.1-6
      port Z TZ.1-12 = C1.1-12
      service S1 std TZ.7 = TZ.8
      """)
    let answer = try best(network, "A", "Z") { $0.fibreCount = 4 }
    #expect(answer?.newSplices == 0 && numbers(answer, network) == [[1, 2, 3, 4]])
  }

  @Test func tubesThatCostSplicesAreTakenOnlyWhereTubesComeFirst() throws {
    let network = try sketch(
      """
      bpe X ─ C1:12:6 ─ bpe M ─ C2:12:6 ─ bpe Y
      splice M C1.4-7 = C2.4-7
      """)
    let fewSplices = try #require(try best(network, "X", "Y") { $0.fibreCount = 4 })
    #expect(fewSplices.newSplices == 0 && fewSplices.extraTubes == 1)
    let fewTubes = try #require(
      try best(network, "X", "Y") {
        $0.fibreCount = 4
        $0.criteria = [.tubes]
      })
    #expect(fewTubes.extraTubes == 0 && fewTubes.newSplices < 4)
  }
}
