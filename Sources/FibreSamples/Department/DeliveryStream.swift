import Foundation
import GeoFormats

/// A delivery that is written to a folder part by part.
///
/// Files stand in a folder of their own until all are complete; then they take the place of those of the same name.
final class DeliveryStream {
  private let folder: String
  private let draftFolder: String
  private var streams: [String: TableStream] = [:]

  init(into folder: String) throws(FormatError) {
    self.folder = folder
    draftFolder = folder + "/.part"
    do {
      try FileManager.default.createDirectory(atPath: draftFolder, withIntermediateDirectories: true)
    } catch {
      throw .notWritten(path: folder, reason: error.localizedDescription)
    }
  }

  deinit {
    // What is left was not completed. A folder that can't be removed is not worth a second complaint; one that holds
    // something stays.
    do { try FileManager.default.removeItem(atPath: draftFolder) } catch { return }
    rmdir(folder)
  }

  /// Writes the rows that a draft holds, and takes them out of it.
  func write(_ rows: inout DeliveryRows) throws(FormatError) {
    for table in rows.take() {
      if let stream = streams[table.name] {
        try stream.append(table)
      } else {
        streams[table.name] = try TableStream(table, in: draftFolder)
      }
    }
  }

  func write(_ companion: SampleDelivery.Companion) throws(FormatError) {
    let path = "\(draftFolder)/\(companion.name)"
    do {
      try companion.text.write(toFile: path, atomically: false, encoding: .utf8)
    } catch {
      throw .notWritten(path: path, reason: error.localizedDescription)
    }
  }

  /// Completes every file; returns their names and how many rows the tables hold.
  func close() throws(FormatError) -> (files: [String], rows: Int) {
    for (_, stream) in streams.sorted(by: { $0.key < $1.key }) { try stream.close() }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: draftFolder).sorted()
      for name in names where rename("\(draftFolder)/\(name)", "\(folder)/\(name)") != 0 {
        throw FormatError.notWritten(path: "\(folder)/\(name)", reason: String(cString: strerror(errno)))
      }
      return (names, streams.values.reduce(0) { $0 + $1.rowCount })
    } catch let error as FormatError {
      throw error
    } catch {
      throw .notWritten(path: folder, reason: error.localizedDescription)
    }
  }
}
