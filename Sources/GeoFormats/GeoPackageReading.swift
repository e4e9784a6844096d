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
        var reading = LayerReading(layer, firstRow: 1)
        reading.readRows()
        if GDALLibrary.hasFailed { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
        let name = String(cString: OGR_L_GetName(layer))
        files.append(TableFile(reading, path: path, name: name, lines: reading.lines))
      }
      return files
    }
  }
}
