import ArgumentParser
import FibreDeliverables
import FibrePlanning

/// How long a search goes on, and with what seed.
struct SearchEffort: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Secondes de recherche (20 ; ordre d'un .nms : 10).", "Seconds of search (20; order of an .nms: 10).")))
  var seconds: Double?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Tours de recherche, au lieu de secondes ; le même nombre donne le même plan.",
        "Rounds of search, instead of seconds; the same number gives the same plan.")))
  var iterations: Int?
  @Option(name: .long, help: ArgumentHelp(both("Graine de la recherche.", "Seed of the search.")))
  var seed: UInt64 = 1

  func validate() throws {
    if let seconds, !(seconds > 0 && seconds <= 86_400) {
      throw ValidationError(
        both(
          "--seconds demande un nombre au-dessus de 0, 86400 au plus.",
          "--seconds needs a number above 0, 86400 at most."))
    }
    if let iterations, iterations < 1 {
      throw ValidationError(both("--iterations demande au moins 1.", "--iterations needs at least 1."))
    }
    if seconds != nil, iterations != nil {
      throw ValidationError(
        both("Donner --seconds ou --iterations, pas les deux.", "Give --seconds or --iterations, not both."))
    }
  }

  /// The limit from the start of a clock.
  ///
  /// - Parameters:
  ///   - usual: Seconds where none are given.
  ///   - part: Of the seconds, where a command searches more than once.
  func limit(_ clock: SearchClock, usual: Double = 20, part: Double = 1) -> CutoverLimit {
    if let iterations { return .rounds(iterations) }
    let whole = (seconds ?? usual) * part
    return .clock(secondsLeft: { whole - Double(clock.milliseconds) / 1000 })
  }
}

/// What has passed since a moment.
struct SearchClock {
  private let start = ContinuousClock.now

  var milliseconds: Int {
    let passed = (ContinuousClock.now - start).components
    return Int(passed.seconds) * 1000 + Int(passed.attoseconds / 1_000_000_000_000_000)
  }
}

/// Instances as the commands take them, and the check of what is answered.
enum CutoverInput {
  static func reduction(_ path: String) throws -> CutoverReduction {
    let bytes = try PlanFiles.bytes(path)
    do {
      return try CutoverReduction(try CutoverFile.instance(bytes))
    } catch let error as PlanFileError {
      throw CutoverFailure.unreadable(path: path, error: error)
    } catch let error as CutoverRefusal {
      throw CutoverFailure.refused(path: path, error: error)
    }
  }

  /// Stops when our checker refuses a schedule.
  ///
  /// - Parameter withAnyTie: The tie may be larger than the instance's.
  static func prove(_ schedule: CutoverSchedule, of reduction: CutoverReduction, withAnyTie: Bool = false) throws {
    let check = CutoverCheck(reduction.plan(of: schedule), of: reduction.instance, announced: schedule.objectives)
    let violations = check.violations.filter { !withAnyTie || $0.rule != 7 }
    guard violations.isEmpty else { throw CutoverFailure.refusedByOurChecker(violations) }
  }
}

/// One file of text, written whole or not at all.
struct OutputFile {
  let path: String
  let text: String

  func write() throws(DeliverableError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    try [Deliverable(name: name, text: text)].write(to: folder.isEmpty ? "/" : folder)
  }
}

/// Writes each plan of a search over the last; the one written at the end is the best.
struct BestSoFar {
  let out: String

  /// A plan that can't be written now will be told of at the end, when the best one is.
  func keep(_ text: String) {
    do throws(DeliverableError) { try OutputFile(path: out, text: text).write() } catch { return }
  }
}
