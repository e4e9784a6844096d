/// Version 1 of the tables of places: what stands where.
///
/// Every row has a number (`id`), which gives the order of its table, and most have a `code`, which people use. The
/// geometry of sites, closures, premises and technical points copies the position of their node for maps; the node counts.
/// Positions are whole millimetres in Lambert-93, lengths whole millimetres, attributes JSON objects of texts.
let placesSchema = """
  CREATE TABLE nodes (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, x_mm INTEGER, y_mm INTEGER,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)),
    CHECK ((x_mm IS NULL) = (y_mm IS NULL))
  ) STRICT;
  CREATE TABLE organisations (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
  ) STRICT;
  CREATE TABLE product_references (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, design TEXT NOT NULL,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
  ) STRICT;
  CREATE TABLE addresses (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, x_mm INTEGER, y_mm INTEGER, number TEXT NOT NULL,
    street TEXT NOT NULL, postcode TEXT NOT NULL, commune TEXT NOT NULL, commune_code TEXT NOT NULL,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)),
    CHECK ((x_mm IS NULL) = (y_mm IS NULL))
  ) STRICT;
  CREATE TABLE sites (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, external_code TEXT NOT NULL, name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('pop', 'centralOffice', 'cabinet', 'client', 'other')),
    node_id INTEGER REFERENCES nodes, address_id INTEGER REFERENCES addresses,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB
  ) STRICT;
  CREATE TABLE rooms (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, site_id INTEGER REFERENCES sites,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
  ) STRICT;
  CREATE TABLE racks (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, room_id INTEGER REFERENCES rooms,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
  ) STRICT;
  CREATE TABLE panels (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, rack_id INTEGER REFERENCES racks,
    port_capacity INTEGER, is_cable_head INTEGER NOT NULL CHECK (is_cable_head IN (0, 1)),
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
  ) STRICT;
  CREATE TABLE equipment (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, rack_id INTEGER REFERENCES racks,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
  ) STRICT;
  CREATE TABLE service_areas (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('centralOffice', 'cabinet', 'distributionPoint')),
    node_id INTEGER REFERENCES nodes, parent_id INTEGER REFERENCES service_areas DEFERRABLE INITIALLY DEFERRED,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB
  ) STRICT;
  CREATE TABLE premises (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('residential', 'professional', 'operatorOwned', 'technical')),
    node_id INTEGER REFERENCES nodes, address_id INTEGER REFERENCES addresses,
    area_id INTEGER REFERENCES service_areas, connection_state TEXT NOT NULL,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB
  ) STRICT;
  CREATE TABLE technical_points (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('chamber', 'pole', 'facade', 'building', 'other')),
    nature TEXT NOT NULL, node_id INTEGER REFERENCES nodes,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB
  ) STRICT;
  CREATE TABLE pathways (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, node_a_id INTEGER REFERENCES nodes,
    node_b_id INTEGER REFERENCES nodes, street TEXT NOT NULL, length_mm INTEGER NOT NULL,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB NOT NULL
  ) STRICT;
  CREATE TABLE closures (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, external_code TEXT NOT NULL, name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('spliceClosure', 'distributionPoint', 'outlet')),
    technical_point_id INTEGER REFERENCES technical_points, room_id INTEGER REFERENCES rooms,
    premises_id INTEGER REFERENCES premises, node_id INTEGER REFERENCES nodes, capacity_class TEXT NOT NULL,
    cassette_capacity INTEGER, attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB,
    CHECK ((technical_point_id IS NOT NULL) + (room_id IS NOT NULL) + (premises_id IS NOT NULL) <= 1)
  ) STRICT;
  CREATE TABLE cassettes (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, closure_id INTEGER REFERENCES closures, number INTEGER,
    face TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('coiling', 'splice', 'splitter', 'connector')),
    slot_capacity INTEGER, attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
  ) STRICT;
  """
