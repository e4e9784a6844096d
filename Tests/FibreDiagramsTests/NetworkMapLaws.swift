import FibreModel
import FibreTestSupport
import Testing

@testable import FibreDiagrams

@Suite struct NetworkMapLaws {
  /// A random tree of closures below a room, with distribution points and outlets as leaves.
  private func randomTree(seed: UInt64) throws -> (network: Network, places: Int) {
    var random = SeededGenerator(seed: seed)
    var lines = ["pop ROOM ─ C0:144 ─ bpe B0"]
    var boxes = ["B0"]
    var leaves = 0
    for number in 1...Int.random(in: 3...40, using: &random) {
      let parent = boxes.randomElement(using: &random) ?? "B0"
      if Int.random(in: 0...2, using: &random) == 0 {
        lines.append("bpe \(parent) ─ D\(number):12:6 ─ pbo P\(number) ─ E\(number):1:1 ─ pto O\(number)")
        leaves += 2
      } else {
        lines.append("bpe \(parent) ─ C\(number):72 ─ bpe B\(number)")
        boxes.append("B\(number)")
      }
    }
    for box in boxes {
      let (x, y) = (Int.random(in: 0...9000, using: &random), Int.random(in: 0...9000, using: &random))
      lines.append("at \(box) \(649_000 + x) \(6_970_000 + y)")
    }
    return (try sketch(lines.joined(separator: "\n")), 1 + boxes.count + leaves)
  }

  private func count(_ graph: PlaceGraph) -> Int {
    let folded = graph.places.map(\.folded) + graph.links.map(\.passed)
    return graph.places.count + graph.unconnectedCount + folded.reduce(0) { $0 + $1.total }
  }

  @Test(arguments: 0..<40) func whatIsNotDrawnIsCounted(seed: Int) throws {
    let (network, places) = try randomTree(seed: UInt64(seed))
    let graph = PlaceGraph(network)
    #expect(graph.places.count == places, "seed \(seed)")
    for detail in PlaceGraph.Detail.allCases { #expect(count(graph.folded(to: detail)) == places, "seed \(seed)") }
  }

  @Test(arguments: 0..<40) func aRoomIsNeverFolded(seed: Int) throws {
    let graph = PlaceGraph(try randomTree(seed: UInt64(seed)).network).folded(to: .withoutBranches)
    #expect(graph.places.map(\.name) == ["ROOM"], "a tree below one room folds into it, seed \(seed)")
  }

  @Test func aCableKeepsItsLengthWhenBoxesOnItAreFolded() throws {
    let network = try sketch(
      """
      pop A ─ C/1:24@1000 ─ bpe B1 ─ C/2:24@1500 ─ bpe B2 ─ C/3:24@500 ─ pop D
      """)
    let graph = PlaceGraph(network).folded(to: .withoutBranches)
    #expect(graph.places.map(\.name) == ["A", "D"])
    #expect(graph.links.map(\.length) == [Length(metres: 3000)])
    #expect(graph.links.map { $0.passed.text(.english) } == ["2 closures"])
  }

  @Test func parallelCablesAreOneBundle() throws {
    let network = try sketch(
      """
      pop A ─ C1:24 ─ bpe B
      pop A ─ C2:48 ─ bpe B
      """)
    let bundles = PlaceGraph(network).bundles
    #expect(bundles.map { $0.links.map(\.name) } == [["C1", "C2"]])
    #expect(bundles.map(\.fibreCount) == [72])
  }

  @Test func placesWithoutACableAreToldButNotDrawn() throws {
    var builder = try sketchBuilder("pop A ─ C1:24 ─ bpe B")
    let node = builder.add(Node(code: Code("N"), position: nil))
    _ = builder.add(Box(code: Code("LONE"), kind: .outlet, housing: .unknown, node: node))
    let dot = NetworkDiagram(builder.build(), .english).dot
    #expect(!dot.contains("LONE"))
    #expect(dot.contains("1 place without a cable, not drawn"))
  }

  // MARK: Scale and labels

  private func points(seed: Int, spread: Double) -> [Point] {
    var random = SeededGenerator(seed: UInt64(seed))
    let near = (0..<20).map { _ in
      Point(
        metresEast: 650_000 + Double.random(in: -800...800, using: &random),
        metresNorth: 6_976_000 + Double.random(in: -800...800, using: &random))
    }
    let far = (0..<8).map { _ in
      Point(
        metresEast: 650_000 + Double.random(in: -spread...spread, using: &random),
        metresNorth: 6_976_000 + Double.random(in: -spread...spread, using: &random))
    }
    return near + far
  }

  @Test(arguments: 0..<20) func ringsKeepDirectionsAndTheOrderOfDistances(seed: Int) {
    let points = points(seed: seed, spread: 70_000)
    let scale = MapScale(points, centre: points[0], width: 1000, height: 800)
    guard case .rings = scale else {
      Issue.record("a town in a region is drawn with rings")
      return
    }
    for point in points.dropFirst() {
      let (x, y) = (point.metresEast - points[0].metresEast, point.metresNorth - points[0].metresNorth)
      let drawn = scale.place(point)
      #expect(abs(x * drawn.y - y * drawn.x) < 1e-6 * (x * x + y * y).squareRoot() * drawn.length)
      #expect(x * drawn.x + y * drawn.y > 0)
    }
    let byDistance = points.dropFirst().sorted { $0.distance(to: points[0]) < $1.distance(to: points[0]) }
    let radii = byDistance.map { scale.place($0).length }
    #expect(radii == radii.sorted())
  }

  @Test func placesFarFromEachOtherAreDrawnToOneScale() {
    let points = [(0, 0), (3000, 0), (0, 2000), (3000, 2000), (1500, 1000)].map { x, y in
      Point(metresEast: 650_000 + Double(x), metresNorth: 6_976_000 + Double(y))
    }
    let scale = MapScale(points, centre: points[4], width: 900, height: 900)
    #expect(scale.place(points[3]) == PagePoint(x: 900, y: 600))
    #expect(scale.place(points[4]) == PagePoint(x: 450, y: 300))
  }

  @Test(arguments: 0..<30) func spreadBoxesDoNotOverlap(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let boxes = (0..<30).map { _ in
      PageBox(
        centre: PagePoint(x: .random(in: 0...900, using: &random), y: .random(in: 0...700, using: &random)),
        width: .random(in: 40...90, using: &random), height: .random(in: 20...35, using: &random))
    }
    let spread = boxes.spread(margin: 4)
    for (one, box) in spread.enumerated() {
      for other in spread.dropFirst(one + 1) { #expect(box.overlap(other, margin: 3) == nil, "seed \(seed)") }
    }
  }

  @Test func aLineMeetsABoxThatItCrossesOrEndsIn() {
    let box = PageBox(centre: PagePoint(x: 10, y: 10), width: 4, height: 2)
    func meets(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double) -> Bool {
      PageLine(start: PagePoint(x: x, y: y), end: PagePoint(x: toX, y: toY)).meets(box)
    }
    #expect(meets(0, 10, 20, 10) && meets(0, 0, 10, 10) && meets(10, 10, 10, 10) && meets(10, 0, 10, 20))
    #expect(!meets(0, 0, 20, 0) && !meets(0, 10, 7, 10) && !meets(0, 13, 20, 12) && !meets(13, 0, 13, 20))
  }
}
