import FibreModel
import Foundation
import GeoFormats

/// Why a path can't be imported at all.
public enum DeliveryError: Error, Hashable, Sendable {
  case missing(path: String)
  /// There is no file with the name of a GraceTHD table at the path, nor in a single folder below it.
  case noTable(path: String)
}

/// The files of a delivery, read but not understood.
struct Delivery {
  /// GraceTHD tables by name.
  private(set) var tables: [String: DeliveryTable] = [:]
  /// Files that repeat a table, and tables of no standard name that stood in a GeoPackage.
  private(set) var others: [DeliveryTable] = []
  /// The companion files, by name without suffix.
  private(set) var companions: [String: DeliveryTable] = [:]
  /// Where the companion files lie.
  private(set) var folder: String
  private(set) var findings: [Finding] = []
  /// Names of tables whose files could not be read.
  private(set) var unreadable: Set<String> = []

  static let companionNames = ["services", "optics", "acceptance", "windows", "forbidden", "closures"]

  /// Reads a folder (or the one folder in it that holds tables), or a GeoPackage.
  init(reading path: String) throws(DeliveryError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path: path) }
    var files: [String]
    if isFolder.boolValue {
      folder = try Self.tableFolder(path)
      files = Self.names(in: folder).filter(Self.isWanted)
    } else {
      folder = (path as NSString).deletingLastPathComponent
      files = [(path as NSString).lastPathComponent]
    }
    // A Shapefile's DBF is read with it.
    let shapes = Set(files.filter { Self.suffix($0) == "shp" }.map(Self.stem))
    files.removeAll { Self.suffix($0) == "dbf" && shapes.contains(Self.stem($0)) }
    for name in files { read(name) }
    guard !tables.isEmpty || !findings.isEmpty else { throw .noTable(path: path) }
  }

  /// A delivery of one companion file, whatever the file is called.
  init(companion name: String, _ table: DeliveryTable) {
    folder = ""
    companions = [name: table]
  }

  /// Every file that was read, in order of name.
  var allTables: [DeliveryTable] {
    (tables.values + others + companions.values).sorted { $0.fileName < $1.fileName }
  }

  /// Gives back the memory of a table's cells and shapes.
  mutating func letRowsGo(of name: String) { tables[name]?.letRowsGo() }

  private mutating func read(_ name: String) {
    let path = folder.isEmpty ? name : "\(folder)/\(name)"
    do throws(FormatError) {
      if Self.suffix(name) == "gpkg" {
        for file in try TableFile.readGeoPackage(path) { take(file, fileName: "\(name)/\(file.name)") }
      } else {
        take(try TableFile(reading: path), fileName: name)
      }
    } catch {
      unreadable.insert(Self.stem(name))
      findings.append(DeliveryFindings.unreadable(name, error))
    }
  }

  private mutating func take(_ file: TableFile, fileName: String) {
    let table = DeliveryTable(file, fileName: fileName)
    if Self.companionNames.contains(table.name), companions[table.name] == nil {
      companions[table.name] = table
    } else if Self.isTableName(table.name), tables[table.name] == nil {
      tables[table.name] = table
    } else {
      others.append(table)
    }
  }

  private static func tableFolder(_ path: String) throws(DeliveryError) -> String {
    if names(in: path).contains(where: isTable) { return path }
    let below = names(in: path).map { "\(path)/\($0)" }.filter { names(in: $0).contains(where: isTable) }
    guard below.count == 1 else { throw .noTable(path: path) }
    return below[0]
  }

  /// The names in a folder, in order; nothing when it is no folder.
  private static func names(in folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: folder).map { enumerator in
      var names: [String] = []
      while let name = enumerator.nextObject() as? String {
        enumerator.skipDescendants()
        names.append(name)
      }
      return names
    }
    return (found ?? []).sorted()
  }

  private static func isTable(_ name: String) -> Bool {
    suffix(name) == "gpkg" || (["csv", "shp", "dbf"].contains(suffix(name)) && isTableName(stem(name)))
  }

  private static func isWanted(_ name: String) -> Bool {
    isTable(name) || (suffix(name) == "csv" && companionNames.contains(stem(name)))
  }

  private static func isTableName(_ name: String) -> Bool {
    name.lowercased().hasPrefix("t_") || name.lowercased().hasPrefix("l_")
  }

  private static func suffix(_ name: String) -> String { (name as NSString).pathExtension.lowercased() }
  private static func stem(_ name: String) -> String { (name as NSString).deletingPathExtension.lowercased() }
}
