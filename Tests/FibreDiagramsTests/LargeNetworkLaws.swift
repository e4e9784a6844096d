import FibreModel
import FibreTestSupport
import Testing

@testable import FibreDiagrams

/// Drawings of networks too large for one sheet: the whole, folded, and around one thing.
@Suite struct LargeNetworkLaws {
  // MARK: Looked at

  @Test(arguments: Language.allCases) func largeDrawingsAreAsLookedAt(_ language: Language) throws {
    let network = accessNetwork()
    let name = language.rawValue
    try Golden.check(WholeNetwork(network, language).bytes, "whole-\(name).dot")
    for folding in [NetworkFolding.sro, .commune] {
      let diagram = try #require(FoldedDiagram(network, by: folding, language))
      try Golden.check(diagram.dot, "folded-\(folding.rawValue)-\(name).dot")
    }
    let centre = try #require(network.surroundingsCentre(named: "T1"))
    try Golden.check(SurroundingsDiagram(network, centre, radius: 1, language).dot, "around-\(name).dot")
  }

  @Test func whatIsBehindAnSROIsCountedWithIt() throws {
    let folded = FoldedNetwork(bySite: accessNetwork())
    #expect(folded.symbols.map(\.name) == ["POP", "NRO", "SRO-A", "SRO-B"])
    #expect(folded.symbols.map(\.count.plugs) == [0, 0, 1, 1], "the house has no cable, but an area")
    #expect(folded.symbols.map(\.count.distributionPoints) == [0, 0, 1, 1])
    #expect(folded.symbols.map(\.count.closures) == [1, 1, 1, 0], "closures of transport are the NRO's")
    let links = folded.links.map { [$0.a, $0.b, $0.cableCount, $0.capacity] }
    #expect(links == [[0, 1, 1, 144], [1, 2, 1, 72], [1, 3, 2, 108]])
    #expect(folded.links.map(\.count.length.metres) == [4700, 1100, 3900])
  }

  /// One distribution point hangs in the chamber of the other SRO's tree, nearer to that SRO than to its own.
  @Test func plugsAreCountedWithTheSROOfTheirAreaEvenInANeighboursChamber() {
    var map = MapSketch()
    for (name, x) in [("SRO-A", 0), ("SRO-B", 1000), ("A1", 300), ("A2", 400), ("SHARED", 700), ("PBO-A", 710)] {
      map.place(name, x: x)
    }
    for name in ["SRO-A", "SRO-B"] { map.site(name, .cabinet) }
    for name in ["PBO-A", "SHARED"] { map.box(name, .distributionPoint) }
    map.cable("DI-A", "DI", fibres: 24, ["SRO-A", "A1", "A2", "SHARED", "PBO-A"])
    map.cable("DI-B", "DI", fibres: 24, ["SRO-B", "SHARED"])
    let areaA = map.area("ZS-A", at: "SRO-A")
    let areaB = map.area("ZS-B", at: "SRO-B")
    map.premises("S1", at: "PBO-A", area: map.area("ZP-1", at: "PBO-A", in: areaA))
    map.premises("S2", at: "SHARED", area: map.area("ZP-2", at: "SHARED", in: areaB))
    map.premises("S3", at: "SHARED", area: map.area("ZP-3", at: "SHARED", in: areaA))
    let folded = FoldedNetwork(bySite: map.builder.build())
    #expect(folded.symbols.map(\.name) == ["SRO-A", "SRO-B"])
    #expect(folded.symbols.map(\.count.plugs) == [2, 1])
    #expect(folded.symbols.map(\.count.distributionPoints) == [1, 1])
  }

  @Test func aCableThatCrossesTwiceIsOneCableAtItsLargest() {
    var map = MapSketch()
    for name in ["A", "B"] { map.place(name, x: 0) }
    for name in ["A", "B"] { map.site(name, .pop) }
    map.cable("C", "CO", fibres: 48, ["A", "B", "A"])
    let folded = FoldedNetwork(bySite: map.builder.build())
    #expect(folded.links.map { [$0.cableCount, $0.capacity, $0.count.fibres] } == [[1, 48, 96]])
  }

  // MARK: Laws

  @Test(arguments: 0..<60) func whatSymbolsAndLinksCountAddsUpToTheNetwork(seed: Int) {
    let network = anyNetwork(seed: seed)
    let sections = network.sections.rows.filter { network.cables[$0.cable].kind != .patchCord }
    for folded in [FoldedNetwork(bySite: network), FoldedNetwork(byCommune: network)] {
      let total = folded.total
      #expect(total.plugs == network.premises.count, "seed \(seed)")
      #expect(total.cabinets == network.sites.rows.count { $0.kind == .cabinet }, "seed \(seed)")
      #expect(total.centralOffices == network.sites.rows.count { $0.kind == .centralOffice }, "seed \(seed)")
      #expect(total.cabinets + total.centralOffices + total.otherSites == network.sites.count, "seed \(seed)")
      #expect(total.closures == network.boxes.rows.count { $0.kind == .spliceClosure }, "seed \(seed)")
      #expect(
        total.closures + total.distributionPoints + total.outlets == network.boxes.count, "seed \(seed)")
      #expect(total.sections == sections.count, "seed \(seed)")
      #expect(total.fibres == sections.reduce(0) { $0 + $1.fibreCount }, "seed \(seed)")
      #expect(total.length == sections.reduce(.zero) { $0 + $1.length }, "seed \(seed)")
    }
  }

  /// Distances in sections by asking every section again until nothing changes.
  private func distances(_ network: Network, from start: Index<Node>) -> [Index<Node>: Int] {
    var distance = [start: 0]
    while true {
      let before = distance
      for section in network.sections.rows where network.cables[section.cable].kind != .patchCord {
        guard let a = section.nodeA, let b = section.nodeB else { continue }
        for (from, to) in [(a, b), (b, a)] {
          guard let known = distance[from] else { continue }
          distance[to] = min(distance[to] ?? Int.max, known + 1)
        }
      }
      if distance == before { return distance }
    }
  }

  @Test(arguments: 0..<60) func surroundingsAreTheBallOfTheirRadius(seed: Int) {
    let network = anyNetwork(seed: seed)
    let ends = SectionEnds(network)
    let start = Index<Node>(seed % network.nodes.count)
    let distance = distances(network, from: start)
    for radius in [0, 1, 2, 3, Int.max] {
      let around = Surroundings(network, ends, .place(start, name: ""), radius: radius)
      let ball = distance.filter { $0.value <= radius }
      #expect(Set(around.nodes) == Set(ball.keys.map(\.offset)), "seed \(seed), radius \(radius)")
      #expect(around.hops == around.nodes.map { ball[Index($0)] ?? -1 }, "seed \(seed), radius \(radius)")
      var inside: [Int] = []
      var leaving = [Int](repeating: 0, count: network.nodes.count)
      for (offset, section) in network.sections.rows.enumerated() {
        if network.cables[section.cable].kind == .patchCord || section.nodeA == section.nodeB { continue }
        let shown = [section.nodeA, section.nodeB].compactMap { $0 }.filter { ball[$0] != nil }
        if shown.count == 2 { inside.append(offset) }
        if shown.count == 1 { leaving[shown[0].offset] += 1 }
      }
      #expect(around.sections == inside, "seed \(seed), radius \(radius)")
      #expect(around.furtherOn == around.nodes.map { leaving[$0] }, "seed \(seed), radius \(radius)")
    }
  }

  /// The drawings of any network, by name.
  private func drawings(_ network: Network) -> [(name: String, dot: String)] {
    let folded = [NetworkFolding.sro, .commune].compactMap { folding in
      FoldedDiagram(network, by: folding, .french).map { (name: folding.rawValue, dot: $0.dot) }
    }
    let around = SurroundingsDiagram(network, .place(Index(0), name: "P0"), radius: 2, .french)
    return folded + [
      (name: "around", dot: around.dot),
      (name: "whole", dot: String(decoding: WholeNetwork(network, .french).bytes, as: UTF8.self)),
    ]
  }

  @Test(arguments: 0..<30) func everyLineEndsAtASymbolAndEveryDrawingIsTheSameTwice(seed: Int) throws {
    let network = anyNetwork(seed: seed)
    let again = drawings(network)
    for (drawing, second) in zip(drawings(network), again) {
      #expect(drawing.dot == second.dot, "seed \(seed), \(drawing.name)")
      var made: Set<Substring> = []
      var used: Set<Substring> = []
      for line in drawing.dot.split(separator: "\n") where line.hasPrefix("  \"") {
        let names = line.prefix { $0 != "[" && $0 != ";" }.split(separator: "\"").filter { $0.contains { $0 != " " } }
        if line.contains("\" -- \"") || line.contains("\" -> \"") {
          used.formUnion([names[0], names[2]])
        } else {
          made.insert(names[0])
        }
      }
      #expect(used.isSubset(of: made), "seed \(seed), \(drawing.name)")
    }
  }

  @Test(arguments: 0..<6) func everyLargeDrawingCanBeDrawn(seed: Int) throws {
    for drawing in drawings(anyNetwork(seed: seed)) {
      #expect(try Graphviz.render(drawing.dot, as: .svg).count > 500, "seed \(seed), \(drawing.name)")
    }
  }

  @Test(arguments: 0..<20) func symbolsDoNotCoverOneAnother(seed: Int) throws {
    guard let diagram = FoldedDiagram(anyNetwork(seed: seed), by: .commune, .french) else { return }
    for (one, box) in diagram.boxes.enumerated() {
      for other in diagram.boxes.dropFirst(one + 1) { #expect(box.overlap(other, margin: 4) == nil, "seed \(seed)") }
    }
  }

  // MARK: Nothing there

  @Test func aNetworkWithoutSitesOrAddressesCannotBeFolded() throws {
    let network = try sketch("bpe A ─ C:12 ─ bpe B")
    #expect(FoldedDiagram(network, by: .sro, .french) == nil)
    #expect(FoldedDiagram(network, by: .commune, .french) == nil)
    #expect(WholeNetwork(NetworkBuilder().build(), .french).placeCount == 0)
    #expect(try !Graphviz.render(WholeNetwork(NetworkBuilder().build(), .french).bytes, as: .svg).isEmpty)
  }

  @Test func aCentreIsASiteABoxACableOrASection() throws {
    let network = accessNetwork()
    #expect(network.surroundingsCentre(named: "nothing") == nil)
    for (name, places) in [("NRO", 1), ("PBO-A", 1), ("COL", 3), ("COL/2", 2), ("DI-A/1", 2)] {
      let centre = try #require(network.surroundingsCentre(named: name), "\(name)")
      #expect(SurroundingsDiagram(network, centre, radius: 0, .french).placeCount == places, "\(name)")
    }
  }

  @Test func theLegibleRadiusShowsNoMoreThanTheLimit() throws {
    var map = MapSketch()
    map.place("HUB", x: 0)
    map.site("HUB", .pop)
    for number in 0..<300 {
      map.place("A\(number)", x: number)
      map.cable("C\(number)", "DI", fibres: 12, ["HUB", "A\(number)"])
    }
    let network = map.builder.build()
    let hub = try #require(network.surroundingsCentre(named: "HUB"))
    #expect(SurroundingsDiagram(network, hub, radius: 5, .french).legibleRadius == 0)
    #expect(SurroundingsDiagram(network, hub, radius: 0, .french).legibleRadius == 0)
    #expect(SurroundingsDiagram(accessNetwork(), .place(Index(0), name: ""), radius: 7, .french).legibleRadius == 7)
  }
}
