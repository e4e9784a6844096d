import Foundation

/// One timed operation: its times over some runs, beside what it may take.
struct Measurement {
  let name: String
  let seconds: [Double]
  /// Seconds it may take; nothing for a peer.
  let budget: Double?

  /// Runs an operation and keeps its wall-clock times.
  static func time(_ name: String, budget: Double?, runs: Int, _ operation: () throws -> Void) rethrows -> Measurement {
    let clock = ContinuousClock()
    let seconds = try (0..<max(1, runs)).map { _ in try clock.measure(operation) / .seconds(1) }
    return Measurement(name: name, seconds: seconds, budget: budget)
  }

  /// Runs an operation once for each of some inputs, then again for the dozen that took longest; of each of these the
  /// least time counts, since the machine does other things too. The longest is the figure, and its input is named.
  static func worst<Input>(
    _ name: String, budget: Double?, of inputs: [Input], named label: (Input) -> String,
    _ operation: (Input) throws -> Void
  ) rethrows -> Measurement {
    let once = try inputs.map { input in
      (input: input, seconds: try time(name, budget: budget, runs: 1) { try operation(input) }.seconds[0])
    }
    let longest = try once.sorted { $0.seconds > $1.seconds }.prefix(12).map { candidate in
      let again = try time(name, budget: budget, runs: 4) { try operation(candidate.input) }.seconds
      return (label: label(candidate.input), seconds: again.min() ?? 0)
    }
    let worst = longest.max { $0.seconds < $1.seconds }
    return Measurement(
      name: "\(name) (\(worst?.label ?? "–"))", seconds: worst.map { [$0.seconds] } ?? [], budget: budget)
  }

  /// The most memory this process has held so far, in megabytes of 10⁶ bytes (`VmHWM`).
  static func peakMegabytes() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kibibytes = line?.split(separator: " ").compactMap { Double($0.filter(\.isNumber)) }.first
    return (kibibytes ?? 0) * 1024 / 1_000_000
  }
}

/// Figures in the order in which they were taken, a line each.
struct MeasurementTable {
  private var lines = [["", "median", "least", "most", "budget", ""]]
  private(set) var isWithinBudgets = true

  mutating func add(_ measurement: Measurement) {
    let sorted = measurement.seconds.sorted()
    guard let least = sorted.first, let most = sorted.last else { return }
    let median = sorted[sorted.count / 2]
    lines.append(
      [measurement.name] + [median, least, most].map { Self.text($0) + " s" }
        + verdict(median, measurement.budget, "s"))
  }

  mutating func add(_ name: String, _ value: Double, _ unit: String, budget: Double) {
    lines.append([name, "\(Self.text(value)) \(unit)", "", ""] + verdict(value, budget, unit))
  }

  /// A peer that is not there, and why.
  mutating func add(_ skipped: SkippedPeer) { lines.append([skipped.name, "skipped: \(skipped.reason)"]) }

  private mutating func verdict(_ value: Double, _ budget: Double?, _ unit: String) -> [String] {
    guard let budget else { return ["", "peer"] }
    let holds = value <= budget
    isWithinBudgets = isWithinBudgets && holds
    return ["\(Self.text(budget)) \(unit)", holds ? "held" : "MISSED"]
  }

  /// Three digits that say something.
  private static func text(_ value: Double) -> String {
    String(format: value < 0.1 ? "%.4f" : value < 10 ? "%.2f" : "%.0f", value)
  }

  /// Columns under each other.
  var text: String {
    let widths = (0..<6).map { column in lines.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
    return lines.map { line in
      let cells = line.enumerated().map { column, cell in
        let blank = String(repeating: " ", count: max(0, widths[column] - cell.count))
        return column == 0 || line.count < widths.count ? cell + blank : blank + cell
      }
      return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}
