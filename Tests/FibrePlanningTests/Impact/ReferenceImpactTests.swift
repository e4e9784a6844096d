import FibreExchange
import FibreModel
import FibreTestSupport
import Foundation
import Testing

@testable import FibrePlanning

/// Cuts of the reference network, a seeded sample of each kind, against the dull oracle.
@Suite struct ReferenceImpactTests {
  private static let read = Result {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try GraceTHDImport(reading: repository.appendingPathComponent("data/rip80").path).network
  }

  @Test func aSampleOfCutsIsTakingJointsAway() throws {
    let network = try Self.read.get()
    let oracle = CutOracle(network)
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    var random = SeededGenerator(seed: 80)
    func one<Row>(_ table: EntityTable<Row>) throws -> Index<Row> {
      try #require(table.indices.randomElement(using: &random))
    }
    let cable = try #require(network.cables.index(of: Code("CAB-SF-01")))
    var elements: [CutElement] = [.cable(cable), .site(try #require(network.site(named: "POP-AMI-SF")))]
    elements += [.cable(try one(network.cables)), .section(try one(network.sections)), .box(try one(network.boxes))]
    elements += [.duct(try one(network.ducts)), .pathway(try one(network.pathways)), .site(try one(network.sites))]
    elements += [.panel(try one(network.panels)), .rack(try one(network.racks)), .room(try one(network.rooms))]
    for element in elements {
      let impact = query.impact(of: [element])
      let expected = try oracle.answer([element])
      #expect(Set(impact.dark.map(\.service)) == expected.dark, "\(network.name(of: element))")
      #expect(Set(impact.legLost.map(\.service)) == expected.legLost, "\(network.name(of: element))")
      #expect(impact.plugCount == expected.plugs, "\(network.name(of: element))")
    }
  }

  /// Each plug's light comes through a splitter from a transport fibre of its own, which a service is declared on.
  @Test(arguments: ["CAB-ARG-1A", "PBO-ARG-1-01"]) func patchedPlugsWarnTheOperatorsThatLightThem(code: String) throws {
    let network = try Self.read.get()
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    let impact = query.impact(of: try network.cutElements(named: code))
    #expect(impact.dark.isEmpty && impact.patchedCount == 33)
    var expected: [String: Int] = [:]
    for number in 37...69 {
      let service = try #require(network.services[Code("SVC-FTTH-0\(number)")])
      expected[service.operatorName, default: 0] += 1
    }
    #expect(Dictionary(uniqueKeysWithValues: impact.operators.map { ($0.name, $0.plugs) }) == expected)
    #expect(impact.operators.map(\.plugs) == expected.values.sorted(by: >))
  }

  @Test func everyOutletThatReachesAPortIsAPlugOfItsCabinet() throws {
    let network = try Self.read.get()
    let index = ImpactIndex(Tracer(network))
    #expect(index.plugs.count == 2400)
    for plug in index.plugs {
      let parts = network.boxes[plug.box].code.rawValue.split(separator: "-")
      #expect(plug.site.map { network.sites[$0].label } == "SRO-\(parts[1])")
    }
  }
}
