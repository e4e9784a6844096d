/// Why a file can't be read or written as a table; the facts, without a sentence.
public enum FormatError: Error, Hashable, Sendable {
  /// There is nothing at the path, or a part of a Shapefile (`.dbf`, `.shx`) is not beside it.
  case missingFile(path: String)
  /// The operating system or GDAL refused; `reason` is their own wording.
  case unreadable(path: String, reason: String)
  /// The file is shorter than its own header says.
  case truncated(path: String, expectedBytes: Int, foundBytes: Int)
  /// A Shapefile whose `.shp` and `.dbf` don't hold the same number of rows.
  case countsDiffer(path: String, shapes: Int, records: Int)
  /// A Shapefile whose columns are not those that its `.dbf` describes.
  case columnsDiffer(path: String, found: Int, described: Int)
  /// A compressed file holds none or several files, where one is read.
  case severalFiles(path: String, count: Int)
  /// The file ends before a header line.
  case noHeader(path: String)
  case duplicateColumn(path: String, column: String)
  /// No format that is known here has the suffix of this path.
  case unknownFormat(path: String)
  case unknownLayer(path: String, layer: String)
  /// GDAL has no transform between the two systems, given by EPSG number, or can't apply it.
  case noTransform(from: Int, to: Int)
  /// DBF column names have at most 10 bytes.
  case columnNameTooLong(table: String, column: String)
  /// DBF cells have at most 254 bytes; rows count from 1.
  case cellTooLong(table: String, column: String, row: Int, bytes: Int)
  /// A Shapefile holds shapes of one kind; rows count from 1.
  case mixedShapes(table: String, row: Int)
  /// The operating system or GDAL refused; `reason` is their own wording.
  case notWritten(path: String, reason: String)
}
