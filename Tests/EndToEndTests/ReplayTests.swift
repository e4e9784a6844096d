import Foundation
import Testing

/// The reference plan, carried out by hand on the delivery's own rows.
@Suite struct ReplayTests {
  @Test func everyServiceEndsInTheNewRoomAtItsOldFarEnd() throws {
    let plan = try ReferencePlan.made()
    var replay = try PositionReplay(delivery: rip80)
    let sites: Set<String> = ["POP-AMI-SF", "POP-AMI-IT"]
    let services = try PositionReplay.rows("services", rip80).filter { ($0["endA"] ?? "").hasPrefix("TI-SF-") }
    var before: [String: [String]] = [:]
    for service in services {
      for (near, far) in zip(ports(service["endA"]), ports(service["endB"])) {
        let walked = try replay.walk(from: far, toPortIn: sites)
        #expect(walked.port == near, "\(service["service"] ?? "")")
        before[far] = walked.fibres
      }
    }
    for step in plan.steps { try replay.carryOut(step.action, step.a, step.b) }
    for service in services {
      for far in ports(service["endB"]) {
        let walked = try replay.walk(from: far, toPortIn: sites)
        let port = try #require(walked.port)
        #expect(replay.siteOfPanel[String(port.prefix { $0 != ":" })] == "POP-AMI-IT", "\(far) ends at \(port)")
        let kept = zip(walked.fibres, before[far] ?? []).prefix { $0 == $1 }.count
        #expect(kept >= 1, "\(far) kept no fibre")
        #expect(walked.fibres.count - kept >= 1, "\(far) took no new fibre")
      }
    }
  }

  /// `TI-A:5-6` or `TI-A:5,TI-B:9`: one port a fibre.
  private func ports(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").flatMap { part -> [String] in
      let halves = part.split(separator: ":")
      guard halves.count == 2 else { return [] }
      let bounds = halves[1].split(separator: "-").compactMap { Int($0) }
      guard let first = bounds.first, let last = bounds.last, first <= last else { return [] }
      return (first...last).map { "\(halves[0]):\($0)" }
    }
  }
}
