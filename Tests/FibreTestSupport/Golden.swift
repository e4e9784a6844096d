public import Foundation

/// Why an output is not what its golden file says.
public enum GoldenFailure: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(path: String)
  /// The first line that differs, from 1; nothing where a text has ended.
  case differs(path: String, line: Int, expected: String?, actual: String?)
  case unwritable(path: String, reason: String)

  public var description: String {
    switch self {
    case .missing(let path): "no golden file \(path); UPDATE_GOLDEN=1 writes it"
    case .differs(let path, let line, let expected, let actual):
      "\(path):\(line) differs\n  golden: \(expected ?? "(end)")\n  actual: \(actual ?? "(end)")"
    case .unwritable(let path, let reason): "\(path) can't be written: \(reason)"
    }
  }
}

/// Outputs that were looked at once and must stay as they are.
public enum Golden {
  /// Compares bytes with `Golden/NAME` beside the suite.
  ///
  /// With `UPDATE_GOLDEN=1` in the environment the file is written instead.
  ///
  /// - Throws: when the file is missing or differs.
  public static func check(_ actual: some Collection<UInt8>, _ name: String, suite: String = #filePath)
    throws(GoldenFailure)
  {
    let file = URL(fileURLWithPath: suite).deletingLastPathComponent().appendingPathComponent("Golden")
      .appendingPathComponent(name)
    try check(actual, file: file)
  }

  /// Compares bytes with a file, as `check(_:_:suite:)` does.
  public static func check(_ actual: some Collection<UInt8>, file: URL) throws(GoldenFailure) {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { return try write(actual, to: file) }
    guard let expected = FileManager.default.contents(atPath: file.path) else { throw .missing(path: file.path) }
    guard !expected.elementsEqual(actual) else { return }
    throw firstDifference(path: file.path, expected: lines(expected), actual: lines(actual))
  }

  /// Compares a text with `Golden/NAME` beside the suite.
  public static func check(_ actual: String, _ name: String, suite: String = #filePath) throws(GoldenFailure) {
    try check(Array(actual.utf8), name, suite: suite)
  }

  private static func write(_ bytes: some Collection<UInt8>, to file: URL) throws(GoldenFailure) {
    do {
      let folder = file.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    } catch {
      throw .unwritable(path: file.path, reason: error.localizedDescription)
    }
  }

  private static func lines(_ bytes: some Collection<UInt8>) -> [String] {
    bytes.split(separator: 10, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func firstDifference(path: String, expected: [String], actual: [String]) -> GoldenFailure {
    let common = zip(expected, actual).prefix { $0 == $1 }.count
    return .differs(
      path: path, line: common + 1, expected: common < expected.count ? expected[common] : nil,
      actual: common < actual.count ? actual[common] : nil)
  }
}
