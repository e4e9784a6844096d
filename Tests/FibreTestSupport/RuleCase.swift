public import FibreModel

/// A rule at work: a network that breaks it, and a sound one that differs in the breach alone.
public struct RuleCase: Sendable, CustomStringConvertible {
  /// All that is found in the broken network, each as `severity rule place code`.
  public let findings: [String]
  public let broken: @Sendable () throws -> Network
  public let sound: @Sendable () throws -> Network

  /// Two sketches.
  public init(_ findings: String..., broken: String, sound: String) {
    self.findings = findings
    self.broken = { try sketch(broken) }
    self.sound = { try sketch(sound) }
  }

  /// One sketch, and what is done to it, for what no sketch can say.
  public init(
    _ findings: String..., on text: String, broken: @escaping @Sendable (inout NetworkBuilder) throws -> Void,
    sound: @escaping @Sendable (inout NetworkBuilder) throws -> Void
  ) {
    self.findings = findings
    self.broken = { try Self.network(text, broken) }
    self.sound = { try Self.network(text, sound) }
  }

  private static func network(_ text: String, _ change: (inout NetworkBuilder) throws -> Void) throws -> Network {
    var builder = try sketchBuilder(text)
    try change(&builder)
    return builder.build()
  }

  /// The rules that it shows, each as `severity rule`.
  public var rules: Set<String> {
    Set(findings.map { $0.split(separator: " ").prefix(2).joined(separator: " ") })
  }

  public var description: String { findings.joined(separator: ", ") }
}

extension Finding {
  /// What a test compares: `severity rule place code`.
  public var line: String { "\(severity) \(rule) \(place) \(code)" }
}

/// A test names something that its network does not have, or has already.
public struct WrongName: Error, Hashable, Sendable {
  let name: String
}

extension NetworkBuilder {
  /// Adds a joint between fibre ends in the words of sketches, in a cassette, at a panel, or nowhere known.
  public mutating func join(
    _ code: String, in holder: String, _ number: Int?, _ kind: JointKind, _ technique: JointTechnique,
    _ first: String?, _ second: String?
  ) throws {
    let place: SlotHolder =
      if let cassette = network.cassettes.index(of: Code(holder)) {
        .cassette(cassette)
      } else if let panel = network.panels.index(of: Code(holder)) {
        .panel(panel)
      } else {
        .unknown
      }
    let joint = Joint(
      holder: place, number: number, kind: kind, technique: technique, first: try end(first), second: try end(second))
    try added(add(joint, code: Code(code)), code)
  }

  private func end(_ name: String?) throws -> FibreEnd? {
    guard let name else { return nil }
    guard let end = network.sketchEnd(name) else { throw WrongName(name: name) }
    return end
  }

  private func added(_ index: Index<Joint>?, _ code: String) throws {
    if index == nil { throw WrongName(name: code) }
  }
}
