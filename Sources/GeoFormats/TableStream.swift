import CGDAL
import Foundation

/// A table that is written to files piece by piece, so that its rows never stand in memory together.
///
/// A table with shapes becomes a Shapefile as ``FeatureTable/shapefile()`` describes it, any other a CSV as
/// ``FeatureTable/csv()`` does; the same pieces give the same bytes. A Shapefile's columns are at least as wide as
/// the first piece needs, and grow when a later one needs more.
public final class TableStream {
  private enum Target {
    case csv(FileHandle)
    case shapefile(GDALDatasetH, OGRLayerH)
  }
  /// Bytes that a column of a Shapefile gets beyond what the first piece needs: widening one rewrites the file.
  private static let spareWidth = 6

  private let path: String
  private var target: Target?
  /// Rows written so far.
  public private(set) var rowCount = 0

  /// Opens new files in a folder, named after the table, and writes its rows.
  public init(_ first: FeatureTable, in folder: String) throws(FormatError) {
    path = "\(folder)/\(first.name).\(first.geometries.isEmpty ? "csv" : "shp")"
    if first.geometries.isEmpty {
      try openText()
      var header: [UInt8] = []
      first.appendCSVHeader(to: &header)
      try write(header)
    } else {
      try openShapes(first)
    }
    try append(first)
  }

  deinit {
    // Left open by a failure, which has been told.
    if case .shapefile(let dataset, _) = target { GDALLibrary.quietly { GDALClose(dataset) } }
  }

  /// Writes the rows of a piece, which has the columns of the first one.
  public func append(_ piece: FeatureTable) throws(FormatError) {
    rowCount += piece.rowCount
    switch target {
    case .shapefile(_, let layer):
      // Too wide a cell is refused before GDAL would cut it.
      _ = try piece.columnWidths()
      try GDALLibrary.quietly { () throws(FormatError) in try piece.append(to: layer, path: path) }
    default:
      var bytes: [UInt8] = []
      bytes.reserveCapacity(piece.cells.count * 6)
      piece.appendCSVRows(to: &bytes)
      try write(bytes)
    }
  }

  /// Completes the files; nothing may be added after that.
  public func close() throws(FormatError) {
    defer { target = nil }
    switch target {
    case .csv(let file):
      do { try file.close() } catch { throw .notWritten(path: path, reason: error.localizedDescription) }
    case .shapefile(let dataset, _):
      let failure = GDALLibrary.quietly { () -> String? in
        GDALClose(dataset)
        return GDALLibrary.hasFailed ? GDALLibrary.lastMessage : nil
      }
      if let failure { throw .notWritten(path: path, reason: failure) }
    case nil: return
    }
  }
}

extension TableStream {
  private func openText() throws(FormatError) {
    try FileBytes.write([], to: path)
    do {
      target = .csv(try FileHandle(forWritingTo: URL(fileURLWithPath: path)))
    } catch {
      throw .notWritten(path: path, reason: error.localizedDescription)
    }
  }

  private func write(_ bytes: [UInt8]) throws(FormatError) {
    guard case .csv(let file) = target else { return }
    do { try file.write(contentsOf: bytes) } catch {
      throw .notWritten(path: path, reason: error.localizedDescription)
    }
  }

  private func openShapes(_ first: FeatureTable) throws(FormatError) {
    let widths = try first.columnWidths().map { $0 == 1 ? 1 : min(254, $0 + Self.spareWidth) }
    let kind = try first.shapeKind()
    target = try GDALLibrary.quietly { () throws(FormatError) in
      let driver = GDALGetDriverByName("ESRI Shapefile")
      guard let dataset = GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, nil) else {
        throw .notWritten(path: path, reason: GDALLibrary.lastMessage)
      }
      do throws(FormatError) {
        return .shapefile(dataset, try first.makeLayer(in: dataset, path: path, widths: widths, kind: kind))
      } catch {
        GDALClose(dataset)
        throw error
      }
    }
  }
}
