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
      var reading = LayerReading(layer, name: stem(path), firstRow: 0)
      reading.readRows()
      if GDALLibrary.hasFailed { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
      for cell in reading.raw { reading.table.cells[cell.cell] = String(decoding: cell.bytes, as: UTF8.self) }
      let lines = Array(1..<reading.table.rowCount + 1)
      return TableFile(path: path, table: reading.table, lines: lines, defects: reading.defects)
    }
  }
}
