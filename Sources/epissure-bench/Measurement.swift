import Foundation

/// One timed operation: its median over some runs, beside what it may take.
struct Measurement {
  let name: String
  let seconds: [Double]
  /// Seconds it may take; nothing for a peer.
  let budget: Double?

  var median: Double { seconds.sorted()[seconds.count / 2] }
  var isWithin: Bool { budget.map { median <= $0 } ?? true }

  /// Runs an operation and keeps its wall-clock times.
  static func time<Result>(
    _ name: String, budget: Double?, runs: Int = 5, _ operation: () throws -> Result
  ) rethrows -> (Measurement, Result) {
    var seconds: [Double] = []
    let clock = ContinuousClock()
    var start = clock.now
    var result = try operation()
    seconds.append(start.duration(to: clock.now).inSeconds)
    for _ in 1..<max(1, runs) {
      start = clock.now
      result = try operation()
      seconds.append(start.duration(to: clock.now).inSeconds)
    }
    return (Measurement(name: name, seconds: seconds, budget: budget), result)
  }

  /// The most memory this process has held so far, in megabytes of 10⁶ bytes (`VmHWM`).
  static func peakMegabytes() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kibibytes = line?.split(separator: " ").compactMap { Double($0.filter(\.isNumber)) }.first
    return (kibibytes ?? 0) * 1024 / 1_000_000
  }
}

extension Duration {
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
