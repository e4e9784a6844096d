import FibreModel
import FibreTestSupport
import Testing

@testable import FibreDiagrams

@Suite struct ClosureRunsLaws {
  /// Two ends that meet, the lower first.
  private struct Pair: Hashable {
    let low: FibreEnd
    let high: FibreEnd

    init(_ a: FibreEnd, _ b: FibreEnd) {
      low = min(a, b)
      high = max(a, b)
    }
  }

  /// A box with three cables of random modulos, and fibres joined, parked or left free at random.
  private func randomBox(seed: UInt64) throws -> Network {
    var random = SeededGenerator(seed: seed)
    let modulos = (0..<3).map { _ in [4, 6, 12].randomElement(using: &random) ?? 12 }
    var lines = [
      "pop A ─ X:24:\(modulos[0]) ─ bpe B ─ Y:24:\(modulos[1]) ─ pop C", "bpe B ─ Z:24:\(modulos[2]) ─ pop D",
    ]
    var free = Dictionary(uniqueKeysWithValues: ["X", "Y", "Z"].map { ($0, Array(1...24)) })
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let names = ["X", "Y", "Z"].shuffled(using: &random)
      guard let a = free[names[0]]?.first, let b = free[names[1]]?.first else { continue }
      let count = Int.random(in: 1...6, using: &random)
      let length = min(count, free[names[0]]?.count ?? 0, free[names[1]]?.count ?? 0)
      let verb = ["splice", "passage", "mechanical"].randomElement(using: &random) ?? "splice"
      let isCrossed = Bool.random(using: &random) && length > 1
      let second =
        isCrossed ? (b..<b + length).reversed().map { "\($0)" }.joined(separator: ",") : "\(b)-\(b + length - 1)"
      lines.append("\(verb) B \(names[0]).\(a)-\(a + length - 1) = \(names[1]).\(second)")
      free[names[0]]?.removeFirst(length)
      free[names[1]]?.removeFirst(length)
      if let parked = free[names[2]]?.popLast() { lines.append("park B \(names[2]).\(parked)") }
    }
    return try sketch(lines.joined(separator: "\n"))
  }

  private func pairs(_ run: JointRun, _ network: Network) -> [Pair] {
    let seconds = run.isReversed ? run.second.numbers.reversed() : Array(run.second.numbers)
    return zip(run.first.numbers, seconds).map { a, b in
      Pair(
        FibreEnd(network.sections[run.first.leg.section].fibre(a), run.first.leg.side),
        FibreEnd(network.sections[run.second.leg.section].fibre(b), run.second.leg.side))
    }
  }

  @Test(arguments: 0..<60) func runsTellEveryJointOnce(seed: Int) throws {
    let network = try randomBox(seed: UInt64(seed))
    let runs = ClosureRuns(network, try #require(network.box(named: "B")))
    let told = runs.joints.flatMap { pairs($0, network) }
    let joined = network.joints.rows.compactMap { joint in
      joint.first.flatMap { first in joint.second.map { Pair(first, $0) } }
    }
    #expect(told.count == Set(told).count, "seed \(seed)")
    #expect(Set(told) == Set(joined), "seed \(seed)")
  }

  @Test(arguments: 0..<60) func everyFibreOfEveryCableIsTold(seed: Int) throws {
    let network = try randomBox(seed: UInt64(seed))
    let runs = ClosureRuns(network, try #require(network.box(named: "B")))
    var count: [CableLeg: Int] = [:]
    for run in runs.joints.flatMap({ [$0.first, $0.second] }) + runs.idle.map(\.fibres) {
      count[run.leg, default: 0] += run.numbers.count
    }
    #expect(runs.legs.count == 3)
    #expect(runs.legs.allSatisfy { count[$0] == 24 }, "seed \(seed)")
  }

  @Test func consecutiveJointsOfATubeAreOneRun() throws {
    let network = try sketch(
      """
      pop A ─ X:24 ─ bpe B ─ Y:24 ─ pop C
      splice B X.1-12 = Y.13-24
      passage B X.13-24 = Y.1-12
      """)
    let runs = ClosureRuns(network, try #require(network.box(named: "B")))
    #expect(runs.joints.map(\.first.numbers) == [1...12, 13...24])
    #expect(runs.joints.map(\.second.numbers) == [13...24, 1...12])
    #expect(runs.idle.isEmpty)
  }

  @Test func aRunOfSplicesEndsWithItsTubeButAPassageGoesOn() throws {
    let network = try sketch(
      """
      pop A ─ X:48:12 ─ bpe B ─ Y:48:12 ─ pop C
      splice B X.1-24 = Y.1-24
      passage B X.25-48 = Y.25-48
      """)
    let runs = ClosureRuns(network, try #require(network.box(named: "B")))
    #expect(runs.joints.map(\.first.numbers) == [1...12, 13...24, 25...48])
  }

  @Test func cablesChangeSidesUntilJointsGoAcross() throws {
    // Both sections end in B, so both would stand on the left.
    let network = try sketch(
      """
      pop A ─ X:12 ─ bpe B
      pop C ─ Y:12 ─ bpe B
      splice B X.1-12 = Y.1-12
      """)
    let sides = ClosureSides(ClosureRuns(network, try #require(network.box(named: "B"))))
    #expect(sides.left.count == 1 && sides.right.count == 1)
  }

  @Test func cablesOnTheRightStandInTheOrderOfTheFibresTheyMeet() throws {
    let network = try sketch(
      """
      pop A ─ X:36 ─ bpe B ─ LAST:12 ─ pop C
      bpe B ─ FIRST:12 ─ pop D
      splice B X.1-12 = FIRST.1-12
      passage B X.13-24 = LAST.1-12
      """)
    let sides = ClosureSides(ClosureRuns(network, try #require(network.box(named: "B"))))
    #expect(sides.right.map { network.sections[$0.section].code.rawValue } == ["FIRST", "LAST"])
  }
}
