import FibreDeliverables
import FibreExchange
import FibreModel
import FibreProgramme
import FibreStore
import Foundation

/// What a question about a programme is asked of: a folder of records, or a network and a folder beside it.
struct ProgrammeSource {
  let programme: Programme
  let history: AddressHistory
  let geography: Geography?
  /// Of reading the folder.
  let findings: [Finding]

  /// Takes lists of addresses and territory from a network when the source is one, else those of the folder.
  init(_ source: String, programme folder: String?) throws {
    guard ForecastSource.isNetwork(source) else {
      let read = try ProgrammeFolder(reading: source)
      (programme, history, geography, findings) = (read.programme, read.history, nil, read.findings)
      return
    }
    let store = try Store.open(path: source)
    guard let folder else { throw ForecastFailure.noProgramme(path: source) }
    let read = try ProgrammeFolder(reading: folder)
    let steps = try store.snapshotSteps(upTo: .latest)
    programme = read.programme
    history = steps.isEmpty ? read.history : AddressHistory(replaying: steps)
    geography = try store.territory(on: .latest)
    findings = read.findings
  }

  /// The day that is asked for, else that of the last list.
  func day(_ asked: CalendarDate?, of source: String) throws -> CalendarDate {
    guard let day = asked ?? history.steps.last?.date else { throw ForecastFailure.noDate(path: source) }
    if let first = history.steps.first?.date, day < first {
      throw ProgressRefusal.noSnapshot(upTo: day, first: first)
    }
    return day
  }

  /// Some error was found.
  var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// What stands at a path that a forecast is asked of.
enum ForecastSource {
  /// A file is a network; a folder, or nothing, is left to the reader of folders.
  static func isNetwork(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }
}
