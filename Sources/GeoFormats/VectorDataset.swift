import CGDAL
import Foundation

/// A file that GDAL has open for reading; closed at the end of the value's life.
struct VectorDataset: ~Copyable {
  private let handle: GDALDatasetH

  /// Opens a file; `options` are GDAL's open options, `NAME=VALUE`.
  init(_ path: String, options: [String] = []) throws(FormatError) {
    let opened = GDALLibrary.withOptions(options) { fn_gdal_open_vector(path, $0) }
    guard let opened else { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
    handle = opened
  }

  var layers: [OGRLayerH] {
    (0..<GDALDatasetGetLayerCount(handle)).compactMap { GDALDatasetGetLayer(handle, $0) }
  }

  deinit {
    GDALClose(handle)
  }
}

/// The rows of a GDAL layer on their way into a table.
struct LayerReading {
  private let layer: OGRLayerH
  private let types: [OGRFieldType]
  private let hasShapes: Bool
  /// What GDAL counts the first row as: 0 in Shapefiles, 1 in GeoPackages.
  private let firstRow: Int
  let columns: [String]
  /// Text as GDAL hands it out.
  private(set) var rows: CellRows
  private(set) var geometries: [Geometry?] = []
  private(set) var lines = RowLines()
  private(set) var defects: [TableDefect] = []
  private(set) var raw = RawCells()

  init(_ layer: OGRLayerH, firstRow: Int) {
    self.layer = layer
    self.firstRow = firstRow
    let definition = OGR_L_GetLayerDefn(layer)
    let fields = (0..<OGR_FD_GetFieldCount(definition)).map { OGR_FD_GetFieldDefn(definition, $0) }
    types = fields.map { OGR_Fld_GetType($0) }
    hasShapes = OGR_L_GetGeomType(layer) != wkbNone
    columns = fields.map { String(cString: OGR_Fld_GetNameRef($0)) }
    rows = CellRows(columnCount: fields.count)
  }

  mutating func readRows() {
    OGR_L_ResetReading(layer)
    while let feature = OGR_L_GetNextFeature(layer) {
      defer { OGR_F_Destroy(feature) }
      lines.append(Int(OGR_F_GetFID(feature)) - firstRow + 1)
      rows.beginRow()
      for column in types.indices { setCell(feature, column) }
      if hasShapes { appendShape(feature) }
    }
  }

  private mutating func setCell(_ feature: OGRFeatureH, _ column: Int) {
    guard OGR_F_IsFieldSetAndNotNull(feature, Int32(column)) != 0,
      let start = OGR_F_GetFieldAsString(feature, Int32(column))
    else { return }
    let text = UnsafeRawBufferPointer(start: start, count: strlen(start)).bindMemory(to: UInt8.self)
    guard !text.isEmpty else { return }
    raw.look(at: text, row: rows.count - 1)
    if types[column] == OFTDate || types[column] == OFTDateTime {
      // GDAL writes 2027/01/12; GraceTHD and ISO 8601 want 2027-01-12.
      let date = text.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }
      date.withUnsafeBufferPointer { rows.setCell(column, $0) }
    } else {
      rows.setCell(column, text)
    }
  }

  private mutating func appendShape(_ feature: OGRFeatureH) {
    guard let shape = OGR_F_GetGeometryRef(feature) else { return geometries.append(nil) }
    let geometry = Geometry(ogr: shape)
    if geometry == nil { defects.append(TableDefect(line: lines.last ?? 0, kind: .shapeLeftOut)) }
    geometries.append(geometry)
  }
}

/// The cells of a table that are not plain ASCII.
struct RawCells {
  /// The row of the first of them, or nothing.
  private(set) var firstRow: Int?
  /// Whether all of them are UTF-8.
  private(set) var areUTF8 = true

  mutating func look(at cell: UnsafeBufferPointer<UInt8>, row: Int) {
    guard TextDecoding.hasOtherThanASCII(cell) else { return }
    firstRow = firstRow ?? row
    areUTF8 = areUTF8 && TextDecoding.isUTF8(cell)
  }
}

extension TableFile {
  /// The rows of a layer whose text is UTF-8, or meant to be.
  init(_ reading: LayerReading, path: String, name: String, lines: RowLines) {
    var rows = reading.rows
    if !reading.raw.areUTF8 {
      rows = rows.replacingText { Array(String(decoding: $0, as: UTF8.self).utf8) } ?? rows
    }
    self.init(
      path: path, name: name, columns: reading.columns, rows: rows, geometries: reading.geometries, lines: lines,
      defects: reading.defects)
  }
}
