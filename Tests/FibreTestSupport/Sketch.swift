public import FibreModel

/// Why a sketch draws no network: the line, from 1, and what is wrong there.
public struct SketchError: Error, Hashable, Sendable, CustomStringConvertible {
  public let line: Int
  public let reason: Reason

  /// Makes an error, to compare one with.
  public init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  /// What can be wrong with a line.
  public enum Reason: Hashable, Sendable {
    case unreadable(String)
    case unknownPlace(String)
    case unknownSection(String)
    case unknownFibre(String)
    case unknownPanel(String)
    case unknownTray(String)
    /// The section has no end there, or two: write the side, as in `C1.4b`.
    case sideUnclear(section: String, place: String)
    case unequalRanges(Int, Int)
    case joinedTwice(String)
    case joinedToItself(String)
    case nameTaken(String)
    case trayFull(String)
  }

  public var description: String { "line \(line): \(reason)" }
}

/// Draws a network from a text; see `SketchReader` for the grammar.
public func sketch(_ text: String, rules: WorkRules = WorkRules()) throws(SketchError) -> Network {
  var builder = try sketchBuilder(text)
  builder.setRules(rules)
  return builder.build()
}

/// Draws a network that is not closed yet, so that a test can add what no sketch allows.
public func sketchBuilder(_ text: String) throws(SketchError) -> NetworkBuilder {
  var reader = SketchReader()
  try reader.read(text)
  return reader.builder
}

/// An end of a fibre by the name that sketches use: `C1.4b` is side B of fibre 4 of section C1.
extension Network {
  public func sketchEnd(_ name: String) -> FibreEnd? {
    guard let letter = name.last, letter == "a" || letter == "b" else { return nil }
    return fibre(named: String(name.dropLast())).map { FibreEnd($0, letter == "a" ? .a : .b) }
  }
}
