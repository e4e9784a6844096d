import GRDB

import struct Foundation.Data

/// The functions that the triggers of a GeoPackage spatial index call; without them no such table can be written.
///
/// Source: OGC 12-128r18, annex F.3, "RTree Spatial Indexes".
func addGeometryFunctions(to database: Database) {
  database.add(
    function: DatabaseFunction("ST_IsEmpty", argumentCount: 1, pure: true) { values in
      guard let bytes = bytes(values[0]), var reader = GeometryReader(bytes) else { return nil }
      return reader.bounds() == nil
    })
  for (name, side) in [
    ("ST_MinX", \Bounds.minX), ("ST_MaxX", \Bounds.maxX), ("ST_MinY", \Bounds.minY), ("ST_MaxY", \Bounds.maxY),
  ] as [(String, KeyPath<Bounds, Double> & Sendable)] {
    database.add(
      function: DatabaseFunction(name, argumentCount: 1, pure: true) { values in
        guard let bytes = bytes(values[0]), var reader = GeometryReader(bytes) else { return nil }
        return reader.bounds()?[keyPath: side]
      })
  }
}

private func bytes(_ value: DatabaseValue) -> [UInt8]? { Data.fromDatabaseValue(value).map { [UInt8]($0) } }
