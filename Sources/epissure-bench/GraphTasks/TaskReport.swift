import Foundation

/// Prints one JSON line a task, in the form of the peers' drivers: medians in milliseconds an operation.
struct TaskReport {
  let graph: String

  /// Times some repetitions of an operation over `items` things, and prints the last one's checksum.
  func time<Fault: Error>(
    _ task: String, repetitions: Int = 1, items: Int = 1, _ operation: (Int) throws(Fault) -> Double
  ) throws(Fault) {
    var wall: [Double] = []
    var processor: [Double] = []
    var check = 0.0
    for repetition in 0..<repetitions {
      let start = (Self.clock(CLOCK_MONOTONIC), Self.clock(CLOCK_PROCESS_CPUTIME_ID))
      check = try operation(repetition)
      processor.append((Self.clock(CLOCK_PROCESS_CPUTIME_ID) - start.1) / Double(items))
      wall.append((Self.clock(CLOCK_MONOTONIC) - start.0) / Double(items))
    }
    let figures = String(
      format: "\"wall_ms\":%.6g,\"cpu_ms\":%.6g,\"reps\":%ld,\"items\":%ld,\"rss_mb\":%.1f,\"check\":%.17g",
      Self.median(wall), Self.median(processor), repetitions, items, Self.peakMebibytes(), check)
    let line = "{\"peer\":\"epissure\",\"version\":\"1\",\"graph\":\"\(graph)\",\"task\":\"\(task)\",\(figures)}\n"
    // At once: what was measured stays when a later task is stopped.
    FileHandle.standardOutput.write(Data(line.utf8))
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private static func clock(_ id: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(id, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
  }

  /// As the peers count it: kibibytes of the process at most so far, divided by 1,024.
  private static func peakMebibytes() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
