import FibreExchange
import FibreModel
import Foundation
import Testing

/// The public demonstration delivery, which lies beside the project where it lies at all.
private let demonstration =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../../shared/data/gracethd-demo01").standardized.path

@Suite(.enabled(if: FileManager.default.fileExists(atPath: demonstration), "skipped: \(demonstration) is not there"))
struct DemoDeliveryTests {
  private static let first = [
    "FO180034417001", "FO180030329001", "FO180030975001", "FO180030916001", "FO180030017101", "FO180030227101",
    "FO180030001001", "FO180030003001", "FO180030007001", "FO180030008101", "FO180030257101",
  ]
  private static let second = [
    "FO180034417002", "FO180030329002", "FO180030975002", "FO180030916002", "FO180030027101", "FO180030227101",
    "FO180030001001", "FO180030003001", "FO180030007001", "FO180030008101", "FO180030257101",
  ]

  @Test(arguments: [first, second])
  func aRouteIsFollowedFromTheCustomerToTheOffice(route: [String]) throws {
    let network = try GraceTHDImport(reading: demonstration).network
    // The box is at end A of the drop cable, the customer at its end B.
    #expect(Walk(network: network).fibres(from: route[0], .b) == route)
  }

  @Test func fromTheOfficeTheRouteGoesOnToTheSplitter() throws {
    let network = try GraceTHDImport(reading: demonstration).network
    let splitter = try #require(network.splitters.first)
    #expect(network.splitters.count == 1)
    #expect(splitter.legs.count == 4)
    #expect(network.code(of: splitter.input.fibre) == "FO180030227101")
    let root = try #require(network.fibre(named: "FO180030257101"))
    let free = try #require(
      FibreSide.allCases.map { FibreEnd(root, $0) }.first { end in
        network.joints.joint(of: end).flatMap { network.joints[$0].partner(of: end) } == nil
      })
    let way = Walk(network: network).fibres(from: free)
    #expect(Array(way.prefix(6)) == Array(Self.first.reversed().prefix(6)))
  }

  @Test func allConnectedFibresHangTogether() throws {
    let network = try GraceTHDImport(reading: demonstration).network
    let component = Walk(network: network).component(of: "FO180030257101")
    #expect(component.count == 25)
    #expect(network.joints.rows.allSatisfy { $0.claim == .held })
  }

  @Test func everyRowIsAnObjectOrInQuarantine() throws {
    let imported = try GraceTHDImport(reading: demonstration)
    let network = imported.network
    let objects = [
      "t_noeud": network.nodes.count, "t_adresse": network.addresses.count, "t_sitetech": network.sites.count,
      "t_ltech": network.rooms.count, "t_baie": network.racks.count, "t_tiroir": network.panels.count,
      "t_equipement": network.equipment.count, "t_suf": network.premises.count,
      "t_ptech": network.technicalPoints.count, "t_ebp": network.boxes.count, "t_cassette": network.cassettes.count,
      "t_cheminement": network.pathways.count, "t_conduite": network.ducts.count, "t_cable": network.sections.count,
      "t_cableline": network.sections.rows.count { $0.line != nil }, "t_fibre": network.fibres.count,
      "t_position": network.joints.count, "t_love": network.slackLoops.count,
      "t_cond_chem": network.ducts.rows.reduce(0) { $0 + $1.pathways.count },
      "t_cab_cond": network.ducts.rows.reduce(0) { $0 + $1.sections.count },
      "t_ropt": network.declaredRoutes.rows.reduce(0) { $0 + $1.fibres.count },
      "t_organisme": network.organisations.count, "t_reference": network.references.count,
      "t_znro": network.areas.rows.count { $0.kind == .centralOffice },
      "t_zsro": network.areas.rows.count { $0.kind == .cabinet },
      "t_zpbo": network.areas.rows.count { $0.kind == .distributionPoint },
    ]
    for table in imported.report.read {
      let kept = network.quarantine.count { $0.table == table.name }
      #expect(objects[table.name, default: 0] + kept == table.count, "\(table.name)")
    }
    #expect(imported.report.errorCount == 0)
  }

  @Test func endsOfCablesAreFoundOnTheMapAndThroughPositions() throws {
    let network = try GraceTHDImport(reading: demonstration).network
    func ends(_ code: String) -> [String] {
      network.sections[Code(code)].map { section in
        [section.nodeA, section.nodeB].map { $0.map { network.nodes[$0].code.rawValue } ?? "" }
      } ?? []
    }
    #expect(ends("CB000180030007") == ["ND000180030001", "ND000180030091"])
    #expect(ends("CB001800300081") == ["ND000180030001", "ND000180030001"])
    #expect(ends("CB001800300171") == ["ND200180030502", "ND200180030502"])
  }

  @Test func accentsSurvive() throws {
    let network = try GraceTHDImport(reading: demonstration).network
    #expect(network.racks[Code("BA000180030505")]?.attributes["ba_comment"] == "RépartiteurSMO")
  }
}
