import Foundation
import Synchronization
import Testing

/// The reference network, imported and planned once for all the tests that look at it.
final class ReferencePlan: Sendable {
  struct Step: Sendable {
    let night: Int
    let closure: String
    let action: String
    let a: String
    let b: String?
  }

  let folder: String
  let network: String
  let planFile: String
  let steps: [Step]
  let importAnswer: Program.Answer
  let planAnswer: Program.Answer

  private static let once = Mutex<Result<ReferencePlan, any Error>?>(nil)

  /// The plan; made at the first call, which takes a while.
  static func made() throws -> ReferencePlan {
    try once.withLock { made in
      let result = made ?? Result { try ReferencePlan() }
      made = result
      return try result.get()
    }
  }

  private init() throws {
    folder = NSTemporaryDirectory() + "epissure-reference-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    network = folder + "/network.gpkg"
    importAnswer = try Program.run(["import", "gracethd", rip80, "--into", network, "--json"])
    planAnswer = try Program.run([
      "plan", "migration", network, "--from", "POP-AMI-SF", "--to", "POP-AMI-IT", "--out", folder + "/plan", "--json",
    ])
    planFile = folder + "/plan/plan.json"
    guard planAnswer.code == 0 else {
      throw PositionReplay.Failure(description: "plan migration: \(planAnswer.code) \(planAnswer.remarks)")
    }
    steps = try Self.steps(of: planFile)
  }

  private static func steps(of file: String) throws -> [Step] {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: file)))
    let nights = try #require((json as? [String: Any])?["nights"] as? [[String: Any]])
    return nights.flatMap { night in
      (night["visits"] as? [[String: Any]] ?? []).flatMap { visit in
        (visit["steps"] as? [[String: Any]] ?? []).map { step in
          Step(
            night: night["night"] as? Int ?? 0, closure: visit["closure"] as? String ?? "",
            action: step["action"] as? String ?? "", a: step["a"] as? String ?? "", b: step["b"] as? String)
        }
      }
    }
  }
}
