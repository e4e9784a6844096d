public import GeoFormats

extension SampleDelivery {
  /// A file of the delivery.
  public struct File: Hashable, Sendable {
    /// The file's name, with its suffix.
    public var name: String
    public var bytes: [UInt8]
  }

  /// Every file of the delivery: shapefiles for tables with shapes, CSV for the others, then the companions.
  ///
  /// The same delivery gives the same bytes.
  public func files() throws(FormatError) -> [File] {
    var files: [File] = []
    for table in tables {
      if table.geometries.isEmpty {
        files.append(File(name: table.name + ".csv", bytes: table.csv()))
      } else {
        for part in try table.shapefile() {
          files.append(File(name: "\(table.name).\(part.suffix)", bytes: part.bytes))
        }
      }
    }
    return files + companions.map { File(name: $0.name, bytes: Array($0.text.utf8)) }
  }
}
