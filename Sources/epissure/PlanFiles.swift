import FibreDeliverables
import FibreModel
import FibrePlanning
import FibreStore
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
    var digest = ByteDigest()
    for byte in bytes { digest.add(byte) }
    return digest.text
  }

  /// Refuses a plan that was made for a revision that the store does not hold, or for another content.
  ///
  /// A plan or a store from before digests were kept says nothing of the content: then the revision alone counts.
  static func refuseOther(_ plan: MigrationPlan, _ path: String, than store: Store) throws {
    // A plan may be made after a night that was undone: its revision is then that of the undoing.
    guard
      try store.history().contains(where: {
        $0.revision == plan.revision && ($0.isStanding || $0.operation == .undo)
      })
    else { throw CommandFailure.movedOn(plan: path, from: plan.revision, since: []) }
    guard let digest = plan.digest, let found = try store.digest(of: plan.revision), digest != found else { return }
    throw CommandFailure.planOfOtherStore(plan: path, revision: plan.revision)
  }

  /// What the certificate of a plan file states otherwise than a proof.
  static func falseClaims(
    _ path: String, _ bytes: [UInt8], against certificate: Certificate
  ) throws -> [PlanClaim] {
    do {
      return try PlanFile.falseClaims(in: bytes, against: certificate)
    } catch {
      throw PlanFileFailure(path: path, error: error)
    }
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
