import CGDAL
import Foundation

extension TableFile {
  /// Reads every layer of a GeoPackage, attribute tables included, in the order of the file.
  ///
  /// The row numbers are the feature ids. A boolean is `1` or `0`, a null is empty.
  public static func readGeoPackage(_ path: String) throws(FormatError) -> [TableFile] {
    guard FileManager.default.fileExists(atPath: path) else { throw .missingFile(path: path) }
    return try GDALLibrary.quietly { () throws(FormatError) in
      let dataset = try VectorDataset(path, options: ["LIST_ALL_TABLES=YES"])
      var files: [TableFile] = []
      for layer in dataset.layers {
        var reading = LayerReading(layer, name: String(cString: OGR_L_GetName(layer)), firstRow: 1)
        reading.readRows()
        if GDALLibrary.hasFailed { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
        for cell in reading.raw { reading.table.cells[cell.cell] = String(decoding: cell.bytes, as: UTF8.self) }
        files.append(TableFile(path: path, table: reading.table, lines: reading.lines, defects: reading.defects))
      }
      return files
    }
  }
}
