import FibreDeliverables
import FibrePlanning
import Foundation

/// Plan files, and the marks by which a store's history knows them.
enum PlanFiles {
  /// The bytes of a plan file.
  static func bytes(_ path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw CommandFailure.unreadable(path)
    }
  }

  /// A short mark of a plan: FNV-1a (64 bits) of its file, in hexadecimal.
  static func mark(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The plan that a file's bytes say.
  static func plan(_ path: String, _ bytes: [UInt8]) throws -> MigrationPlan {
    do {
      return try PlanFile.read(bytes)
    } catch {
      throw PlanFileFailure(path: path, error: error)
    }
  }
}
