public import FibreModel
import GeoFormats

/// A network read from a GraceTHD delivery, and the report on the reading.
///
/// Everything happens in memory. Every row of every table is either an object of the network (columns that the model
/// has no field for are its attributes) or a row of its quarantine, word for word.
public struct GraceTHDImport: Sendable {
  public let network: Network
  public let report: ImportReport

  /// Reads a v2 delivery: a folder of Shapefiles and CSV files (or the one folder below it that holds them), a
  /// GeoPackage, or a folder with one. The companion files beside it are read too.
  public init(reading path: String) throws(DeliveryError) {
    var importer = DeliveryImporter(try Delivery(reading: path))
    importer.run()
    network = importer.builder.build()
    let read = importer.delivery.allTables.map { table in
      ImportReport.Count(table.name, table.rowCount + table.file.defects.count { $0.text != nil })
    }
    report = ImportReport(read: read, findings: importer.findings, network: network)
  }
}
