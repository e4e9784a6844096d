import FibreExchange
import FibreModel
import FibrePlanning
import Foundation
import Testing

/// The public demonstration delivery, which lies beside the project where it lies at all.
private let demonstration =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../../shared/data/gracethd-demo01").standardized.path

/// Declared routes (`t_ropt`) of deliveries against the routes that their positions make.
@Suite struct DeclaredRouteTests {
  /// `t_position` of the demonstration leads by this fibre; the first of its declarations leaves it out.
  private static let omitted = "FO180030001001"

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: demonstration), "skipped: \(demonstration) is not there"),
    arguments: [("RT000000000001", [omitted]), ("RT000000000002", [])])
  func theDemonstrationIsTracedAsItDeclares(route: String, omitted: [String]) throws {
    let network = try GraceTHDImport(reading: demonstration).network
    #expect(network.declaredRoutes.count == 2)
    try expectTraced(route, leavingOut: omitted, in: network)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: demonstration), "skipped: \(demonstration) is not there"))
  func theDemonstrationLeavesOutOneFibre() throws {
    let network = try GraceTHDImport(reading: demonstration).network
    let findings = network.allFindings().filter { $0.rule.hasPrefix("route.declared") }
    #expect(findings.map(\.rule) == ["route.declared-incomplete"])
    let finding = try #require(findings.first)
    let fibre = try #require(network.fibre(named: Self.omitted))
    #expect((finding.severity, finding.code) == (.warning, "RT000000000001"))
    #expect(finding.message.description.contains(network.name(of: fibre)))
  }

  @Test(arguments: [("R1", ["C1-1"]), ("R2", [])])
  func aSmallDeliveryIsTracedAsItDeclares(route: String, omitted: [String]) throws {
    try expectTraced(route, leavingOut: omitted, in: small("C1-2", "C2-2"))
  }

  @Test func aFibreLeftOutOfADeclarationIsReported() throws {
    let findings = try small("C1-2", "C2-2").allFindings().filter { $0.rule.hasPrefix("route.declared") }
    #expect(findings.map(\.code) == ["R1"])
    #expect(findings.map(\.rule) == ["route.declared-incomplete"])
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.allSatisfy { $0.message.description.contains("C1:1") })
  }

  @Test func aDeclarationOverAnotherFibreIsReported() throws {
    let findings = try small("C1-2", "C2-3").allFindings().filter { $0.code == "R2" }
    #expect(findings.map(\.rule) == ["route.declared-differs"])
    #expect(findings.allSatisfy { $0.message.description.contains("C2:3") })
  }

  /// Two links, cord and all on the first, whose declaration leaves out the cable between; the second as given.
  private func small(_ second: String...) throws -> Network {
    var delivery = SmallDelivery()
    for (code, fibre) in [("R1", "J1-1"), ("R1", "C2-1")] + second.map({ ("R2", $0) }) {
      delivery.add("t_ropt", ["rt_id": fibre, "rt_code": code, "rt_code_ext": "", "rt_fo_code": fibre])
    }
    return try delivery.imported().network
  }

  /// A trace from either end has the fibres of the declaration, and those that it leaves out, and no others.
  private func expectTraced(_ code: String, leavingOut omitted: [String], in network: Network) throws {
    let declared = try #require(network.declaredRoutes[Code(code)])
    let codes = Set(declared.fibres.map { network.code(of: $0) } + omitted)
    #expect(codes.count == declared.fibres.count + omitted.count)
    let tracer = Tracer(network)
    // A fibre behind the splitter belongs to one route; one before it to the route of each leg.
    let first = try #require(declared.fibres.first)
    let found = tracer.routes(through: first)
    #expect(found.count == 1)
    let route = try #require(found.first)
    #expect(Set(route.fibres.map { network.code(of: $0) }) == codes)
    #expect(route.fibres.count == codes.count)
    #expect(tracer.routes(from: route.start).contains(route))
    #expect(tracer.routes(from: route.finish).contains(route.reversed()))
  }
}
