import ArgumentParser
import Foundation

/// Where a sample is written, which may hold an earlier sample, but nothing else unless told so.
struct SampleTarget: ParsableArguments {
  @Flag(
    name: .long,
    help: ArgumentHelp(
      both(
        "Remplacer le réseau, ou écrire par-dessus ce que contient le dossier.",
        "Replace the network, or write over what the folder holds.")))
  var replace = false

  /// Refuses a target without a name, a file that is there, and a folder that holds something else than a sample.
  ///
  /// - Parameter isSample: Whether the names in a folder are those of a sample, in order.
  func check(_ path: String, isSample: ([String]) -> Bool) throws {
    guard !path.isEmpty else { throw CommandFailure.noTarget }
    var isFolder: ObjCBool = false
    guard !replace, FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw CommandFailure.targetIsFile(path) }
    guard let names = FileManager.default.subpaths(atPath: path) else { throw CommandFailure.unreadable(path) }
    guard names.isEmpty || isSample(names.sorted()) else { throw CommandFailure.targetNotEmpty(path) }
  }
}
