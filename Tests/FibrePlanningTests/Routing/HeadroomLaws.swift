import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// How much more fits, what stops it and what a cable brings, against flows counted bundle by bundle.
struct HeadroomLaws {
  private static let cableSize = 3

  /// A small plant, a question about it and the answer; nothing where no cable ends at one of the two places.
  private struct Case {
    let oracle: PlantOracle
    let request: PathRequest
    let headroom: Headroom
    let to: String

    init?(seed: Int) throws {
      oracle = PlantOracle(try RandomPlant(seed: seed, emptyPorts: 4 + 5 * (seed % 2)).network)
      to = seed % 3 == 0 ? "B1" : "Z"
      var request = PathRequest(
        from: try #require(oracle.network.pathEnd(named: "A")), to: try #require(oracle.network.pathEnd(named: to)))
      request.fibreCount = 1 + seed % 3
      self.request = request
      do {
        headroom = try PathFinder(oracle.network).headroom(request, cableSize: cableSize)
      } catch {
        guard case .noCable = error else { throw error }
        return nil
      }
    }

    /// Links that fit with cables along some sections.
    func links(with sections: [Index<CableSection>] = []) -> Int {
      oracle.mostLinks(from: "A", to: to, size: request.fibreCount, extra: (sections, cableSize))
    }

    var sections: [Index<CableSection>] {
      oracle.network.sections.indices.filter { section in
        !oracle.isCord(section) && oracle.place(section, .a) != oracle.place(section, .b)
      }
    }
  }

  @Test("Links and single fibres that fit are the greatest flows", arguments: 1...160)
  func linksThatFit(seed: Int) throws {
    guard let one = try Case(seed: seed) else { return }
    #expect(one.headroom.linkCount == one.links())
    #expect(one.headroom.fibreCount == one.oracle.mostLinks(from: "A", to: one.to))
    #expect(one.headroom.linkCount * one.request.fibreCount <= one.headroom.fibreCount)
  }

  @Test("Each limit is full when it is met, and comes after those before it", arguments: 1...160)
  func limitsInOrder(seed: Int) throws {
    guard let one = try Case(seed: seed) else { return }
    let limits = one.headroom.limits
    #expect(limits.first?.linkCount == one.headroom.linkCount)
    if let first = limits.first {
      let most = one.oracle.mostLinks(from: "A", to: one.to, size: one.request.fibreCount, emptyPorts: 99)
      #expect((first.portsAt != nil) == (most > one.links()), "ports are named where more of them would help")
    }
    if let first = limits.first, first.portsAt == nil {
      #expect(first.sections.reduce(0) { $0 + $1.free / one.request.fibreCount } == one.links())
    }
    for (limit, next) in zip(limits, limits.dropFirst()) {
      #expect(limit.linkCount <= next.linkCount)
      #expect(Set(limit.sections.map(\.section)).isDisjoint(with: next.sections.map(\.section)))
    }
    for limit in limits { #expect(limit.linkCount < 1000) }
    let ports = limits.compactMap(\.portsAt)
    #expect(Set(ports).count == ports.count, "ports are lifted once")
  }

  @Test("A cable is named just where it brings something alone, with what it brings", arguments: 1...160)
  func singleCables(seed: Int) throws {
    guard let one = try Case(seed: seed) else { return }
    let before = one.links()
    let useful = one.sections.filter { one.links(with: [$0]) > before }
    let named = one.headroom.gains.filter { $0.sections.count == 1 }
    #expect(Set(named.flatMap(\.sections)) == Set(useful) || useful.count > 12)
    for gain in one.headroom.gains { #expect(gain.linkCount == one.links(with: gain.sections)) }
    let counts = one.headroom.gains.map(\.linkCount)
    #expect(counts == counts.sorted(by: >))
  }

  @Test("Where no cable alone brings anything, the fewest that do together are named", arguments: 1...160)
  func cablesTogether(seed: Int) throws {
    guard let one = try Case(seed: seed) else { return }
    let before = one.links()
    let together = one.headroom.gains.first { $0.sections.count > 1 }
    if one.headroom.gains.isEmpty { #expect(one.links(with: one.sections) == before, "ports are the limit") }
    guard let together else { return }
    #expect(one.headroom.gains.count == 1)
    #expect(one.links(with: together.sections) > before)
    for fewer in Self.choices(one.sections, together.sections.count - 1) {
      #expect(one.links(with: fewer) == before, "\(fewer) do too")
    }
  }

  private static func choices(_ all: [Index<CableSection>], _ count: Int) -> [[Index<CableSection>]] {
    if count == 0 { return [[]] }
    return all.indices.flatMap { first in
      choices(Array(all[(first + 1)...]), count - 1).map { [all[first]] + $0 }
    }
  }

  // MARK: By hand

  private func headroom(_ text: String, fibres: Int, cable: Int) throws -> Headroom {
    let network = try sketch(text)
    var request = PathRequest(
      from: try #require(network.pathEnd(named: "X")), to: try #require(network.pathEnd(named: "Y")))
    request.fibreCount = fibres
    return try PathFinder(network).headroom(request, cableSize: cable)
  }

  @Test func aLinkIsNotSplitOverTwoCables() throws {
    let text = """
      bpe X ─ C1:3 ─ bpe Y
      X ─ C2:3 ─ Y
      """
    let pairs = try headroom(text, fibres: 2, cable: 1)
    #expect(pairs.linkCount == 2)
    #expect(pairs.fibreCount == 6)
    #expect(pairs.gains.map(\.linkCount) == [3, 3], "one fibre more makes a pair of the odd one")
  }

  @Test func twoSectionsFullOneBehindTheOtherNeedACableEach() throws {
    let result = try headroom("bpe X ─ C1:4 ─ bpe M ─ C2:4 ─ bpe Y", fibres: 1, cable: 12)
    #expect(result.linkCount == 4)
    #expect(result.gains.map(\.sections.count) == [2])
    #expect(result.gains.map(\.linkCount) == [16])
  }

  @Test("Along several sections named, each and all together bring what they do", arguments: 1...80)
  func cablesNamed(seed: Int) throws {
    guard let one = try Case(seed: seed) else { return }
    let named = Array(one.sections.prefix(1 + seed % 3))
    let result = try PathFinder(one.oracle.network).headroom(
      one.request, cableSize: Self.cableSize, along: named.map { [$0] })
    let ways = result.gains.map(\.sections)
    #expect(Set(ways) == Set(named.map { [$0] } + [named]) && Set(ways).count == ways.count)
    for gain in result.gains { #expect(gain.linkCount == one.links(with: gain.sections)) }
  }

  @Test func aCableAlongTwoFullSectionsBringsWhatNeitherDoes() throws {
    let network = try sketch("bpe X ─ C1:4 ─ bpe M ─ C1/2:4 ─ bpe Y")
    let request = PathRequest(
      from: try #require(network.pathEnd(named: "X")), to: try #require(network.pathEnd(named: "Y")))
    let sections = Array(network.sections.indices)
    let gains = try PathFinder(network).headroom(request, cableSize: 12, along: sections.map { [$0] }).gains
    #expect(gains.map(\.linkCount) == [16, 4, 4] && gains.first?.sections == sections)
  }

  @Test func aCableFillsTheNextOneUp() throws {
    let result = try headroom("bpe X ─ C1:4 ─ bpe M ─ C2:6 ─ bpe Y", fibres: 1, cable: 12)
    let gain = try #require(result.gains.first)
    #expect(gain.linkCount == 6 && gain.next?.sections.map(\.free) == [6])
  }
}
