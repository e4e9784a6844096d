import Foundation

/// Whole files in and out, with the system's refusal turned into a ``FormatError``.
enum FileBytes {
  static func read(_ path: String) throws(FormatError) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { throw .missingFile(path: path) }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }

  /// Writes beside the final name and renames, so that no partial file ever bears it.
  static func write(_ bytes: [UInt8], to path: String) throws(FormatError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .notWritten(path: path, reason: error.localizedDescription)
    }
  }
}
