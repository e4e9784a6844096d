public import FibreModel
public import FibreProgramme
import Foundation
import GeoFormats

/// A programme as a folder of CSV files, and the operators' lists of addresses beside them (`IPE_…_YYYYMMDD.csv`).
///
/// Files and columns are those of `Programme.md` in the documentation. A row that can't be is left out, with a finding;
/// a file that is missing but for `zones.csv` says nothing of its subject.
public struct ProgrammeFolder: Sendable {
  public let programme: Programme
  public let history: AddressHistory
  /// In order of place.
  public let findings: [Finding]

  /// Reads a folder, or the folder `programme` in it.
  public init(reading path: String) throws(ProgrammeFolderError) {
    let folder = try Self.folder(path)
    var reading = ProgrammeReading(folder: folder)
    programme = try reading.programme()
    history = try reading.history(of: try Self.lists(in: folder), programme.places)
    findings = reading.findings.sorted(by: Finding.inOrder)
  }

  private static func folder(_ path: String) throws(ProgrammeFolderError) -> String {
    let files = FileManager.default
    guard files.fileExists(atPath: path) else { throw .missing(path: path) }
    let name = ProgrammeTable.zones.fileName
    for folder in [path, path + "/programme"] where files.fileExists(atPath: "\(folder)/\(name)") { return folder }
    throw .noZones(path: path)
  }

  /// The lists of addresses in a folder with the days in their names, in order of day.
  private static func lists(
    in folder: String
  ) throws(ProgrammeFolderError) -> [(name: String, date: CalendarDate)] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch { throw .unreadable(path: folder) }
    return names.filter { $0.hasPrefix("IPE_") }.compactMap { name in
      IPEFileName.date(in: name).map { (name, $0) }
    }.sorted { ($0.date, $0.name) < ($1.date, $1.name) }
  }
}

/// Why a folder is no programme.
public enum ProgrammeFolderError: Error, Hashable, Sendable {
  case missing(path: String)
  /// There is no `zones.csv` in it, nor in a folder `programme`.
  case noZones(path: String)
  case unreadable(path: String)
  case columnMissing(path: String, column: String)
  case list(IPEError)
}
