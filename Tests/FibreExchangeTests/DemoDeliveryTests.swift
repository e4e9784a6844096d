import FibreExchange
import FibreModel
import Foundation
import Testing

@Suite struct DemoDeliveryTests {
  @Test func smoke() throws {
    let start = ContinuousClock.now
    let imported = try GraceTHDImport(reading: ProcessInfo.processInfo.environment["DIR"] ?? "")
    print("time", ContinuousClock.now - start)
    for count in imported.report.stored { print(count.name, count.count) }
    print("quarantined", imported.report.quarantinedCount)
    for finding in imported.report.findings { print(finding.severity, finding.rule, finding.place, finding.code, finding.message) }
  }
}
