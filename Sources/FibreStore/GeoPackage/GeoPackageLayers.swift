import GRDB

/// The tables that make the file a GeoPackage 1.3. Source: OGC 12-128r18, annex C.
let geoPackageSchema = """
  PRAGMA application_id = 1196444487;
  PRAGMA user_version = 10300;
  CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
  );
  CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE,
    max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id)
  );
  CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name), column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id),
    z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name)
  );
  """

/// A table with a geometry, shown as a layer.
struct Layer {
  let table: String
  let geometryType: String

  /// The layers of the network.
  static let all = [
    Layer(table: "sites", geometryType: "POINT"),
    Layer(table: "closures", geometryType: "POINT"),
    Layer(table: "cables", geometryType: "LINESTRING"),
    Layer(table: "pathways", geometryType: "LINESTRING"),
    Layer(table: "technical_points", geometryType: "POINT"),
    Layer(table: "premises", geometryType: "POINT"),
    Layer(table: "service_areas", geometryType: "MULTIPOLYGON"),
  ]

  /// Tables and views of the network without geometry that other programs may want to join.
  static let attributeTables = [
    "rooms", "racks", "panels", "cassettes", "joints", "services", "joint_list", "history",
  ]
}

/// Enters the coordinate systems and the layers.
///
/// The time of the last change is one fixed instant, so that the same content gives the same bytes.
func registerLayers(_ database: Database) throws {
  let systems: [(name: String, number: Int, organisation: String, definition: String)] = [
    ("Undefined Cartesian SRS", -1, "NONE", "undefined"),
    ("Undefined geographic SRS", 0, "NONE", "undefined"),
    ("RGF93 v1 / Lambert-93", 2154, "EPSG", lambert93),
    ("WGS 84 geodetic", 4326, "EPSG", wgs84),
  ]
  for system in systems {
    try database.execute(
      sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
      arguments: [system.name, system.number, system.organisation, system.number, system.definition])
  }
  for layer in Layer.all { try layer.register(database) }
  for table in Layer.attributeTables { try registerAttributes(table, database) }
}

/// Enters a table or view without geometry.
func registerAttributes(_ table: String, _ database: Database) throws {
  try register(table, as: "attributes", system: nil, database)
}

private func register(_ table: String, as kind: String, system: Int?, _ database: Database) throws {
  try database.execute(
    sql: """
      INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)
      VALUES (?, ?, ?, '1970-01-01T00:00:00.000Z', ?)
      """,
    arguments: [table, kind, table, system])
}

/// Enters the bounds of every layer of the network, read from its geometries; O(rows).
func updateLayerBounds(_ database: Database) throws {
  for layer in Layer.all { try layer.updateBounds(database) }
}

extension Layer {
  /// Enters the layer, whose table may come later.
  func register(_ database: Database) throws {
    try FibreStore.register(table, as: "features", system: 2154, database)
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 2154, 0, 0)", arguments: [table, geometryType])
  }

  /// Enters the bounds, read from the geometries; O(rows).
  func updateBounds(_ database: Database) throws {
    let rows = try RowReader(database, table: table, sql: "SELECT geom FROM \(table) WHERE geom IS NOT NULL")
    var all: Bounds?
    while try rows.next() {
      guard let bounds = rows.withBlob(0, { GeometryReader.bounds(Array($0)) }) else { continue }
      all = all?.union(bounds) ?? bounds
    }
    try database.execute(
      sql: "UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = (?, ?, ?, ?) WHERE table_name = ?",
      arguments: [all?.minX, all?.minY, all?.maxX, all?.maxY, table])
  }
}

extension GeometryReader {
  /// The bounds of a geometry; nothing when nothing is drawn, or nothing readable.
  fileprivate static func bounds(_ bytes: [UInt8]) -> Bounds? {
    guard var reader = GeometryReader(bytes) else { return nil }
    return reader.bounds()
  }
}

private let lambert93 = """
  PROJCS["RGF93 v1 / Lambert-93",GEOGCS["RGF93 v1",DATUM["Reseau_Geodesique_Francais_1993_v1",\
  SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","6171"]],\
  PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
  AUTHORITY["EPSG","4171"]],PROJECTION["Lambert_Conformal_Conic_2SP"],PARAMETER["latitude_of_origin",46.5],\
  PARAMETER["central_meridian",3],PARAMETER["standard_parallel_1",49],PARAMETER["standard_parallel_2",44],\
  PARAMETER["false_easting",700000],PARAMETER["false_northing",6600000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],\
  AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","2154"]]
  """

private let wgs84 = """
  GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
  AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
  UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],\
  AUTHORITY["EPSG","4326"]]
  """
