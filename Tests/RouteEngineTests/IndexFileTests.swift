import FibreTestSupport
import Testing

@testable import RouteEngine

@Suite struct IndexFileTests {
  @Test func whatIsReadIsWhatWasWritten() throws {
    for sample in Cases.random(40, most: 20, seed: 31) {
      let graph = try CSRGraph(nodeCount: sample.nodeCount, arcs: sample.arcs)
      let index = ContractionHierarchy(graph)
      #expect(try ContractionHierarchy(decoding: index.encoded(), for: graph) == index)
      let shape = CustomisableHierarchy(graph, order: NodeOrder(graph))
      #expect(try CustomisableHierarchy(decoding: shape.encoded(), for: graph) == shape)
    }
  }

  @Test func anIndexOfAnotherGraphIsRefused() throws {
    let graph = try sample(weight: 5)
    let other = try sample(weight: 6)
    let index = ContractionHierarchy(graph).encoded()
    #expect(throws: IndexFault.otherGraph) { try ContractionHierarchy(decoding: index, for: other) }
    let shape = CustomisableHierarchy(graph, order: NodeOrder(graph)).encoded()
    #expect(try CustomisableHierarchy(decoding: shape, for: other).graph == other)
    let larger = try CSRGraph(nodeCount: 5, arcs: [])
    #expect(throws: IndexFault.otherGraph) { try CustomisableHierarchy(decoding: shape, for: larger) }
  }

  @Test func anotherKindOrVersionIsRefused() throws {
    let graph = try sample(weight: 5)
    let shape = CustomisableHierarchy(graph, order: NodeOrder(graph)).encoded()
    #expect(throws: IndexFault.otherKind) { try ContractionHierarchy(decoding: shape, for: graph) }
    var later = shape
    later[12] = 9
    #expect(throws: IndexFault.otherVersion(9)) { try CustomisableHierarchy(decoding: later, for: graph) }
    #expect(throws: IndexFault.noIndex) { try CustomisableHierarchy(decoding: [], for: graph) }
    #expect(throws: IndexFault.noIndex) { try CustomisableHierarchy(decoding: Array("PK".utf8), for: graph) }
  }

  @Test func everyCutAndEveryChangedByteIsRefused() throws {
    let graph = try sample(weight: 5)
    let index = ContractionHierarchy(graph).encoded()
    let shape = CustomisableHierarchy(graph, order: NodeOrder(graph)).encoded()
    for bytes in [index, shape] {
      let flips = bytes.indices.flatMap { place in
        [1, 0x80, 0xff].map { (flip: UInt8) in
          var broken = bytes
          broken[place] ^= flip
          return broken
        }
      }
      for broken in Faults.truncations(of: bytes).map(\.bytes) + flips + [bytes + [0, 0, 0, 0]] {
        #expect(throws: IndexFault.self, "\(broken)") { try ContractionHierarchy(decoding: broken, for: graph) }
        #expect(throws: IndexFault.self, "\(broken)") { try CustomisableHierarchy(decoding: broken, for: graph) }
      }
    }
  }

  /// A checksum that was made right again does not make wrong numbers right.
  @Test func wrongNumbersUnderARightChecksumAreRefusedOrHarmless() throws {
    let graph = try sample(weight: 5)
    let index = ContractionHierarchy(graph).encoded()
    let shape = CustomisableHierarchy(graph, order: NodeOrder(graph)).encoded()
    for place in stride(from: IndexHead.length, to: index.count - 8, by: 4) {
      for value: [UInt8] in [[0, 0, 0, 0], [1, 0, 0, 0], [3, 0, 0, 0], [200, 0, 0, 0], [255, 255, 255, 255]] {
        let broken = resealed(index, place, value)
        if broken == index { continue }
        #expect(throws: IndexFault.unsound, "number at \(place)") {
          try ContractionHierarchy(decoding: broken, for: graph)
        }
      }
    }
    for place in stride(from: IndexHead.length, to: shape.count - 8, by: 4) {
      for value: [UInt8] in [[200, 0, 0, 0], [255, 255, 255, 255]] {
        #expect(throws: IndexFault.unsound) {
          try CustomisableHierarchy(decoding: resealed(shape, place, value), for: graph)
        }
      }
    }
  }

  private func resealed(_ bytes: [UInt8], _ place: Int, _ value: [UInt8]) -> [UInt8] {
    var body = Array(bytes.dropLast(8))
    body.replaceSubrange(place..<(place + 4), with: value)
    let sum = IndexHead.checksum(body, upTo: body.count)
    return body + (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64(8 * $0)) }
  }

  private func sample(weight: UInt32) throws -> CSRGraph {
    let ring = (0..<UInt32(6)).flatMap { [WeightedArc($0, ($0 + 1) % 6, weight), WeightedArc(($0 + 1) % 6, $0, 7)] }
    return try CSRGraph(nodeCount: 6, arcs: ring + [WeightedArc(0, 3, 20)])
  }
}
