import FibreExchange
import FibreModel
import Foundation
import Testing

/// `data/rip80`, read once for all tests of the suite.
private let reference = Result {
  try GraceTHDImport(
    reading: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../data/rip80").standardized.path)
}

@Suite struct ReferenceDeliveryTests {
  @Test func nothingIsLostAndNothingIsWrongButWhatWasPlanted() throws {
    let imported = try reference.get()
    #expect(imported.report.errorCount == 0)
    #expect(imported.report.warningCount == 0)
    let read = Dictionary(uniqueKeysWithValues: imported.report.read.map { ($0.name, $0.count) })
    #expect(read["t_cable"] == imported.network.sections.count)
    #expect(read["t_fibre"] == imported.network.fibres.count)
    #expect(read["t_position"] == imported.network.joints.count)
    #expect(read["services"] == imported.network.services.count)
    #expect(imported.network.quarantine.map(\.table) == ["migration.json"])
  }

  @Test func onlyTheSecondFibreOfOnePortHasNoSlotOfItsOwn() throws {
    let network = try reference.get().network
    let others = network.joints.indices.filter { network.joints[$0].claim != .held }
    #expect(others.map { network.joints[$0].claim } == [.displaced])
    #expect(others.map { network.joints[$0].kind } == [.connector])
  }

  @Test func everyServiceLeadsFromItsPortsToItsPorts() throws {
    let network = try reference.get().network
    for service in network.services.rows {
      for (start, end) in zip(service.endA, service.endB) {
        #expect(leads(from: start, to: end, in: network), "\(service.code): \(network.name(of: start))")
      }
    }
  }

  /// Follows joints from a port, both ways, until a port is met that ends the service.
  private func leads(from start: FibreModel.Port, to end: FibreModel.Port, in network: Network) -> Bool {
    guard let joint = network.joint(at: start) else { return false }
    return network.joints[joint].ends.contains { first in
      var here = first.opposite
      for _ in 0..<200 {
        guard let next = network.joints.joint(of: here) else { return false }
        if network.port(of: next) == end { return true }
        guard let partner = network.joints[next].partner(of: here) else { return false }
        here = partner.opposite
      }
      return false
    }
  }
}
