/// What a rule is, for lists and manuals.
public struct RuleDescription: Hashable, Sendable {
  /// Never changes, never translated: `joint.contested`.
  public let name: String
  /// The worst that it reports; some findings of it may be milder.
  public let severity: Finding.Severity
  /// What is reported, in one English line.
  public let summary: String
}

/// A rule that sound data keep: it reports what breaks it in a subject, a network or the routes through one.
public struct Rule<Subject>: Sendable {
  public let description: RuleDescription
  private let body: @Sendable (Subject, inout RuleReport) -> Void

  /// Makes a rule; `body` reports each breach, in any order.
  public init(
    _ name: String, _ severity: Finding.Severity, _ summary: String,
    _ body: @escaping @Sendable (Subject, inout RuleReport) -> Void
  ) {
    description = RuleDescription(name: name, severity: severity, summary: summary)
    self.body = body
  }

  /// Everything in the subject that breaks the rule, in no particular order.
  public func findings(in subject: Subject) -> [Finding] {
    var report = RuleReport(description: description)
    body(subject, &report)
    return report.findings
  }
}

/// What one rule has found so far.
public struct RuleReport: Sendable {
  let description: RuleDescription
  private(set) var findings: [Finding] = []

  /// Reports one breach.
  ///
  /// - Parameters:
  ///   - place: The kind of object in the words of the model: `joint`, `section`.
  ///   - code: The code of the object.
  ///   - message: What is wrong, where, and what to do.
  ///   - severity: A milder one than that of the rule.
  public mutating func add(_ place: String, _ code: String, _ message: Sentence, severity: Finding.Severity? = nil) {
    findings.append(
      Finding(
        rule: description.name, severity: severity ?? description.severity, place: place, code: code, message: message))
  }
}

/// The rules that need no tracing.
public enum NetworkRules {
  /// All of them, in the order of the manual.
  public static let all: [Rule<Network>] =
    jointRules + slotRules + boxRules + cableRules + codeRules + serviceRules + workRules
}

extension Network {
  /// Every breach of the rules that need no tracing, and the findings of quarantined rows; by place, rule and code.
  public func findings() -> [Finding] {
    (NetworkRules.all.flatMap { $0.findings(in: self) } + quarantine.map(\.finding)).sorted(by: Finding.inOrder)
  }
}

extension Network {
  /// Where a joint is, in words: `slot 3 of CS-1 in BPE-1`, `port 7 of TI-1`.
  func whereabouts(of joint: Index<Joint>) -> Sentence {
    let row = joints[joint]
    let number = row.number.map(String.init) ?? "?"
    switch row.holder {
    case .cassette(let cassette):
      guard let box = cassettes[cassette].box else { return "slot \(number) of \(cassettes[cassette].code)" }
      return "slot \(number) of \(cassettes[cassette].code) in \(boxes[box].code)"
    case .panel(let panel): return "port \(number) of \(panels[panel].code)"
    case .unknown: return "an unknown place"
    }
  }

  /// Fibres in words: `CAB-1:3 and CAB-2:5`.
  func fibres(of joint: Index<Joint>) -> Sentence {
    let names = joints[joint].ends.map { name(of: $0.fibre) }
    switch names.count {
    case 0: return "no fibre"
    case 1: return "\(names[0])"
    default: return "\(names[0]) and \(names[1])"
    }
  }
}

/// Numbers in a sentence, in rising order: `1-6, 9`.
func ranged(_ numbers: [Int]) -> String { numbers.sorted().ranges(separator: ", ") }
