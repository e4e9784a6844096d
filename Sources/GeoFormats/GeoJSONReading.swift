import CGDAL
import Foundation

extension TableFile {
  /// Reads a GeoJSON file as one table: properties as text, shapes in the units of the file, mostly degrees.
  ///
  /// The row numbers count features from 1.
  public static func readGeoJSON(_ path: String) throws(FormatError) -> TableFile {
    guard FileManager.default.fileExists(atPath: path) else { throw .missingFile(path: path) }
    return try GDALLibrary.quietly { () throws(FormatError) in
      let dataset = try VectorDataset(path)
      guard let layer = dataset.layers.first else { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
      var reading = LayerReading(layer, firstRow: 0)
      reading.readRows()
      if GDALLibrary.hasFailed { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
      return TableFile(reading, path: path, name: stem(path), lines: RowLines(1..<reading.rows.count + 1))
    }
  }
}
