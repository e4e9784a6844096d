import FibreExchange
import FibreModel
import FibrePlanning
import FibreSamples
import Foundation
import Testing

/// Made-up networks, as they come out of an import.
@Suite struct DepartmentDeliveryTests {
  struct Made {
    let totals: DepartmentTotals
    let imported: GraceTHDImport
    let routes: RouteTable
    var network: Network { imported.network }

    init(plugs: Int, seed: UInt64 = 1, territory: Bool = false) throws {
      let folder = NSTemporaryDirectory() + "epissure-department-\(UUID().uuidString)"
      defer {
        do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record("\(folder) stays: \(error)") }
      }
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../FibreSamplesTests/Golden/territory.csv").standardized.path
      let network = DepartmentNetwork(
        plugs: plugs, seed: seed, territory: territory ? try Territory(reading: file) : nil)
      totals = try network.write(to: folder)
      imported = try GraceTHDImport(reading: folder)
      routes = RouteTable(Tracer(imported.network))
    }

    /// The dwellings that a distribution point serves or, where the delivery has lost the name of it, should.
    var plugs: [Premises] { network.premises.rows.filter { $0.kind == .residential } }
  }

  private static let cases: [Result<Made, any Error>] = [
    Result { try Made(plugs: 500) }, Result { try Made(plugs: 2_000, territory: true) },
    Result { try Made(plugs: 3_500, seed: 2) },
  ]
  private static let numbers = cases.indices

  private func made(_ number: Int) throws -> Made { try Self.cases[number].get() }

  @Test(arguments: numbers) func theNumberOfPlugsIsExact(number: Int) throws {
    let made = try made(number)
    #expect(made.plugs.count == made.totals.plugs)
    let outlets = made.network.boxes.rows.count { $0.kind == .outlet }
    #expect(outlets == made.totals.connectedPlugs)
    #expect((0.35...0.7).contains(Double(outlets) / Double(made.totals.plugs)))
  }

  @Test(arguments: numbers) func cabinetsAndPointsHaveTheSizesThatRulesOfTheTradeAsk(number: Int) throws {
    let made = try made(number)
    let areas = made.network.areas
    var byPoint: [Int: Int] = [:]
    for plug in made.plugs { if let area = plug.area { byPoint[area.offset, default: 0] += 1 } }
    let lost = made.totals.defects.count { $0.rule == .unknownReference }
    var byCabinet: [Int: Int] = [:]
    for (point, count) in byPoint {
      #expect((5 - lost...10).contains(count), "\(areas.rows[point].code)")
      if let cabinet = areas.rows[point].parent { byCabinet[cabinet.offset, default: 0] += count }
    }
    #expect(byCabinet.count == made.totals.cabinets)
    for (cabinet, count) in byCabinet { #expect((300 - lost...1_000).contains(count), "\(areas.rows[cabinet].code)") }
  }

  /// A fibre without a break leads from each outlet to a port of a cabinet and on, through one coupler, to an office;
  /// it leads from each other dwelling's tray to a port of its cabinet.
  @Test(arguments: numbers) func everyPlugIsTracedToItsCabinetAndOffice(number: Int) throws {
    let made = try made(number)
    let network = made.network
    var (outlets, waiting): (Set<String>, Int) = ([], 0)
    // A fibre that is only stated, as a planted defect has it, is in no joint.
    for route in made.routes.routes where !route.hops.isEmpty {
      let ends = [network.start(of: route), network.finish(of: route)]
      for end in ends {
        guard case .box(let box) = end else { continue }
        let sites = route.hops.compactMap { network.port(of: $0.joint) }.compactMap { network.site(of: $0.panel) }
          .map { network.sites[$0].kind }
        #expect(route.status == .complete, "\(network.boxes[box].code)")
        #expect(Set(sites) == [.cabinet, .centralOffice], "\(network.boxes[box].code)")
        #expect(route.hops.count { network.joints[$0.joint].kind == .splitter } <= 1)
        outlets.insert(network.boxes[box].code.rawValue)
      }
      let parked = [route.hops.first, route.hops.last].compactMap { $0?.joint }.contains {
        network.joints[$0].kind == .parked
          && network.box(of: $0).map { network.boxes[$0].kind } == .distributionPoint
      }
      let cabinet = route.hops.lazy.compactMap { network.port(of: $0.joint) }.compactMap { network.site(of: $0.panel) }
        .contains { network.sites[$0].kind == .cabinet }
      if cabinet, parked { waiting += 1 }
    }
    #expect(outlets.count == made.totals.connectedPlugs)
    // Each point has a tube of twelve, of which its dwellings have one fibre each.
    #expect(waiting == made.totals.distributionPoints * 12 - made.totals.connectedPlugs)
  }

  @Test(arguments: numbers) func theTwoLegsOfACollectionPairShareNoCable(number: Int) throws {
    let made = try made(number)
    let network = made.network
    var sections: [String: Set<Int>] = [:]
    for service in network.services.rows where service.code.rawValue.hasPrefix("SVC-COL") {
      for (start, end) in zip(service.endA, service.endB) {
        let joint = try #require(network.joint(at: start))
        let route = try #require(
          network.joints[joint].ends.flatMap { made.routes.routes(through: $0.fibre) }.first { route in
            [network.start(of: route), network.finish(of: route)].contains(.port(end))
          }, "\(service.code)")
        sections[service.code.rawValue, default: []].formUnion(
          route.fibres.map { network.sections[network.section(of: $0)].cable.offset })
      }
    }
    #expect(sections.count == (made.totals.offices - 1) * 4)
    #expect(number < Self.numbers.count - 1 || made.totals.offices > 1)
    for (code, legs) in sections where code.hasSuffix("-A") {
      let other = try #require(sections[code.dropLast() + "B"])
      #expect(!legs.isEmpty && legs.isDisjoint(with: other), "\(code)")
    }
  }

  @Test(arguments: numbers) func onlyWhatWasPlantedIsFound(number: Int) throws {
    let made = try made(number)
    let found = Set(made.imported.report.findings + made.network.allFindings()).map(\.rule).sorted()
    #expect(found == made.totals.defects.map(\.rule.rawValue).sorted())
    #expect(made.totals.defects.count == PlantedDefect.Rule.allCases.count)
  }

  @Test(arguments: numbers) func cablesHaveCapacitiesThatAreMade(number: Int) throws {
    let network = try made(number).network
    let capacities = Set(network.sections.rows.map(\.fibreCount))
    #expect(capacities.isSubset(of: [1, 2, 12, 24, 48, 72, 144, 288, 432, 720]))
    #expect(network.joints.indices.contains { network.joints[$0].kind == .passage })
  }
}
