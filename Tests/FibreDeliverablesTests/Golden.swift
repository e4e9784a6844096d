import Foundation
import Testing

/// Files as people receive them, kept beside the tests and compared byte for byte.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  /// Compares, or with `UPDATE_GOLDEN=1` writes. A missing file fails.
  static func compare(_ text: String, with name: String) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let expected = try #require(FileManager.default.contents(atPath: file.path), "Golden/\(name) is missing")
    #expect(expected == Data(text.utf8), "differs from Golden/\(name)")
  }
}
