/// Version 1 of the tables of cables, fibres and joints.
///
/// A sheath is a whole cable; a row of `cables` is one section of it, the piece between two places that open it. A fibre
/// is the number it has in its section. An end is a fibre and a side, `a` or `b`.
let cablesSchema = """
  CREATE TABLE sheaths (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('cable', 'breakout', 'patchCord')),
    role TEXT NOT NULL, reference_id INTEGER REFERENCES product_references
  ) STRICT;
  CREATE TABLE cables (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, sheath_id INTEGER NOT NULL REFERENCES sheaths,
    node_a_id INTEGER REFERENCES nodes, node_b_id INTEGER REFERENCES nodes,
    fibre_count INTEGER NOT NULL CHECK (fibre_count >= 0), stated_capacity INTEGER,
    modulo INTEGER NOT NULL CHECK (modulo >= 1), tube_code TEXT NOT NULL, fibre_code TEXT NOT NULL,
    reference_code TEXT, length_mm INTEGER NOT NULL,
    length_source TEXT NOT NULL CHECK (length_source IN ('asLaid', 'statedLine', 'drawnLine', 'unknown')),
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB
  ) STRICT;
  CREATE TABLE fibres (
    cable_id INTEGER NOT NULL REFERENCES cables, number INTEGER NOT NULL CHECK (number >= 1), code TEXT NOT NULL,
    stated_rank INTEGER NOT NULL CHECK (stated_rank BETWEEN 0 AND 12),
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)),
    PRIMARY KEY (cable_id, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ducts (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, parent_code TEXT NOT NULL,
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
  ) STRICT;
  CREATE TABLE duct_pathways (
    duct_id INTEGER NOT NULL REFERENCES ducts, position INTEGER NOT NULL,
    pathway_id INTEGER NOT NULL REFERENCES pathways, PRIMARY KEY (duct_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE duct_cables (
    duct_id INTEGER NOT NULL REFERENCES ducts, position INTEGER NOT NULL,
    cable_id INTEGER NOT NULL REFERENCES cables, PRIMARY KEY (duct_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE slack_loops (
    id INTEGER PRIMARY KEY, identifier TEXT NOT NULL, cable_id INTEGER NOT NULL REFERENCES cables,
    node_id INTEGER REFERENCES nodes, length_mm INTEGER NOT NULL, attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
  ) STRICT;
  """

/// Version 1 of the joints. A contested joint holds nothing, a displaced one no slot.
let jointsSchema = """
  CREATE TABLE joints (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL, cassette_id INTEGER REFERENCES cassettes,
    panel_id INTEGER REFERENCES panels, number INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('splice', 'connector', 'pigtail', 'passage', 'parked', 'splitter')),
    technique TEXT NOT NULL, claim TEXT NOT NULL CHECK (claim IN ('held', 'displaced', 'contested')),
    first_cable_id INTEGER, first_fibre INTEGER, first_side TEXT CHECK (first_side IN ('a', 'b')),
    second_cable_id INTEGER, second_fibre INTEGER, second_side TEXT CHECK (second_side IN ('a', 'b')),
    attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)),
    FOREIGN KEY (first_cable_id, first_fibre) REFERENCES fibres (cable_id, number),
    FOREIGN KEY (second_cable_id, second_fibre) REFERENCES fibres (cable_id, number),
    CHECK (cassette_id IS NULL OR panel_id IS NULL),
    CHECK ((first_cable_id IS NULL) + (first_fibre IS NULL) + (first_side IS NULL) IN (0, 3)),
    CHECK ((second_cable_id IS NULL) + (second_fibre IS NULL) + (second_side IS NULL) IN (0, 3)),
    CHECK (claim = 'contested' OR first_cable_id IS NULL
      OR (first_cable_id, first_fibre, first_side) IS NOT (second_cable_id, second_fibre, second_side))
  ) STRICT;
  """
