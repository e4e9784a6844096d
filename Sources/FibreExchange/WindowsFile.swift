public import FibreModel
import Foundation
import GeoFormats

/// Work windows from a file of their own, in the columns of `windows.csv`, for a plan that takes others than the store's.
public struct WindowsFile: Sendable {
  /// In order of number.
  public let windows: [WorkWindow]

  /// Reads a file; one that leaves anything unclear is refused, since a plan would rest on a guess.
  public init(reading path: String) throws(WindowsFileError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    let table: DeliveryTable
    do throws(FormatError) {
      table = DeliveryTable(try TableFile(reading: path), fileName: (path as NSString).lastPathComponent)
    } catch {
      throw .refused(path: path, [DeliveryFindings.unreadable(path, error)])
    }
    let found = DeliveryImporter.windows(in: table)
    let faults = found.findings.filter { $0.severity > .info }
    guard faults.isEmpty else { throw .refused(path: path, faults) }
    guard !found.windows.isEmpty else { throw .empty(path: path) }
    windows = found.windows
  }
}

/// Why a file of windows is not taken.
public enum WindowsFileError: Error, Hashable, Sendable {
  case missing(path: String)
  /// It has a header and no row.
  case empty(path: String)
  /// What is wrong, row by row.
  case refused(path: String, [Finding])
}
