import FibreDeliverables
import Foundation

/// Lists that an earlier plan left in a folder; a contractor would take them for those of the present one.
struct FormerLists {
  private let paths: [String]

  init(in folder: String, besides names: [String]) throws {
    let present = Set(names)
    paths = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { PlanFolder.isList($0) && !present.contains($0) }.map { "\(folder)/\($0)" }
  }

  /// Removes them; the paths removed.
  func remove() throws -> [String] {
    for path in paths { try FileManager.default.removeItem(atPath: path) }
    return paths
  }
}
