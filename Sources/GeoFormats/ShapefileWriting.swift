import CGDAL
import Synchronization

/// One file of the several that make a Shapefile.
public struct ShapefilePart: Hashable, Sendable {
  /// `shp`, `shx`, `dbf`, `prj` or `cpg`.
  public var suffix: String
  public var bytes: [UInt8]
}

extension FeatureTable {
  /// The table as a Shapefile in Lambert-93 (EPSG:2154) with UTF-8 text, part by part; a table without shapes gives
  /// a `.dbf` and a `.cpg`.
  ///
  /// Every column is text as wide as its longest cell. DBF pads with spaces, so trailing spaces of a cell are lost.
  /// The same table gives the same bytes: the date of the DBF header is fixed.
  public func shapefile() throws(FormatError) -> [ShapefilePart] {
    let widths = try columnWidths()
    let kind = try shapeKind()
    return try GDALLibrary.quietly { () throws(FormatError) in
      let folder = MemoryFolder()
      try writeDataset(to: "\(folder.path)/\(name)", widths: widths, kind: kind)
      return folder.parts(named: name)
    }
  }

  /// Writes ``shapefile()`` to `folder` under the table's name; returns the path of the `.shp`, or of the `.dbf` when
  /// the table has no shapes.
  @discardableResult
  public func writeShapefile(into folder: String) throws(FormatError) -> String {
    for part in try shapefile() { try FileBytes.write(part.bytes, to: "\(folder)/\(name).\(part.suffix)") }
    return "\(folder)/\(name).\(geometries.isEmpty ? "dbf" : "shp")"
  }

  func columnWidths() throws(FormatError) -> [Int] {
    for column in columns where column.utf8.count > 10 {
      throw .columnNameTooLong(table: name, column: column)
    }
    var widths = Array(repeating: 1, count: columns.count)
    for (offset, cell) in cells.enumerated() {
      let column = offset % columns.count
      let bytes = cell.utf8.count
      guard bytes <= 254 else {
        throw .cellTooLong(table: name, column: columns[column], row: offset / columns.count + 1, bytes: bytes)
      }
      widths[column] = max(widths[column], bytes)
    }
    return widths
  }

  func shapeKind() throws(FormatError) -> OGRwkbGeometryType {
    guard !geometries.isEmpty else { return wkbNone }
    precondition(geometries.count == rowCount, "a table has a shape for every row, or none at all")
    var kind: OGRwkbGeometryType?
    for (index, geometry) in geometries.enumerated() {
      guard let next = geometry?.shapefileKind else { continue }
      if let kind, kind != next { throw .mixedShapes(table: name, row: index + 1) }
      kind = next
    }
    return kind ?? wkbPoint
  }

  private func writeDataset(to stem: String, widths: [Int], kind: OGRwkbGeometryType) throws(FormatError) {
    let path = "\(stem).\(kind == wkbNone ? "dbf" : "shp")"
    let driver = GDALGetDriverByName("ESRI Shapefile")
    guard let dataset = GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, nil) else {
      throw .notWritten(path: path, reason: GDALLibrary.lastMessage)
    }
    do throws(FormatError) {
      let layer = try makeLayer(in: dataset, path: path, widths: widths, kind: kind)
      try append(to: layer, path: path)
    } catch {
      GDALClose(dataset)
      throw error
    }
    GDALClose(dataset)
    if GDALLibrary.hasFailed { throw .notWritten(path: path, reason: GDALLibrary.lastMessage) }
  }

  /// The layer of a new dataset, with a text column of the given width for each column.
  func makeLayer(
    in dataset: GDALDatasetH, path: String, widths: [Int], kind: OGRwkbGeometryType
  ) throws(FormatError) -> OGRLayerH {
    let lambert = OSRNewSpatialReference(nil)
    defer { OSRDestroySpatialReference(lambert) }
    OSRImportFromEPSG(lambert, 2154)
    OSRSetAxisMappingStrategy(lambert, OAMS_TRADITIONAL_GIS_ORDER)
    let options = ["ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=2000-01-01"]
    let system = kind == wkbNone ? nil : lambert
    let created = GDALLibrary.withOptions(options) { GDALDatasetCreateLayer(dataset, name, system, kind, $0) }
    guard let layer = created else { throw .notWritten(path: path, reason: GDALLibrary.lastMessage) }
    for (column, width) in zip(columns, widths) {
      let field = fn_gdal_text_field(column, Int32(width))
      OGR_L_CreateField(layer, field, 0)
      OGR_Fld_Destroy(field)
    }
    return layer
  }

  /// Adds every row to a layer made by `makeLayer`.
  func append(to layer: OGRLayerH, path: String) throws(FormatError) {
    let definition = OGR_L_GetLayerDefn(layer)
    for index in 0..<rowCount {
      let feature = OGR_F_Create(definition)
      for (column, cell) in row(index).enumerated() where !cell.isEmpty {
        OGR_F_SetFieldString(feature, Int32(column), cell)
      }
      if !geometries.isEmpty, let geometry = geometries[index] {
        OGR_F_SetGeometryDirectly(feature, geometry.makeOGR())
      }
      let result = OGR_L_CreateFeature(layer, feature)
      OGR_F_Destroy(feature)
      guard result == OGRERR_NONE else { break }
    }
    if GDALLibrary.hasFailed { throw .notWritten(path: path, reason: GDALLibrary.lastMessage) }
  }
}

/// A folder of GDAL's file system in memory, unlike any other of this process, which empties itself.
private struct MemoryFolder: ~Copyable {
  private static let count = Mutex(0)
  let path: String

  init() {
    path = Self.count.withLock {
      $0 += 1
      return "/vsimem/epissure-\($0)"
    }
  }

  func parts(named name: String) -> [ShapefilePart] {
    var parts: [ShapefilePart] = []
    for suffix in ["shp", "shx", "dbf", "prj", "cpg"] {
      var size: vsi_l_offset = 0
      guard let buffer = VSIGetMemFileBuffer("\(path)/\(name).\(suffix)", &size, 0) else { continue }
      parts.append(ShapefilePart(suffix: suffix, bytes: Array(UnsafeBufferPointer(start: buffer, count: Int(size)))))
    }
    return parts
  }

  deinit {
    VSIRmdirRecursive(path)
  }
}
