import FibreModel
import FibreTestSupport
import Testing

@testable import FibreExchange

@Suite struct FibreSidesTests {
  /// Claims of one cable, given as `fibre holder place column`; places 1 and 2 are the cable's ends unless told.
  private func sides(
    a: Int? = 1, b: Int? = 2, _ claims: (fibre: Int, holder: Int, place: Int?, column: String)...
  ) -> [FibreSide] {
    var rule = FibreSides { _ in SectionEnds(section: 0, placeA: a, placeB: b) }
    return rule.sides(
      of: claims.map {
        EndClaim(fibre: $0.fibre, holder: $0.holder, place: $0.place, isCustomerSide: $0.column == "ps_2")
      })
  }

  @Test func thePlaceDecidesWhateverTheColumn() {
    #expect(sides((0, 7, 1, "ps_1"), (0, 8, 2, "ps_2")) == [.a, .b])
    #expect(sides((0, 7, 2, "ps_2")) == [.b])
  }

  @Test func twoClaimsAtOneEndStayAtThatEnd() {
    #expect(sides((0, 7, 1, "ps_1"), (0, 7, 1, "ps_2")) == [.a, .a])
  }

  @Test func aHolderElsewhereHasTheUnknownEnd() {
    #expect(sides(a: 1, b: nil, (0, 7, 5, "ps_2")) == [.b])
    #expect(sides(a: nil, b: 2, (0, 7, 5, "ps_1")) == [.a])
  }

  @Test func whatIsLeftTakesTheOtherEnd() {
    #expect(sides((0, 7, nil, "ps_2"), (0, 8, 1, "ps_2")) == [.b, .a])
  }

  @Test func aCordInARoomEndsAtItsTwoHolders() {
    #expect(sides(a: 1, b: 1, (0, 7, 1, "ps_1"), (0, 8, 1, "ps_2")) == [.b, .a])
    #expect(sides(a: 1, b: 1, (0, 7, 1, "ps_1"), (0, 8, 1, "ps_1")) == [.a, .b])
  }

  @Test func aCordBetweenTwoPortsOfOnePanelHasBothEnds() {
    #expect(sides(a: 1, b: 1, (0, 7, 1, "ps_1"), (0, 7, 1, "ps_1")) == [.a, .b])
  }

  @Test func aCableInsideASiteHasTheSameSidesForAllItsFibres() {
    let found = sides(
      a: 1, b: 1, (0, 7, 1, "ps_2"), (0, 8, 1, "ps_1"), (1, 8, 1, "ps_2"), (2, 7, 1, "ps_1"), (2, 8, 1, "ps_2"))
    #expect(found == [.a, .b, .b, .a, .b])
  }

  @Test(arguments: 0..<100)
  func theOrderOfFibresMakesNoDifferenceWherePlacesDecide(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let claims = (0..<20).map { _ in
      EndClaim(
        fibre: Int.random(in: 0..<8, using: &random), holder: Int.random(in: 0..<5, using: &random),
        place: Int.random(in: 1...2, using: &random), isCustomerSide: Bool.random(using: &random))
    }
    var rule = FibreSides { _ in SectionEnds(section: 0, placeA: 1, placeB: 2) }
    let expected = claims.map { $0.place == 1 ? FibreSide.a : .b }
    #expect(rule.sides(of: claims) == expected, "seed \(seed)")
    #expect(rule.sides(of: claims.reversed()) == expected.reversed(), "seed \(seed)")
  }
}

@Suite struct NodeMapTests {
  private func node(_ code: String, _ x: Double, _ y: Double) -> Node {
    Node(code: Code(code), position: Point(metresEast: x, metresNorth: y))
  }

  @Test func nodesWithinATenthOfAMetreAreOnePlace() {
    let map = NodeMap([node("A", 0, 0), node("B", 0.1, 0), node("C", 0.25, 0), node("D", -5, -5)], occupied: [])
    #expect(map.places == [0, 0, 2, 3])
  }

  @Test func aLineEndsAtTheNodeThatHoldsSomething() {
    let nodes = [node("A", 0, 0), node("B", 0.05, 0), node("C", 9, 9)]
    let end = Point(metresEast: 0, metresNorth: 0)
    #expect(NodeMap(nodes, occupied: []).node(at: end) == Index(0))
    #expect(NodeMap(nodes, occupied: [Index(1)]).node(at: end) == Index(1))
    #expect(NodeMap(nodes, occupied: []).node(at: Point(metresEast: 0, metresNorth: 0.201)) == nil)
  }

  @Test(arguments: 0..<50)
  func theGridFindsWhatALookAtEveryNodeFinds(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let nodes = (0..<40).map { offset in
      Node(
        code: Code("N\(offset)"),
        position: Point(x: .random(in: -300...300, using: &random), y: .random(in: -300...300, using: &random)))
    }
    let map = NodeMap(nodes, occupied: [])
    let point = Point(x: .random(in: -300...300, using: &random), y: .random(in: -300...300, using: &random))
    let distances = nodes.compactMap { $0.position?.distance(to: point) }
    let nearest = distances.min().flatMap { $0 <= NodeMap.tolerance ? $0 : nil }
    #expect(map.node(at: point).map { distances[$0.offset] } == nearest, "seed \(seed)")
  }
}
