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
  private(set) var lines: [Int] = []
  private(set) var defects: [TableDefect] = []
  /// The cells that are not plain ASCII, as bytes; in the table they are empty until decoded.
  private(set) var raw: [RawCell] = []
  var table: FeatureTable

  init(_ layer: OGRLayerH, name: String, firstRow: Int) {
    self.layer = layer
    self.firstRow = firstRow
    let definition = OGR_L_GetLayerDefn(layer)
    let fields = (0..<OGR_FD_GetFieldCount(definition)).map { OGR_FD_GetFieldDefn(definition, $0) }
    types = fields.map { OGR_Fld_GetType($0) }
    hasShapes = OGR_L_GetGeomType(layer) != wkbNone
    table = FeatureTable(name: name, columns: fields.map { String(cString: OGR_Fld_GetNameRef($0)) })
  }

  mutating func readRows() {
    OGR_L_ResetReading(layer)
    while let feature = OGR_L_GetNextFeature(layer) {
      defer { OGR_F_Destroy(feature) }
      lines.append(Int(OGR_F_GetFID(feature)) - firstRow + 1)
      for column in types.indices { appendCell(feature, column) }
      if hasShapes { appendShape(feature) }
    }
  }

  private mutating func appendCell(_ feature: OGRFeatureH, _ column: Int) {
    guard OGR_F_IsFieldSetAndNotNull(feature, Int32(column)) != 0,
      let start = OGR_F_GetFieldAsString(feature, Int32(column))
    else { return table.cells.append("") }
    var bytes = Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
    if types[column] == OFTDate || types[column] == OFTDateTime {
      // GDAL writes 2027/01/12; GraceTHD and ISO 8601 want 2027-01-12.
      for offset in bytes.indices where bytes[offset] == UInt8(ascii: "/") { bytes[offset] = UInt8(ascii: "-") }
    }
    if bytes.allSatisfy({ $0 < 0x80 }) {
      table.cells.append(String(decoding: bytes, as: UTF8.self))
    } else {
      raw.append(RawCell(cell: table.cells.count, bytes: bytes))
      table.cells.append("")
    }
  }

  private mutating func appendShape(_ feature: OGRFeatureH) {
    guard let shape = OGR_F_GetGeometryRef(feature) else { return table.geometries.append(nil) }
    let geometry = Geometry(ogr: shape)
    if geometry == nil { defects.append(TableDefect(line: lines.last ?? 0, kind: .shapeLeftOut)) }
    table.geometries.append(geometry)
  }
}

/// A cell of a table, by its place in `cells`, that is still to be decoded.
struct RawCell {
  var cell: Int
  var bytes: [UInt8]
}
